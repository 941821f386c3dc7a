//! Errors of this crate.

use std::error::Error;
use std::fmt;

/// The error of this crate: a document could not be read, an input could not be found, or an option
/// could not be used.
///
/// The message is a single line, written for users. Where possible, the message says how to correct
/// the problem. It does not repeat the message of the [`source`](Error::source), which may be an
/// error of the operating system.
#[derive(Debug)]
pub struct ReadError {
    kind: ReadErrorKind,
    message: String,
    id: Option<String>,
    source: Option<Box<dyn Error + Send + Sync>>,
}

/// The kinds of [`ReadError`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ReadErrorKind {
    /// There is no file or folder with that name, no file matches the pattern, or the folder contains no documents.
    NotFound,
    /// The operating system or a decompressor reported an error.
    Io,
    /// An option has a value that cannot be used, such as an unknown encoding, an unknown format or
    /// an invalid pattern.
    InvalidOption,
    /// The bytes are not text, for example because a PDF file is read as text.
    NotText,
    /// The bytes are not text in the expected encoding.
    Encoding,
    /// The document is larger than 1 GiB.
    TooLarge,
    /// A record does not follow the rules of its format. For example, a line of a JSONL file is not
    /// JSON.
    Malformed,
    /// A field or column is missing or has a value of the wrong type.
    Field,
    /// The file name does not match the [`NamePattern`](crate::NamePattern), or contains an invalid
    /// date.
    FileName,
    /// The file contains many documents, but only one was requested.
    ManyDocuments,
}

impl ReadError {
    pub(crate) fn new(kind: ReadErrorKind, message: impl Into<String>) -> Self {
        Self { kind, message: message.into(), id: None, source: None }
    }

    /// Creates the error for an input that cannot be read.
    pub(crate) fn io(source: std::io::Error) -> Self {
        Self::new(ReadErrorKind::Io, "cannot be read").with_source(source)
    }

    pub(crate) fn with_source(mut self, source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        self.source = Some(source.into());
        self
    }

    /// Prefixes the message with `part`, the name of the part of the document in which the error
    /// occurred.
    pub(crate) fn within(mut self, part: &str) -> Self {
        self.message = format!("{part}: {}", self.message);
        self
    }

    /// Records the id of the document that could not be read.
    pub(crate) fn of_document(mut self, id: String) -> Self {
        self.id = Some(id);
        self
    }

    /// Returns the id of the document that could not be read, or `None` if its id is unknown.
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    /// Returns the kind of the error, so that a program can handle each kind differently.
    #[must_use]
    pub const fn kind(&self) -> ReadErrorKind {
        self.kind
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl Error for ReadError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}

/// Returns early from the function with a [`ReadError`] that has the given kind and a formatted
/// message.
macro_rules! bail {
    ($kind:ident, $($part:tt)*) => { return Err(crate::ReadError::new(crate::ReadErrorKind::$kind, format!($($part)*))) };
}
pub(crate) use bail;
