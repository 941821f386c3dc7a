//! Participants: the sides of events.

use crate::{EntityIx, SentenceIx, Span};

/// Which side of an event a participant is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Role {
    /// Who acts.
    Source,
    /// Who is acted upon.
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

/// What a participant is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ParticipantKind {
    /// An actor of the layer of actors ("the Kazakh foreign minister").
    Actor,
    /// An entity of the gazetteer, by its name.
    Name,
    /// A common noun of people or bodies ("protesters").
    Noun,
    /// The speaker of the document ("we", "my delegation").
    Speaker,
    /// A name or pronoun that the gazetteer does not list.
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

/// One side of an event, or one of several on the same side.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Participant {
    /// Bytes of the source, half-open: the noun phrase.
    pub span: Span,
    /// The sentence that contains it.
    pub sentence: SentenceIx,
    /// Index of the event in [`Document::events`](crate::Document::events).
    pub event: u32,
    /// The side.
    pub role: Role,
    /// What it is.
    pub kind: ParticipantKind,
    /// Bytes of the head word.
    pub head: Span,
    /// The entity that it is, if it is one: a state, an organisation, an office, a person.
    pub entity: Option<EntityIx>,
    /// The state or organisation that it is or belongs to.
    pub of: Option<EntityIx>,
    /// PLOVER sector; empty if there is none.
    pub sector: String,
    /// The states of a group at the document's date.
    pub members: Vec<EntityIx>,
}

impl Participant {
    /// A participant whose other fields are empty.
    #[must_use]
    pub const fn new(span: Span, sentence: SentenceIx, event: u32, role: Role, kind: ParticipantKind) -> Self {
        Self { span, sentence, event, role, kind, head: span, entity: None, of: None, sector: String::new(), members: Vec::new() }
    }

    /// Whether the gazetteer or a sector tells who it is.
    #[must_use]
    pub const fn is_resolved(&self) -> bool {
        self.of.is_some() || self.entity.is_some() || !self.members.is_empty()
    }
}
