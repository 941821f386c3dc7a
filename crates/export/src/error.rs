//! Errors of writing a dataset.

use std::error::Error;
use std::fmt;
use std::path::{Path, PathBuf};

/// A file or folder of a dataset that could not be written.
///
/// Its message names the path; [`Error::source`] gives the cause.
#[derive(Debug)]
pub struct ExportError {
    kind: ExportErrorKind,
    path: PathBuf,
    source: Option<Box<dyn Error + Send + Sync>>,
}

/// What kind of error an [`ExportError`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ExportErrorKind {
    /// The file system refused: no permission, no space, no such folder.
    Io,
    /// A file format could not encode a row.
    Encoding,
    /// A row does not fit the columns of its table. This is a defect of the program.
    Row,
}

impl ExportError {
    pub(crate) fn new(kind: ExportErrorKind, path: &Path, source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self { kind, path: path.to_owned(), source: Some(source.into()) }
    }

    /// Makes an error of the file system, for `map_err`.
    pub(crate) fn io(path: &Path) -> impl FnOnce(std::io::Error) -> Self {
        |source| Self::new(ExportErrorKind::Io, path, source)
    }

    /// The kind of error.
    #[must_use]
    pub const fn kind(&self) -> ExportErrorKind {
        self.kind
    }

    /// The file or folder.
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
