//! The readers of the formats, one file each.
//!
//! To add a format, write a file in this folder, give it a line in [`Reads::of`], and add a variant to [`Format`] in `format.rs`.

mod csv;
mod fields;
mod html;
mod jsonl;
mod markdown;
mod mask;
mod text;

use crate::{Format, ReadError, ReadOptions};
use chancery_text::{BlockMark, Document, Metadata};
use std::io::Read;

/// How a format is read.
#[derive(Clone, Copy)]
pub(crate) enum Reads {
    /// A file is one document.
    Document(fn(Vec<u8>, &ReadOptions) -> Result<Content, ReadError>),
    /// A file is divided into records, each of which is a document.
    Records(for<'a> fn(Box<dyn Read + 'a>, &ReadOptions) -> Box<dyn Iterator<Item = Record> + 'a>),
}

impl Reads {
    /// The reader of a format.
    pub(crate) const fn of(format: Format) -> Self {
        match format {
            Format::Text => Self::Document(text::read),
            Format::Markdown => Self::Document(markdown::read),
            Format::Html => Self::Document(html::read),
            Format::Jsonl => Self::Records(jsonl::records),
            Format::Csv => Self::Records(csv::comma_separated),
            Format::Tsv => Self::Records(csv::tab_separated),
        }
    }
}

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
