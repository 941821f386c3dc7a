//! Compiled patterns over tokens. The crate's documentation describes the syntax. Patterns are parsed by the module [`parse`](crate::parse).

use crate::mask::{self, Mask};
use crate::slot::Slot;
use crate::words::{Class, Words};
use chancery_text::key::word_key;

/// One alternative of an item of a pattern.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Atom {
    Word(String),
    Class(Class, Option<Slot>),
    Int(Slot),
    Year(Slot),
    Day(Slot),
    Count(Slot),
    Decade,
    Clock,
    /// A year in two digits ("91").
    Short(Slot),
    /// A date in digits.
    Numeric,
    /// A date and time of day in digits.
    Stamp,
    /// A number in four digits that ends in two zeros ("1900").
    Round,
    /// A plural noun.
    Plural,
    /// A word in lower case.
    Lower,
    /// A word with a possessive ending.
    Possessive,
}

/// One item of a pattern: its alternatives, and conditions on the tokens that it matches.
#[derive(Clone, Debug)]
pub(crate) struct Item {
    /// The alternatives with their masks. A token can match an alternative only if the masks of the token and of the alternative have a bit in common.
    pub(crate) atoms: Vec<(Mask, Atom)>,
    /// Whether the item may be absent.
    pub(crate) optional: bool,
    /// Whether there must be no white space before the item.
    pub(crate) tight: bool,
    /// Whether the item is context, that is, not part of the expression.
    pub(crate) context: bool,
    /// Whether the item must not match. Used only for context.
    pub(crate) negated: bool,
    /// Whether the item is marked with `^`. If so, the item is the anchor of the pattern: the pattern is tried only at tokens that match this item.
    pub(crate) anchor: bool,
    /// The union of the masks of all alternatives.
    pub(crate) mask: Mask,
}

/// A compiled pattern.
#[derive(Clone, Debug)]
pub(crate) struct Pattern {
    pub(crate) items: Vec<Item>,
}

impl Pattern {
    /// Returns a copy of the pattern whose masks exclude no token. Tests check that the copy has the same matches as the original.
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
    /// Quickly checks whether a token with the mask `token` can match the item. If the result is `false`, it cannot. If the result is `true`, the token must
    /// still be compared with the item.
    #[inline]
    pub(crate) const fn may_be(&self, token: Mask) -> bool {
        token & self.mask != 0
    }

    /// Returns `true` if the item may match several tokens.
    pub(crate) fn is_wide(&self) -> bool {
        self.atoms.iter().any(|(_, atom)| matches!(atom, Atom::Int(_) | Atom::Year(_) | Atom::Count(_) | Atom::Numeric | Atom::Stamp))
    }
}

impl Atom {
    /// Returns the mask of the alternative. A token can match the alternative only if the token's mask has a bit in common with this mask.
    pub(crate) fn mask(&self, words: &Words) -> Mask {
        let class = |class: Option<Class>| class.map_or(0, mask::class_mask);
        match self {
            Self::Word(word) => mask::key_mask(word_key(word.as_bytes())),
            Self::Class(number, _) => mask::class_mask(*number),
            Self::Int(_) => mask::DIGIT | class(words.numbers()) | class(words.ideographs()),
            Self::Year(_) => mask::FOUR_DIGITS | class(words.numbers()) | class(words.ideographs()),
            Self::Day(_) | Self::Clock | Self::Short(_) | Self::Numeric | Self::Stamp => mask::DIGIT,
            Self::Count(_) => mask::DIGIT | class(words.ordinals()) | class(words.numbers()),
            Self::Decade => mask::DIGIT_AND_LETTER,
            Self::Round => mask::FOUR_DIGITS,
            Self::Plural | Self::Lower | Self::Possessive => Mask::MAX,
        }
    }
}
