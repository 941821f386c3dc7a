//! The input of the search for points (items of enumerations).

use crate::Language;
use chancery_text::{Block, Section, Sentence, Token};

/// The layers of a document that the search for points reads.
#[derive(Clone, Copy)]
pub(crate) struct Layers<'a> {
    pub(crate) text: &'a str,
    pub(crate) tokens: &'a [Token],
    pub(crate) blocks: &'a [Block],
    pub(crate) sections: &'a [Section],
    pub(crate) sentences: &'a [Sentence],
    pub(crate) language: &'a Language,
}

impl<'a> Layers<'a> {
    /// Returns the text of the token with the index `at`; an empty string after the last token.
    pub(super) fn word(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| token.text(self.text))
    }
}
