//! A filter in front of the trie: whether a phrase may begin with a token, by the keys of this token and the next.

use crate::hyphen::HYPHEN;
use chancery_text::key::{plain_key, word_key};
use chancery_text::{Gap, Token, TokenKind};

/// How phrases begin. A yes may be wrong, a no never is.
///
/// Phrases that may begin with a lower-case letter have a part of their own: most words of a text begin so, and few phrases.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Filter {
    /// For words with a lower-case first letter, and for words with a capital.
    parts: [Part; 2],
}

/// The words that begin phrases, and the pairs of words that do.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(from = "Packed", into = "Packed"))]
struct Part {
    /// A bit for each key of a first word; keys may share a bit. The length is a power of two, with at least 16 bits for each key.
    first: Vec<u64>,
    /// The length is a power of two, with at least 16 bits for each key.
    lines: Vec<Line>,
    /// The key of the first word that the most words may follow ("the"). Its pairs would fill one line, so they are spread over all lines. It is never a phrase by itself or a
    /// word before a stem, because those are looked up in its own line. 0 for none.
    wide: u32,
}

/// One of the first two words of a phrase.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Begin {
    /// Tokens that are this word have this key.
    Key(u32),
    /// Tokens that are this word have no key.
    NoKey,
    /// Any word that begins so.
    Stem,
}

impl Begin {
    /// Of a folded word.
    pub(crate) fn of(word: &str) -> Self {
        match plain_key(word.as_bytes()) {
            0 => Self::NoKey,
            key => Self::Key(key),
        }
    }
}

/// The filter while phrases are added: keys of first words, and the keys to set in their lines.
#[derive(Clone, Debug, Default)]
pub(crate) struct FilterBuilder {
    small: Vec<(u32, Option<u32>)>,
    capital: Vec<(u32, Option<u32>)>,
}

impl FilterBuilder {
    /// Adds a phrase by the key of its first word, and by its second word if it has one. With `small` its first word need not begin with a capital. Phrases whose first word has
    /// no key need not be added.
    pub(crate) fn add(&mut self, first: u32, second: Option<Begin>, small: bool) {
        let asked = match second {
            // Any word may match a stem.
            None | Some(Begin::Stem) => Some(first),
            Some(Begin::Key(second)) => Some(pair(first, second)),
            // Words without a key always pass.
            Some(Begin::NoKey) => None,
        };
        self.capital.push((first, asked));
        if small {
            self.small.push((first, asked));
        }
    }

    pub(crate) fn build(&self) -> Filter {
        Filter { parts: [&self.small, &self.capital].map(|keys| Part::of(keys.clone())) }
    }
}

impl Part {
    fn of(mut keys: Vec<(u32, Option<u32>)>) -> Self {
        keys.sort_unstable();
        keys.dedup();
        let words = keys.chunk_by(|a, b| a.0 == b.0).count();
        let pairs = |keys: &[(u32, Option<u32>)]| keys.iter().filter(|(_, asked)| asked.is_some()).count();
        let alone = |keys: &[(u32, Option<u32>)]| keys.iter().any(|(first, asked)| *asked == Some(*first));
        let widest = keys.chunk_by(|a, b| a.0 == b.0).filter(|keys| !alone(keys)).max_by_key(|keys| pairs(keys));
        let wide = widest.and_then(<[_]>::first).map_or(0, |(first, _)| *first);
        let mut part = Self {
            first: vec![0; (words / 4).next_power_of_two().max(16)],
            lines: vec![NOTHING; (keys.len() / 32).next_power_of_two()],
            wide,
        };
        // Words without a key, and hyphens that may divide a word, always pass.
        for key in keys.iter().map(|(first, _)| *first).chain([0, word_key(HYPHEN.as_bytes())]) {
            let (word, bit) = (part.word(key), bit(key));
            part.first[word] |= bit;
        }
        for (first, asked) in keys {
            if let Some(asked) = asked {
                let line = part.place(first, asked);
                part.lines[line].set(asked);
            }
        }
        part
    }

    // Keys are hashes: their bits need no further mixing.

    #[inline]
    fn word(&self, key: u32) -> usize {
        (key >> 6) as usize & self.first.len().wrapping_sub(1)
    }

    #[inline]
    fn place(&self, first: u32, pair: u32) -> usize {
        let key = if first == self.wide { pair } else { first };
        (key >> 9) as usize & self.lines.len().wrapping_sub(1)
    }

    /// Whether a phrase may begin with a word, or it may divide one.
    #[inline]
    fn begins(&self, key: u32) -> bool {
        self.first.get(self.word(key)).is_some_and(|word| word & bit(key) != 0)
    }

    /// The line for a word, or for a word and the next, whose [`pair`] this is.
    #[inline]
    fn line(&self, first: u32, pair: u32) -> &Line {
        self.lines.get(self.place(first, pair)).unwrap_or(&NOTHING)
    }
}

#[inline]
const fn bit(key: u32) -> u64 {
    1 << (key & 63)
}

/// A part as it is stored.
#[cfg(feature = "serde")]
#[derive(serde::Serialize, serde::Deserialize)]
struct Packed {
    first: Vec<u64>,
    lines: Vec<u64>,
    wide: u32,
}

#[cfg(feature = "serde")]
impl From<Part> for Packed {
    fn from(Part { first, lines, wide }: Part) -> Self {
        Self { first, lines: lines.into_iter().flat_map(|Line(words)| words).collect(), wide }
    }
}

#[cfg(feature = "serde")]
impl From<Packed> for Part {
    fn from(Packed { first, lines, wide }: Packed) -> Self {
        Self { first, lines: lines.as_chunks().0.iter().map(|words| Line(*words)).collect(), wide }
    }
}

/// How many tokens are tested at once.
pub(crate) const STRIDE: usize = 61;
/// How many tokens after them are read too: a phrase may begin with a word that a line end divides, or with the word before it.
pub(crate) const AHEAD: usize = 3;

/// Tokens of one stride with which a phrase may begin, a bit each.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Places {
    /// By their keys, or because they have none.
    pub(crate) known: u64,
    /// Because a line end may divide them.
    pub(crate) broken: u64,
}

impl Filter {
    /// Of the first [`STRIDE`] of these tokens those with which a phrase may begin.
    #[inline]
    pub(crate) fn places(&self, tokens: &[Token]) -> Places {
        let tokens = tokens.get(..STRIDE + AHEAD).unwrap_or(tokens);
        let mut left = self.first_words(tokens);
        let (mut known, mut broken) = (0_u64, 0_u64);
        while left != 0 {
            let bit = left & left.wrapping_neg();
            left ^= bit;
            let at = bit.trailing_zeros() as usize;
            let (token, next) = (&tokens[at], tokens.get(at + 1));
            if token.kind == TokenKind::Punctuation {
                // Perhaps a hyphen that divides the word before it.
                broken |= if next.is_some_and(|next| next.gap == Gap::Line) { bit >> 1 } else { 0 };
                continue;
            }
            let next = next.map_or(0, |next| next.key);
            let pair = pair(token.key, next);
            let line = self.part(token).line(token.key, pair);
            let divided = tokens.get(at + 3).is_some_and(|rest| rest.gap == Gap::Line);
            // Without branches, because they could not be predicted.
            let begins = line.has(token.key) | line.has(pair) | (token.key == 0) | (next == 0) | divided;
            known |= if begins { bit } else { 0 };
        }
        let here = (1 << STRIDE.min(tokens.len())) - 1;
        Places { known: known & here, broken: broken & here }
    }

    /// The tokens whose words begin phrases, those without a key, and hyphens, a bit each.
    #[inline]
    fn first_words(&self, tokens: &[Token]) -> u64 {
        let mut bits = 0_u64;
        // No branch depends on the tokens, so many loads run at the same time. Each bit enters at the top and moves the others down.
        for token in tokens {
            bits = bits >> 1 | u64::from(self.part(token).begins(token.key)) << 63;
        }
        bits.checked_shr(u64::BITS - tokens.len() as u32).unwrap_or(0)
    }

    /// Whether a phrase may be the word of this token, or begin with the words of these two. Always true for the last token.
    #[inline]
    pub(crate) fn begins(&self, token: &Token, next: Option<&Token>) -> bool {
        let (part, next) = (self.part(token), next.map_or(0, |next| next.key));
        let pair = pair(token.key, next);
        let line = part.line(token.key, pair);
        token.key == 0 || next == 0 || line.has(token.key) || line.has(pair)
    }

    #[inline]
    fn part(&self, token: &Token) -> &Part {
        &self.parts[usize::from(token.capital)]
    }
}

/// The key of two words: both are hashes, so they need no further mixing.
#[inline]
const fn pair(first: u32, second: u32) -> u32 {
    first.rotate_left(13) ^ second
}

/// A bit for each key of the phrases whose first words share this line; keys may share a bit. All look-ups for a word and the next read one cache line, and the lines of
/// frequent words stay in the cache.
#[derive(Clone, Copy, Debug)]
#[repr(align(64))]
struct Line([u64; 8]);

const NOTHING: Line = Line([0; 8]);

impl Line {
    /// Whether a key may be among them.
    #[inline]
    const fn has(&self, key: u32) -> bool {
        self.0[(key >> 6 & 7) as usize] & bit(key) != 0
    }

    const fn set(&mut self, key: u32) {
        self.0[(key >> 6 & 7) as usize] |= bit(key);
    }
}
