//! Errors of building a reader of clauses.

use std::fmt;

/// A lexicon or a rule that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BuildError {
    line: u32,
    message: String,
}

impl BuildError {
    pub(crate) const fn rule(line: u32, message: String) -> Self {
        Self { line, message }
    }

    /// The line of the text that was given, counted from 1.
    #[must_use]
    pub const fn line(&self) -> u32 {
        self.line
    }

    /// What is wrong, without the line.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.message)
    }
}

impl std::error::Error for BuildError {}
