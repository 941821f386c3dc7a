//! The words that names are made of, looked up by their folded bytes without making a copy.

/// Folded words and their numbers, from 0. Open addressing with linear probing, at most half full.
#[derive(Clone, Debug, Default)]
pub(crate) struct Vocabulary {
    bytes: String,
    /// Where each word ends in `bytes`.
    ends: Vec<u32>,
    /// Upper half of the hash, and the word's number plus 1; 0 where free. A power of two long.
    slots: Vec<(u32, u32)>,
}

impl Vocabulary {
    /// The number of a folded word, adding it if it is new.
    pub(crate) fn insert(&mut self, word: &str) -> u32 {
        if let Some(known) = self.find(word.as_bytes()) {
            return known;
        }
        if self.slots.len() < (self.ends.len() + 1) * 2 {
            self.grow();
        }
        let number = self.ends.len() as u32;
        self.bytes.push_str(word);
        self.ends.push(self.bytes.len() as u32);
        self.place(hash(word.as_bytes()), number);
        number
    }

    /// The number of a word given as ASCII of any case, or as other bytes already folded.
    #[inline]
    pub(crate) fn find(&self, word: &[u8]) -> Option<u32> {
        if self.slots.is_empty() {
            return None;
        }
        let hash = hash(word);
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        loop {
            let (tag, number) = self.slots[at];
            let number = number.checked_sub(1)?;
            if tag == (hash >> 32) as u32 && self.word(number).as_bytes().eq_ignore_ascii_case(word) {
                return Some(number);
            }
            at = (at + 1) & mask;
        }
    }

    /// The folded word of a number.
    pub(crate) fn word(&self, number: u32) -> &str {
        let number = number as usize;
        let start = number.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        &self.bytes[start..self.ends[number] as usize]
    }

    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    fn grow(&mut self) {
        let size = (self.slots.len() * 2).max(64);
        self.slots = vec![(0, 0); size];
        for number in 0..self.ends.len() as u32 {
            let hash = hash(self.word(number).as_bytes());
            self.place(hash, number);
        }
    }

    fn place(&mut self, hash: u64, number: u32) {
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        while self.slots[at].1 != 0 {
            at = (at + 1) & mask;
        }
        self.slots[at] = ((hash >> 32) as u32, number + 1);
    }
}

/// A hash of bytes that takes ASCII capitals for small letters.
#[inline]
fn hash(word: &[u8]) -> u64 {
    let mut state = word.len() as u64;
    let mut chunks = word.chunks_exact(8);
    for chunk in chunks.by_ref() {
        let mut block = [0; 8];
        block.copy_from_slice(chunk);
        state = mix(state, lower(u64::from_le_bytes(block)));
    }
    let rest = chunks.remainder();
    let mut block = 0;
    for &b in rest {
        block = block << 8 | u64::from(b);
    }
    let state = mix(state, lower(block));
    state ^ state >> 29
}

#[inline]
const fn mix(state: u64, block: u64) -> u64 {
    // The multiplier is 2^64 divided by the golden ratio (Knuth, The Art of Computer Programming 3, 6.4).
    (state.rotate_left(23) ^ block).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

/// ASCII capitals of eight bytes to small letters, all at once.
#[inline]
const fn lower(block: u64) -> u64 {
    const ONES: u64 = 0x0101_0101_0101_0101;
    let seven = block & (ONES * 0x7F);
    let from_a = seven + ONES * (0x80 - b'A' as u64);
    let behind_z = seven + ONES * (0x7F - b'Z' as u64);
    let capital = (from_a ^ behind_z) & !block & (ONES * 0x80);
    block | capital >> 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ascii_case_does_not_matter_and_bytes_do() {
        let mut words = Vocabulary::default();
        let kept: Vec<u32> = ["kenya", "kyrgyzstan", "kyrgyzstam", "киргизия", "@`[{", ""].iter().map(|w| words.insert(w)).collect();
        assert_eq!(kept, [0, 1, 2, 3, 4, 5]);
        assert_eq!(words.find(b"KyrGyzSTAN"), Some(1));
        assert_eq!(words.find(b"@`[{"), Some(4));
        assert_eq!(words.find(b"`@{["), None);
        assert_eq!(words.find("киргизия".as_bytes()), Some(3));
        assert_eq!(words.find(b"keny"), None);
        for n in 0..5000 {
            words.insert(&format!("w{n}"));
        }
        assert_eq!(words.find(b"W4999").map(|n| words.word(n)), Some("w4999"));
    }
}
