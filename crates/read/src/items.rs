//! Converts files to documents. Each document is read only when it is requested.

use crate::compression::open;
use crate::error::bail;
use crate::formats::{Content, Parse, Place, Reads, Record, join};
use crate::source::without_ending;
use crate::{Format, ReadError, ReadErrorKind, ReadOptions, Source, language, sha256};
use chancery_text::{Document, Metadata, Warning};
use std::fmt;
use std::hash::{Hash, Hasher};
use std::io::Read;
use std::path::Path;
use std::sync::Arc;

/// Maximum size of a file after decompression, in bytes.
const LARGEST: u64 = 1 << 30;

/// A document that has not been read yet. Items are independent, so they can be read on several threads.
pub struct Item {
    path: Arc<str>,
    record: Option<u64>,
    size: u64,
    modified: u64,
    options: Arc<ReadOptions>,
    work: Work,
}

enum Work {
    /// A file that is one document.
    File(Source, Format),
    /// A record in a file.
    Record(Parse, Format),
    Broken(ReadError),
}

impl fmt::Debug for Item {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Item").field("path", &self.path).field("record", &self.record).field("size", &self.size).finish_non_exhaustive()
    }
}

impl Item {
    /// Returns the size of the document in bytes, or 0 if it is unknown. If a compressed file is one
    /// document, the size is that of the compressed file.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Returns the path of the file as the user gave it. If the file contains many documents, also
    /// returns the number of the record, counted from 1. In JSON Lines, this is the line number.
    #[must_use]
    pub fn origin(&self) -> (String, Option<u64>) {
        (self.path.to_string(), self.record)
    }

    /// Returns the time of the last change to the file, in nanoseconds since 1970 (UTC), or 0 if it
    /// is unknown.
    #[must_use]
    pub fn modified(&self) -> u64 {
        self.modified
    }

    /// Feeds the path, the record number and the size of the document to a hasher. These values
    /// identify the document.
    pub fn identify(&self, hasher: &mut impl Hasher) {
        (&*self.path, self.record, self.size).hash(hasher);
    }

    /// Reads the document.
    ///
    /// # Errors
    /// Returns an error if the document cannot be opened, decoded or parsed.
    pub fn read(self) -> Result<Document, ReadError> {
        let mut doc = match self.work {
            Work::File(source, format) => {
                let bytes = read_all(&source).map_err(ReadError::io)?;
                document(&source, bytes, format, &self.options)?
            }
            Work::Record(parse, format) => {
                let place = Place { path: &self.path, record: self.record.unwrap_or(0), reader: format.reader() };
                parse(place, &self.options)?
            }
            Work::Broken(error) => return Err(error),
        };
        if self.options.detects_language {
            language::detect(&mut doc);
        }
        Ok(doc)
    }
}

/// Returns the documents of all sources, in order. Files are opened one after another, and a record
/// is read only when it is requested. If a file or record cannot be read, the method
/// [`read`](Item::read) of its item returns the error.
///
/// A file with an unknown extension is read as plain text.
pub fn items(sources: Vec<Source>, options: impl Into<Arc<ReadOptions>>) -> impl Iterator<Item = Item> + Send {
    let options: Arc<ReadOptions> = options.into();
    sources.into_iter().flat_map(move |source| -> Box<dyn Iterator<Item = Item> + Send> {
        let format = source.path.as_deref().map_or(options.stdin_format, |path| Format::from_path(path).unwrap_or(Format::Text));
        let path = Arc::from(source.name.as_str());
        match Reads::of(format) {
            Reads::Document(_) => {
                let (size, modified) = (source.size, source.modified);
                let work = Work::File(source, format);
                Box::new(std::iter::once(Item { path, record: None, size, modified, options: options.clone(), work }))
            }
            Reads::Records(split) => match input(&source) {
                Ok(input) => Box::new(record_items(path, source.modified, split(input, &options), format, options.clone())),
                Err(error) => {
                    let work = Work::Broken(ReadError::io(error));
                    Box::new(std::iter::once(Item {
                        path,
                        record: None,
                        size: 0,
                        modified: source.modified,
                        options: options.clone(),
                        work,
                    }))
                }
            },
        }
    })
}

/// Returns the documents of an input that contains many documents: JSON Lines, CSV, TSV or a spreadsheet. `name` is used as the path of
/// the input in metadata and ids.
///
/// If each file of the format is a single document (as in HTML), the result is one item, and reading
/// this item returns an error of the kind [`ReadErrorKind::InvalidOption`].
///
/// ```
/// use chancery_read::{Format, ReadOptions, records};
///
/// let rows = "id,text\na,Peru spoke.\nb,Chad spoke.\n";
/// let ids: Vec<String> = records("rows.csv", rows.as_bytes(), Format::Csv, ReadOptions::new())
///     .map(|row| Ok(row.read()?.id().to_owned()))
///     .collect::<Result<_, chancery_read::ReadError>>()?;
/// assert_eq!(ids, ["a", "b"]);
/// # Ok::<(), chancery_read::ReadError>(())
/// ```
pub fn records<'a>(
    name: &str,
    input: impl Read + Send + 'a,
    format: Format,
    options: impl Into<Arc<ReadOptions>>,
) -> impl Iterator<Item = Item> + Send + 'a {
    let options: Arc<ReadOptions> = options.into();
    let records: Box<dyn Iterator<Item = Record> + Send + 'a> = match Reads::of(format) {
        Reads::Records(split) => split(Box::new(input), &options),
        Reads::Document(_) => {
            let error = ReadError::new(
                ReadErrorKind::InvalidOption,
                format!("a file in {} format is a single document and has no records", format.as_str()),
            );
            Box::new(std::iter::once(Record::broken(None, error)))
        }
    };
    record_items(Arc::from(name), 0, records, format, options)
}

fn record_items<'a>(
    path: Arc<str>,
    modified: u64,
    records: impl Iterator<Item = Record> + Send + 'a,
    format: Format,
    options: Arc<ReadOptions>,
) -> impl Iterator<Item = Item> + Send + 'a {
    records.map(move |record| {
        let work = match record.content {
            Ok(parse) => Work::Record(parse, format),
            Err(error) => Work::Broken(error),
        };
        Item { path: path.clone(), record: record.number, size: record.size, modified, options: options.clone(), work }
    })
}

/// Reads a file that is one document. The file extension determines the format (plain text,
/// Markdown, HTML, DOCX, ODT or PDF). A file with an unknown extension is read as plain text.
///
/// # Errors
/// Returns an error if the file cannot be read or decoded, or if it has a format that stores many
/// documents in one file, such as CSV.
pub fn read_file(path: &Path, options: &ReadOptions) -> Result<Document, ReadError> {
    let source = Source::from_path(path);
    let bytes = read_all(&source).map_err(ReadError::io)?;
    read_one(&source, bytes, Format::from_path(path).unwrap_or(Format::Text), options)
}

/// Reads the rows of a spreadsheet (XLSX or ODS) as text. Only the first sheet that has rows is read. Dates are written as in ISO 8601.
///
/// # Errors
/// Returns an error if the file cannot be read, is encrypted, or is larger than 1 GiB after
/// decompression.
pub fn spreadsheet_rows(path: &Path) -> Result<Vec<Vec<String>>, ReadError> {
    let file = std::fs::File::open(path).map_err(ReadError::io)?;
    crate::formats::first_sheet(Box::new(file))
}

/// Reads a document from memory: plain text, Markdown, HTML, DOCX, ODT or PDF. `name` is treated as
/// a file name: it becomes the path in the metadata and, without its folder and extension, the id
/// of the document.
///
/// # Errors
/// Returns an error if the bytes cannot be decoded or parsed, or if `format` stores many documents in
/// one file, such as CSV.
pub fn read_bytes(name: &str, bytes: Vec<u8>, format: Format, options: &ReadOptions) -> Result<Document, ReadError> {
    let source = Source::in_memory(name, bytes.len() as u64);
    read_one(&source, bytes, format, options)
}

fn read_one(source: &Source, bytes: Vec<u8>, format: Format, options: &ReadOptions) -> Result<Document, ReadError> {
    let mut doc = document(source, bytes, format, options)?;
    if options.detects_language {
        language::detect(&mut doc);
    }
    Ok(doc)
}

fn document(source: &Source, bytes: Vec<u8>, format: Format, options: &ReadOptions) -> Result<Document, ReadError> {
    let Reads::Document(read) = Reads::of(format) else {
        bail!(
            ManyDocuments,
            "a file of this format contains many documents, but a single document is needed; give a file such as .txt, .html or .docx"
        )
    };
    let sha256 = sha256(&bytes);
    let Content { text, source: original, marks, pages, mut metadata } = read(bytes, options)?;
    metadata = Metadata { path: Some(source.name.clone()), reader: Some(format.reader().to_owned()), sha256: Some(sha256), ..metadata };
    let (mut named, mut warning) = (None, None);
    if let (Some(_), Some(pattern)) = (&source.path, &options.pattern) {
        let name = without_ending(source.name.rsplit('/').next().unwrap_or(&source.name));
        // If the name of the file does not match the pattern, the file is read without the metadata
        // in its name.
        match pattern.apply(name, &mut metadata) {
            Ok(id) => named = id,
            Err(error) => warning = Some(Warning { field: "file name".to_owned(), value: name.to_owned(), reason: error.to_string() }),
        }
    }
    let mut unlisted = None;
    if let (Some(_), Some(table)) = (&source.path, &options.metadata_table) {
        match table.fields(source) {
            Some(row) => named = join(row, options, &mut metadata).or(named),
            None => {
                let reason = "the metadata table has no row for this file".to_owned();
                unlisted = Some(Warning { field: "file name".to_owned(), value: source.name.clone(), reason });
            }
        }
    }
    let mut doc = Document::new(named.unwrap_or_else(|| source.id().to_owned()), text).with_metadata(metadata);
    doc.warnings.extend(warning.into_iter().chain(unlisted));
    if let Some(original) = original {
        doc = doc.with_source(original);
    }
    doc.marks = marks;
    doc.pages = pages;
    Ok(doc)
}

fn input(source: &Source) -> std::io::Result<Box<dyn Read + Send>> {
    match &source.path {
        Some(path) => open(path),
        None => Ok(Box::new(std::io::stdin())),
    }
}

fn read_all(source: &Source) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(source.size.min(LARGEST) as usize);
    // One byte more than the limit is read. The decoder then detects that the file is too large.
    input(source)?.take(LARGEST + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}
