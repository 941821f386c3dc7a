//! Compiled patterns.

/// One of the alternatives that a word in the text may match.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) enum Atom {
    /// A folded word.
    Word(String),
    /// Any word of a class, given by its number.
    Class(u32),
}

/// What may fill a slot.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) enum SlotType {
    /// A name of an entity of this type.
    Name(String),
    /// An expression of time.
    Time,
}

/// What a part matches.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) enum PartKind {
    /// One word that matches any of these alternatives.
    Words(Vec<Atom>),
    /// Names or times of one of these types; they fill the slot.
    Slot(String, Vec<SlotType>),
    /// At most this many tokens, none of which is one of these words.
    Gap(u16, Vec<Atom>),
}

/// A part of a pattern.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Part {
    pub(crate) kind: PartKind,
    /// Whether the part may be absent.
    pub(crate) optional: bool,
    /// Whether the part is only tested and does not belong to the match (`<x>`).
    pub(crate) context: bool,
    /// Whether the part must not stand there (`<!x>`). Only for context.
    pub(crate) negated: bool,
    /// Whether the slot needs two fillers or more.
    pub(crate) several: bool,
    /// The text from which the part was parsed.
    pub(crate) source: String,
}

/// A pattern: the parts before the trigger, nearest first, and the parts after it.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Pattern {
    pub(crate) left: Vec<Part>,
    pub(crate) right: Vec<Part>,
    /// Forms that the trigger may have; any form if empty.
    pub(crate) forms: Vec<String>,
    /// The text from which the pattern was parsed.
    pub(crate) source: String,
}

impl Pattern {
    /// Whether the pattern has a slot that must be filled.
    pub(crate) fn wants_filler(&self) -> bool {
        self.left.iter().chain(&self.right).any(|part| matches!(part.kind, PartKind::Slot(..)) && !part.optional && !part.negated)
    }
}
