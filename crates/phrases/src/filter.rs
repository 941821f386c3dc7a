//! A filter in front of the trie: whether a phrase may begin with a token, told from its key and that of the next.

use chancery_text::{Gap, Token};

/// Keys of the beginnings of phrases: of the one word of short ones, of the first two words of the others, and whether the first begins with a capital.
/// It may say yes wrongly, never no.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(from = "Vec<u64>", into = "Vec<u64>"))]
pub(crate) struct Filter(Vec<Line>);

/// The filter while phrases are put in: first words, and what is asked of them.
#[derive(Clone, Debug, Default)]
pub(crate) struct FilterBuilder(Vec<(u32, u32)>);

impl FilterBuilder {
    /// Adds a phrase by the keys of its first words. `small` says that its first word need not begin with a capital.
    pub(crate) fn add(&mut self, first: u32, second: Option<u32>, small: bool) {
        for capital in [true, false].into_iter().filter(|capital| *capital || small) {
            let first = cased(first, capital);
            self.0.push((first, second.map_or(first, |second| pair(first, second))));
        }
    }

    pub(crate) fn build(mut self) -> Filter {
        self.0.sort_unstable();
        self.0.dedup();
        // 16 bits or more for each.
        let mut lines = vec![NOTHING; (self.0.len() / 32).next_power_of_two().max(2)];
        let count = lines.len();
        for (first, key) in self.0 {
            lines[place(first, count)].set(key);
        }
        Filter(lines)
    }
}

#[cfg(feature = "serde")]
impl From<Filter> for Vec<u64> {
    fn from(Filter(lines): Filter) -> Self {
        lines.into_iter().flat_map(|Line(words)| words).collect()
    }
}

#[cfg(feature = "serde")]
impl From<Vec<u64>> for Filter {
    fn from(words: Vec<u64>) -> Self {
        Self(words.as_chunks().0.iter().map(|words| Line(*words)).collect())
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
        let (mut begins, mut seldom) = (0_u64, 0_u64);
        let (mut before, mut line_before) = (0, &NOTHING);
        // No branch depends on the tokens, so that many can be under way at once. Each bit comes in at the top, the one before it stands below.
        for token in tokens {
            let first = cased(token.key, token.capital);
            let line = self.line(first);
            let (one, two) = (line.has(first), line_before.has(pair(before, token.key)));
            begins = begins >> 1 | u64::from(one) << 63 | u64::from(two) << 62;
            seldom = seldom >> 1 | u64::from((token.key == 0) | (token.gap == Gap::Line)) << 63;
            (before, line_before) = (first, line);
        }
        let down = |bits: u64| bits.checked_shr(u64::BITS - tokens.len() as u32).unwrap_or(0);
        let (begins, mut seldom) = (down(begins), down(seldom));
        let (mut unknown, mut lines) = (0_u64, 0_u64);
        while seldom != 0 {
            let bit = seldom & seldom.wrapping_neg();
            seldom ^= bit;
            let token = &tokens[bit.trailing_zeros() as usize];
            unknown |= if token.key == 0 { bit } else { 0 };
            lines |= if token.gap == Gap::Line { bit } else { 0 };
        }
        let here = (1 << STRIDE.min(tokens.len())) - 1;
        Places { known: (begins | unknown | unknown >> 1) & here, broken: (lines >> 2 | lines >> 3) & here }
    }

    /// Whether some phrase is the one word of this token, or begins with the words of these two.
    #[inline]
    pub(crate) fn begins(&self, token: &Token, next: Option<&Token>) -> bool {
        let first = cased(token.key, token.capital);
        let line = self.line(first);
        token.key == 0 || line.has(first) || next.is_some_and(|next| next.key == 0 || line.has(pair(first, next.key)))
    }

    #[inline]
    fn line(&self, first: u32) -> &Line {
        self.0.get(place(first, self.0.len())).unwrap_or(&NOTHING)
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

/// The keys of phrases whose first words share a line, a bit each; keys may share one. What is asked of a word and the next lies in one line of the processor's memory,
/// and words that are frequent in a text keep theirs near.
#[derive(Clone, Copy, Debug)]
#[repr(align(64))]
struct Line([u64; 8]);

const NOTHING: Line = Line([0; 8]);

/// The line of a first word, of as many as a power of two.
#[inline]
const fn place(first: u32, lines: usize) -> usize {
    // Keys are hashes: their bits need no further mixing.
    (first >> 9) as usize & lines.wrapping_sub(1)
}

impl Line {
    /// Whether a key may be among them.
    #[inline]
    const fn has(&self, key: u32) -> bool {
        self.0[(key >> 6 & 7) as usize] >> (key & 63) & 1 == 1
    }

    const fn set(&mut self, key: u32) {
        self.0[(key >> 6 & 7) as usize] |= 1 << (key & 63);
    }
}
