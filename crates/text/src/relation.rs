//! Relations between entities.

use crate::{EntityIx, Interval};

/// The kind of a relation from one entity (the subject) to another (the object).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum RelationKind {
    /// The object is a member of the subject, which is a grouping, an organisation or a region.
    Member,
    /// The subject belongs to the object: an organ to its organisation, an office to its body.
    Of,
    /// The subject, a person, holds the object, an office, in the state or body [`Relation::at`].
    Office,
    /// The subject is the capital of the object.
    CapitalOf,
    /// The name of the subject, a place, stands for the government of the object.
    Metonym,
    /// The subject lies in the object, a state.
    Country,
    /// It lies in the other, a region or another place.
    PartOf,
    /// It has its seat in the other, a city.
    Seat,
    /// The other is a party to it, a treaty.
    Party,
    /// The other succeeded it.
    Successor,
    /// The other keeps the original of it, a treaty.
    Depositary,
}

/// A relation of an entity to another, with its period of validity. See [`Catalog::relations`](crate::Catalog::relations).
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Relation {
    /// The kind of the relation.
    pub kind: RelationKind,
    /// The object of the relation.
    pub of: EntityIx,
    /// For an office, the state or body in which it is held.
    pub at: Option<EntityIx>,
    /// The period in which the relation holds; `None` if unknown, which means always.
    pub valid: Option<Interval>,
}

impl Relation {
    /// Creates a relation that always holds, without [`at`](Self::at).
    #[must_use]
    pub const fn new(kind: RelationKind, of: EntityIx) -> Self {
        Self { kind, of, at: None, valid: None }
    }

    /// Sets the state or body in which an office is held.
    #[must_use]
    pub const fn with_at(mut self, at: EntityIx) -> Self {
        self.at = Some(at);
        self
    }

    /// Sets the period in which the relation holds.
    #[must_use]
    pub const fn with_valid(mut self, valid: Interval) -> Self {
        self.valid = Some(valid);
        self
    }
}
