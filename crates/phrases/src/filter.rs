//! A filter in front of the trie: whether a phrase may begin with a token, told from its key and that of the next.

/// Keys of the beginnings of phrases: of the one word of short ones, of the first two words of the others. It may say yes wrongly, never no.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Filter {
    /// First words.
    firsts: Bits,
    /// Whole phrases of one word, and first pairs of the others.
    starts: Bits,
}

/// The filter while phrases are put in.
#[derive(Clone, Debug, Default)]
pub(crate) struct FilterBuilder {
    firsts: Vec<u32>,
    starts: Vec<u32>,
}

impl FilterBuilder {
    /// Adds a phrase by the keys of its first words.
    pub(crate) fn add(&mut self, first: u32, second: Option<u32>) {
        self.firsts.push(first);
        self.starts.push(second.map_or(first, |second| pair(first, second)));
    }

    pub(crate) fn build(mut self) -> Filter {
        self.firsts.sort_unstable();
        self.firsts.dedup();
        Filter { firsts: Bits::of(&self.firsts), starts: Bits::of(&self.starts) }
    }
}

impl Filter {
    /// Whether some phrase begins with a word of this key.
    #[inline]
    pub(crate) fn begins(&self, first: u32) -> bool {
        self.firsts.has(first)
    }

    /// Whether some phrase is the one word of this key.
    #[inline]
    pub(crate) fn is_one(&self, first: u32) -> bool {
        self.starts.has(first)
    }

    /// Whether some phrase begins with the words of these two keys.
    #[inline]
    pub(crate) fn begins_with(&self, first: u32, second: u32) -> bool {
        self.starts.has(pair(first, second))
    }
}

/// The key of two words.
#[inline]
const fn pair(first: u32, second: u32) -> u32 {
    let both = (first.rotate_left(7) ^ second.wrapping_mul(0x85EB_CA6B)).wrapping_mul(0x9E37_79B1);
    both ^ both >> 16
}

/// A set of keys, one bit each; keys may share one.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
struct Bits {
    /// A power of two of words, 16 bits or more a key.
    words: Vec<u64>,
}

impl Bits {
    fn of(keys: &[u32]) -> Self {
        let mut bits = Self { words: vec![0; (keys.len() / 4).next_power_of_two().max(16)] };
        for &key in keys {
            let (word, bit) = bits.place(key);
            bits.words[word] |= 1 << bit;
        }
        bits
    }

    #[inline]
    fn place(&self, key: u32) -> (usize, u32) {
        // Keys are hashes: their bits need no further mixing.
        ((key >> 6) as usize & self.words.len().wrapping_sub(1), key & 63)
    }

    #[inline]
    fn has(&self, key: u32) -> bool {
        let (word, bit) = self.place(key);
        self.words.get(word).is_some_and(|word| word >> bit & 1 == 1)
    }
}
