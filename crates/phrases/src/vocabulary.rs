//! The words of all phrases that have been added so far.

use std::collections::HashMap;

/// Folded words with their numbers, which count from 0.
#[derive(Clone, Debug, Default)]
pub(crate) struct Vocabulary(HashMap<String, u32>);

impl Vocabulary {
    /// Returns the number that identifies a folded word. Adds the word if it is new.
    pub(crate) fn insert(&mut self, word: &str) -> u32 {
        if let Some(&known) = self.0.get(word) {
            return known;
        }
        let number = self.len() as u32;
        self.0.insert(word.to_owned(), number);
        number
    }

    /// Iterates over all words and their numbers, in no particular order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, u32)> {
        self.0.iter().map(|(word, &number)| (word.as_str(), number))
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }
}
