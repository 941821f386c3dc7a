//! The formats of documents, one file each.
//!
//! To add a format, write a file in this folder, and add a variant of [`Format`] and its [`About`] here. Name it in the crate's README.

mod csv;
mod fields;
mod html;
mod jsonl;
mod markdown;
mod mask;
mod text;

use crate::{ReadError, ReadOptions};
use chancery_text::{BlockMark, Document, Metadata};
use std::io::Read;
use std::path::Path;

/// A format of documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize), serde(rename_all = "lowercase"))]
#[non_exhaustive]
pub enum Format {
    /// Plain text; a file is one document.
    Text,
    /// Markdown; a file is one document.
    Markdown,
    /// HTML; a file is one document.
    Html,
    /// JSON Lines; each line is a document.
    Jsonl,
    /// Comma-separated values; each row is a document.
    Csv,
    /// Tab-separated values; each row is a document.
    Tsv,
}

/// What there is to know of a format.
struct About {
    /// In options and settings.
    name: &'static str,
    /// In [`Metadata::reader`].
    reader: &'static str,
    /// Endings of file names.
    endings: &'static [&'static str],
    reads: Reads,
}

/// How a format is read.
#[derive(Clone, Copy)]
pub(crate) enum Reads {
    /// A file is one document.
    Document(fn(Vec<u8>, &ReadOptions) -> Result<Content, ReadError>),
    /// A file is divided into records, each of which is a document.
    Records(for<'a> fn(Box<dyn Read + 'a>, &ReadOptions) -> Box<dyn Iterator<Item = Record> + 'a>),
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

impl Format {
    /// All formats, in the order in which messages list them.
    pub const ALL: [Self; 6] = [Self::Text, Self::Markdown, Self::Html, Self::Jsonl, Self::Csv, Self::Tsv];

    const fn about(self) -> About {
        match self {
            Self::Text => About { name: "text", reader: "txt", endings: &["txt", "text"], reads: Reads::Document(text::read) },
            Self::Markdown => About { name: "markdown", reader: "markdown", endings: &["md", "markdown"], reads: Reads::Document(markdown::read) },
            Self::Html => About { name: "html", reader: "html", endings: &["html", "htm", "xhtml"], reads: Reads::Document(html::read) },
            Self::Jsonl => About { name: "jsonl", reader: "jsonl", endings: &["jsonl", "ndjson"], reads: Reads::Records(jsonl::records) },
            Self::Csv => About { name: "csv", reader: "csv", endings: &["csv"], reads: Reads::Records(csv::comma_separated) },
            Self::Tsv => About { name: "tsv", reader: "tsv", endings: &["tsv"], reads: Reads::Records(csv::tab_separated) },
        }
    }

    /// The name of the format in options and settings: `text`, `markdown`, `html`, `jsonl`, `csv`, `tsv`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        self.about().name
    }

    /// The name of its reader in [`Metadata::reader`]: that of [`as_str`](Self::as_str), but `txt` for plain text.
    #[must_use]
    pub const fn reader(self) -> &'static str {
        self.about().reader
    }

    /// The endings of its file names, without a dot and in small letters.
    #[must_use]
    pub const fn endings(self) -> &'static [&'static str] {
        self.about().endings
    }

    /// Whether a file holds many documents.
    #[must_use]
    pub const fn has_records(self) -> bool {
        matches!(self.about().reads, Reads::Records(_))
    }

    /// The format that a file has by the ending of its name, in front of `.gz` or `.zst`; `None` for an unknown ending.
    #[must_use]
    pub fn from_path(path: &Path) -> Option<Self> {
        let name = path.file_name()?.to_string_lossy().to_ascii_lowercase();
        let name = name.strip_suffix(".gz").or_else(|| name.strip_suffix(".zst")).unwrap_or(&name);
        let ending = name.rsplit_once('.')?.1;
        Self::ALL.into_iter().find(|format| format.endings().contains(&ending))
    }

    pub(crate) const fn reads(self) -> Reads {
        self.about().reads
    }
}

impl std::str::FromStr for Format {
    type Err = ReadError;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        let found = Self::ALL.into_iter().find(|format| format.as_str() == name);
        found.ok_or_else(|| ReadError::new(crate::ReadErrorKind::InvalidOption, format!("unknown format \"{name}\"")))
    }
}
