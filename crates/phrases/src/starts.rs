//! A filter in front of the trie: whether a name may begin with a token, told from a few bytes of it and of the next.

/// Hashes of the beginnings of names: of the one word of short ones, of the first two words of the others. It may say yes wrongly, never no.
#[derive(Clone, Debug, Default)]
pub(crate) struct Starts {
    keys: Vec<u32>,
    /// One bit a hash; a power of two of words.
    bits: Vec<u64>,
    /// The first words alone, in a set small enough to stay in the nearest cache.
    firsts: Vec<u64>,
}

/// Words of the small set.
const FIRSTS: usize = 1024;

impl Starts {
    /// Adds a name by its folded words.
    pub(crate) fn add(&mut self, first: &str, second: Option<&str>) {
        let first = first_key(first.as_bytes());
        if self.firsts.is_empty() {
            self.firsts = vec![0; FIRSTS];
        }
        let bit = slot(first, FIRSTS);
        self.firsts[bit / 64] |= 1 << (bit % 64);
        self.keys.push(second.map_or(first, |second| pair_key(first, second.as_bytes())));
    }

    /// Makes the filter from what was added.
    pub(crate) fn build(&mut self) {
        self.firsts.resize(FIRSTS, 0);
        let words = (self.keys.len() / 4).next_power_of_two().max(1024);
        self.bits = vec![0; words];
        for key in std::mem::take(&mut self.keys) {
            let bit = self.bit(key);
            self.bits[bit / 64] |= 1 << (bit % 64);
        }
    }

    fn bit(&self, key: u32) -> usize {
        slot(key, self.bits.len())
    }

    /// Whether some name begins with a word of this key.
    #[inline]
    pub(crate) fn may_begin(&self, first: u32) -> bool {
        let bit = slot(first, FIRSTS);
        self.firsts.get(bit / 64).is_some_and(|word| word >> (bit % 64) & 1 == 1)
    }

    /// Whether some name is the one word of this key, or begins with the two words of it.
    #[inline]
    pub(crate) fn may_hold(&self, key: u32) -> bool {
        let bit = self.bit(key);
        self.bits.get(bit / 64).is_some_and(|word| word >> (bit % 64) & 1 == 1)
    }
}

/// The bit of a key in a set of so many words.
#[inline]
const fn slot(key: u32, words: usize) -> usize {
    // The upper bits of the product are the well-mixed ones.
    ((key as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32) as usize & (words * 64 - 1)
}

/// Four bytes and the length. Setting one bit of each byte makes capitals small, and some marks alike, which a filter may.
#[inline]
pub(crate) fn first_key(word: &[u8]) -> u32 {
    let head = match word {
        [a, b, c, d, ..] => u32::from_le_bytes([*a, *b, *c, *d]),
        [a, b, c] => u32::from_le_bytes([*a, *b, *c, 0]),
        [a, b] => u32::from_le_bytes([*a, *b, 0, 0]),
        [a] => u32::from(*a),
        [] => 0,
    };
    (head | 0x2020_2020) ^ (word.len() as u32) << 24
}

/// The first word's key with three bytes of the second, up to an apostrophe (a possessive ending may follow).
#[inline]
pub(crate) fn pair_key(first: u32, second: &[u8]) -> u32 {
    let tail = match second {
        [a, b'\'', ..] | [a] => [*a, 0, 0, 0],
        [a, b, b'\'', ..] | [a, b] => [*a, *b, 0, 0],
        [a, b, c, ..] => [*a, *b, *c, 0],
        [] => [0; 4],
    };
    first.rotate_left(7).wrapping_mul(0x9E37_79B1) ^ (u32::from_le_bytes(tail) | 0x0020_2020).wrapping_mul(0x85EB_CA6B) ^ 1
}
