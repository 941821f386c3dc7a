//! Why inputs cannot be found or a reader cannot be set up.

use std::fmt;

/// An input that cannot be found, or an option that cannot be used. The message names it and says what would be right.
#[derive(Debug)]
pub struct ReadError {
    message: String,
    source: Option<Box<dyn std::error::Error + Send + Sync>>,
}

impl ReadError {
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), source: None }
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for ReadError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}

impl From<regex::Error> for ReadError {
    fn from(error: regex::Error) -> Self {
        Self { message: "the name pattern is too large".to_owned(), source: Some(Box::new(error)) }
    }
}

/// Returns a [`ReadError`] with a formatted message.
macro_rules! bail {
    ($($part:tt)*) => { return Err(crate::ReadError::new(format!($($part)*))) };
}
pub(crate) use bail;
