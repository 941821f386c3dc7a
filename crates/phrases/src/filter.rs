//! The filter that is applied before the trie is searched. It uses only the keys (hashes) of a token and the next token to decide whether a phrase may begin at
//! the token.

use crate::hyphen::HYPHEN;
use chancery_text::key::{plain_key, word_key};
use chancery_text::{Gap, Token, TokenKind};

/// Finds the tokens at which a phrase may begin. If the filter rejects a token, no phrase begins there. If it accepts a token, the trie must be searched.
///
/// Most words of a text begin with a lower-case letter, but most phrases can begin only with a capital. The filter therefore has two parts. The part for tokens
/// without an initial capital contains only the few phrases that may begin in lower case, so it excludes most of these tokens.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Filter {
    /// The two parts: the first for tokens that do not begin with a capital letter, the second for tokens that do.
    parts: [Part; 2],
}

/// One of the two parts of the filter. It has bitmaps of the first words of phrases, and of the pairs of words with which phrases begin. The bitmaps contain
/// the keys of the words and pairs.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(from = "Packed", into = "Packed"))]
struct Part {
    /// A bitmap of the keys of the first words of all phrases. Several keys may share a bit. The length is a power of two, and is large enough for at least 16
    /// bits per key.
    first: Vec<u64>,
    /// Bitmaps, one for each [`Line`]. The line of a first word contains the keys of the pairs of this word and a second word. If the first word is a phrase by
    /// itself, or if any word may follow it, the line also contains the key of the first word. The number of lines is a power of two, and is large enough for
    /// at least 16 bits per key.
    lines: Vec<Line>,
    /// The key of the wide word; 0 if there is none. The wide word is the first word that has the largest number of different second words ("the"). The keys of
    /// its pairs would fill its line, so they are spread over all lines.
    ///
    /// A word cannot be the wide word if it is a phrase by itself or if a stem follows it in a phrase. The key of such a word must be in the word's own line.
    wide: u32,
}

/// One of the first two words of a phrase.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Begin {
    /// A word, given by the key of its tokens.
    Key(u32),
    /// A word that must be folded before it is looked up. Its tokens have no key.
    NoKey,
    /// A stem, which matches any word that begins with it.
    Stem,
}

impl Begin {
    /// Classifies a folded word.
    pub(crate) fn of(word: &str) -> Self {
        match plain_key(word.as_bytes()) {
            0 => Self::NoKey,
            key => Self::Key(key),
        }
    }
}

/// Collects the beginnings of phrases.
///
/// Each row represents the beginning of a phrase. The first field is the key of the first word. The second field is the key that is set in the [`Line`] of this
/// word. Normally, this is the key of the pair of the first and the second word. It is the key of the first word if there is no second word or if the second
/// word is a stem, and `None` if the second word has no key.
#[derive(Clone, Debug, Default)]
pub(crate) struct FilterBuilder {
    /// The phrases that may also begin with a token without a capital letter.
    small: Vec<(u32, Option<u32>)>,
    /// All phrases.
    capital: Vec<(u32, Option<u32>)>,
}

impl FilterBuilder {
    /// Adds a phrase. `first` is the key of its first word, and `second` is its second word, if it has one. `small` tells whether the phrase may also begin
    /// with a token without a capital letter. Phrases whose first word has no key need not be added, because tokens without a key always pass the filter.
    pub(crate) fn add(&mut self, first: u32, second: Option<Begin>, small: bool) {
        let asked = match second {
            // A stem may match any word, so only the first word is tested.
            None | Some(Begin::Stem) => Some(first),
            Some(Begin::Key(second)) => Some(pair(first, second)),
            // Words without a key always pass the filter.
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
        // Words without a key, and hyphens that may divide a word, always pass the filter.
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

    // Keys are hashes already, so their bits can be used directly as positions.

    #[inline]
    fn word(&self, key: u32) -> usize {
        (key >> 6) as usize & self.first.len().wrapping_sub(1)
    }

    #[inline]
    fn place(&self, first: u32, pair: u32) -> usize {
        let key = if first == self.wide { pair } else { first };
        (key >> 9) as usize & self.lines.len().wrapping_sub(1)
    }

    /// Returns `true` if a phrase may begin with a word that has the key `key`. The result is always `true` for two keys: for 0, which means that the word has
    /// no key, and for the key of the hyphen, because a hyphen may divide a word.
    #[inline]
    fn begins(&self, key: u32) -> bool {
        self.first.get(self.word(key)).is_some_and(|word| word & bit(key) != 0)
    }

    /// Returns the [`Line`] of the first word `first`. `pair` is the result of [`pair`] for this word and the next word. If `first` is the wide word, whose
    /// pairs are spread over all lines, `pair` selects the line.
    #[inline]
    fn line(&self, first: u32, pair: u32) -> &Line {
        self.lines.get(self.place(first, pair)).unwrap_or(&NOTHING)
    }
}

#[inline]
const fn bit(key: u32) -> u64 {
    1 << (key & 63)
}

/// The serialised form of a [`Part`].
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

/// The number of tokens that are tested at once.
pub(crate) const STRIDE: usize = 61;
/// The number of tokens that are read beyond the [`STRIDE`] tested tokens. They show whether the last tested word, or the word after it, is divided at a line
/// end.
pub(crate) const AHEAD: usize = 3;

/// The tokens at which a phrase may begin, among the [`STRIDE`] tokens that are tested at once. Each field is a bit mask; the lowest bit represents the first
/// token.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Places {
    /// Tokens that pass the filter for one of these reasons:
    ///
    /// - A phrase may begin with the words of the token and the next token.
    /// - One of these two tokens has no key.
    /// - The next word may be divided at a line end.
    pub(crate) known: u64,
    /// Tokens that pass the filter because they are followed by a hyphen at a line end, which may divide the word.
    pub(crate) broken: u64,
}

impl Filter {
    /// Finds the tokens at which a phrase may begin, among the first [`STRIDE`] tokens of `tokens`.
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
                // This may be a hyphen that divides the word before it.
                broken |= if next.is_some_and(|next| next.gap == Gap::Line) { bit >> 1 } else { 0 };
                continue;
            }
            let next = next.map_or(0, |next| next.key);
            let pair = pair(token.key, next);
            let line = self.part(token).line(token.key, pair);
            let divided = tokens.get(at + 3).is_some_and(|rest| rest.gap == Gap::Line);
            // This expression uses `|` instead of `||` to avoid branches, which the processor could not predict.
            let begins = line.has(token.key) | line.has(pair) | (token.key == 0) | (next == 0) | divided;
            known |= if begins { bit } else { 0 };
        }
        let here = (1 << STRIDE.min(tokens.len())) - 1;
        Places { known: known & here, broken: broken & here }
    }

    /// Returns a bit mask that marks three kinds of tokens: those that may be the first word of a phrase, those without a key, and hyphens.
    #[inline]
    fn first_words(&self, tokens: &[Token]) -> u64 {
        let mut bits = 0_u64;
        // No branch depends on the tokens, so the processor can run many loads at the same time. Each step moves the bits down by one and inserts the new bit
        // as the highest.
        for token in tokens {
            bits = bits >> 1 | u64::from(self.part(token).begins(token.key)) << 63;
        }
        bits.checked_shr(u64::BITS - tokens.len() as u32).unwrap_or(0)
    }

    /// Returns `true` if the word of `token` may be a phrase, or if a phrase may begin with the words of `token` and `next`. The result is always `true` if
    /// there is no next token.
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

/// Combines the keys of two words. Both keys are hashes already, so this simple combination is sufficient.
#[inline]
const fn pair(first: u32, second: u32) -> u32 {
    first.rotate_left(13) ^ second
}

/// A bitmap of keys that fits in one cache line of the processor. Each first word has one line, which it may share with other first words, and several keys
/// may share a bit. All lookups for a first word read the same line, so the lines of frequent words stay in the cache.
#[derive(Clone, Copy, Debug)]
#[repr(align(64))]
struct Line([u64; 8]);

const NOTHING: Line = Line([0; 8]);

impl Line {
    /// Returns `true` if the bit of the key `key` is set. Keys share bits, so `true` does not prove that the line contains the key, but `false` proves that it
    /// does not.
    #[inline]
    const fn has(&self, key: u32) -> bool {
        self.0[(key >> 6 & 7) as usize] & bit(key) != 0
    }

    const fn set(&mut self, key: u32) {
        self.0[(key >> 6 & 7) as usize] |= bit(key);
    }
}
