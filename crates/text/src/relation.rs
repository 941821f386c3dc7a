//! Relations between entities.

use crate::{EntityIx, Interval};

/// The kind of a relation from one entity (the subject) to another (the object).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum RelationKind {
    /// The object is a member of the subject, which is a grouping, an organisation or a region.
    Member,
    /// The subject belongs to the object. For example, an organ belongs to its organisation, and an office to its body.
    Of,
    /// The subject is a person. The object is an office that the person holds in the state or body [`Relation::at`].
    Office,
    /// The subject is the capital of the object.
    CapitalOf,
    /// The subject is a place whose name can denote the government of the object ("the Kremlin").
    Metonym,
    /// The subject lies in the object, a state.
    Country,
    /// The subject lies in the object, a region or another place.
    PartOf,
    /// The subject has its seat in the object, a city.
    Seat,
    /// The object is a party to the subject, a treaty.
    Party,
    /// The object is the successor of the subject.
    Successor,
    /// The subject is a treaty. The object is the depositary, which keeps the original text of the treaty.
    Depositary,
}

impl RelationKind {
    /// Returns the name that is used in tables, such as `member` or `capital-of`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Member => "member",
            Self::Of => "of",
            Self::Office => "office",
            Self::CapitalOf => "capital-of",
            Self::Metonym => "metonym",
            Self::Country => "country",
            Self::PartOf => "part-of",
            Self::Seat => "seat",
            Self::Party => "party",
            Self::Successor => "successor",
            Self::Depositary => "depositary",
        }
    }
}

/// A relation from one entity to another, with its period of validity. See [`Catalog::relations`](crate::Catalog::relations).
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Relation {
    /// The kind of the relation.
    pub kind: RelationKind,
    /// The object of the relation.
    pub of: EntityIx,
    /// If the object is an office, this is the state or body in which the subject holds the office. Otherwise, this is `None`.
    pub at: Option<EntityIx>,
    /// The period in which the relation is valid, or `None` if this period is unknown. A relation with an unknown period is treated as always valid.
    pub valid: Option<Interval>,
}

impl Relation {
    /// Creates a relation. [`at`](Self::at) and [`valid`](Self::valid) are `None`.
    #[must_use]
    pub const fn new(kind: RelationKind, of: EntityIx) -> Self {
        Self { kind, of, at: None, valid: None }
    }

    /// Sets [`at`](Self::at), the state or body in which an office is held.
    #[must_use]
    pub const fn with_at(mut self, at: EntityIx) -> Self {
        self.at = Some(at);
        self
    }

    /// Sets the period in which the relation is valid.
    #[must_use]
    pub const fn with_valid(mut self, valid: Interval) -> Self {
        self.valid = Some(valid);
        self
    }
}
