//! Errors in the words from which an actor extractor is built.

use std::fmt;

/// The error for a phrase that contains no word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BuildError {
    phrase: String,
}

impl BuildError {
    pub(crate) fn new(phrase: &str) -> Self {
        Self { phrase: phrase.to_owned() }
    }

    /// Returns the phrase, as it was added.
    #[must_use]
    pub fn phrase(&self) -> &str {
        &self.phrase
    }
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the phrase \"{}\" contains no word", self.phrase)
    }
}

impl std::error::Error for BuildError {}

/// The error returned when a string cannot be converted to a [`Class`](crate::Class), because it is
/// not the name of a word list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownClass {
    name: String,
    known: Vec<&'static str>,
}

impl UnknownClass {
    pub(crate) fn new(name: &str, known: impl IntoIterator<Item = &'static str>) -> Self {
        Self { name: name.to_owned(), known: known.into_iter().collect() }
    }

    /// Returns the names of all word lists.
    #[must_use]
    pub fn known(&self) -> &[&'static str] {
        &self.known
    }
}

impl fmt::Display for UnknownClass {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "there is no list of words \"{}\"; known lists: {}", self.name, self.known.join(", "))
    }
}

impl std::error::Error for UnknownClass {}
