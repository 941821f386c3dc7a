//! Patterns over tokens, compiled. The crate's documentation describes the syntax; [`parse`](crate::parse) reads it.

use crate::mask::{self, Mask};
use crate::slot::Slot;
use crate::words::{Class, Words};
use chancery_text::key::word_key;

/// One alternative of an item.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Atom {
    Word(String),
    Class(Class, Option<Slot>),
    Int(Slot),
    Year(Slot),
    Day(Slot),
    Count,
    Decade,
    Clock,
}

/// One element of a pattern: alternatives, and how they must stand.
#[derive(Clone, Debug)]
pub(crate) struct Item {
    /// The alternatives, each with the bits of which a fitting token has at least one.
    pub(crate) atoms: Vec<(Mask, Atom)>,
    /// Whether the item may be absent.
    pub(crate) optional: bool,
    /// Whether no blank may stand before it.
    pub(crate) tight: bool,
    /// Whether it is outside the expression.
    pub(crate) context: bool,
    /// Whether it must not stand there; only for context.
    pub(crate) negated: bool,
    /// Whether the pattern is looked up by it.
    pub(crate) anchor: bool,
    /// The bits of all alternatives.
    pub(crate) mask: Mask,
}

/// A compiled pattern.
#[derive(Clone, Debug)]
pub(crate) struct Pattern {
    pub(crate) items: Vec<Item>,
}

impl Pattern {
    /// The same pattern without masks, as the reference that the masked one is tested against.
    #[cfg(test)]
    pub(crate) fn blind(&self) -> Self {
        let any = |item: &Item| Item {
            atoms: item.atoms.iter().map(|(_, atom)| (Mask::MAX, atom.clone())).collect(),
            mask: Mask::MAX,
            ..item.clone()
        };
        Self { items: self.items.iter().map(any).collect() }
    }
}

impl Item {
    /// Whether a token with this mask may fit.
    #[inline]
    pub(crate) const fn may_be(&self, token: Mask) -> bool {
        token & self.mask != 0
    }

    /// Whether it may match several tokens.
    pub(crate) fn is_wide(&self) -> bool {
        self.atoms.iter().any(|(_, atom)| matches!(atom, Atom::Int(_) | Atom::Year(_)))
    }
}

impl Atom {
    /// The bits of which a fitting token has at least one.
    pub(crate) fn mask(&self, words: &Words) -> Mask {
        let class = |class: Option<Class>| class.map_or(0, mask::class_mask);
        match self {
            Self::Word(word) => mask::key_mask(word_key(word.as_bytes())),
            Self::Class(number, _) => mask::class_mask(*number),
            Self::Int(_) => mask::DIGIT | class(words.numbers()),
            Self::Year(_) => mask::FOUR_DIGITS | class(words.numbers()),
            Self::Day(_) | Self::Clock => mask::DIGIT,
            Self::Count => mask::DIGIT | class(words.ordinals()),
            Self::Decade => mask::DIGIT_AND_LETTER,
        }
    }
}
