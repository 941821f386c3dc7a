//! The patterns of rules, in compiled form.

/// An alternative that a word of the text can match.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) enum Atom {
    /// This word, given in folded form.
    Word(String),
    /// Any word of the class with this index.
    Class(u32),
}

/// The type of a filler (a name or time) that a slot accepts.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) enum SlotType {
    /// A name of an entity of this type.
    Name(String),
    /// A time expression.
    Time,
}

/// The text that a part of a pattern matches.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) enum PartKind {
    /// One word, which must match one of the alternatives.
    Words(Vec<Atom>),
    /// One or more names or time expressions that fill a slot. The fields are the name of the slot, and the types that the slot accepts.
    Slot(String, Vec<SlotType>),
    /// A gap. The first field is the maximum number of tokens, where a whole name counts as one token. The second field contains the words that must not occur
    /// in the gap.
    Gap(u16, Vec<Atom>),
}

/// A part of a pattern, such as a word, a slot or a gap.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Part {
    pub(crate) kind: PartKind,
    /// Whether the pattern also matches without this part.
    pub(crate) optional: bool,
    /// Whether the part is a context (`<x>`). A context is tested, but the text that it matches is not part of the match.
    pub(crate) context: bool,
    /// Whether the part must not match at its position (`<!x>`). Only used for contexts.
    pub(crate) negated: bool,
    /// Whether the slot needs at least two fillers, that is, names or times.
    pub(crate) several: bool,
    /// The source text of the part.
    pub(crate) source: String,
}

/// A pattern: the parts before and after the trigger. In both lists, the part nearest to the trigger comes first.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Pattern {
    pub(crate) left: Vec<Part>,
    pub(crate) right: Vec<Part>,
    /// The verb forms that the trigger may have ("past", "ing"). If empty, any form is allowed.
    pub(crate) forms: Vec<String>,
    /// The source text of the pattern.
    pub(crate) source: String,
}

impl Pattern {
    /// Returns `true` if the pattern has a slot that must be filled.
    pub(crate) fn wants_filler(&self) -> bool {
        self.left.iter().chain(&self.right).any(|part| matches!(part.kind, PartKind::Slot(..)) && !part.optional && !part.negated)
    }
}
