//! The entries of a lexicon by the keys of their forms.

use crate::lexicon::{Entry, NONE};

/// A hash table with open addressing and linear probing. Each slot holds the key and the entry itself, 32 bytes, so that a word costs one cache miss at most.
#[derive(Clone, Debug, Default)]
pub(crate) struct Table {
    slots: Vec<Slot>,
    /// How far a hash is shifted to become the number of a slot.
    shift: u32,
}

/// A key and its entry. The word of an empty slot is [`NONE`].
#[derive(Clone, Copy, Debug)]
struct Slot {
    key: u64,
    entry: Entry,
}

impl Table {
    /// At least half of the slots stay empty.
    pub(crate) fn new(entries: &[(u64, Entry)]) -> Self {
        if entries.is_empty() {
            return Self::default();
        }
        let size = (entries.len() * 2).next_power_of_two();
        let mut table = Self { slots: vec![Slot { key: 0, entry: Entry::UNKNOWN }; size], shift: 64 - size.trailing_zeros() };
        for (key, entry) in entries {
            let mut at = table.home(*key);
            while table.slots[at].entry.word != NONE {
                at = (at + 1) & (size - 1);
            }
            table.slots[at] = Slot { key: *key, entry: *entry };
        }
        table
    }

    /// The slot at which the search for a key begins (D. Knuth, The Art of Computer Programming, volume 3, 6.4: multiplicative hashing).
    #[inline]
    const fn home(&self, key: u64) -> usize {
        (key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> self.shift) as usize
    }

    /// The entry with a key.
    #[inline]
    pub(crate) fn get(&self, key: u64) -> Option<&Entry> {
        if self.slots.is_empty() {
            return None;
        }
        let mut at = self.home(key);
        loop {
            let slot = self.slots.get(at)?;
            if slot.key == key && slot.entry.word != NONE {
                return Some(&slot.entry);
            }
            if slot.entry.word == NONE {
                return None;
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Table;
    use crate::class::Classes;
    use crate::lexicon::Entry;

    #[test]
    fn finds_each_key_and_no_other() {
        let entry = |word| Entry { classes: Classes::NOUN, word, ..Entry::UNKNOWN };
        let entries: Vec<(u64, Entry)> = (0..1000).map(|word| (u64::from(word) * 3, entry(word))).collect();
        let table = Table::new(&entries);
        for (key, entry) in &entries {
            assert_eq!(table.get(*key), Some(entry));
            assert_eq!(table.get(*key + 1), None);
        }
        assert_eq!(Table::default().get(0), None);
    }
}
