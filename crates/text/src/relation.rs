//! How entities stand to one another.

use crate::{EntityIx, Interval};

/// What one entity is to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum RelationKind {
    /// The other is a member of it (of a grouping, an organisation, a region).
    Member,
    /// It belongs to the other (an organ to its organisation, an office to its body).
    Of,
    /// A person holds the other, an office, at [`Relation::at`].
    Office,
    /// It is the capital of the other.
    CapitalOf,
    /// Its name is used for the government of the other.
    Metonym,
    /// It lies in the other, a state.
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

/// A fact about an entity: what another is to it, and when.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Relation {
    /// What the other is.
    pub kind: RelationKind,
    /// The other.
    pub of: EntityIx,
    /// Of an office: the state or body it is held at.
    pub at: Option<EntityIx>,
    /// When it holds; always, where this is not known.
    pub valid: Option<Interval>,
}
