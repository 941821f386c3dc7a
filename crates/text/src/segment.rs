//! The interface of a tokenizer, and a minimal implementation.

use crate::{Casing, Gap, Span, Token, TokenKind};

/// Splits a text into tokens.
///
/// A gazetteer must split its names in the same way as the documents are split. Otherwise, a name could have different tokens in the gazetteer and in a
/// document. The gazetteer does not depend on a particular tokenizer, so the caller passes it the word breaker that splits the documents.
pub trait WordBreaker {
    /// Replaces the content of `out` with the tokens of `text`, in order. Spans are byte offsets into `text`.
    fn break_words(&self, text: &str, out: &mut Vec<Token>);
}

/// A minimal word breaker: each sequence of letters and digits is a token, and so is every other character that is not white space.
///
/// This word breaker is meant for examples, for tests, and for texts whose tokens are already separated by spaces.
///
/// ```
/// use chancery_text::{PlainBreaker, WordBreaker};
///
/// let text = "Kenya's 47 counties";
/// let mut tokens = Vec::new();
/// PlainBreaker.break_words(text, &mut tokens);
/// let words: Vec<&str> = tokens.iter().map(|token| token.text(text)).collect();
/// assert_eq!(words, ["Kenya", "'", "s", "47", "counties"]);
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct PlainBreaker;

impl WordBreaker for PlainBreaker {
    fn break_words(&self, text: &str, out: &mut Vec<Token>) {
        out.clear();
        let mut gap = Gap::Break;
        let mut chars = text.char_indices().peekable();
        while let Some((start, c)) = chars.next() {
            if c.is_whitespace() {
                gap = match (c, gap) {
                    ('\n', Gap::Line | Gap::Break) => Gap::Break,
                    ('\n', _) => Gap::Line,
                    (_, Gap::None) => Gap::Blank,
                    (_, gap) => gap,
                };
                continue;
            }
            let mut end = start + c.len_utf8();
            if c.is_alphanumeric() {
                while let Some((at, c)) = chars.next_if(|(_, c)| c.is_alphanumeric()) {
                    end = at + c.len_utf8();
                }
            }
            let word = &text[start..end];
            let (upper, lower) = (word.chars().filter(|c| c.is_uppercase()).count(), word.chars().filter(|c| c.is_lowercase()).count());
            let kind = if c.is_alphabetic() {
                TokenKind::Word
            } else if c.is_numeric() {
                TokenKind::Number
            } else {
                TokenKind::Punctuation
            };
            let casing = match (upper, lower, c.is_uppercase()) {
                (0, 0, _) => Casing::None,
                (0, _, _) => Casing::Lower,
                (1, _, true) => Casing::Title,
                (_, 0, _) => Casing::Upper,
                _ => Casing::Mixed,
            };
            out.push(Token::new(text, Span::new(start as u32, end as u32), kind, casing, gap));
            gap = Gap::None;
        }
    }
}
