//! Who can act, put together from names and the words around them.

use crate::{EntityIx, Span};

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
    Seat,
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
            Self::Seat => "seat",
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

/// Somebody who can act. An office of several states makes one for each of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Actor {
    /// Bytes of the source: the whole phrase without its article.
    pub span: Span,
    /// The sentence, as an index into [`Document::sentences`](crate::Document::sentences).
    pub sentence: u32,
    /// What it is made of.
    pub kind: ActorKind,
    /// The office, grouping, person or place; `None` for bodies without an entry.
    pub entity: Option<EntityIx>,
    /// The state or organisation whose it is; `None` for groups.
    pub of: Option<EntityIx>,
    /// Sector, as PLOVER names them ("GOV", "MIL"); empty where it has none.
    pub sector: String,
    /// The person, where one is named beside an office.
    pub person: Option<EntityIx>,
    /// States that a group stands for, at the document's date, in order of index.
    pub members: Vec<EntityIx>,
    /// Whether the document's date lies in the term that the code comes from; `None` where either is unknown.
    pub in_date: Option<bool>,
    /// The mentions it is made of, as indexes into [`Document::mentions`](crate::Document::mentions), sorted.
    pub mentions: Vec<u32>,
    /// What told whose it is.
    pub cue: ActorCue,
}
