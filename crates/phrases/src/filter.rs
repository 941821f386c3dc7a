//! A filter in front of the trie: whether a phrase may begin with a token, told from its key and that of the next.

use chancery_text::{Gap, Token};

/// Keys of the beginnings of phrases: of the one word of short ones, of the first two words of the others, and whether the first begins with a capital.
/// It may say yes wrongly, never no.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Filter(Bits);

/// The filter while phrases are put in.
#[derive(Clone, Debug, Default)]
pub(crate) struct FilterBuilder(Vec<u32>);

impl FilterBuilder {
    /// Adds a phrase by the keys of its first words. `small` says that its first word need not begin with a capital.
    pub(crate) fn add(&mut self, first: u32, second: Option<u32>, small: bool) {
        for capital in [true, false].into_iter().filter(|capital| *capital || small) {
            let first = cased(first, capital);
            self.0.push(second.map_or(first, |second| pair(first, second)));
        }
    }

    pub(crate) fn build(mut self) -> Filter {
        self.0.sort_unstable();
        self.0.dedup();
        Filter(Bits::of(&self.0))
    }
}

/// How many tokens are looked at at once.
pub(crate) const STRIDE: usize = 61;
/// How many are looked at beyond them, since a phrase may begin with a word that is divided at a line's end, or with one before such a word.
pub(crate) const AHEAD: usize = 3;

/// Tokens of one stride with which a phrase may begin, a bit each.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Places {
    /// By their keys, or since they have none.
    pub(crate) known: u64,
    /// Where they, or the next, are divided by a line's end, as may be.
    pub(crate) broken: u64,
}

impl Filter {
    /// Of the first [`STRIDE`] of these tokens those with which a phrase may begin.
    #[inline]
    pub(crate) fn places(&self, tokens: &[Token]) -> Places {
        let tokens = tokens.get(..STRIDE + AHEAD).unwrap_or(tokens);
        let (mut begins, mut unknown, mut lines) = (0_u64, 0_u64, 0_u64);
        let mut before = 0;
        // No branch depends on the tokens, so that many can be under way at once. Each bit comes in at the top, the one before it stands below.
        for token in tokens {
            let first = cased(token.key, token.capital);
            let (one, two) = (self.0.has(first), self.0.has(pair(before, token.key)));
            begins = begins >> 1 | u64::from(one) << 63 | u64::from(two) << 62;
            unknown = unknown >> 1 | u64::from(token.key == 0) << 63;
            lines = lines >> 1 | u64::from(token.gap == Gap::Line) << 63;
            before = first;
        }
        let down = |bits: u64| bits.checked_shr(u64::BITS - tokens.len() as u32).unwrap_or(0);
        let (begins, unknown, lines) = (down(begins), down(unknown), down(lines));
        let here = (1 << STRIDE.min(tokens.len())) - 1;
        Places { known: (begins | unknown | unknown >> 1) & here, broken: (lines >> 2 | lines >> 3) & here }
    }

    /// Whether some phrase is the one word of this token, or begins with the words of these two.
    #[inline]
    pub(crate) fn begins(&self, token: &Token, next: Option<&Token>) -> bool {
        let first = cased(token.key, token.capital);
        token.key == 0 || self.0.has(first) || next.is_some_and(|next| next.key == 0 || self.0.has(pair(first, next.key)))
    }
}

/// The key of a first word and its case.
#[inline]
const fn cased(key: u32, capital: bool) -> u32 {
    key ^ (0_u32.wrapping_sub(capital as u32) & 0x5BD1_E995)
}

/// The key of two words: both are hashes, so they need no further mixing.
#[inline]
const fn pair(first: u32, second: u32) -> u32 {
    first.rotate_left(13) ^ second
}

/// A set of keys, one bit each; keys may share one.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
struct Bits {
    /// A power of two of words, 16 bits or more a key.
    words: Vec<u64>,
}

impl Bits {
    fn of(keys: &[u32]) -> Self {
        let mut bits = Self { words: vec![0; (keys.len() / 4).next_power_of_two().max(16)] };
        for &key in keys {
            let (word, bit) = bits.place(key);
            bits.words[word] |= 1 << bit;
        }
        bits
    }

    #[inline]
    fn place(&self, key: u32) -> (usize, u32) {
        // Keys are hashes: their bits need no further mixing.
        ((key >> 6) as usize & self.words.len().wrapping_sub(1), key & 63)
    }

    /// Whether a key may be in the set.
    #[inline]
    fn has(&self, key: u32) -> bool {
        let (word, bit) = self.place(key);
        self.words.get(word).is_some_and(|word| word >> bit & 1 == 1)
    }
}
