//! Hash keys of words. The key of each token is computed once, and all crates that analyse the text use it to look up the word.
//!
//! A word is hashed in blocks of eight bytes to a 64-bit number. The upper half of this number is the *check* of the word. The bitwise exclusive OR of the two
//! halves is the *key* of the word. If different words have the same key, their checks distinguish them.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Returns the key of a word: a hash of its bytes that ignores ASCII case. The key is never 0.
///
/// Words that differ only in ASCII case have equal keys. Different words may have equal keys too. The key does not depend on the machine, but it may change
/// between versions.
#[inline]
#[must_use]
pub fn word_key(word: &[u8]) -> u32 {
    finish(blocks(word).0, word.len())
}

/// Returns the check of a word: the upper 32 bits of its hash, which ignores ASCII case. Two words with equal [`word_key`] and equal check are treated as the
/// same word.
///
/// If two words of equal length, at most eight bytes, have the same [`word_key`] and the same [`word_check`], they can differ only in ASCII case.
#[inline]
#[must_use]
pub fn word_check(word: &[u8]) -> u32 {
    (mix(blocks(word).0, word.len() as u64) >> 32) as u32
}

/// Returns the [`word_check`] of the bytes `start..end` of `text`. This function is faster than [`word_check`] for a word of one to eight bytes, if `text` has
/// at least eight bytes from `start` on.
#[inline]
pub(crate) fn check_in(text: &[u8], start: usize, end: usize) -> u32 {
    match text.get(start..).and_then(|from| from.first_chunk::<8>()) {
        // A word of at most eight bytes is hashed without a branch on its length.
        Some(chunk) if (start + 1..=start + 8).contains(&end) => {
            let length = end - start;
            let block = u64::from_le_bytes(*chunk) & u64::MAX >> (64 - 8 * length);
            (mix(lower(block), length as u64) >> 32) as u32
        }
        _ => word_check(text.get(start..end).unwrap_or_default()),
    }
}

/// Returns the [`word_key`] of an ASCII word without apostrophes. Returns 0 for any other word, because a word with other characters must be folded before it
/// can be looked up. See [`Token::key`](crate::Token::key).
#[inline]
#[must_use]
pub fn plain_key(word: &[u8]) -> u32 {
    let (state, seen) = blocks(word);
    if seen & HIGH != 0 { 0 } else { finish(state, word.len()) }
}

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = ONES << 7;

#[inline]
const fn finish(state: u64, length: usize) -> u32 {
    let state = mix(state, length as u64);
    let key = (state ^ state >> 32) as u32;
    // 0 is reserved for "no key".
    if key == 0 { 1 } else { key }
}

/// Returns the [`word_key`] of an ASCII word of one to eight bytes. `block` contains the word in lower case, as a little-endian number padded with zeros.
/// `length` is the length of the word in bytes.
#[inline]
#[must_use]
pub const fn block_key(block: u64, length: usize) -> u32 {
    finish(block, length)
}

/// Returns the full key of a word: its [`word_key`] in the upper half and its [`word_check`] in the lower half of one number. Two words with equal full keys
/// are treated as the same word.
#[inline]
#[must_use]
pub fn full_key(word: &[u8]) -> u64 {
    u64::from(word_key(word)) << 32 | u64::from(word_check(word))
}

/// Returns the word without its possessive ending. Apostrophes must be straight.
#[must_use]
pub fn without_possessive(word: &str) -> &str {
    word.strip_suffix("'s").or_else(|| word.strip_suffix('\'')).unwrap_or(word)
}

/// A map whose keys are [`word_key`]s or [`full_key`]s.
pub type KeyMap<K, V> = HashMap<K, V, BuildHasherDefault<KeyHasher>>;

/// A hasher for [`word_key`]s and [`full_key`]s. These keys are already hashes, so the hasher does little work.
#[derive(Clone, Copy, Debug, Default)]
pub struct KeyHasher(u64);

impl Hasher for KeyHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.write_u32(u32::from(*byte)));
    }

    fn write_u32(&mut self, key: u32) {
        self.0 = (self.0 ^ u64::from(key)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }

    fn write_u64(&mut self, key: u64) {
        self.0 = key;
    }
}

/// Computes the [`word_key`] of an ASCII word of nine bytes or more. The word is given in blocks of eight bytes, in lower case.
///
/// The blocks are the full blocks from the beginning of the word, followed by its last eight bytes, even if these overlap a full block.
///
/// ```
/// use chancery_text::key::{BlocksKey, word_key};
/// let block = |bytes: &[u8; 8]| u64::from_le_bytes(*bytes);
/// assert_eq!(BlocksKey::default().with(block(b"republic")).with(block(b"epublics")).key(9), word_key(b"Republics"));
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct BlocksKey(u64);

impl BlocksKey {
    /// Adds the next block, as a little-endian number.
    #[inline]
    #[must_use]
    pub const fn with(self, block: u64) -> Self {
        Self(mix(self.0, block))
    }

    /// Returns the key of the word. `length` is the length of the word in bytes.
    #[inline]
    #[must_use]
    pub const fn key(self, length: usize) -> u32 {
        finish(self.0, length)
    }
}

/// Hashes a word block by block. Returns the state of the hash, and a mask. If the word contains a non-ASCII byte or an apostrophe, at least one byte of the
/// mask has its high bit set.
#[inline]
fn blocks(word: &[u8]) -> (u64, u64) {
    let take = |block: u64| (lower(block), block | quoted(block));
    match *word {
        [] => (0, 0),
        [a] => take(u64::from(a)),
        [a, b] => take(u64::from(a) | u64::from(b) << 8),
        [a, b, c] => take(u64::from(a) | u64::from(b) << 8 | u64::from(c) << 16),
        // The two reads may overlap, but then each overlapping byte has the same value and position in both.
        [a, b, c, d, ..] if word.len() <= 8 => {
            let [.., w, x, y, z] = *word else { return (0, 0) };
            let (head, tail) = (u32::from_le_bytes([a, b, c, d]), u32::from_le_bytes([w, x, y, z]));
            take(u64::from(head) | u64::from(tail) << (8 * (word.len() - 4)))
        }
        _ => {
            let mut state = 0;
            let mut seen = 0;
            let (chunks, _) = word.as_chunks::<8>();
            for chunk in chunks.iter().chain(word.last_chunk()) {
                let (block, marks) = take(u64::from_le_bytes(*chunk));
                state = mix(state, block);
                seen |= marks;
            }
            (state, seen)
        }
    }
}

#[inline]
const fn mix(state: u64, block: u64) -> u64 {
    // Multiplicative hashing. The multiplier is 2^64 divided by the golden ratio (Knuth, The Art of Computer Programming, vol. 3, section 6.4).
    (state.rotate_left(23) ^ block).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

/// Lower-cases the ASCII letters of eight bytes at once.
#[inline]
const fn lower(block: u64) -> u64 {
    let seven = block & (ONES * 0x7F);
    let from_a = seven + ONES * (0x80 - b'A' as u64);
    let after_z = seven + ONES * (0x7F - b'Z' as u64);
    let capital = (from_a ^ after_z) & !block & HIGH;
    block | capital >> 2
}

/// Returns a mask for the bytes of `block`. For each apostrophe in `block`, the high bit of the same byte of the mask is set. Bytes above the lowest apostrophe may be
/// marked although they are not apostrophes.
#[inline]
const fn quoted(block: u64) -> u64 {
    let marks = block ^ (ONES * b'\'' as u64);
    marks.wrapping_sub(ONES) & !marks & HIGH
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn keys_ignore_case_but_not_punctuation() {
        for (a, b) in [("Kyrgyzstan", "KYRGYZstan"), ("a", "A"), ("Of", "oF"), ("THE", "the"), ("Guinea", "GUINEA"), ("@`[{", "@`[{")] {
            assert_eq!(word_key(a.as_bytes()), word_key(b.as_bytes()), "{a} {b}");
            assert_eq!(word_check(a.as_bytes()), word_check(b.as_bytes()), "{a} {b}");
        }
        for (a, b) in [("@`[{", "`@{["), ("ab", "aba"), ("aaa", "aa"), ("kyrgyzstan", "kyrgyzstam"), ("aaaa", "aaaaa")] {
            assert_ne!(word_key(a.as_bytes()), word_key(b.as_bytes()), "{a} {b}");
            assert_ne!(word_check(a.as_bytes()), word_check(b.as_bytes()), "{a} {b}");
        }
    }

    proptest! {
        #[test]
        fn only_plain_ascii_has_a_plain_key(word in "[a-zA-Z0-9.'’éж]{0,20}") {
            let plain = word.is_ascii() && !word.contains('\'');
            prop_assert_eq!(plain_key(word.as_bytes()) != 0, plain);
            if plain {
                prop_assert_eq!(plain_key(word.as_bytes()), word_key(word.to_ascii_lowercase().as_bytes()));
                if let 1..=8 = word.len() {
                    let block = word.bytes().rev().fold(0, |block, byte| block << 8 | u64::from(byte.to_ascii_lowercase()));
                    prop_assert_eq!(block_key(block, word.len()), plain_key(word.as_bytes()));
                }
            }
        }

        #[test]
        fn a_check_does_not_depend_on_the_surrounding_text(before in "[a-zé]{0,9}", word in "[a-zA-Z'éж]{0,20}", after in "[a-zé]{0,9}") {
            let text = format!("{before}{word}{after}");
            let (start, end) = (before.len(), before.len() + word.len());
            prop_assert_eq!(check_in(text.as_bytes(), start, end), word_check(word.as_bytes()));
        }
    }
}
