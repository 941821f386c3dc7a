//! A filter in front of the trie: whether a name may begin with a token, told from a few bytes of it and of the next.

/// Hashes of the beginnings of names: of the one word of short ones, of the first two words of the others. It may say yes wrongly, never no.
#[derive(Clone, Debug, Default)]
pub(crate) struct Starts {
    keys: Vec<u32>,
    /// One bit a hash; a power of two of words.
    bits: Vec<u64>,
}

impl Starts {
    /// Adds a name by its folded words.
    pub(crate) fn add(&mut self, first: &str, second: Option<&str>) {
        let first = first_key(first.as_bytes());
        self.keys.push(second.map_or(first, |second| pair_key(first, second.as_bytes())));
    }

    /// Makes the filter from what was added.
    pub(crate) fn build(&mut self) {
        let words = (self.keys.len() / 4).next_power_of_two().max(1024);
        self.bits = vec![0; words];
        for key in std::mem::take(&mut self.keys) {
            let bit = self.bit(key);
            self.bits[bit / 64] |= 1 << (bit % 64);
        }
    }

    #[inline]
    fn bit(&self, key: u32) -> usize {
        // The upper bits of the product are the well-mixed ones.
        (u64::from(key).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32) as usize & (self.bits.len() * 64 - 1)
    }

    #[inline]
    pub(crate) fn may_hold(&self, key: u32) -> bool {
        let bit = self.bit(key);
        self.bits[bit / 64] >> (bit % 64) & 1 == 1
    }
}

/// Four bytes and the length.
#[inline]
pub(crate) fn first_key(word: &[u8]) -> u32 {
    let letter = |at: usize| word.get(at).map_or(0, |b| u32::from(b.to_ascii_lowercase()));
    (letter(0) | letter(1) << 8 | letter(2) << 16 | letter(3) << 24) ^ (word.len() as u32) << 13
}

/// The first word's key with three bytes of the second, up to an apostrophe (a possessive ending may follow).
#[inline]
pub(crate) fn pair_key(first: u32, second: &[u8]) -> u32 {
    let mut tail = 0;
    for &byte in second.iter().take(3) {
        if byte == b'\'' {
            break;
        }
        tail = tail << 8 | u32::from(byte.to_ascii_lowercase());
    }
    first.rotate_left(7).wrapping_mul(0x9E37_79B1) ^ tail.wrapping_mul(0x85EB_CA6B) ^ 1
}
