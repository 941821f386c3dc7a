//! Bit masks, which exclude most tokens before a pattern is tried.

use crate::words::Class;

/// A set of bits that describe a token: the classes of its word, its shape, and its key. There are 40 bits for classes. If there are more classes,
/// several classes share a bit.
///
/// An item of a pattern has a mask too. If the two masks have no bit in common, the token cannot match the item. If they have one, the token must still be
/// compared with the item.
pub(crate) type Mask = u64;

/// The number of bits for classes. They are the lowest bits.
const CLASS_BITS: u32 = 40;
/// The bit for words that begin with a digit.
pub(crate) const DIGIT: Mask = 1 << CLASS_BITS;
/// The bit for words that consist of four digits.
pub(crate) const FOUR_DIGITS: Mask = DIGIT << 1;
/// The bit for words that contain a digit and end with a Latin letter, but do not begin with a letter.
pub(crate) const DIGIT_AND_LETTER: Mask = DIGIT << 2;
/// The number of bits for keys. They are the highest bits.
const KEY_BITS: u32 = 64 - CLASS_BITS - 3;

/// Returns the bit of a class.
pub(crate) const fn class_mask(class: Class) -> Mask {
    1 << (class as u32 % CLASS_BITS)
}

/// Returns the bit of a word's key.
pub(crate) const fn key_mask(key: u32) -> Mask {
    1 << (64 - KEY_BITS + key % KEY_BITS)
}

/// Returns the bits of a word's shape.
#[inline]
pub(crate) fn shape(word: &str) -> Mask {
    let bytes = word.as_bytes();
    match *bytes {
        // Most words begin with a letter. These words are neither numbers nor decades.
        [] | [b'A'..=b'Z' | b'a'..=b'z', ..] => 0,
        [first, ..] => shape_of_number(first, bytes),
    }
}

fn shape_of_number(first: u8, bytes: &[u8]) -> Mask {
    let mut mask = 0;
    if first.is_ascii_digit() {
        mask |= DIGIT;
        if bytes.len() == 4 && bytes.iter().all(u8::is_ascii_digit) {
            mask |= FOUR_DIGITS;
        }
    }
    if bytes.last().is_some_and(u8::is_ascii_alphabetic) && bytes.iter().any(u8::is_ascii_digit) {
        mask |= DIGIT_AND_LETTER;
    }
    mask
}
