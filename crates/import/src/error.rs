//! Errors of this crate.

use std::borrow::Cow;
use std::error::Error as StdError;
use std::fmt;

/// The reason why a dictionary could not be read.
///
/// [`kind`](Self::kind) classifies the error, and [`line`](Self::line) returns the line where
/// reading failed. If the parser for XML, YAML, JSON or Turtle caused the error,
/// [`source`](StdError::source) returns the error of the parser.
#[derive(Debug)]
pub struct Error {
    kind: ErrorKind,
    line: usize,
    message: Cow<'static, str>,
    source: Option<Box<dyn StdError + Send + Sync>>,
}

/// The class of an [`Error`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The text is not valid XML, YAML, JSON or Turtle, on which its format is based.
    Syntax,
    /// The text does not have the structure of its format; for example, a header is missing, or a
    /// term comes before the first category. The text is probably in another format.
    Structure,
    /// The nesting of categories is deeper than the reader allows.
    TooDeep,
    /// The text contains no terms, names, verbs or concepts.
    Empty,
}

impl Error {
    pub(crate) fn new(kind: ErrorKind, line: usize, message: impl Into<Cow<'static, str>>) -> Self {
        Self { kind, line, message: message.into(), source: None }
    }

    /// Creates a [`Syntax`](ErrorKind::Syntax) error with its cause.
    pub(crate) fn syntax(line: usize, message: impl Into<Cow<'static, str>>, source: impl StdError + Send + Sync + 'static) -> Self {
        Self { source: Some(Box::new(source)), ..Self::new(ErrorKind::Syntax, line, message) }
    }

    /// Returns the class of the error.
    #[must_use]
    pub const fn kind(&self) -> ErrorKind {
        self.kind
    }

    /// Returns the line where reading failed, counted from 1.
    #[must_use]
    pub const fn line(&self) -> usize {
        self.line
    }

    /// Returns a description of the error for users. The description contains neither the line
    /// number nor the [`source`](StdError::source).
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.message)
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.source.as_deref().map(|source| source as &(dyn StdError + 'static))
    }
}

/// The error for a name or file extension that does not match any [`Format`](crate::Format).
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown dictionary format \"{given}\"; expected one of {expected}")]
pub struct UnknownFormat {
    given: String,
    expected: String,
}

impl UnknownFormat {
    pub(crate) fn new<'a>(given: impl Into<String>, expected: impl IntoIterator<Item = &'a str>) -> Self {
        Self { given: given.into(), expected: expected.into_iter().collect::<Vec<_>>().join(", ") }
    }
}
