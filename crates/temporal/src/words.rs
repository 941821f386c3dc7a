//! The words of time expressions by class, and numbers written in words or digits.

use crate::slot::Bag;
use crate::slot::Slot;
use chancery_text::{Token, TokenKind};
use std::collections::HashMap;

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
    senses: HashMap<String, Vec<Sense>>,
    /// Endings that the number of a day may have.
    ordinals: Vec<String>,
    /// Possessive endings.
    clitics: Vec<String>,
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
        self.classes.len() as Class - 1
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
        self.senses.entry(word.to_lowercase()).or_default().push(Sense { class, value, capital });
    }

    /// All words of a class.
    pub(crate) fn of_class(&self, class: Class) -> Vec<&str> {
        let mut words: Vec<&str> = self
            .senses
            .iter()
            .filter(|(_, senses)| senses.iter().any(|sense| sense.class == class))
            .map(|(word, _)| word.as_str())
            .collect();
        words.sort_unstable();
        words
    }

    /// What a token says as a member of a class.
    pub(crate) fn sense(&self, word: &str, capital: bool, class: Class) -> Option<i32> {
        self.senses.get(word)?.iter().find(|sense| sense.class == class && (capital || !sense.capital)).map(|sense| sense.value)
    }

    /// A token's word in small letters without a possessive ending, and the length of that ending in bytes.
    pub(crate) fn word(&self, text: &str) -> (String, usize) {
        let mut word = text.to_lowercase();
        if !word.is_ascii() || word.contains('\'') {
            word = word.replace('\u{2019}', "'");
            for clitic in &self.clitics {
                if let Some(stem) = word.strip_suffix(clitic.as_str()).filter(|stem| !stem.is_empty()) {
                    // A curly apostrophe has two bytes more than a straight one.
                    let cut = text.len() - text.rfind(['\'', '\u{2019}']).unwrap_or(text.len());
                    return (stem.to_owned(), cut);
                }
            }
        }
        (word, 0)
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
    let groups = word.split(',').skip(1).all(|group| group.len() == 3);
    word.replace(',', "").parse().ok().filter(|number| groups && (0..1_000_000).contains(number))
}

/// Fills a slot where the class has one.
pub(crate) fn fill(bag: &mut Bag, slot: Option<Slot>, value: i32) {
    if let Some(slot) = slot {
        bag.set(slot, value);
    }
}
