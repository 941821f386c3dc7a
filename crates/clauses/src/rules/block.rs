//! Blocks of rules, indexed by the classes of the neighbouring words. The index quickly excludes most of the rules that do not apply to a
//! word.

use super::rule::Rule;
use crate::class::Classes;

/// A block of up to 64 rules, with bitmaps that show which of them can apply to a word. Each rule is one bit. There are bitmaps for the
/// likeliest class of the word, and for the classes of the words before and after it.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Block {
    before: Index,
    after: Index,
    likely: Index,
    rules: Vec<Quick>,
}

/// Two bitmaps for each class: the rules that accept a word of this class, and the rules that reject it. The index of a class is the number
/// of its bit in [`Classes`].
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
struct Index([(u64, u64); 32]);

/// The parts of a rule that are needed to apply it to a word that meets its conditions.
#[derive(Clone, Copy, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Quick {
    target: Classes,
    /// The index of the rule in the list of all rules.
    pub(crate) rule: u16,
    select: bool,
    /// Whether the rule has conditions that the bitmaps of the block do not cover, and that must be tested separately.
    pub(crate) conditions: bool,
}

impl Quick {
    /// Returns the readings (possible classes) that remain after the rule has been applied, or `None` if the rule does not change them.
    #[inline]
    pub(crate) const fn leaves(&self, readings: Classes) -> Option<Classes> {
        let (hit, rest) = (readings.and(self.target), readings.without(self.target));
        if hit.is_empty() || rest.is_empty() {
            return None;
        }
        Some(if self.select { hit } else { rest })
    }
}

impl Index {
    /// Adds the rule with the bit `rule`. The rule accepts the classes in `needs` and rejects those in `forbids`.
    fn add(&mut self, rule: usize, needs: Classes, forbids: Classes) {
        for (bit, (allowed, forbidden)) in self.0.iter_mut().enumerate() {
            *allowed |= u64::from(needs.bits() >> bit & 1) << rule;
            *forbidden |= u64::from(forbids.bits() >> bit & 1) << rule;
        }
    }

    /// Returns a bitmap of the rules that accept at least one of these classes and reject none of them.
    #[inline]
    fn of(&self, classes: Classes) -> u64 {
        let (mut any, mut none, mut bits) = (0, 0, classes.bits());
        while bits != 0 {
            let (allowed, forbidden) = self.0[(bits.trailing_zeros() & 31) as usize];
            any |= allowed;
            none |= forbidden;
            bits &= bits - 1;
        }
        any & !none
    }
}

impl Block {
    /// The maximum number of rules in a block.
    pub(crate) const SIZE: usize = 64;

    /// Builds a block from at most [`SIZE`](Self::SIZE) rules. Each rule is given with its index in the list of all rules.
    pub(crate) fn new(rules: &[(u16, &Rule)]) -> Self {
        let mut block = Self { before: Index::default(), after: Index::default(), likely: Index::default(), rules: Vec::new() };
        for (bit, (number, rule)) in rules.iter().enumerate().take(Self::SIZE) {
            block.before.add(bit, rule.needs(-1), rule.forbids(-1));
            block.after.add(bit, rule.needs(1), rule.forbids(1));
            let (likely, unlikely) = rule.likely();
            block.likely.add(bit, likely, unlikely);
            block.rules.push(Quick { target: rule.target, rule: *number, select: rule.select, conditions: rule.is_open() });
        }
        block
    }

    /// Returns the rules that may apply to a word, in the order in which they were passed to [`new`](Self::new). `before` and `after` are
    /// the classes of the neighbouring words; `likely` is the likeliest class of the word itself.
    #[inline]
    pub(crate) fn candidates(&self, before: Classes, after: Classes, likely: Classes) -> impl Iterator<Item = &Quick> {
        let mut bits = self.before.of(before) & self.after.of(after) & self.likely.of(likely);
        std::iter::from_fn(move || {
            let rule = self.rules.get(bits.trailing_zeros() as usize)?;
            bits &= bits - 1;
            Some(rule)
        })
    }
}
