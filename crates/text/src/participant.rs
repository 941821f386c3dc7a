//! Participants of events: the persons, states and organisations that act or are acted upon.

use crate::{EntityIx, SentenceIx, Span};

/// The side of an event to which a participant belongs. Every event has two sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Role {
    /// The side that acts.
    Source,
    /// The side that is acted upon.
    Target,
}

impl Role {
    /// The name used in tables: `source` or `target`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Target => "target",
        }
    }
}

/// The kind of a participant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ParticipantKind {
    /// An actor in [`Document::actors`](crate::Document::actors) ("the Kazakh foreign minister").
    Actor,
    /// An entity of the gazetteer that is referred to by its name.
    Name,
    /// A common noun for people or bodies ("protesters").
    Noun,
    /// The speaker of the document ("we", "my delegation").
    Speaker,
    /// A name that the gazetteer does not list, or a pronoun that could not be resolved.
    Unknown,
    /// A thing or a place.
    Thing,
}

impl ParticipantKind {
    /// The name used in tables: `actor`, `name`, `noun`, `speaker`, `unknown`, `thing`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Actor => "actor",
            Self::Name => "name",
            Self::Noun => "noun",
            Self::Speaker => "speaker",
            Self::Unknown => "unknown",
            Self::Thing => "thing",
        }
    }
}

/// A participant on one side of an event. A side may have several participants.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Participant {
    /// The half-open byte range of the noun phrase in the source.
    pub span: Span,
    /// The sentence that contains the noun phrase.
    pub sentence: SentenceIx,
    /// Index of the event in [`Document::events`](crate::Document::events).
    pub event: u32,
    /// The side of the event to which the participant belongs.
    pub role: Role,
    /// The kind of the participant.
    pub kind: ParticipantKind,
    /// The half-open byte range of the head word of the noun phrase in the source.
    pub head: Span,
    /// The entity that the noun phrase denotes (a state, organisation, office or person); `None` if it is not known.
    pub entity: Option<EntityIx>,
    /// The state or organisation that the participant is or belongs to.
    pub of: Option<EntityIx>,
    /// Sector code of PLOVER, a classification of political events and actors; empty if the participant has none.
    pub sector: String,
    /// The members of the group, if the participant is a group of states. Membership is determined at the date that the text gives for the event, or at the
    /// document's date if the text gives none.
    pub members: Vec<EntityIx>,
}

impl Participant {
    /// Creates a participant whose head is the whole noun phrase and whose other fields are empty.
    #[must_use]
    pub const fn new(span: Span, sentence: SentenceIx, event: u32, role: Role, kind: ParticipantKind) -> Self {
        Self { span, sentence, event, role, kind, head: span, entity: None, of: None, sector: String::new(), members: Vec::new() }
    }

    /// Returns `true` if the participant is identified. A participant is identified if its entity is known, or if it belongs to a known state or
    /// organisation. A group of states is also identified if its members are known.
    #[must_use]
    pub const fn is_resolved(&self) -> bool {
        self.of.is_some() || self.entity.is_some() || !self.members.is_empty()
    }
}
