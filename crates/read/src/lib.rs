//! Reads files into [`Document`](chancery_text::Document)s: plain text, Markdown, HTML, JSON Lines, CSV and TSV, also compressed.
//!
//! ```
//! use chancery_read::{Format, ReadOptions, read_bytes};
//!
//! let html = "<html lang=en><title>Talks</title><h1>C&ocirc;te d&rsquo;Ivoire</h1><p><b>K</b>enya spoke.";
//! let doc = read_bytes("talks.html", html.into(), Format::Html, &ReadOptions::new())?;
//!
//! assert_eq!(doc.id(), "talks");
//! assert_eq!(doc.metadata.title.as_deref(), Some("Talks"));
//! // Markup is masked, so offsets are those of the source.
//! assert_eq!(doc.text().find("enya"), html.find("enya"));
//! # Ok::<(), chancery_read::ReadError>(())
//! ```
//!
//! # Entry points
//!
//! * [`read_bytes`] reads one document from memory, [`read_file`] one from a file.
//! * [`records`] reads the documents of a JSON Lines, CSV or TSV input of any kind.
//! * [`find`] lists the files of folders and glob patterns, and [`items`] reads them, with standard input. An [`Item`] is read where it is wanted, for example on
//!   another thread.
//!
//! [`ReadOptions`] say how: the encoding ([`Decoder`]), the fields of a record, and what file names mean ([`NamePattern`]).
//!
//! # Formats
//!
//! | [`Format`] | file endings | documents |
//! |---|---|---|
//! | `Text` | `.txt`, `.text` | one a file |
//! | `Markdown` | `.md`, `.markdown` | one a file; front matter gives metadata |
//! | `Html` | `.html`, `.htm`, `.xhtml` | one a file; title, language and encoding as declared |
//! | `Jsonl` | `.jsonl`, `.ndjson` | one a line, an object |
//! | `Csv`, `Tsv` | `.csv`, `.tsv` | one a row; the first row names the columns |
//!
//! `.gz` or `.zst` may follow the ending.
//!
//! In Markdown and HTML, markup is replaced by blanks of the same number of bytes, and inside a word by characters that are not displayed. Not text are scripts, styles and
//! other content that is not displayed, navigation, footers, asides, and a header with navigation in it. What the markup says of headings and list items is in
//! [`Document::marks`](chancery_text::Document::marks).
//!
//! # Limits
//!
//! A document has at most 1 GiB, decompressed and as UTF-8. A document that is one file is read into memory; of files with many documents only the current record is. PDF
//! and office formats are not read.
//!
//! # What it is not
//!
//! It does not analyse text; that is the task of other crates. It is no HTML parser: it builds no tree and repairs no nesting. It does not write to a terminal.
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
mod options;
mod pattern;

pub use decode::Decoder;
pub use error::{ReadError, ReadErrorKind};
pub use find::{Source, find};
pub use format::Format;
pub use items::{Item, items, read_bytes, read_file, records};
pub use options::ReadOptions;
pub use pattern::NamePattern;

use decode::sha256;
