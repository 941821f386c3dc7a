//! Who can act, put together from names and the words around them.

use crate::{EntityIx, MentionIx, SentenceIx, Span};

/// What an actor is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ActorKind {
    /// An office of a state or a body ("the Kazakh foreign minister").
    Office,
    /// A body of a state that has no name of its own ("the Government of Kenya").
    Body,
    /// A person by name, known to hold or have held an office.
    Person,
    /// Several states taken together ("the Central Asian countries").
    Group,
    /// A capital or seat used for a government ("Beijing said").
    Metonym,
}

impl ActorKind {
    /// The name used in tables: `office`, `body`, `person`, `group`, `seat`.
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

/// What told whose an actor is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ActorCue {
    /// A name or adjective before it ("Kazakh foreign minister", "Kenya's Government").
    Before,
    /// A name behind it ("Minister of Foreign Affairs of Kazakhstan").
    Of,
    /// The terms of office of a person.
    Terms,
    /// The gazetteer knows whose it is, or who its members are.
    Known,
    /// The states that the document has named before.
    Introduced,
    /// The way a place is spoken of ("Beijing said").
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

/// A phrase that can act. An office of several states makes one actor for each of them.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Actor {
    /// Bytes of the source: the whole phrase without its article.
    pub span: Span,
    /// The sentence it stands in.
    pub sentence: SentenceIx,
    /// What it is made of.
    pub kind: ActorKind,
    /// The office, grouping, person or place; `None` for a body without an entry in the gazetteer.
    pub entity: Option<EntityIx>,
    /// The state or organisation it belongs to; `None` for a group.
    pub of: Option<EntityIx>,
    /// PLOVER sector ("GOV", "MIL"); empty where it has none.
    pub sector: String,
    /// The person, where one is named beside an office.
    pub person: Option<EntityIx>,
    /// The states of a group at the document's date, sorted by index.
    pub members: Vec<EntityIx>,
    /// Whether the document's date lies in the term that the code comes from; `None` where either is unknown.
    pub in_date: Option<bool>,
    /// The mentions it is made of, sorted.
    pub mentions: Vec<MentionIx>,
    /// The evidence for the state or organisation.
    pub cue: ActorCue,
}

impl Actor {
    /// An actor without entity, state, person or members.
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
