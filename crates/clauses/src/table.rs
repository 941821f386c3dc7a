//! A hash table that maps the hash keys of word forms to lexicon entries.

use crate::cell::Cell;
use crate::entry::{Entry, NONE};
use std::collections::HashMap;

/// A hash table with open addressing and linear probing. A slot is a row of the table. It takes only 16 bytes, so looking up the words of a text touches little
/// memory. Data that many entries share are stored outside the slots, as *profiles*.
#[derive(Clone, Debug, Default)]
pub(crate) struct Table {
    slots: Vec<Slot>,
    /// The distinct profiles. A profile is an entry without its word and lemma.
    profiles: Vec<Entry>,
    /// For each profile, the initial cell of a lower-case word with this profile. The cell lacks the fields `word` and `lemma`, because they differ between words
    /// with the same profile.
    cells: Vec<Cell>,
    /// The number of bits by which a hash is shifted to the right to get the index of a slot.
    shift: u32,
}

/// A slot with the data of one entry. In an empty slot, `word` is [`NONE`].
#[derive(Clone, Copy, Debug)]
pub(crate) struct Slot {
    /// The lower 32 bits of the hash of the word form. The highest bits of the hash determine the position of the slot.
    check: u32,
    pub(crate) word: u32,
    pub(crate) lemma: u32,
    profile: u32,
}

impl Slot {
    pub(crate) const EMPTY: Self = Self { check: 0, word: NONE, lemma: NONE, profile: NONE };
}

impl Table {
    /// Builds a table. At least a quarter of the slots stay empty, because the search for a key that is not in the table ends at an empty slot.
    pub(crate) fn new(entries: &[(u64, Entry)]) -> Self {
        if entries.is_empty() {
            return Self::default();
        }
        let size = (entries.len() * 4 / 3 + 1).next_power_of_two().max(2);
        let mut table = Self { slots: vec![Slot::EMPTY; size], shift: 64 - size.trailing_zeros(), ..Self::default() };
        let mut known = HashMap::new();
        for (key, entry) in entries {
            let (mut at, check) = table.place(*key);
            while table.slots[at].word != NONE {
                at = (at + 1) & (size - 1);
            }
            let profile = Entry { word: NONE, lemma: NONE, ..*entry };
            let number = *known.entry(profile).or_insert(table.profiles.len() as u32);
            if number as usize == table.profiles.len() {
                table.profiles.push(profile);
                table.cells.push(Cell::of(&profile));
            }
            table.slots[at] = Slot { check, word: entry.word, lemma: entry.lemma, profile: number };
        }
        table
    }

    /// Returns the index of the slot at which the search for a key begins, and the check value of the key (D. Knuth, The Art of Computer Programming, volume 3, 6.4:
    /// multiplicative hashing).
    #[inline]
    const fn place(&self, key: u64) -> (usize, u32) {
        let hash = key.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        (hash.wrapping_shr(self.shift) as usize, hash as u32)
    }

    /// Returns the slot of a key, or an empty slot if the table does not contain the key.
    #[inline]
    pub(crate) fn find(&self, key: u64) -> Slot {
        let (mut at, check) = self.place(key);
        while let Some(slot) = self.slots.get(at) {
            if slot.check == check || slot.word == NONE {
                return *slot;
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
        Slot::EMPTY
    }

    /// Returns the entry in a slot, or [`Entry::UNKNOWN`] for an empty slot.
    #[inline]
    pub(crate) fn entry(&self, slot: &Slot) -> Entry {
        self.profiles.get(slot.profile as usize).map_or(Entry::UNKNOWN, |profile| Entry { word: slot.word, lemma: slot.lemma, ..*profile })
    }

    /// Returns the initial cell of a lower-case word whose slot is `slot`, or `None` if the slot is empty. The cell lacks the fields `word` and `lemma`; their
    /// values are in the slot.
    #[inline]
    pub(crate) fn cell(&self, slot: &Slot) -> Option<&Cell> {
        self.cells.get(slot.profile as usize)
    }

    /// Returns the entry of a key, or `None` if the table does not contain the key.
    pub(crate) fn get(&self, key: u64) -> Option<Entry> {
        Some(self.find(key)).filter(|slot| slot.word != NONE).map(|slot| self.entry(&slot))
    }
}

#[cfg(test)]
mod tests {
    use super::Table;
    use crate::class::Classes;
    use crate::entry::Entry;

    #[test]
    fn finds_each_key_and_no_other() {
        let class = |word| if word % 2 == 0 { Classes::NOUN } else { Classes::PLURAL };
        let entry = |word| Entry { classes: class(word), word, lemma: word / 3, ..Entry::UNKNOWN };
        let entries: Vec<(u64, Entry)> = (0..1000).map(|word| (u64::from(word) * 3, entry(word))).collect();
        let table = Table::new(&entries);
        assert_eq!(table.profiles.len(), 2);
        for (key, entry) in &entries {
            assert_eq!(table.get(*key), Some(*entry));
            assert_eq!(table.get(*key + 1), None);
        }
        assert_eq!(Table::default().get(0), None);
    }

    #[test]
    fn searches_end_in_small_tables() {
        for count in 1..40_u32 {
            let entries: Vec<(u64, Entry)> = (0..count).map(|word| (u64::from(word), Entry { word, ..Entry::UNKNOWN })).collect();
            let table = Table::new(&entries);
            assert!((0..200_u64).all(|key| table.get(key).map(|entry| entry.word) == u32::try_from(key).ok().filter(|key| *key < count)));
        }
    }
}
