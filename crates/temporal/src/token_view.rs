//! The tokens of a document, with the words of the tokens and the classes of these words.

use crate::mask::Mask;
use crate::word::Word;
use crate::word_class_cache::WordClassCache;
use crate::words::Words;
use chancery_text::Token;

/// The tokens of a text. The methods return the words of the tokens, and their masks (sets of bits that describe a token). Patterns compare words without
/// their possessive endings and without regard to case.
pub(crate) struct TokenView<'a> {
    /// The whole text.
    pub(crate) text: &'a str,
    pub(crate) tokens: &'a [Token],
    pub(crate) words: &'a Words,
    pub(crate) cache: &'a WordClassCache<'a>,
}

impl TokenView<'_> {
    /// Returns the mask of the token with the index `at`, that is, the set of bits that describe the token; 0 after the last token.
    #[inline]
    pub(crate) fn mask(&self, at: usize) -> Mask {
        self.tokens.get(at).map_or(0, |token| self.cache.get(token, self.text).mask)
    }

    /// Returns `true` if the token with the index `at` may come between the words of a number
    /// ("and").
    pub(crate) fn is_number_joint(&self, at: usize) -> bool {
        let (Some(class), Some(token)) = (self.words.number_joints(), self.tokens.get(at)) else { return false };
        self.words.sense(&self.word(at), token.capital, class).is_some()
    }

    #[inline]
    pub(crate) fn word(&self, at: usize) -> Word<'_> {
        self.words.word(&self.tokens[at], self.text)
    }
}
