//! The results of a reader: the content of a file that is one document, or the records of a file.

use crate::{ReadError, ReadOptions};
use chancery_text::{BlockMark, Document, Metadata, Page};

/// The content of a file that is one document.
pub(crate) struct Content {
    pub(crate) text: String,
    /// The source with its markup, if the markup was replaced with spaces or invisible characters in
    /// `text`. The source and the text have the same length in bytes.
    pub(crate) source: Option<String>,
    pub(crate) marks: Vec<BlockMark>,
    /// The pages, in order; empty if the format has no pages.
    pub(crate) pages: Vec<Page>,
    pub(crate) metadata: Metadata,
}

/// A record that has not been parsed yet.
pub(crate) struct Record {
    /// Number of the record in its file, counted from 1; `None` if this is not a record but an
    /// error that concerns the whole file.
    pub(crate) number: Option<u64>,
    /// Size of the record in bytes.
    pub(crate) size: u64,
    pub(crate) content: Result<Parse, ReadError>,
}

/// A function that parses a record.
pub(crate) type Parse = Box<dyn FnOnce(Place<'_>, &ReadOptions) -> Result<Document, ReadError> + Send>;

/// The origin of a record: the file, the number of the record in it, and the name of the reader.
#[derive(Clone, Copy)]
pub(crate) struct Place<'a> {
    pub(crate) path: &'a str,
    pub(crate) record: u64,
    pub(crate) reader: &'static str,
}

impl Record {
    /// Creates a record that contains only an error. `number` is `None` if the error concerns the
    /// whole file.
    pub(crate) fn broken(number: Option<u64>, error: ReadError) -> Self {
        Self { number, size: 0, content: Err(error) }
    }
}
