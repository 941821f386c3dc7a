//! Forms of words and their lemmas.

use chancery_text::key::{KeyMap, full_key};
use std::collections::HashMap;

/// Lemmas by number, and up to two for each form.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Words {
    forms: KeyMap<u64, [u32; 2]>,
    numbers: HashMap<String, u32>,
}

/// No lemma.
pub(crate) const NONE: u32 = u32::MAX;

pub(crate) fn key(word: &str) -> u64 {
    full_key(word.as_bytes())
}

impl Words {
    /// The number of a lemma, which is its own first form.
    pub(crate) fn lemma(&mut self, lemma: &str) -> u32 {
        if let Some(number) = self.numbers.get(lemma) {
            return *number;
        }
        let number = self.numbers.len() as u32;
        self.numbers.insert(lemma.to_owned(), number);
        self.form(lemma, number);
        number
    }

    /// Adds a form of a lemma.
    pub(crate) fn form(&mut self, form: &str, lemma: u32) {
        let entry = self.forms.entry(key(form)).or_insert([NONE; 2]);
        if entry.contains(&lemma) {
            return;
        }
        if entry[0] == NONE {
            entry[0] = lemma;
        } else if entry[1] == NONE {
            entry[1] = lemma;
        }
    }

    /// The lemmas of a form, by its key.
    pub(crate) fn of(&self, key: u64) -> [u32; 2] {
        self.forms.get(&key).copied().unwrap_or([NONE; 2])
    }
}
