//! A cache of the words that need folding. A text has few different ones, and folding is expensive.

use crate::word_class_index::{WordClassIndex, WordClasses};
use crate::words::Words;
use chancery_text::Token;
use chancery_text::key::{word_check, word_key};
use std::cell::Cell;

/// Number of slots; a power of two.
const SLOTS: usize = 32;

/// Looks up words, and remembers the last folded word of each slot.
pub(crate) struct WordClassCache<'c> {
    words: &'c Words,
    index: &'c WordClassIndex,
    /// A word's id (64 bits of hash and its capital) and what was found; id 0 marks an empty slot.
    slots: [Cell<(u64, WordClasses<'c>)>; SLOTS],
}

impl<'c> WordClassCache<'c> {
    pub(crate) fn new(words: &'c Words, index: &'c WordClassIndex) -> Self {
        Self { words, index, slots: [const { Cell::new((0, WordClasses { mask: 0, rules: &[] })) }; SLOTS] }
    }

    /// The classes of a token's word.
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
