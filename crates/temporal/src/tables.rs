//! The compiled words and rules.

use crate::anchoring::Need;
use crate::mask::Mask;
use crate::pattern::Pattern;
use crate::rule::Rule;
use crate::slot::Slot;
use crate::word_class_index::WordClassIndex;
use crate::words::Words;

/// A compiled rule.
#[derive(Clone, Debug)]
pub(crate) struct CompiledRule {
    pub(crate) rule: Rule,
    pub(crate) pattern: Pattern,
    /// The slots that the rule sets itself.
    pub(crate) set: Vec<(Slot, i32)>,
    /// How many tokens of a match may precede the anchor.
    pub(crate) lead: usize,
    /// What must stand around the anchor.
    pub(crate) need: Need,
    /// The same for an anchor that begins with a digit.
    pub(crate) need_at_digit: Need,
    /// The first token must share a bit with this.
    pub(crate) first: Mask,
}

/// Number of words in the bitmap of anchor keys.
const ANCHOR_WORDS: usize = 1 << 10;

/// A bitmap of the keys of all words that anchor rules.
#[derive(Clone, Debug)]
pub(crate) struct AnchorKeys(Box<[u64; ANCHOR_WORDS]>);

impl AnchorKeys {
    pub(crate) fn new(keys: impl Iterator<Item = u32>) -> Self {
        let mut bits = Box::new([0; ANCHOR_WORDS]);
        for key in keys {
            bits[(key >> 6) as usize % ANCHOR_WORDS] |= 1u64 << (key & 63);
        }
        Self(bits)
    }

    /// Whether a token with this key (0: not known) may anchor a rule. May be wrong when true, never when false.
    #[inline]
    pub(crate) fn may_contain(&self, key: u32) -> bool {
        (key == 0) | (self.0[(key >> 6) as usize % ANCHOR_WORDS] >> (key & 63) & 1 == 1)
    }
}

/// Everything that a run looks up.
#[derive(Clone, Debug)]
pub(crate) struct Tables {
    pub(crate) words: Words,
    pub(crate) rules: Vec<CompiledRule>,
    /// Numbers of the rules that are anchored at tokens that begin with a digit.
    pub(crate) by_digit: Vec<u32>,
    pub(crate) index: WordClassIndex,
    pub(crate) anchors: AnchorKeys,
    /// A bit for the key of each word of the class `future`.
    pub(crate) future: u64,
}
