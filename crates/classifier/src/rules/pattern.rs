//! Compiled patterns.

/// One alternative of a word.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) enum Atom {
    /// A folded word.
    Word(String),
    /// A class, by its number.
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
    /// One word.
    Words(Vec<Atom>),
    /// Names or times of one of these types; they fill the slot.
    Slot(String, Vec<SlotType>),
    /// At most so many tokens, none of them one of these words.
    Gap(u16, Vec<Atom>),
}

/// A part of a pattern.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Part {
    pub(crate) kind: PartKind,
    /// Whether it may be absent.
    pub(crate) optional: bool,
    /// Whether it is not part of the match.
    pub(crate) context: bool,
    /// Whether it must not stand there; only for context.
    pub(crate) negated: bool,
    /// Whether the slot needs two fillers or more.
    pub(crate) several: bool,
    /// As it is written.
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
    /// As it is written.
    pub(crate) source: String,
}

impl Pattern {
    /// Whether it has a slot that must be filled.
    pub(crate) fn wants_filler(&self) -> bool {
        self.left.iter().chain(&self.right).any(|part| matches!(part.kind, PartKind::Slot(..)) && !part.optional && !part.negated)
    }
}
