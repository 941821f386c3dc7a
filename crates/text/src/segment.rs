//! The seam between whoever cuts words and whoever needs words cut.

use crate::{Casing, Gap, Span, Token, TokenKind};

/// Cuts a text into tokens.
///
/// The gazetteer cuts its names with the same breaker that cuts the documents, so that a name and its occurrence always have the
/// same tokens; it is handed one by its builder and knows no tokenizer.
pub trait WordBreaker {
    /// Replaces the content of `out` by the tokens of `text`, in order.
    fn break_words(&self, text: &str, out: &mut Vec<Token>);
}

/// The plainest breaker: runs of letters and digits, and every other character that is no blank by itself. For examples, tests, and texts whose tokens
/// stand between blanks already.
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
            let mut token = Token {
                span: Span::new(start as u32, end as u32),
                kind: if c.is_alphabetic() {
                    TokenKind::Word
                } else if c.is_numeric() {
                    TokenKind::Number
                } else {
                    TokenKind::Punctuation
                },
                casing: match (upper, lower, c.is_uppercase()) {
                    (0, 0, _) => Casing::None,
                    (0, _, _) => Casing::Lower,
                    (1, _, true) => Casing::Title,
                    (_, 0, _) => Casing::Upper,
                    _ => Casing::Mixed,
                },
                gap,
                capital: c.is_uppercase(),
                key: 0,
            };
            token.set_key(text);
            out.push(token);
            gap = Gap::None;
        }
    }
}
