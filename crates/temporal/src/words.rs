//! The words of time expressions by class, and numbers written in words or digits.

use crate::slot::{Bag, Slot};
use chancery_text::key::word_key;
use chancery_text::{Token, TokenKind};
use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Hashes what is a hash already.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct KeyHasher(u64);

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
}

/// Values by words, looked up by their keys.
#[derive(Clone, Debug)]
pub(crate) struct ByWord<T>(HashMap<u32, Vec<(String, T)>, BuildHasherDefault<KeyHasher>>);

impl<T> Default for ByWord<T> {
    fn default() -> Self {
        Self(HashMap::default())
    }
}

impl<T: Default> ByWord<T> {
    /// The value of a word in small letters, made if it is new.
    pub(crate) fn entry(&mut self, word: &str) -> &mut T {
        let bucket = self.0.entry(word_key(word.as_bytes())).or_default();
        let at = bucket.iter().position(|(known, _)| known == word).unwrap_or_else(|| {
            bucket.push((word.to_owned(), T::default()));
            bucket.len() - 1
        });
        &mut bucket[at].1
    }

    pub(crate) fn get(&self, word: &Word<'_>) -> Option<&T> {
        self.0.get(&word.key)?.iter().find(|(known, _)| word.is(known)).map(|(_, value)| value)
    }

    pub(crate) fn keys(&self) -> impl Iterator<Item = u32> {
        self.0.keys().copied()
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &T)> {
        self.0.values().flatten().map(|(word, value)| (word.as_str(), value))
    }
}

/// A token's word without a possessive ending: in small letters, or plain ASCII of any case.
#[derive(Clone, Debug)]
pub(crate) struct Word<'t> {
    pub(crate) text: Cow<'t, str>,
    pub(crate) key: u32,
    /// Length of the possessive ending in bytes.
    pub(crate) clitic: usize,
}

impl Word<'_> {
    /// Whether it is a word given in small letters.
    #[inline]
    pub(crate) fn is(&self, small: &str) -> bool {
        self.text.len() == small.len() && (self.text.eq_ignore_ascii_case(small))
    }
}

/// A class of words, by its number.
pub(crate) type Class = u16;

/// A word in one of its classes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sense {
    pub(crate) class: Class,
    pub(crate) value: i32,
    /// Whether it must begin with a capital in the text.
    pub(crate) capital: bool,
}

/// Words of all languages.
#[derive(Clone, Debug, Default)]
pub(crate) struct Words {
    /// Names of classes and the slots they fill.
    classes: Vec<(String, Option<Slot>)>,
    senses: ByWord<Vec<Sense>>,
    /// Endings that the number of a day may have.
    ordinals: Vec<String>,
    /// Possessive endings.
    clitics: Vec<String>,
    /// The classes that counting asks for.
    numbers: Option<Class>,
    ordinals_in_words: Option<Class>,
}

/// What a token can be at a glance: a bit for each of its classes (those far down the list share bits), for its shape, and for its word's key. A token that fits an
/// item of a pattern has a bit of the item's; one that has may still not fit.
pub(crate) type Mask = u64;

/// Bits for classes, from the lowest on.
const CLASS_BITS: u32 = 40;
/// Begins with a digit.
pub(crate) const DIGIT: Mask = 1 << CLASS_BITS;
/// Four digits.
pub(crate) const FOUR_DIGITS: Mask = DIGIT << 1;
/// Holds a digit, begins with no Latin letter and ends with one.
pub(crate) const DIGIT_AND_LETTER: Mask = DIGIT << 2;
/// Bits for keys, above all others.
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
        // Most words, and no number or decade.
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

impl Words {
    pub(crate) fn add_ordinal(&mut self, ending: &str) {
        self.ordinals.push(ending.to_owned());
    }

    pub(crate) fn add_clitic(&mut self, ending: &str) {
        self.clitics.push(ending.to_owned());
    }

    /// The number of a class, made if it is new.
    pub(crate) fn class(&mut self, name: &str) -> Class {
        if let Some(at) = self.classes.iter().position(|(known, _)| known == name) {
            return at as Class;
        }
        self.classes.push((name.to_owned(), Slot::of(name)));
        let class = self.classes.len() as Class - 1;
        match name {
            "number" => self.numbers = Some(class),
            "ordinal" => self.ordinals_in_words = Some(class),
            _ => {}
        }
        class
    }

    /// The class of number words.
    pub(crate) fn numbers(&self) -> Option<Class> {
        self.numbers
    }

    /// The class of ordinal words.
    pub(crate) fn ordinals(&self) -> Option<Class> {
        self.ordinals_in_words
    }

    /// The bits of the classes of senses, of words with or without a capital.
    pub(crate) fn mask_of_senses(senses: &[Sense], capital: bool) -> Mask {
        senses.iter().filter(|sense| capital || !sense.capital).fold(0, |mask, sense| mask | class_mask(sense.class))
    }

    /// All words and their senses.
    pub(crate) fn senses(&self) -> impl Iterator<Item = (&str, &[Sense])> {
        self.senses.iter().map(|(word, senses)| (word, senses.as_slice()))
    }

    pub(crate) fn known_class(&self, name: &str) -> Option<Class> {
        self.classes.iter().position(|(known, _)| known == name).map(|at| at as Class)
    }

    pub(crate) fn slot(&self, class: Class) -> Option<Slot> {
        self.classes[class as usize].1
    }

    pub(crate) fn add(&mut self, class: &str, word: &str, value: i32) {
        let class = self.class(class);
        let capital = word.chars().next().is_some_and(char::is_uppercase);
        self.senses.entry(&word.to_lowercase()).push(Sense { class, value, capital });
    }

    /// All words of a class that have such a value.
    pub(crate) fn of_class(&self, class: Class, value: impl Fn(i32) -> bool) -> Vec<&str> {
        let holds = |senses: &Vec<Sense>| senses.iter().any(|sense| sense.class == class && value(sense.value));
        let mut words: Vec<&str> = self.senses.iter().filter(|(_, senses)| holds(senses)).map(|(word, _)| word).collect();
        words.sort_unstable();
        words
    }

    /// What a token says as a member of a class.
    #[inline]
    pub(crate) fn sense(&self, word: &Word<'_>, capital: bool, class: Class) -> Option<i32> {
        self.senses.get(word)?.iter().find(|sense| sense.class == class && (capital || !sense.capital)).map(|sense| sense.value)
    }

    /// A token's word.
    #[inline]
    pub(crate) fn word<'t>(&self, token: &Token, text: &'t str) -> Word<'t> {
        let text = token.text(text);
        if token.key != 0 {
            return Word { text: Cow::Borrowed(text), key: token.key, clitic: 0 };
        }
        self.folded(text)
    }

    fn folded<'t>(&self, text: &'t str) -> Word<'t> {
        let word = text.to_lowercase().replace('\u{2019}', "'");
        for clitic in &self.clitics {
            if let Some(stem) = word.strip_suffix(clitic.as_str()).filter(|stem| !stem.is_empty()) {
                // A curly apostrophe has two bytes more than a straight one.
                let cut = text.len() - text.rfind(['\'', '\u{2019}']).unwrap_or(text.len());
                return Word { key: word_key(stem.as_bytes()), text: Cow::Owned(stem.to_owned()), clitic: cut };
            }
        }
        Word { key: word_key(word.as_bytes()), text: Cow::Owned(word), clitic: 0 }
    }

    /// The day of the month that a word stands for ("15", "15th").
    pub(crate) fn day(&self, word: &str) -> Option<i32> {
        let (number, ending) = split_number(word)?;
        let good = number.len() <= 2 && (ending.is_empty() || self.ordinals.iter().any(|known| known == ending));
        number.parse().ok().filter(|day| good && (1..=31).contains(day))
    }

    /// A number in digits with an ordinal ending ("19th").
    pub(crate) fn counted(&self, word: &str) -> Option<i32> {
        let (number, ending) = split_number(word)?;
        let good = number.len() <= 3 && self.ordinals.iter().any(|known| known == ending);
        number.parse().ok().filter(|_| good)
    }

    /// A decade ("1990s", "90s", "'90s").
    pub(crate) fn decade(&self, word: &str) -> Option<i32> {
        if !word.ends_with('s') || word.starts_with(|c: char| c.is_ascii_alphabetic()) {
            return None;
        }
        let word = word.trim_start_matches(['\'', '\u{2019}', '\u{2018}']).replace(['\'', '\u{2019}'], "");
        let number: i32 = word.strip_suffix('s')?.parse().ok()?;
        match word.len() {
            5 if number % 10 == 0 && (1000..2100).contains(&number) => Some(number),
            3 if number % 10 == 0 => Some(if number < 20 { 2000 + number } else { 1900 + number }),
            _ => None,
        }
    }
}

/// Leading digits and the rest.
fn split_number(word: &str) -> Option<(&str, &str)> {
    let digits = word.len() - word.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    (digits > 0).then(|| word.split_at(digits))
}

/// A year of four digits, 1000 to 2199.
pub(crate) fn year(word: &str) -> Option<i32> {
    let plain = word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
    word.parse().ok().filter(|year| plain && (1000..2200).contains(year))
}

/// A whole number in digits, perhaps with commas.
pub(crate) fn integer(token: &Token, word: &str) -> Option<i32> {
    if token.kind != TokenKind::Number {
        return None;
    }
    let number: i32 = if word.contains(',') {
        let groups = word.split(',').skip(1).all(|group| group.len() == 3);
        word.replace(',', "").parse().ok().filter(|_| groups)?
    } else {
        word.parse().ok()?
    };
    (0..1_000_000).contains(&number).then_some(number)
}

/// Fills a slot where the class has one.
pub(crate) fn fill(bag: &mut Bag, slot: Option<Slot>, value: i32) {
    if let Some(slot) = slot {
        bag.set(slot, value);
    }
}
