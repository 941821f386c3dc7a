//! Tokens.

use crate::Span;
use crate::key::{check_in, plain_key};

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TokenKind {
    /// Letters, perhaps with digits, apostrophes or inner periods ("Kenya's", "U.S.", "G20").
    Word,
    /// Digits with their separators ("1,540", "3.5", "4:00").
    Number,
    /// One character of a script written without blanks (Han, kana, Thai …).
    Ideograph,
    /// Punctuation, or a run of it ("...", "--", "?!").
    Punctuation,
    /// Anything else: currency signs, mathematical signs, emoji.
    Symbol,
}

/// How the letters of a token are cased.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Casing {
    /// It has no letters that know case.
    None,
    /// No capital.
    Lower,
    /// A capital first, then small letters only; also a single capital.
    Title,
    /// Capitals only, two or more.
    Upper,
    /// Anything else ("iPhone", "McNamara").
    Mixed,
}

/// What stands between a token and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Gap {
    /// Nothing.
    None,
    /// Blanks on the same line.
    Blank,
    /// One line break (or a form feed), perhaps with blanks.
    Line,
    /// Two or more line breaks: an empty line. Also the gap before a document's first token.
    Break,
}

/// A token: where it is, what it is, and what stands before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Bytes of the source, half-open; blanks are in no token.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
    /// How it is cased.
    pub casing: Casing,
    /// What stands before it.
    pub gap: Gap,
    /// Whether its first letter is a capital.
    pub capital: bool,
    /// Its [`word_key`](crate::key::word_key), by which engines look it up; 0 where it is not plain ASCII (or holds an apostrophe) and must be folded first.
    pub key: u32,
}

impl Token {
    /// Makes the key anew, from the token's text. Whoever makes or changes a token calls this last.
    #[inline]
    pub fn set_key(&mut self, source: &str) {
        self.key = source.as_bytes().get(self.span.range()).map_or(0, plain_key);
    }

    /// The [`word_check`](crate::key::word_check) of its text in its source.
    #[inline]
    #[must_use]
    pub fn check(&self, source: &str) -> u32 {
        check_in(source.as_bytes(), self.span.start() as usize, self.span.end() as usize)
    }

    /// The token's text in its source.
    #[inline]
    #[must_use]
    pub fn text<'t>(&self, source: &'t str) -> &'t str {
        source.get(self.span.range()).unwrap_or_default()
    }
}

/// Index of the first token from `from` on that begins at or behind a byte of the source; the number of tokens if none does. Fast where it is near.
///
/// By steps that double, then by halves (Bentley and Yao, An almost optimal algorithm for unbounded searching, 1976).
#[inline]
#[must_use]
pub fn token_from(tokens: &[Token], from: usize, byte: u32) -> usize {
    let before = |at: usize| tokens.get(at).is_some_and(|token| token.span.start() < byte);
    if !before(from) {
        return from.min(tokens.len());
    }
    // The token at `low` begins before the byte.
    let (mut low, mut step) = (from, 1);
    while before(low + step) {
        low += step;
        step *= 2;
    }
    let (mut low, mut high) = (low + 1, (low + step).min(tokens.len()));
    while low < high {
        let middle = low.midpoint(high);
        if before(middle) { low = middle + 1 } else { high = middle }
    }
    low
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{PlainBreaker, WordBreaker};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_token_is_found_from_anywhere(text in "[a-z ]{0,80}", from in 0..60_usize, byte in 0..90_u32) {
            let mut tokens = Vec::new();
            PlainBreaker.break_words(&text, &mut tokens);
            let from = from.min(tokens.len());
            let plain = tokens[from..].iter().position(|token| token.span.start() >= byte).map_or(tokens.len(), |steps| from + steps);
            prop_assert_eq!(token_from(&tokens, from, byte), plain);
        }
    }
}
