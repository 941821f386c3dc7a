//! A hash table that maps the hash keys of word forms to word numbers (see [`WordNumber`](crate::words::WordNumber)).

/// The word number in an empty slot.
const NONE: u32 = u32::MAX;

/// A hash table with open addressing and linear probing. A filter in front of it rejects most words that are not in the table. The filter is a bitmap in which each
/// word sets the bit that its hash selects; it is small enough to stay in the processor cache.
#[derive(Clone, Debug, Default)]
pub(crate) struct Forms {
    filter: Vec<u64>,
    /// Pairs of the lower half of a word's hash and the word number. In an empty slot, the word number is [`NONE`].
    slots: Vec<(u32, u32)>,
    /// The number of bits by which a hash is shifted to the right to get the index of a slot.
    shift: u32,
}

/// The binary logarithm of the number of filter bits per slot.
const BITS: u32 = 2;

impl Forms {
    /// Builds a table from `count` pairs of a hash key and a word number. At least a quarter of the slots stay empty, so that the search for a key that is not in
    /// the table soon ends at an empty slot.
    pub(crate) fn new(count: usize, keys: impl Iterator<Item = (u64, u32)>) -> Self {
        let size = (count * 4 / 3 + 1).next_power_of_two().max(64);
        let shift = 64 - size.trailing_zeros();
        let mut forms = Self { filter: vec![0; size << BITS >> 6], slots: vec![(0, NONE); size], shift };
        for (key, number) in keys.take(count) {
            let hash = hash(key);
            let (word, bit) = forms.bit(hash);
            forms.filter[word] |= bit;
            let mut at = (hash >> shift) as usize;
            while forms.slots[at].1 != NONE {
                at = (at + 1) & (size - 1);
            }
            forms.slots[at] = (hash as u32, number);
        }
        forms
    }

    /// Returns the position of the bit that a hash sets in the filter: the index of an element of `filter`, and a mask that selects the bit in that element.
    #[inline]
    const fn bit(&self, hash: u64) -> (usize, u64) {
        let bit = hash >> (self.shift - BITS);
        ((bit >> 6) as usize, 1 << (bit & 63))
    }

    /// Returns the word number for a key, or `None` if the table does not contain the key. A slot stores only the lower half of the hash; the upper bits determine
    /// the position of the slot.
    #[inline]
    pub(crate) fn get(&self, key: u64) -> Option<u32> {
        let hash = hash(key);
        let (word, bit) = self.bit(hash);
        if self.filter.get(word)? & bit == 0 {
            return None;
        }
        let mut at = (hash >> self.shift) as usize;
        loop {
            let (check, number) = *self.slots.get(at)?;
            if number == NONE {
                return None;
            }
            if check == hash as u32 {
                return Some(number);
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
    }
}

/// Hashes a key by multiplication (D. Knuth, The Art of Computer Programming, volume 3, 6.4).
#[inline]
const fn hash(key: u64) -> u64 {
    key.wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

#[cfg(test)]
mod tests {
    use super::Forms;

    #[test]
    fn finds_each_key_and_no_other() {
        for count in [0, 1, 2, 40, 1000_u64] {
            let forms = Forms::new(count as usize, (0..count).map(|key| (key * 3, key as u32)));
            for key in 0..count {
                assert_eq!(forms.get(key * 3), Some(key as u32));
                assert_eq!(forms.get(key * 3 + 1), None);
            }
        }
        assert_eq!(Forms::default().get(0), None);
    }
}
