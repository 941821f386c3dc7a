//! The error that can occur when a clause reader is built.

use std::fmt;

/// An error in the input of a clause reader: a word has an unknown class, or a rule cannot be parsed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BuildError {
    line: u32,
    message: String,
}

impl BuildError {
    pub(crate) const fn rule(line: u32, message: String) -> Self {
        Self { line, message }
    }

    /// Returns the line of the invalid rule, counted from 1 within the text that was passed to
    /// [`rules`](crate::ClauseReaderBuilder::rules); 0 if the error concerns a word.
    #[must_use]
    pub const fn line(&self) -> u32 {
        self.line
    }

    /// Returns a description of the error, as a phrase without a line number and without a full stop.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => f.write_str(&self.message),
            line => write!(f, "line {line}: {}", self.message),
        }
    }
}

impl std::error::Error for BuildError {}
