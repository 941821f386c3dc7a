//! Phrases next to a name that show that the name is part of a longer name: a given name, a surname, "Bank of", "University".

use crate::entry::NameContext;
use chancery_text::key::word_key;

/// A phrase next to a name.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct ContextRow {
    /// Key of the word that is next to the name: the last word of a phrase before a name, or the first word of a phrase after a name.
    key: u32,
    /// Folded words.
    pub(crate) words: Vec<String>,
    pub(crate) context: NameContext,
}

/// All phrases, indexed by the word that is next to the name.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct ContextLexicon {
    before: Rows,
    after: Rows,
    surname_prefixes: Vec<String>,
}

/// Rows sorted by key. Among rows with the same key, the row with the most words comes first.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
struct Rows {
    all: Vec<ContextRow>,
    /// A bitmap with one bit for each value of the lowest 16 bits of a key. If the bit for a key is not set, no row has this key, and
    /// no search is needed.
    bits: Vec<u64>,
}

/// Size of the bitmap in bits; a power of two.
const BITS: usize = 1 << 16;

impl Rows {
    fn new(mut all: Vec<ContextRow>) -> Self {
        all.sort_by(|a, b| a.key.cmp(&b.key).then_with(|| b.words.len().cmp(&a.words.len())).then_with(|| a.words.cmp(&b.words)));
        let mut bits = vec![0; BITS / 64];
        for row in &all {
            bits[row.key as usize % BITS / 64] |= 1 << (row.key % 64);
        }
        Self { all, bits }
    }

    /// Iterates over the rows with the key `key`, longest first.
    fn of(&self, key: u32) -> impl Iterator<Item = &ContextRow> {
        let any = self.bits.get(key as usize % BITS / 64).is_some_and(|word| word >> (key % 64) & 1 == 1);
        let from = if any { self.all.partition_point(|row| row.key < key) } else { self.all.len() };
        self.all[from..].iter().take_while(move |row| row.key == key)
    }
}

impl ContextLexicon {
    /// Creates a lexicon from phrases. Each phrase is a list of folded words; empty phrases are ignored.
    pub(crate) fn new(phrases: Vec<(NameContext, Vec<String>)>) -> Self {
        let (mut before, mut after, mut surname_prefixes) = (Vec::new(), Vec::new(), Vec::new());
        for (context, words) in phrases {
            let stands_before = matches!(context, NameContext::Given | NameContext::Honorific | NameContext::Before);
            let Some(adjacent) = (if stands_before { words.last() } else { words.first() }) else { continue };
            let key = word_key(adjacent.as_bytes());
            match context {
                NameContext::SurnamePrefix => surname_prefixes.push(words.concat()),
                _ if stands_before => before.push(ContextRow { key, words, context }),
                _ => after.push(ContextRow { key, words, context }),
            }
        }
        Self { before: Rows::new(before), after: Rows::new(after), surname_prefixes }
    }

    /// Iterates over the phrases that may precede a name and whose last word has the key `key`, longest first.
    pub(crate) fn before(&self, key: u32) -> impl Iterator<Item = &ContextRow> {
        self.before.of(key)
    }

    /// Iterates over the phrases that may follow a name and whose first word has the key `key`, longest first.
    pub(crate) fn after(&self, key: u32) -> impl Iterator<Item = &ContextRow> {
        self.after.of(key)
    }

    /// Returns the beginnings of surnames ("o'"), folded.
    pub(crate) fn surname_prefixes(&self) -> &[String] {
        &self.surname_prefixes
    }

    /// Returns `true` if a folded word is a given name or a surname.
    pub(crate) fn is_name_of_person(&self, word: &str) -> bool {
        let key = word_key(word.as_bytes());
        let person = |row: &ContextRow| {
            matches!(row.context, NameContext::Given | NameContext::Surname) && matches!(row.words.as_slice(), [only] if only == word)
        };
        self.before(key).chain(self.after(key)).any(person)
    }
}
