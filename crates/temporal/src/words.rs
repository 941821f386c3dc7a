//! The vocabulary: words with their classes.

use crate::by_word::ByWord;
use crate::date_order::DateOrder;
use crate::slot::Slot;
use crate::word::Word;
use chancery_text::{Casing, Token};

/// The index of a class of words in `Words::classes`.
pub(crate) type Class = u16;

/// One meaning of a word: a class to which it belongs, and its value in this class.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sense {
    pub(crate) class: Class,
    pub(crate) value: i32,
    /// Whether the word must begin with a capital in the text.
    pub(crate) capital: bool,
}

/// The words of all languages, with their classes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Words {
    /// The name of each class, and the slot that is filled by the words of the class, if any.
    classes: Vec<(String, Option<Slot>)>,
    senses: ByWord<Vec<Sense>>,
    /// Endings of ordinal numbers in digits ("st", "th").
    ordinal_endings: Vec<String>,
    /// Possessive endings.
    clitics: Vec<String>,
    /// The class of number words.
    numbers: Option<Class>,
    /// The class of ordinal numbers written as words.
    ordinals_in_words: Option<Class>,
    /// The classes from `ideographs` to `not_plural` have a special meaning, which the crate's documentation describes.
    ideographs: Option<Class>,
    number_joints: Option<Class>,
    year_starts: Option<Class>,
    tenses: Option<Class>,
    joints: Option<Class>,
    not_plural: Option<Class>,
    /// Endings of plural nouns.
    plural_endings: Vec<String>,
    /// Endings of verbs in the past tense.
    past_endings: Vec<String>,
    /// The order of day and month in numeric dates in which either number may be the day.
    pub(crate) date_order: Option<DateOrder>,
}

impl Words {
    /// Adds an ending of ordinal numbers in digits.
    pub(crate) fn add_ordinal_ending(&mut self, ending: &str) {
        self.ordinal_endings.push(ending.to_owned());
    }

    /// Adds a possessive ending.
    pub(crate) fn add_clitic(&mut self, ending: &str) {
        self.clitics.push(ending.to_owned());
    }

    /// Returns the index of the class with the name `name`. Adds the class if it is new.
    pub(crate) fn class(&mut self, name: &str) -> Class {
        if let Some(at) = self.classes.iter().position(|(known, _)| known == name) {
            return at as Class;
        }
        self.classes.push((name.to_owned(), name.parse().ok()));
        let class = self.classes.len() as Class - 1;
        match name {
            "number" => self.numbers = Some(class),
            "ordinal" => self.ordinals_in_words = Some(class),
            "ideograph" => self.ideographs = Some(class),
            "number_joint" => self.number_joints = Some(class),
            "year_start" => self.year_starts = Some(class),
            "tense" => self.tenses = Some(class),
            "joint" => self.joints = Some(class),
            "not_plural" => self.not_plural = Some(class),
            _ => {}
        }
        class
    }

    /// Returns the class of number words; `None` if there are no number words.
    pub(crate) fn numbers(&self) -> Option<Class> {
        self.numbers
    }

    /// Returns the class of ordinal numbers written as words; `None` if there are no words of this class.
    pub(crate) fn ordinals(&self) -> Option<Class> {
        self.ordinals_in_words
    }

    /// Returns the class of digits written as Chinese characters; `None` if there are no words of this class.
    pub(crate) fn ideographs(&self) -> Option<Class> {
        self.ideographs
    }

    /// Returns the class of words that may come between the words of a number ("and").
    pub(crate) fn number_joints(&self) -> Option<Class> {
        self.number_joints
    }

    /// Returns the class of number words with which a year written as words may begin ("nineteen").
    pub(crate) fn year_starts(&self) -> Option<Class> {
        self.year_starts
    }

    /// Returns the class of words that indicate the tense of a sentence. The value of a word is 1 if it indicates the future, -1 if it indicates the past,
    /// and 2 if it indicates the future unless another word of the sentence indicates the past. The module `tense` describes the other values.
    pub(crate) fn tenses(&self) -> Option<Class> {
        self.tenses
    }

    /// Returns the class of words in lists and ranges of dates. The value of a word is 2 if it joins the parts of a range, 1 if it joins the parts of a list,
    /// 3 if it begins a range after a year ("from"), and 0 if it is a preposition or article that may follow these words.
    pub(crate) fn joints(&self) -> Option<Class> {
        self.joints
    }

    /// Adds an ending of plural nouns.
    pub(crate) fn add_plural_ending(&mut self, ending: &str) {
        self.plural_endings.push(ending.to_owned());
    }

    /// Adds an ending of verbs in the past tense.
    pub(crate) fn add_past_ending(&mut self, ending: &str) {
        self.past_endings.push(ending.to_owned());
    }

    /// Returns the endings of verbs in the past tense.
    pub(crate) fn past_endings(&self) -> &[String] {
        &self.past_endings
    }

    /// Iterates over all words, each with its senses.
    pub(crate) fn senses(&self) -> impl Iterator<Item = (&str, &[Sense])> {
        self.senses.iter().map(|(word, senses)| (word, senses.as_slice()))
    }

    /// Returns the index of the class with the name `name`; `None` if there is no such class.
    pub(crate) fn known_class(&self, name: &str) -> Option<Class> {
        self.classes.iter().position(|(known, _)| known == name).map(|at| at as Class)
    }

    /// Returns the slot that is filled by the words of a class; `None` if they fill no slot.
    pub(crate) fn slot(&self, class: Class) -> Option<Slot> {
        self.classes[class as usize].1
    }

    /// Adds a word to a class, and adds the class if it is new. `value` is the value of the word in this class.
    pub(crate) fn add(&mut self, class: &str, word: &str, value: i32) {
        let class = self.class(class);
        let capital = word.chars().next().is_some_and(char::is_uppercase);
        self.senses.entry(&word.to_lowercase()).push(Sense { class, value, capital });
    }

    /// Returns all words of a class whose value in this class satisfies the predicate `value`, sorted alphabetically.
    pub(crate) fn of_class(&self, class: Class, value: impl Fn(i32) -> bool) -> Vec<&str> {
        let holds = |senses: &Vec<Sense>| senses.iter().any(|sense| sense.class == class && value(sense.value));
        let mut words: Vec<&str> = self.senses.iter().filter(|(_, senses)| holds(senses)).map(|(word, _)| word).collect();
        words.sort_unstable();
        words
    }

    /// Returns the value of a word in a class; `None` if the word is not in the class. `capital` tells whether the token begins with a capital.
    #[inline]
    pub(crate) fn sense(&self, word: &Word<'_>, capital: bool, class: Class) -> Option<i32> {
        self.senses.get(word)?.iter().find(|sense| sense.class == class && (capital || !sense.capital)).map(|sense| sense.value)
    }

    /// Returns the word of a token, without its possessive ending. `text` is the text that contains the token.
    #[inline]
    pub(crate) fn word<'t>(&self, token: &Token, text: &'t str) -> Word<'t> {
        Word::new(token, text, &self.clitics)
    }

    /// Returns `true` if a word is likely to be a plural noun: it is in lower case, has more than three bytes, has the ending of a plural, and is not in the
    /// class `not_plural`.
    pub(crate) fn is_plural(&self, token: &Token, word: &Word<'_>) -> bool {
        token.casing == Casing::Lower
            && word.text.len() > 3
            && self.plural_endings.iter().any(|ending| word.text.ends_with(ending.as_str()))
            && self.not_plural.is_none_or(|class| self.sense(word, false, class).is_none())
    }

    /// Returns the endings of ordinal numbers in digits ("st", "th").
    pub(crate) fn ordinal_endings(&self) -> &[String] {
        &self.ordinal_endings
    }
}
