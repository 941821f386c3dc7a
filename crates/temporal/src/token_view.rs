//! The tokens of a document, with access to the classes of their words.

use crate::mask::Mask;
use crate::word::Word;
use crate::word_class_cache::WordClassCache;
use crate::words::Words;
use chancery_text::Token;

/// The tokens of a text in the form in which patterns compare them: folded words without possessive endings.
pub(crate) struct TokenView<'a> {
    /// The whole text.
    pub(crate) text: &'a str,
    pub(crate) tokens: &'a [Token],
    pub(crate) words: &'a Words,
    pub(crate) cache: &'a WordClassCache<'a>,
}

impl TokenView<'_> {
    /// The mask of the token at index `at`; 0 after the last token.
    #[inline]
    pub(crate) fn mask(&self, at: usize) -> Mask {
        self.tokens.get(at).map_or(0, |token| self.cache.get(token, self.text).mask)
    }

    #[inline]
    pub(crate) fn word(&self, at: usize) -> Word<'_> {
        self.words.word(&self.tokens[at], self.text)
    }
}
