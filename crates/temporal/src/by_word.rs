//! A map from words to values. Words are looked up by their hash keys.

use crate::word::Word;
use chancery_text::key::{KeyMap, word_key};

/// A map from lower-case words to values.
#[derive(Clone, Debug)]
pub(crate) struct ByWord<T>(KeyMap<u32, Vec<(String, T)>>);

impl<T> Default for ByWord<T> {
    fn default() -> Self {
        Self(KeyMap::default())
    }
}

impl<T: Default> ByWord<T> {
    /// Returns the value of a lower-case word. If the word is new, a default value is inserted.
    pub(crate) fn entry(&mut self, word: &str) -> &mut T {
        let bucket = self.0.entry(word_key(word.as_bytes())).or_default();
        let at = bucket.iter().position(|(known, _)| known == word).unwrap_or_else(|| {
            bucket.push((word.to_owned(), T::default()));
            bucket.len() - 1
        });
        &mut bucket[at].1
    }

    pub(crate) fn get(&self, word: &Word<'_>) -> Option<&T> {
        self.0.get(&word.key)?.iter().find(|(known, _)| word.is(known)).map(|(_, value)| value)
    }

    pub(crate) fn keys(&self) -> impl Iterator<Item = u32> {
        self.0.keys().copied()
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &T)> {
        self.0.values().flatten().map(|(word, value)| (word.as_str(), value))
    }
}
