//! The formats of documents and their file extensions.

use crate::{ReadError, ReadErrorKind};
use std::path::Path;

/// A format of documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize), serde(rename_all = "lowercase"))]
#[non_exhaustive]
pub enum Format {
    /// Plain text; each file is one document.
    Text,
    /// Markdown; each file is one document.
    Markdown,
    /// HTML; each file is one document.
    Html,
    /// Word processor documents in Office Open XML; each file is one document.
    Docx,
    /// Text documents in OpenDocument; each file is one document.
    Odt,
    /// PDF with a text layer; each file is one document.
    Pdf,
    /// JSON Lines; each line is a document.
    Jsonl,
    /// Comma-separated values; each row is a document.
    Csv,
    /// Tab-separated values; each row is a document.
    Tsv,
    /// Spreadsheets in Office Open XML or OpenDocument; each row is a document.
    Spreadsheet,
}

impl Format {
    /// All formats, in the order in which messages list them.
    pub const ALL: [Self; 10] =
        [Self::Text, Self::Markdown, Self::Html, Self::Docx, Self::Odt, Self::Pdf, Self::Jsonl, Self::Csv, Self::Tsv, Self::Spreadsheet];

    /// Returns three things: the name of the format in options and settings, the name of its
    /// reader, and its file extensions.
    const fn names(self) -> (&'static str, &'static str, &'static [&'static str]) {
        match self {
            Self::Text => ("text", "txt", &["txt", "text"]),
            Self::Markdown => ("markdown", "markdown", &["md", "markdown"]),
            Self::Html => ("html", "html", &["html", "htm", "xhtml"]),
            Self::Docx => ("docx", "docx", &["docx"]),
            Self::Odt => ("odt", "odt", &["odt"]),
            Self::Pdf => ("pdf", "pdf", &["pdf"]),
            Self::Jsonl => ("jsonl", "jsonl", &["jsonl", "ndjson"]),
            Self::Csv => ("csv", "csv", &["csv"]),
            Self::Tsv => ("tsv", "tsv", &["tsv"]),
            Self::Spreadsheet => ("spreadsheet", "spreadsheet", &["xlsx", "ods"]),
        }
    }

    /// Returns the name of the format in options and settings: `text`, `markdown`, `html`, `docx`, `odt`, `pdf`, `jsonl`,
    /// `csv`, `tsv`, `spreadsheet`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        self.names().0
    }

    /// Returns the name of the reader in [`Metadata::reader`](chancery_text::Metadata::reader). It equals [`as_str`](Self::as_str), except that it is `txt` for
    /// plain text.
    #[must_use]
    pub const fn reader(self) -> &'static str {
        self.names().1
    }

    /// Returns the file extensions of the format, in lower case and without a dot.
    #[must_use]
    pub const fn endings(self) -> &'static [&'static str] {
        self.names().2
    }

    /// Returns the format that corresponds to the extension of `path`. Case is ignored, and so is a final `.gz` or `.zst`. Returns `None` if the extension is
    /// unknown or missing.
    #[must_use]
    pub fn from_path(path: &Path) -> Option<Self> {
        let name = path.file_name()?.to_string_lossy().to_ascii_lowercase();
        let name = name.strip_suffix(".gz").or_else(|| name.strip_suffix(".zst")).unwrap_or(&name);
        let ending = name.rsplit_once('.')?.1;
        Self::ALL.into_iter().find(|format| format.endings().contains(&ending))
    }
}

impl std::str::FromStr for Format {
    type Err = ReadError;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        let found = Self::ALL.into_iter().find(|format| format.as_str() == name);
        found.ok_or_else(|| {
            ReadError::new(
                ReadErrorKind::InvalidOption,
                format!("unknown format \"{name}\"; expected one of {}", Self::ALL.map(Self::as_str).join(", ")),
            )
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_tell_the_format() {
        for (name, format) in [
            ("a.txt", Some(Format::Text)),
            ("b/A.HTM.gz", Some(Format::Html)),
            ("a.xhtml", Some(Format::Html)),
            ("a.b.jsonl.zst", Some(Format::Jsonl)),
            ("a.tsv.bz2", None),
            ("txt", None),
            ("a.gz", None),
        ] {
            assert_eq!(Format::from_path(name.as_ref()), format, "{name}");
        }
        assert!(Format::ALL.into_iter().all(|format| format.as_str().parse().ok() == Some(format)));
    }
}
