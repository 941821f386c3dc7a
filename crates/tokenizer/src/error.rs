//! Errors in the data of a language.

use std::fmt;

/// The error returned when an abbreviation does not end with a word and a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BuildError {
    form: String,
}

impl BuildError {
    pub(crate) fn new(form: &str) -> Self {
        Self { form: form.to_owned() }
    }

    /// Returns the abbreviation as it was added.
    #[must_use]
    pub fn form(&self) -> &str {
        &self.form
    }
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the abbreviation \"{}\" does not end with a word and a period", self.form)
    }
}

impl std::error::Error for BuildError {}

/// The error returned when a string is not the name of an
/// [`AbbreviationClass`](crate::AbbreviationClass).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownClass {
    name: String,
}

impl UnknownClass {
    pub(crate) fn new(name: &str) -> Self {
        Self { name: name.to_owned() }
    }
}

impl fmt::Display for UnknownClass {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "unknown class of abbreviations \"{}\"; expected one of title, before_number, after_number, never, anywhere", self.name)
    }
}

impl std::error::Error for UnknownClass {}
