//! Errors that occur when data are loaded.

use chancery_loader::{Diagnostic, EngineError};
use std::error::Error;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// The kind of a [`LoadError`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum LoadErrorKind {
    /// A folder or a file in it cannot be read. [`LoadError::path`] returns the folder.
    Read,
    /// Data files have errors. [`LoadError::diagnostics`] returns all of them.
    Files,
    /// No error was found in the files, but an engine (such as the gazetteer) cannot be built from them.
    Engine,
}

/// The error returned when data cannot be loaded. [`source`](Error::source) returns the cause, if there is one.
#[derive(Debug)]
pub struct LoadError(Box<Inner>);

#[derive(Debug)]
struct Inner {
    kind: LoadErrorKind,
    path: Option<PathBuf>,
    diagnostics: Vec<Diagnostic>,
    source: Option<Box<dyn Error + Send + Sync>>,
}

impl LoadError {
    fn new(kind: LoadErrorKind, source: Option<Box<dyn Error + Send + Sync>>) -> Self {
        Self(Box::new(Inner { kind, path: None, diagnostics: Vec::new(), source }))
    }

    pub(crate) fn read(path: &Path, source: io::Error) -> Self {
        let mut error = Self::new(LoadErrorKind::Read, Some(Box::new(source)));
        error.0.path = Some(path.to_owned());
        error
    }

    pub(crate) fn files(diagnostics: Vec<Diagnostic>) -> Self {
        let mut error = Self::new(LoadErrorKind::Files, None);
        error.0.diagnostics = diagnostics;
        error
    }

    pub(crate) fn engine(source: EngineError) -> Self {
        Self::new(LoadErrorKind::Engine, Some(Box::new(source)))
    }

    /// Returns the kind of error.
    #[must_use]
    pub fn kind(&self) -> LoadErrorKind {
        self.0.kind
    }

    /// Returns the folder that cannot be read, or `None` for an error of another kind.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        self.0.path.as_deref()
    }

    /// Returns all errors and warnings about the files, sorted by position.
    #[must_use]
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.0.diagnostics
    }
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.kind {
            LoadErrorKind::Read => {
                write!(f, "{} cannot be read", self.0.path.as_deref().unwrap_or(Path::new("the data folder")).display())
            }
            LoadErrorKind::Engine => f.write_str("the engines cannot be built from the data"),
            LoadErrorKind::Files => {
                let errors: Vec<&Diagnostic> = self.0.diagnostics.iter().filter(|diagnostic| diagnostic.is_error()).collect();
                write!(f, "the data have {} error{}", errors.len(), if errors.len() == 1 { "" } else { "s" })?;
                errors.iter().try_for_each(|error| write!(f, "\n\n{error}"))
            }
        }
    }
}

impl Error for LoadError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.0.source.as_deref().map(|source| source as _)
    }
}
