//! Options that determine how documents are read.

use crate::error::bail;
use crate::{Decoder, Format, MetadataTable, NamePattern, ReadError};
use std::sync::Arc;

/// Options that determine how documents are read. All setters return the options, so that calls can be chained.
///
/// ```
/// use chancery_read::ReadOptions;
///
/// let mut options = ReadOptions::new();
/// options.encoding("windows-1251")?.text_field("body").date_field("published");
/// # Ok::<(), chancery_read::ReadError>(())
/// ```
#[derive(Clone, Debug)]
pub struct ReadOptions {
    pub(crate) decoder: Decoder,
    pub(crate) pattern: Option<NamePattern>,
    pub(crate) metadata_table: Option<Arc<MetadataTable>>,
    pub(crate) text_field: String,
    pub(crate) id_field: String,
    pub(crate) date_field: String,
    pub(crate) speaker_field: String,
    pub(crate) delimiter: Option<u8>,
    pub(crate) stdin_format: Format,
    pub(crate) detects_language: bool,
}

impl Default for ReadOptions {
    fn default() -> Self {
        Self {
            decoder: Decoder::default(),
            pattern: None,
            metadata_table: None,
            text_field: "text".to_owned(),
            id_field: "id".to_owned(),
            date_field: "date".to_owned(),
            speaker_field: "speaker".to_owned(),
            delimiter: None,
            stdin_format: Format::Text,
            detects_language: true,
        }
    }
}

impl ReadOptions {
    /// Creates the default options.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets the encoding of documents that are neither UTF-8 nor UTF-16 with a byte order mark.
    /// `label` is a label from the Encoding Standard, such as `windows-1251`, or `auto`, which
    /// guesses the encoding of each document. If no encoding is set, these documents are rejected,
    /// except for HTML files that declare their encoding.
    ///
    /// # Errors
    /// Returns an error if no encoding has that label.
    pub fn encoding(&mut self, label: &str) -> Result<&mut Self, ReadError> {
        self.decoder = Decoder::new(Some(label))?;
        Ok(self)
    }

    /// Sets the decoder, which converts bytes to text; see [`encoding`](Self::encoding).
    pub fn decoder(&mut self, decoder: Decoder) -> &mut Self {
        self.decoder = decoder;
        self
    }

    /// Sets the pattern by which metadata are read from file names, such as `{country}_{year}`. By
    /// default, there is no pattern.
    pub fn name_pattern(&mut self, pattern: NamePattern) -> &mut Self {
        self.pattern = Some(pattern);
        self
    }

    /// Sets the table with the metadata of files. Metadata in this table take precedence over
    /// metadata in the file and in the file name.
    pub fn metadata_table(&mut self, table: Arc<MetadataTable>) -> &mut Self {
        self.metadata_table = Some(table);
        self
    }

    /// Sets the JSONL field or CSV column that contains the text. The default is `text`.
    pub fn text_field(&mut self, name: impl Into<String>) -> &mut Self {
        self.text_field = name.into();
        self
    }

    /// Sets the JSONL field or CSV column that contains the id. The default is `id`. A record
    /// without this field gets an id that consists of the path of the file, `#`, and the number of
    /// the record.
    pub fn id_field(&mut self, name: impl Into<String>) -> &mut Self {
        self.id_field = name.into();
        self
    }

    /// Sets the JSONL field or CSV column that contains the date: YYYY, YYYY-MM or YYYY-MM-DD. The
    /// pipeline also reads dates that are written out ("30 June 2021"). The default is `date`.
    pub fn date_field(&mut self, name: impl Into<String>) -> &mut Self {
        self.date_field = name.into();
        self
    }

    /// Sets the JSONL field or CSV column that contains the speaker of a document: an id in the
    /// gazetteer, the ISO 3166-1 alpha-3 code of a state, or a name. The default is `speaker`.
    pub fn speaker_field(&mut self, name: impl Into<String>) -> &mut Self {
        self.speaker_field = name.into();
        self
    }

    /// Sets the character that separates the columns of CSV and TSV files. By default, the
    /// character is detected from the first line; it may be a comma, a semicolon, a tab or `|`.
    ///
    /// # Errors
    /// Returns an error if `delimiter` is not a single ASCII character; the tab can also be written
    /// as `tab` or `\t`. Quotation marks and line breaks are not accepted either, because they have a
    /// special meaning in CSV.
    pub fn delimiter(&mut self, delimiter: &str) -> Result<&mut Self, ReadError> {
        self.delimiter = match delimiter.as_bytes() {
            b"tab" | b"\\t" => Some(b'\t'),
            [byte] if byte.is_ascii() && !b"\"\r\n".contains(byte) => Some(*byte),
            _ => bail!(InvalidOption, "the delimiter must be one ASCII character or the word tab, not \"{delimiter}\""),
        };
        Ok(self)
    }

    /// Sets the format of standard input. The default is [`Format::Text`].
    pub fn stdin_format(&mut self, format: Format) -> &mut Self {
        self.stdin_format = format;
        self
    }

    /// Sets whether to detect the language of documents that do not state their language. The
    /// default is `true`.
    pub fn detect_language(&mut self, yes: bool) -> &mut Self {
        self.detects_language = yes;
        self
    }
}
