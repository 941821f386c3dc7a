//! Options for writing a dataset.

use crate::content::Content;
use crate::formats::Format;

/// Options for writing a dataset.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Options {
    /// The formats to write. Default: none.
    pub formats: Vec<Format>,
    /// The optional parts to write. Default: none.
    pub content: Content,
}

impl Options {
    /// Creates options for the given formats, without optional parts.
    #[must_use]
    pub fn new(formats: Vec<Format>) -> Self {
        Self { formats, ..Self::default() }
    }

    /// Sets the optional parts to write.
    #[must_use]
    pub const fn with_content(mut self, content: Content) -> Self {
        self.content = content;
        self
    }
}
