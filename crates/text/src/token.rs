//! Tokens: the words, numbers, punctuation marks and symbols of a text.

use crate::Span;
use crate::key::{check_in, full_key, plain_key, without_possessive};

/// The kind of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TokenKind {
    /// Letters, possibly with digits, apostrophes or inner periods ("Kenya's", "U.S.", "G20").
    Word,
    /// Digits with separators ("1,540", "3.5", "4:00").
    Number,
    /// One character of a script that is written without spaces, such as the Han, kana or Thai script.
    Ideograph,
    /// One or more punctuation characters ("...", "--", "?!").
    Punctuation,
    /// Anything else, such as currency signs, mathematical signs and emoji.
    Symbol,
}

/// The case of the letters of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Casing {
    /// The token contains no upper-case or lower-case letters.
    None,
    /// Lower-case letters only.
    Lower,
    /// An upper-case letter followed by lower-case letters only, or a single upper-case letter.
    Title,
    /// Two or more upper-case letters and no lower-case letter.
    Upper,
    /// Any other mixture of cases ("iPhone", "McNamara").
    Mixed,
}

/// The white space between a token and the token before it. The variants are in order of size, starting with the smallest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Gap {
    /// No white space.
    None,
    /// White space without a line break.
    Blank,
    /// One line break or form feed, possibly with other white space.
    Line,
    /// Two or more line breaks, that is, an empty line. Also the gap before the first token of a document.
    Break,
}

/// A token: a word, number or punctuation mark, with its position in the text.
///
/// White space is not part of any token. Create a token with [`Token::new`]. After changing the span of a token, call [`Token::set_key`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// The half-open byte range of the token in the source text.
    pub span: Span,
    /// The kind of the token.
    pub kind: TokenKind,
    /// The case of the token's letters.
    pub casing: Casing,
    /// The white space before the token.
    pub gap: Gap,
    /// Whether the token begins with an upper-case letter. [`Token::new`] sets the field to `false` if the first character of the token is not a letter.
    pub capital: bool,
    /// A hash of the token's text, which is used to look up the token. The hash ignores case. The key is 0 if the token contains an apostrophe or characters
    /// that are not ASCII; such a token must be folded (converted to a standard form) before it can be looked up.
    pub key: u32,
}

impl Token {
    /// Creates a token of the text `source`. The fields `capital` and `key` are computed from the text. If the span is out of bounds, `capital` is `false` and
    /// `key` is 0.
    #[must_use]
    pub fn new(source: &str, span: Span, kind: TokenKind, casing: Casing, gap: Gap) -> Self {
        let capital = source.get(span.range()).and_then(|text| text.chars().next()).is_some_and(char::is_uppercase);
        let mut token = Self { span, kind, casing, gap, capital, key: 0 };
        token.set_key(source);
        token
    }

    /// Recomputes [`key`](Self::key) from the token's text in `source`. Call this method after changing the span.
    #[inline]
    pub fn set_key(&mut self, source: &str) {
        self.key = source.as_bytes().get(self.span.range()).map_or(0, plain_key);
    }

    /// Returns the check of the token's text in `source`. The check is a second hash of the text. Two words with equal keys and equal checks are treated as
    /// equal.
    #[inline]
    #[must_use]
    pub fn check(&self, source: &str) -> u32 {
        check_in(source.as_bytes(), self.span.start() as usize, self.span.end() as usize)
    }

    /// Returns the full key of the token's text in `source`. The full key combines the key and the check in one number. It is computed from the text in lower
    /// case, with straight apostrophes and without a possessive ending.
    #[inline]
    #[must_use]
    pub fn full_key(&self, source: &str) -> u64 {
        if self.key != 0 {
            return u64::from(self.key) << 32 | u64::from(self.check(source));
        }
        self.folded_key(source)
    }

    /// Returns the full key of a token whose [`key`](Self::key) is 0. A short text whose letters are all ASCII is folded without allocating memory.
    fn folded_key(&self, source: &str) -> u64 {
        const APOSTROPHE: &[u8] = "’".as_bytes();
        const SHORT: usize = 64;
        let text = self.text(source);
        let mut folded = [0; SHORT];
        let (mut length, mut rest) = (0, text.as_bytes());
        while let Some(first) = rest.first() {
            let (byte, size) = if rest.starts_with(APOSTROPHE) { (b'\'', APOSTROPHE.len()) } else { (first.to_ascii_lowercase(), 1) };
            let plain = byte.is_ascii() || self.kind == TokenKind::Punctuation;
            let Some(free) = folded.get_mut(length).filter(|_| plain) else {
                return full_key(without_possessive(&text.to_lowercase().replace('’', "'")).as_bytes());
            };
            *free = byte;
            length += 1;
            rest = &rest[size..];
        }
        let word = &folded[..length];
        full_key(word.strip_suffix(b"'s").or_else(|| word.strip_suffix(b"'")).unwrap_or(word))
    }

    /// Returns `true` if the token's text in `source` has a possessive ending.
    #[must_use]
    pub fn is_possessive(&self, source: &str) -> bool {
        let word = self.text(source).replace('’', "'");
        self.key == 0 && without_possessive(&word).len() < word.len()
    }

    /// Returns the token's text in `source`, or an empty string if the span is out of bounds.
    #[inline]
    #[must_use]
    pub fn text<'t>(&self, source: &'t str) -> &'t str {
        source.get(self.span.range()).unwrap_or_default()
    }
}

/// Returns the [full key](Token::full_key) of the word that results if the hyphen before the token with the index `at` is removed. For the token "operate" in
/// "co-operate", this is the full key of "cooperate". White space after the hyphen is ignored, because a line break in the original text may have left it there
/// ("co- operate"). Returns `None` if no hyphen joins the token to the word before it.
#[must_use]
pub fn joined_key(tokens: &[Token], at: usize, source: &str) -> Option<u64> {
    const HYPHENS: [&str; 3] = ["-", "\u{2010}", "\u{2011}"];
    let (last, hyphen) = (tokens.get(at)?, tokens.get(at.checked_sub(1)?)?);
    let first = tokens.get(at.checked_sub(2)?)?;
    let words = first.kind == TokenKind::Word && last.kind == TokenKind::Word;
    if hyphen.kind != TokenKind::Punctuation || hyphen.gap != Gap::None || !words || !HYPHENS.contains(&hyphen.text(source)) {
        return None;
    }
    let word = [first.text(source), last.text(source)].concat().to_lowercase().replace('’', "'");
    Some(full_key(without_possessive(&word).as_bytes()))
}

/// Returns the index of the first token that starts at or after the offset `byte`. The search begins at the token with the index `from`. Returns the number of
/// tokens if there is no such token.
///
/// `tokens` must be sorted by their start. The function performs an exponential search (Bentley and Yao, An almost optimal algorithm for unbounded searching, 1976).
/// Its running time is logarithmic in the distance from `from` to the result.
#[inline]
#[must_use]
pub fn token_from(tokens: &[Token], from: usize, byte: u32) -> usize {
    let before = |at: usize| tokens.get(at).is_some_and(|token| token.span.start() < byte);
    if !before(from) {
        return from.min(tokens.len());
    }
    // Invariant: the token at index `low` starts before the offset `byte`.
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
        fn the_full_key_folds(text in "[a-zA-Z'’éÉ“—s]{1,9}") {
            for kind in [TokenKind::Word, TokenKind::Symbol, TokenKind::Punctuation] {
                if kind == TokenKind::Punctuation && text.chars().any(char::is_alphabetic) {
                    continue;
                }
                let token = Token::new(&text, Span::new(0, text.len() as u32), kind, Casing::Lower, Gap::Blank);
                let folded = text.to_lowercase().replace('’', "'");
                let expected = if token.key == 0 { without_possessive(&folded) } else { folded.as_str() };
                prop_assert_eq!(token.full_key(&text), full_key(expected.as_bytes()));
            }
        }

        #[test]
        fn the_search_agrees_with_a_linear_scan(text in "[a-z ]{0,80}", from in 0..60_usize, byte in 0..90_u32) {
            let mut tokens = Vec::new();
            PlainBreaker.break_words(&text, &mut tokens);
            let from = from.min(tokens.len());
            let expected = tokens[from..].iter().position(|token| token.span.start() >= byte).map_or(tokens.len(), |steps| from + steps);
            prop_assert_eq!(token_from(&tokens, from, byte), expected);
        }
    }
}
