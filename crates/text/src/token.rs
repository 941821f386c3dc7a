//! Tokens.

use crate::Span;
use crate::key::plain_key;

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
    /// Its [`word_key`](crate::word_key), by which engines look it up; 0 where it is not plain ASCII (or holds an apostrophe) and must be folded first.
    pub key: u32,
}

impl Token {
    /// Makes the key anew, from the token's text. Whoever makes or changes a token calls this last.
    #[inline]
    pub fn set_key(&mut self, source: &str) {
        self.key = source.as_bytes().get(self.span.range()).map_or(0, plain_key);
    }

    /// The token's text in its source.
    #[inline]
    #[must_use]
    pub fn text<'t>(&self, source: &'t str) -> &'t str {
        source.get(self.span.range()).unwrap_or_default()
    }
}
