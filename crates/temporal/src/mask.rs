//! Bit masks that rule out most tokens before a pattern is tried.

use crate::words::Class;

/// A filter for tokens: one bit for each class of the token's word (classes beyond the fortieth share bits), for its shape, and for its key.
///
/// A token that fits an item of a pattern shares a bit with the item's mask. The reverse need not hold.
pub(crate) type Mask = u64;

/// Number of bits for classes, from the lowest.
const CLASS_BITS: u32 = 40;
/// The word begins with a digit.
pub(crate) const DIGIT: Mask = 1 << CLASS_BITS;
/// The word is four digits.
pub(crate) const FOUR_DIGITS: Mask = DIGIT << 1;
/// The word contains a digit, does not begin with a Latin letter and ends with one.
pub(crate) const DIGIT_AND_LETTER: Mask = DIGIT << 2;
/// Number of bits for keys, above all others.
const KEY_BITS: u32 = 64 - CLASS_BITS - 3;

/// The bit of a class.
pub(crate) const fn class_mask(class: Class) -> Mask {
    1 << (class as u32 % CLASS_BITS)
}

/// The bit of a word's key.
pub(crate) const fn key_mask(key: u32) -> Mask {
    1 << (64 - KEY_BITS + key % KEY_BITS)
}

/// The bits of a word's shape.
#[inline]
pub(crate) fn shape(word: &str) -> Mask {
    let bytes = word.as_bytes();
    match *bytes {
        // Most words; neither numbers nor decades.
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
