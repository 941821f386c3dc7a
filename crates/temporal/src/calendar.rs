//! What must be told of languages: the words that dates are made of.

use std::collections::HashMap;

/// Names of months and marks of dates, in any number of languages. Immutable once built; share it between threads.
#[derive(Clone, Debug, Default)]
pub struct Calendar {
    months: HashMap<String, u8>,
    ordinals: Vec<String>,
    marks: Vec<[String; 3]>,
}

impl Calendar {
    /// Adds a form of a month's name as it is written in running text ("June", "Jun.", "июня"); 1 is January. Capitals throughout are known too.
    #[must_use]
    pub fn month(mut self, name: &str, number: u8) -> Self {
        if (1..=12).contains(&number) {
            self.months.insert(name.to_uppercase(), number);
            self.months.insert(name.to_owned(), number);
        }
        self
    }

    /// Adds an ending that the number of a day may have ("st", "th").
    #[must_use]
    pub fn ordinal(mut self, ending: &str) -> Self {
        self.ordinals.push(ending.to_owned());
        self
    }

    /// Adds the marks that stand behind year, month and day where dates are written as numbers with marks ("年", "月", "日").
    #[must_use]
    pub fn marks(mut self, year: &str, month: &str, day: &str) -> Self {
        self.marks.push([year.to_owned(), month.to_owned(), day.to_owned()]);
        self
    }

    pub(crate) fn month_number(&self, word: &str) -> Option<u8> {
        self.months.get(word).copied()
    }

    /// Whether a word is the mark of a part of a date: 0 year, 1 month, 2 day.
    pub(crate) fn is_mark(&self, word: &str, part: usize) -> bool {
        self.marks.iter().any(|marks| marks[part] == word)
    }

    /// The day of the month that a word stands for ("15", "15th").
    pub(crate) fn day(&self, word: &str) -> Option<u8> {
        let digits = word.len() - word.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let (number, ending) = word.split_at(digits);
        if !(1..=2).contains(&digits) || !(ending.is_empty() || self.ordinals.iter().any(|known| known == ending)) {
            return None;
        }
        number.parse().ok().filter(|day| (1..=31).contains(day))
    }
}
