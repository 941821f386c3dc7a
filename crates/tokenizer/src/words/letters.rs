//! Reads a sequence of ASCII letters, eight bytes at a time. The method is SIMD within a register (H. Warren, Hacker's Delight, chapter 2).

use chancery_text::Casing;
use chancery_text::key::{BlocksKey, block_key};

/// The sequence of letters at the start of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Run {
    /// The number of letters, 1 or more.
    pub(super) length: usize,
    pub(super) casing: Casing,
    /// Whether the first letter is a capital.
    pub(super) capital: bool,
    /// The key of the word, as [`word_key`](chancery_text::key::word_key) returns it.
    pub(super) key: u32,
}

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = ONES << 7;
/// A bitwise OR with this value converts a block of letters to lower case.
const SMALL: u64 = ONES << 5;

/// Reads the letters at the start of `bytes`. Returns `None` if there are none, or if `bytes` ends too early to read eight bytes at once.
#[inline]
pub(super) fn run(bytes: &[u8]) -> Option<Run> {
    let block = u64::from_le_bytes(*bytes.first_chunk()?);
    let (letters, capitals) = marks(block);
    let length = (!letters & HIGH).trailing_zeros() as usize / 8;
    if length == 0 {
        return None;
    }
    let capital = capitals & 0x80 != 0;
    if length < 8 {
        let inside = (1 << (8 * length)) - 1;
        let capitals = capitals & inside;
        let casing = if capitals == 0 { Casing::Lower } else { casing(capital, capitals & !0x80 != 0, capitals == HIGH & inside) };
        return Some(Run { length, casing, capital, key: block_key((block | SMALL) & inside, length) });
    }
    let (mut later, mut all) = (capitals & !0x80 != 0, capitals == HIGH);
    let mut length = 8;
    let mut blocks = BlocksKey::default().with(block | SMALL);
    loop {
        let next = u64::from_le_bytes(*bytes.get(length..)?.first_chunk()?);
        let (letters, capitals) = marks(next);
        let more = (!letters & HIGH).trailing_zeros() as usize / 8;
        let inside = if more == 8 { u64::MAX } else { (1 << (8 * more)) - 1 };
        later |= capitals & inside != 0;
        all &= capitals & inside == HIGH & inside;
        if more == 8 {
            length += 8;
            blocks = blocks.with(next | SMALL);
            continue;
        }
        let key = if length + more == 8 {
            block_key(block | SMALL, 8)
        } else {
            let last = u64::from_le_bytes(*bytes.get(length + more - 8..)?.first_chunk()?);
            blocks.with(last | SMALL).key(length + more)
        };
        return Some(Run { length: length + more, casing: casing(capital, later, all), capital, key });
    }
}

/// Returns the casing of a sequence of letters. `first` is true if the first letter is a capital, `later` if any later letter is a capital, and `all` if all
/// letters are capitals.
#[inline]
const fn casing(first: bool, later: bool, all: bool) -> Casing {
    const OF: [Casing; 8] =
        [Casing::Lower, Casing::Title, Casing::Mixed, Casing::Mixed, Casing::Lower, Casing::Title, Casing::Upper, Casing::Upper];
    // A table lookup is faster than branches here, because the processor cannot predict them reliably.
    OF[first as usize | (later as usize) << 1 | (all as usize) << 2]
}

/// Returns two masks for the eight bytes of `block`. In the first mask, the high bit of each byte that is a letter is set. In the second mask, the high bit of
/// each byte that is a capital is set.
#[inline]
const fn marks(block: u64) -> (u64, u64) {
    let seven = (block | ONES << 5) & (ONES * 0x7F);
    let from_a = seven + ONES * (0x80 - b'a' as u64);
    let behind_z = seven + ONES * (0x7F - b'z' as u64);
    let letters = (from_a ^ behind_z) & !block & HIGH;
    (letters, letters & !(block << 2))
}
