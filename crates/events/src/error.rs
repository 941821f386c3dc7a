//! The error that can occur when an event coder is built.

use std::fmt;

/// The error for a frame that cannot be compiled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BuildError {
    frame: String,
    message: String,
}

impl BuildError {
    pub(crate) fn new(frame: &str, message: String) -> Self {
        Self { frame: frame.to_owned(), message }
    }

    /// Returns the id of the frame.
    #[must_use]
    pub fn frame(&self) -> &str {
        &self.frame
    }

    /// Returns a description of the error, without the id of the frame.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "frame {}: {}", self.frame, self.message)
    }
}

impl std::error::Error for BuildError {}
