//! What readers make of a file: one document, or records.

use crate::{ReadError, ReadOptions};
use chancery_text::{BlockMark, Document, Metadata};

/// What a reader makes of a file that is one document.
pub(crate) struct Content {
    pub(crate) text: String,
    /// The source, if it differs from the text: of the same length.
    pub(crate) source: Option<String>,
    pub(crate) marks: Vec<BlockMark>,
    pub(crate) metadata: Metadata,
}

/// A record that is not parsed yet.
pub(crate) struct Record {
    /// Number from 1, or none if the error is one of the file.
    pub(crate) number: Option<u64>,
    /// Bytes.
    pub(crate) size: u64,
    pub(crate) content: Result<Parse, ReadError>,
}

/// Parses a record.
pub(crate) type Parse = Box<dyn FnOnce(Place<'_>, &ReadOptions) -> Result<Document, ReadError> + Send>;

/// Where a record is from.
#[derive(Clone, Copy)]
pub(crate) struct Place<'a> {
    pub(crate) path: &'a str,
    pub(crate) record: u64,
    pub(crate) reader: &'static str,
}

impl Record {
    /// An error of a file or of one of its records.
    pub(crate) fn broken(number: Option<u64>, error: ReadError) -> Self {
        Self { number, size: 0, content: Err(error) }
    }
}
