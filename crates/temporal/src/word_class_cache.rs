//! A cache for words that must be folded before they are looked up. Folding converts a word to lower case, removes a possessive ending, and replaces curly
//! apostrophes and full-width digits. Folding is slow, but a text contains few different words that must be folded.

use crate::word_class_index::{WordClassIndex, WordClasses};
use crate::words::Words;
use chancery_text::Token;
use chancery_text::key::{word_check, word_key};
use std::cell::Cell;

/// The number of slots of the cache, a power of two.
const SLOTS: usize = 32;

/// Looks up the classes of words (as a bit mask) and the rules that are tried at these words. Words that must be folded share the slots of the cache. Each slot
/// stores the result of its last lookup.
pub(crate) struct WordClassCache<'c> {
    words: &'c Words,
    index: &'c WordClassIndex,
    /// For each slot, the id of a word (its 64-bit hash, combined with whether it begins with a capital) and the classes of the word. The id 0 means that the
    /// slot is empty.
    slots: [Cell<(u64, WordClasses<'c>)>; SLOTS],
}

impl<'c> WordClassCache<'c> {
    pub(crate) fn new(words: &'c Words, index: &'c WordClassIndex) -> Self {
        Self { words, index, slots: [const { Cell::new((0, WordClasses { mask: 0, rules: &[] })) }; SLOTS] }
    }

    /// Returns the classes of a token's word (as a bit mask) and the rules that are tried at this word.
    #[inline]
    pub(crate) fn get(&self, token: &Token, text: &str) -> WordClasses<'c> {
        if token.key == 0 { self.folded(token, text) } else { self.index.get(token.key, token.capital, token.text(text)) }
    }

    fn folded(&self, token: &Token, text: &str) -> WordClasses<'c> {
        let bytes = token.text(text).as_bytes();
        let low = word_key(bytes);
        let id = (u64::from(word_check(bytes) | 1) << 32 | u64::from(low)) ^ u64::from(token.capital) << 63;
        let slot = &self.slots[low as usize % SLOTS];
        let (known, classes) = slot.get();
        if known == id {
            return classes;
        }
        let word = self.words.word(token, text);
        let classes = self.index.get(word.key, token.capital, &word.text);
        slot.set((id, classes));
        classes
    }
}
