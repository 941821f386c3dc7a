//! The key of a word: a hash that every engine can use without reading the word again.

/// Hashes the bytes of a word, ASCII capitals as small letters. Never 0. The same on every machine; it may change between versions.
///
/// Equal words have equal keys; words with equal keys need not be equal.
#[inline]
#[must_use]
pub fn word_key(word: &[u8]) -> u32 {
    finish(blocks(word).0, word.len())
}

/// The other half of a word's hash: words with the same [`word_key`] and the same check are taken for the same, as any two words are whose 64 bits of hash agree.
/// Of words of one length up to eight bytes no two have both in common.
#[inline]
#[must_use]
pub fn word_check(word: &[u8]) -> u32 {
    (mix(blocks(word).0, word.len() as u64) >> 32) as u32
}

/// The same of a part of a text, `start..end` in bytes; faster where eight bytes of text follow its start.
#[inline]
pub(crate) fn check_in(text: &[u8], start: usize, end: usize) -> u32 {
    match text.get(start..).and_then(|from| from.first_chunk::<8>()) {
        // No branch depends on the length of a word of eight bytes at most.
        Some(chunk) if (start + 1..=start + 8).contains(&end) => {
            let length = end - start;
            let block = u64::from_le_bytes(*chunk) & u64::MAX >> (64 - 8 * length);
            (mix(lower(block), length as u64) >> 32) as u32
        }
        _ => word_check(text.get(start..end).unwrap_or_default()),
    }
}

/// The key of a word that needs no folding but for case: ASCII without an apostrophe. 0 for every other, as in [`Token::key`](crate::Token::key).
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
    // 0 says that there is no key.
    if key == 0 { 1 } else { key }
}

/// The key of a word of one to eight bytes of plain ASCII, given as a block: its first byte lowest, zeros behind its last, capitals made small.
/// The same as [`word_key`] of its bytes, for whoever has the block at hand.
#[inline]
#[must_use]
pub const fn block_key(block: u64, length: usize) -> u32 {
    finish(block, length)
}

/// The key of a word of nine bytes or more of plain ASCII, given as blocks of eight bytes, capitals made small: all from its beginning that are full, then its last
/// eight bytes, whether they were given before or not. The same as [`word_key`] of its bytes, for whoever has the blocks at hand.
///
/// ```
/// use chancery_text::key::{BlocksKey, word_key};
/// let block = |bytes: &[u8; 8]| u64::from_le_bytes(*bytes);
/// assert_eq!(BlocksKey::default().with(block(b"republic")).with(block(b"epublics")).key(9), word_key(b"Republics"));
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct BlocksKey(u64);

impl BlocksKey {
    /// With one block more; its first byte is the lowest.
    #[inline]
    #[must_use]
    pub const fn with(self, block: u64) -> Self {
        Self(mix(self.0, block))
    }

    /// The key; `length` is that of the word in bytes.
    #[inline]
    #[must_use]
    pub const fn key(self, length: usize) -> u32 {
        finish(self.0, length)
    }
}

/// The mixed blocks of eight bytes, and in the highest bit of some byte of the second whether there is one beyond ASCII or an apostrophe.
#[inline]
fn blocks(word: &[u8]) -> (u64, u64) {
    let take = |block: u64| (lower(block), block | quoted(block));
    match *word {
        [] => (0, 0),
        [a] => take(u64::from(a)),
        [a, b] => take(u64::from(a) | u64::from(b) << 8),
        [a, b, c] => take(u64::from(a) | u64::from(b) << 8 | u64::from(c) << 16),
        // Two loads that may overlap: what is in both is the same.
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
    // The multiplier is 2^64 divided by the golden ratio (Knuth, The Art of Computer Programming 3, 6.4).
    (state.rotate_left(23) ^ block).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

/// ASCII capitals of eight bytes to small letters, all at once.
#[inline]
const fn lower(block: u64) -> u64 {
    let seven = block & (ONES * 0x7F);
    let from_a = seven + ONES * (0x80 - b'A' as u64);
    let behind_z = seven + ONES * (0x7F - b'Z' as u64);
    let capital = (from_a ^ behind_z) & !block & HIGH;
    block | capital >> 2
}

/// Sets the highest bit of a byte (and perhaps of ones above it) where an apostrophe is.
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
    fn case_does_not_matter_and_marks_do() {
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
        fn a_check_is_the_same_in_a_text(before in "[a-zé]{0,9}", word in "[a-zA-Z'éж]{0,20}", behind in "[a-zé]{0,9}") {
            let text = format!("{before}{word}{behind}");
            let (start, end) = (before.len(), before.len() + word.len());
            prop_assert_eq!(check_in(text.as_bytes(), start, end), word_check(word.as_bytes()));
        }
    }
}
