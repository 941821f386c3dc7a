//! The compiled words and rules.

use crate::anchoring::Need;
use crate::mask::Mask;
use crate::pattern::Pattern;
use crate::rule::Rule;
use crate::slot::Slot;
use crate::word_class_index::WordClassIndex;
use crate::words::Words;

/// A compiled rule. The rule is tried only at its anchors. An anchor is a word of the rule, or a token that begins with a digit.
#[derive(Clone, Debug)]
pub(crate) struct CompiledRule {
    pub(crate) rule: Rule,
    pub(crate) pattern: Pattern,
    /// The slots that the rule itself fills, with their values.
    pub(crate) set: Vec<(Slot, i32)>,
    /// The maximum number of tokens in a match before the anchor.
    pub(crate) lead: usize,
    /// The conditions on the anchor and on the tokens next to the anchor, if the anchor is a word.
    pub(crate) need: Need,
    /// The conditions on the anchor and on the tokens next to the anchor, if the anchor begins with a digit.
    pub(crate) need_at_digit: Need,
    /// The mask of the first token of a match. A match can begin only at a token whose mask has a bit in common with this mask. If any token is possible,
    /// all bits are set.
    pub(crate) first: Mask,
}

/// The number of 64-bit words in the bitmap of anchor keys.
const ANCHOR_WORDS: usize = 1 << 10;

/// A bitmap of the keys of all words that are anchors of rules.
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

    /// Quickly checks whether a token with the key `key` can be an anchor. If the result is `false`, it is not an anchor of any rule. If the result is `true`,
    /// the word must still be looked up. For the key 0, which means that the key is unknown, the result is `true`.
    #[inline]
    pub(crate) fn may_contain(&self, key: u32) -> bool {
        (key == 0) | (self.0[(key >> 6) as usize % ANCHOR_WORDS] >> (key & 63) & 1 == 1)
    }
}

/// All tables that a run needs.
#[derive(Clone, Debug)]
pub(crate) struct Tables {
    pub(crate) words: Words,
    pub(crate) rules: Vec<CompiledRule>,
    /// The indexes in `rules` of the rules that are tried at tokens that begin with a digit.
    pub(crate) by_digit: Vec<u32>,
    pub(crate) index: WordClassIndex,
    pub(crate) anchors: AnchorKeys,
    /// A bitmap of the words of the class `tense`. Each word sets one bit, whose position is given by the lowest six bits of the word's key.
    pub(crate) tense: u64,
}
