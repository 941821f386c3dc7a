//! Actors: phrases that denote someone who can act.

use crate::{EntityIx, MentionIx, SentenceIx, Span};

/// The kind of an actor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ActorKind {
    /// An office of a state or a body ("the Kazakh foreign minister").
    Office,
    /// A ministry, government or other body of a state, if the gazetteer has no entry for the body ("the Government of Kenya").
    Body,
    /// A named person who holds or held an office according to the gazetteer.
    Person,
    /// Several states as a group ("the Central Asian countries").
    Group,
    /// A place name that refers to a government ("Beijing said").
    Metonym,
}

impl ActorKind {
    /// The name used in tables: `office`, `body`, `person`, `group`, `metonym`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Office => "office",
            Self::Body => "body",
            Self::Person => "person",
            Self::Group => "group",
            Self::Metonym => "metonym",
        }
    }
}

/// The evidence that an actor belongs to a state or organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ActorCue {
    /// A name or adjective in front of the actor ("Kazakh foreign minister", "Kenya's Government").
    Before,
    /// A name after the actor ("Minister of Foreign Affairs of Kazakhstan").
    Of,
    /// The terms of office of a person in the gazetteer.
    Terms,
    /// The gazetteer, which lists the state of an office or the members of a group.
    Known,
    /// The states that the document named earlier ("the two sides").
    Introduced,
    /// The context in which a place name is used ("Beijing said").
    Use,
}

impl ActorCue {
    /// The name used in tables: `before`, `of`, `terms`, `known`, `introduced`, `use`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Before => "before",
            Self::Of => "of",
            Self::Terms => "terms",
            Self::Known => "known",
            Self::Introduced => "introduced",
            Self::Use => "use",
        }
    }
}

/// A phrase that denotes someone who can act. An office that is shared by several states yields one actor for each state.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Actor {
    /// The half-open byte range of the whole phrase in the source, without a leading article ("the").
    pub span: Span,
    /// The sentence that contains the actor.
    pub sentence: SentenceIx,
    /// The kind of the actor.
    pub kind: ActorKind,
    /// The gazetteer entry of the office, group, person or place; `None` for a body that has no entry.
    pub entity: Option<EntityIx>,
    /// The state or organisation that the actor belongs to; `None` for a group.
    pub of: Option<EntityIx>,
    /// Code of the sector ("GOV", "MIL") in PLOVER, a classification of political events and actors; empty if there is none.
    pub sector: String,
    /// The person named together with an office, if any.
    pub person: Option<EntityIx>,
    /// The states that belonged to the group at the document's date, sorted by index. Empty unless the actor refers to a group of states.
    pub members: Vec<EntityIx>,
    /// Whether the link between the actor and its state or organisation was valid at the document's date; `None` if this is unknown. If the link is based on a
    /// term of office, it is valid during this term. Otherwise, it is valid during the period in which the name of the state or organisation was valid.
    pub in_date: Option<bool>,
    /// The mentions that the actor is composed of, sorted by index.
    pub mentions: Vec<MentionIx>,
    /// The evidence for [`of`](Self::of), the state or organisation of the actor.
    pub cue: ActorCue,
}

impl Actor {
    /// Creates an actor. The fields that are not arguments are empty.
    #[must_use]
    pub const fn new(span: Span, sentence: SentenceIx, kind: ActorKind, cue: ActorCue) -> Self {
        Self {
            span,
            sentence,
            kind,
            entity: None,
            of: None,
            sector: String::new(),
            person: None,
            members: Vec::new(),
            in_date: None,
            mentions: Vec::new(),
            cue,
        }
    }
}
