//! Errors that occur when a dataset is written.

use std::error::Error;
use std::fmt;
use std::path::{Path, PathBuf};

/// The error returned when a file or folder of a dataset cannot be written.
///
/// The message contains the path. [`Error::source`] returns the cause.
#[derive(Debug)]
pub struct ExportError {
    kind: ExportErrorKind,
    path: PathBuf,
    source: Option<Box<dyn Error + Send + Sync>>,
}

/// The kind of an [`ExportError`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ExportErrorKind {
    /// The file system reported an error, such as a missing permission, a full disk or a missing folder.
    Io,
    /// A file format could not encode a row.
    Encoding,
    /// A row does not match the columns of its table. This is a bug in the program.
    Row,
}

impl ExportError {
    pub(crate) fn new(kind: ExportErrorKind, path: &Path, source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self { kind, path: path.to_owned(), source: Some(source.into()) }
    }

    /// Returns a function that converts an I/O error into an [`ExportError`] for `path`, for use with
    /// `map_err`.
    pub(crate) fn io(path: &Path) -> impl FnOnce(std::io::Error) -> Self {
        |source| Self::new(ExportErrorKind::Io, path, source)
    }

    /// Returns the kind of error.
    #[must_use]
    pub const fn kind(&self) -> ExportErrorKind {
        self.kind
    }

    /// Returns the file or folder that could not be written.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }
}

impl fmt::Display for ExportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} cannot be written", self.path.display())
    }
}

impl Error for ExportError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.source.as_deref().map(|source| source as &(dyn Error + 'static))
    }
}
