//! Examines how a block uses capitals, to decide whether a lower-case word may begin a sentence in this block.

use crate::Language;
use chancery_text::{Casing, Gap, Token, TokenKind};
use std::cell::OnceCell;

/// The use of capitals in one block.
#[derive(Debug)]
pub(super) struct Manner<'a> {
    tokens: &'a [Token],
    /// Whether the block is written without capitals: the first word begins with a lower-case letter, and no full stop, exclamation mark or
    /// question mark is followed by a capital.
    pub(super) uncased: bool,
    /// The result of the method `careless`, computed at the first call.
    careless: OnceCell<bool>,
}

impl<'a> Manner<'a> {
    /// Examines the block that consists of `tokens`.
    pub(super) fn of(text: &str, tokens: &'a [Token]) -> Self {
        Self { tokens, uncased: is_uncased(text, tokens), careless: OnceCell::new() }
    }

    /// Returns `true` if the block uses capitals carelessly, that is, if it contains a lower-case word that is normally written with a capital ("i").
    pub(super) fn careless(&self, text: &str, language: &Language) -> bool {
        let word = |token: &Token| token.casing == Casing::Lower && language.opens_in_lower_case(token.text(text));
        *self.careless.get_or_init(|| self.tokens.iter().any(word))
    }
}

fn is_uncased(text: &str, tokens: &[Token]) -> bool {
    let first = tokens.iter().find(|token| token.kind == TokenKind::Word);
    if first.is_none_or(|token| token.casing != Casing::Lower) {
        return false;
    }
    let stop = |token: &Token| token.kind == TokenKind::Punctuation && matches!(token.text(text), "." | "!" | "?");
    !tokens.windows(2).any(|pair| stop(&pair[0]) && pair[1].capital && pair[1].gap != Gap::None)
}
