//! What a file is, by its name: its format, and whether it is compressed.

use flate2::read::MultiGzDecoder;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// A format of documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize), serde(rename_all = "lowercase"))]
#[non_exhaustive]
pub enum Format {
    /// Plain text; one document a file.
    Text,
    /// Markdown; one document a file.
    Markdown,
    /// HTML; one document a file.
    Html,
    /// JSON lines; one document a line.
    Jsonl,
    /// Comma-separated values; one document a row.
    Csv,
    /// Tab-separated values; one document a row.
    Tsv,
}

/// Endings of file names and what they mean.
const ENDINGS: [(&str, Format); 10] = [
    ("txt", Format::Text),
    ("text", Format::Text),
    ("md", Format::Markdown),
    ("markdown", Format::Markdown),
    ("html", Format::Html),
    ("htm", Format::Html),
    ("jsonl", Format::Jsonl),
    ("ndjson", Format::Jsonl),
    ("csv", Format::Csv),
    ("tsv", Format::Tsv),
];

impl Format {
    /// Every format, in the order in which messages list them.
    pub const ALL: [Self; 6] = [Self::Text, Self::Markdown, Self::Html, Self::Jsonl, Self::Csv, Self::Tsv];

    /// The name of the format in options and settings.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Markdown => "markdown",
            Self::Html => "html",
            Self::Jsonl => "jsonl",
            Self::Csv => "csv",
            Self::Tsv => "tsv",
        }
    }

    /// The format that a name tells; `None` if it tells none.
    pub fn of(path: &Path) -> Option<Self> {
        let name = path.file_name()?.to_string_lossy().to_ascii_lowercase();
        let name = name.strip_suffix(".gz").or_else(|| name.strip_suffix(".zst")).unwrap_or(&name);
        let ending = name.rsplit_once('.')?.1;
        ENDINGS.iter().find(|(known, _)| *known == ending).map(|(_, format)| *format)
    }

    /// The name written to `documents`.
    pub const fn reader(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Markdown => "markdown",
            Self::Html => "html",
            Self::Jsonl => "jsonl",
            Self::Csv => "csv",
            Self::Tsv => "tsv",
        }
    }

    /// All endings, for messages.
    pub fn endings() -> String {
        ENDINGS.map(|(ending, _)| format!(".{ending}")).join(", ")
    }
}

impl std::str::FromStr for Format {
    type Err = crate::ReadError;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        let found = Self::ALL.into_iter().find(|format| format.as_str() == name);
        found.ok_or_else(|| crate::ReadError::new(format!("unknown format \"{name}\"")))
    }
}

/// A file's name without its ending and that of its compression.
pub(crate) fn stem(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let inner = name.strip_suffix(".gz").or_else(|| name.strip_suffix(".zst")).unwrap_or(&name);
    match inner.rsplit_once('.') {
        Some((stem, _)) if !stem.is_empty() => stem.to_owned(),
        _ => inner.to_owned(),
    }
}

/// Opens a file; what ends in .gz or .zst is unpacked on the way.
pub(crate) fn open(path: &Path) -> io::Result<Box<dyn Read>> {
    let file = File::open(path)?;
    Ok(match path.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase()).as_deref() {
        Some("gz") => Box::new(MultiGzDecoder::new(io::BufReader::new(file))),
        Some("zst") => Box::new(zstd::stream::read::Decoder::new(file)?),
        _ => Box::new(file),
    })
}
