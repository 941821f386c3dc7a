//! From arguments to documents: which files ([`mod@find`]), what they are ([`mod@format`]), how their bytes are read ([`decode`]), what is a document in them
//! ([`txt`], [`jsonl`], [`csv`]), what of it is text ([`markup`]) or about it ([`head`]), what their names say ([`pattern`]), and in what language they are ([`language`]).

mod csv;
mod decode;
mod error;
mod find;
mod format;
mod head;
pub mod jsonl;
mod language;
mod markup;
mod pattern;
mod txt;

pub use decode::Decoder;
pub use error::ReadError;
pub use find::{Source, find};
pub use format::Format;
pub use pattern::NamePattern;

use chancery_text::Document;
use decode::sha256;
use std::path::Path;
use std::sync::Arc;

/// How inputs are read.
#[derive(Debug)]
pub struct Reading {
    /// How bytes become text.
    pub decoder: Decoder,
    /// What file names say.
    pub pattern: Option<NamePattern>,
    /// Which fields of a record hold what.
    pub fields: jsonl::Fields,
    /// The format of standard input.
    pub stdin: Format,
}

/// One document yet to be read.
#[derive(Debug)]
pub enum Item {
    /// A file that is one document.
    Text {
        /// The file.
        source: Source,
        /// Its format.
        format: Format,
        /// How to read it.
        reading: Arc<Reading>,
    },
    /// A line of a JSONL file.
    Line {
        /// The file.
        path: String,
        /// Number of the line, from 1.
        record: u64,
        /// The line.
        line: Vec<u8>,
        /// How to read it.
        reading: Arc<Reading>,
    },
    /// A row of a CSV or TSV file.
    Row {
        /// The file.
        path: String,
        /// Number of the row, from 1; the header is none.
        record: u64,
        /// CSV or TSV.
        format: Format,
        /// Names of the columns.
        header: Arc<[String]>,
        /// The cells.
        cells: Vec<Vec<u8>>,
        /// How to read it.
        reading: Arc<Reading>,
    },
    /// A file that cannot even be opened or divided into records.
    Broken {
        /// The file.
        path: String,
        /// Number of the record, from 1.
        record: Option<u64>,
        /// Why.
        reason: String,
    },
}

impl Item {
    /// About how many bytes it is.
    #[must_use]
    pub fn size(&self) -> u64 {
        match self {
            Self::Text { source, .. } => source.size,
            Self::Line { line, .. } => line.len() as u64,
            Self::Row { cells, .. } => cells.iter().map(|cell| cell.len() as u64).sum(),
            Self::Broken { .. } => 0,
        }
    }

    /// The file as it was given, and the number of the record in it.
    #[must_use]
    pub fn origin(&self) -> (String, Option<u64>) {
        match self {
            Self::Text { source, .. } => (source.name.clone(), None),
            Self::Line { path, record, .. } | Self::Row { path, record, .. } => (path.clone(), Some(*record)),
            Self::Broken { path, record, .. } => (path.clone(), *record),
        }
    }

    /// Reads it.
    ///
    /// # Errors
    /// The reason why it cannot be read, in words for people.
    pub fn read(self) -> Result<Document, String> {
        let mut doc = match self {
            Self::Text { source, format, reading } => txt::read(&source, format, &reading),
            Self::Line { path, record, line, reading } => jsonl::read(&path, record, &line, &reading),
            Self::Row { path, record, format, header, cells, reading } => csv::read(&path, record, format, &header, cells, &reading),
            Self::Broken { reason, .. } => Err(reason),
        }?;
        language::detect(&mut doc);
        Ok(doc)
    }
}

/// A file that is one document, by its name: text, Markdown or HTML.
///
/// # Errors
/// The reason why it cannot be read, in words for people.
pub fn file(path: &Path, decoder: Decoder) -> Result<Document, String> {
    let format = Format::of(path).unwrap_or(Format::Text);
    if matches!(format, Format::Jsonl | Format::Csv | Format::Tsv) {
        return Err("holds many documents; give the text of one".to_owned());
    }
    let reading = Reading { decoder, pattern: None, fields: jsonl::Fields::default(), stdin: Format::Text };
    txt::read(&Source::new(path.to_owned()), format, &reading)
}

/// The documents of all sources, in order. Files are opened one after the other, lines read as they are wanted.
pub fn items(sources: Vec<Source>, reading: Arc<Reading>) -> impl Iterator<Item = Item> {
    sources.into_iter().flat_map(move |source| -> Box<dyn Iterator<Item = Item>> {
        let format = source.path.as_deref().map_or(reading.stdin, |path| Format::of(path).unwrap_or(Format::Text));
        match format {
            Format::Jsonl => jsonl::items(source, reading.clone()),
            Format::Csv | Format::Tsv => csv::items(source, format, reading.clone()),
            _ => Box::new(std::iter::once(Item::Text { source, format, reading: reading.clone() })),
        }
    })
}
