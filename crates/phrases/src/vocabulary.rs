//! The words of all phrases that have been added so far.

use crate::table::Word;
use chancery_text::key::KeyHasher;
use std::collections::HashMap;
use std::hash::BuildHasherDefault;

/// Folded words with their numbers, which count from 0. As in the finished phrase set, words are identified by their hashes, and words with equal hashes count
/// as the same word.
#[derive(Clone, Debug, Default)]
pub(crate) struct Vocabulary {
    numbers: HashMap<u64, u32, BuildHasherDefault<KeyHasher>>,
    /// All words, one after the other.
    text: String,
    /// For each word, the byte offset at which it ends in `text`.
    ends: Vec<usize>,
}

impl Vocabulary {
    /// Returns the number that identifies a folded word. Adds the word if it is new.
    pub(crate) fn insert(&mut self, word: &str) -> u32 {
        let Word { key, check } = Word::of(word.as_bytes());
        *self.numbers.entry(u64::from(check) << 32 | u64::from(key)).or_insert_with(|| {
            self.text.push_str(word);
            self.ends.push(self.text.len());
            self.ends.len() as u32 - 1
        })
    }

    /// Iterates over all words and their numbers, in the order of the numbers.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, u32)> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(&self.ends).zip(0..).map(|((start, &end), number)| (&self.text[start..end], number))
    }

    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }
}
