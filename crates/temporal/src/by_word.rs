//! A map from words to values, in which words are looked up by their keys.

use crate::word::Word;
use chancery_text::key::word_key;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// A hasher for keys, which are already hashes.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct KeyHasher(u64);

impl Hasher for KeyHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.write_u32(u32::from(*byte)));
    }

    fn write_u32(&mut self, key: u32) {
        self.0 = (self.0 ^ u64::from(key)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }
}

/// Values of lower-case words.
#[derive(Clone, Debug)]
pub(crate) struct ByWord<T>(HashMap<u32, Vec<(String, T)>, BuildHasherDefault<KeyHasher>>);

impl<T> Default for ByWord<T> {
    fn default() -> Self {
        Self(HashMap::default())
    }
}

impl<T: Default> ByWord<T> {
    /// The value of a lower-case word. A default value is inserted if the word is new.
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
