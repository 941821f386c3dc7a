//! Reads files into [`Document`](chancery_text::Document)s. The files may be plain text, Markdown,
//! HTML, DOCX, ODT, PDF, JSON Lines, CSV, TSV or spreadsheets, and may be compressed with gzip or
//! zstd.
//!
//! ```
//! use chancery_read::{Format, ReadOptions, read_bytes};
//!
//! let html = "<html lang=en><title>Talks</title><h1>C&ocirc;te d&rsquo;Ivoire</h1><p><b>K</b>enya spoke.";
//! let doc = read_bytes("talks.html", html.into(), Format::Html, &ReadOptions::new())?;
//!
//! assert_eq!(doc.id(), "talks");
//! assert_eq!(doc.metadata.title.as_deref(), Some("Talks"));
//! // Markup is replaced by characters of the same length, so offsets are those of the source.
//! assert_eq!(doc.text().find("enya"), html.find("enya"));
//! # Ok::<(), chancery_read::ReadError>(())
//! ```
//!
//! # Entry points
//!
//! * [`read_bytes`] reads one document from memory; [`read_file`] reads one from a file.
//! * [`records`] reads the documents of a JSON Lines, CSV, TSV or spreadsheet input from any reader.
//! * [`find`] lists the files that paths, folders and glob patterns refer to. [`items`] returns
//!   their documents. Each [`Item`] can be read on any thread.
//!
//! [`ReadOptions`] determines how documents are read: the encoding ([`Decoder`]), the names of the
//! fields of a record, the metadata in file names ([`NamePattern`]), and a table with the metadata
//! of files ([`MetadataTable`]).
//!
//! # Formats
//!
//! | [`Format`] | file extensions | documents |
//! |---|---|---|
//! | `Text` | `.txt`, `.text` | one per file |
//! | `Markdown` | `.md`, `.markdown` | one per file; front matter is read as metadata |
//! | `Html` | `.html`, `.htm`, `.xhtml` | one per file; title, language and encoding are those that the file declares |
//! | `Docx`, `Odt` | `.docx`, `.odt` | one per file; footnotes are part of the text, deleted text and comments are not |
//! | `Pdf` | `.pdf` | one per file; the file must have a text layer. Running heads and page numbers are removed |
//! | `Jsonl` | `.jsonl`, `.ndjson` | one per line; each line is a JSON object |
//! | `Csv`, `Tsv`, `Spreadsheet` | `.csv`, `.tsv`, `.xlsx`, `.ods` | one per row; the first row contains the names of the columns |
//!
//! The extension may be followed by `.gz` or `.zst`.
//!
//! In Markdown and HTML, markup is replaced with spaces or, inside a word, with invisible characters
//! of the same length in bytes. An offset in the text is therefore also an offset in the source.
//! Scripts, styles and other content that is not displayed are left out of the text, and so are
//! navigation, footers, asides and headers that contain navigation. Headings and list items in the
//! markup are recorded in [`Document::marks`](chancery_text::Document::marks).
//!
//! # Limits
//!
//! A document may be at most 1 GiB in size after decompression and conversion to UTF-8. If a file is a single document, the whole file is
//! read into memory. If a file contains many documents, only the current record is in memory; a spreadsheet, however, is read as a
//! whole. For DOCX, ODT and PDF files, offsets refer to the extracted text and not to positions in the file.
//!
//! # Scope
//!
//! This crate does not analyse text; other crates do. Its HTML reader does not build an element tree
//! and does not repair wrong nesting. The crate does not write to a terminal.
//!
//! # Features
//!
//! * `serde`: [`Format`] implements `serde::Deserialize`. Off by default.

mod compression;
mod decode;
mod error;
mod find;
mod format;
mod formats;
mod items;
mod language;
mod metadata_reader;
mod metadata_table;
mod options;
mod pattern;
mod source;

pub use decode::Decoder;
pub use error::{ReadError, ReadErrorKind};
pub use find::{Found, Skip, find};
pub use format::Format;
pub use items::{Item, items, read_bytes, read_file, records, spreadsheet_rows};
pub use metadata_table::MetadataTable;
pub use options::ReadOptions;
pub use pattern::NamePattern;
pub use source::Source;

use decode::sha256;
