//! The words that phrases are made of, looked up by their folded bytes without making a copy.

use chancery_text::word_key;

/// Folded words and their numbers, from 0. Open addressing with linear probing, at most half full.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Vocabulary {
    bytes: String,
    count: u32,
    /// A power of two long.
    slots: Vec<Slot>,
}

/// A word with all that most look-ups need, side by side in memory.
#[derive(Clone, Copy, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
struct Slot {
    key: u32,
    /// The word's number plus 1; 0 where free.
    number: u32,
    /// Where it begins in `bytes`.
    start: u32,
    /// Its length in bytes.
    length: u32,
}

impl Vocabulary {
    /// The number of a folded word, adding it if it is new.
    pub(crate) fn insert(&mut self, word: &str) -> u32 {
        let key = word_key(word.as_bytes());
        if let Some(known) = self.find(key, word.as_bytes()) {
            return known;
        }
        if self.slots.len() < (self.len() + 1) * 2 {
            self.grow();
        }
        let number = self.count;
        let start = self.bytes.len() as u32;
        self.bytes.push_str(word);
        self.count += 1;
        place(&mut self.slots, Slot { key, number: number + 1, start, length: word.len() as u32 });
        number
    }

    /// The number of a word given as ASCII of any case, or as other bytes already folded; `key` is its [`word_key`].
    #[inline]
    pub(crate) fn find(&self, key: u32, word: &[u8]) -> Option<u32> {
        let mask = self.slots.len().checked_sub(1)?;
        let mut at = home(key, mask);
        loop {
            let slot = &self.slots[at];
            let number = slot.number.checked_sub(1)?;
            if slot.key == key && slot.length as usize == word.len() {
                let known = self.bytes.as_bytes().get(slot.start as usize..(slot.start + slot.length) as usize);
                if known.is_some_and(|known| known.eq_ignore_ascii_case(word)) {
                    return Some(number);
                }
            }
            at = (at + 1) & mask;
        }
    }

    /// The key of each word; 0 for words with this ending behind other letters.
    pub(crate) fn keys(&self, ending: &str) -> Vec<u32> {
        let mut keys = vec![0; self.len()];
        for slot in &self.slots {
            let stem = self.text(slot).strip_suffix(ending).is_some_and(|stem| !stem.is_empty());
            if let Some(number) = slot.number.checked_sub(1).filter(|_| !stem) {
                keys[number as usize] = slot.key;
            }
        }
        keys
    }

    /// What stands before this ending in words that have it behind other letters, and the words' numbers, by letters.
    pub(crate) fn ending_with(&self, ending: &str) -> Vec<(String, u32)> {
        let stem = |slot: &Slot| {
            let stem = self.text(slot).strip_suffix(ending).filter(|stem| !stem.is_empty())?;
            Some((stem.to_owned(), slot.number.checked_sub(1)?))
        };
        let mut stems: Vec<(String, u32)> = self.slots.iter().filter_map(stem).collect();
        stems.sort_unstable();
        stems
    }

    /// All words with their numbers, in no set order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, u32)> {
        self.slots.iter().filter_map(|slot| Some((self.text(slot), slot.number.checked_sub(1)?)))
    }

    fn text(&self, slot: &Slot) -> &str {
        self.bytes.get(slot.start as usize..(slot.start + slot.length) as usize).unwrap_or_default()
    }

    /// Gives each word the number that `new` has at its old one.
    pub(crate) fn renumber(&mut self, new: &[u32]) {
        for slot in &mut self.slots {
            if let Some(old) = slot.number.checked_sub(1) {
                slot.number = new[old as usize] + 1;
            }
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.count as usize
    }

    /// Bytes of all words together; more than 32 bits count cannot be stored.
    pub(crate) fn byte_len(&self) -> usize {
        self.bytes.len()
    }

    fn grow(&mut self) {
        let mut slots = vec![Slot::default(); (self.slots.len() * 2).max(64)];
        for slot in self.slots.iter().filter(|slot| slot.number != 0) {
            place(&mut slots, *slot);
        }
        self.slots = slots;
    }
}

#[inline]
const fn home(key: u32, mask: usize) -> usize {
    ((key as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 30) as usize & mask
}

fn place(slots: &mut [Slot], slot: Slot) {
    let mask = slots.len() - 1;
    let mut at = home(slot.key, mask);
    while slots[at].number != 0 {
        at = (at + 1) & mask;
    }
    slots[at] = slot;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ascii_case_does_not_matter_and_bytes_do() {
        let mut words = Vocabulary::default();
        let kept: Vec<u32> = ["kenya", "kyrgyzstan", "kyrgyzstam", "киргизия", "@`[{", ""].iter().map(|w| words.insert(w)).collect();
        assert_eq!(kept, [0, 1, 2, 3, 4, 5]);
        let find = |words: &Vocabulary, word: &str| words.find(word_key(word.as_bytes()), word.as_bytes());
        assert_eq!(find(&words, "KyrGyzSTAN"), Some(1));
        assert_eq!(find(&words, "@`[{"), Some(4));
        assert_eq!(find(&words, "`@{["), None);
        assert_eq!(find(&words, "киргизия"), Some(3));
        assert_eq!(find(&words, "keny"), None);
        for n in 0..5000 {
            words.insert(&format!("w{n}"));
        }
        assert_eq!(find(&words, "W4999"), Some(6 + 4999));
    }
}
