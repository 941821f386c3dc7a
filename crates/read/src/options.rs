//! How documents are read.

use crate::{Decoder, Format, NamePattern, ReadError};

/// How documents are read. All setters return the options again, so calls can be chained.
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
    pub(crate) text_field: String,
    pub(crate) id_field: String,
    pub(crate) date_field: String,
    pub(crate) stdin_format: Format,
    pub(crate) detects_language: bool,
}

impl Default for ReadOptions {
    fn default() -> Self {
        Self {
            decoder: Decoder::default(),
            pattern: None,
            text_field: "text".to_owned(),
            id_field: "id".to_owned(),
            date_field: "date".to_owned(),
            stdin_format: Format::Text,
            detects_language: true,
        }
    }
}

impl ReadOptions {
    /// The defaults.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The encoding of documents that are neither UTF-8 nor UTF-16 with a byte order mark: a label of the Encoding Standard such as `windows-1251`, or `auto` to guess
    /// it. UTF-8 by default; HTML is then read in the encoding that it declares.
    ///
    /// # Errors
    /// If no encoding has that label.
    pub fn encoding(&mut self, label: &str) -> Result<&mut Self, ReadError> {
        self.decoder = Decoder::new(Some(label))?;
        Ok(self)
    }

    /// How bytes become text; see [`encoding`](Self::encoding).
    pub fn decoder(&mut self, decoder: Decoder) -> &mut Self {
        self.decoder = decoder;
        self
    }

    /// What file names say. None by default.
    pub fn name_pattern(&mut self, pattern: NamePattern) -> &mut Self {
        self.pattern = Some(pattern);
        self
    }

    /// The JSONL field or CSV column with the text. `text` by default.
    pub fn text_field(&mut self, name: impl Into<String>) -> &mut Self {
        self.text_field = name.into();
        self
    }

    /// The JSONL field or CSV column with the id. `id` by default; a record without it gets the path and its number as id.
    pub fn id_field(&mut self, name: impl Into<String>) -> &mut Self {
        self.id_field = name.into();
        self
    }

    /// The JSONL field or CSV column with the date: YYYY, YYYY-MM or YYYY-MM-DD. `date` by default.
    pub fn date_field(&mut self, name: impl Into<String>) -> &mut Self {
        self.date_field = name.into();
        self
    }

    /// The format of standard input. [`Format::Text`] by default.
    pub fn stdin_format(&mut self, format: Format) -> &mut Self {
        self.stdin_format = format;
        self
    }

    /// Whether the language is detected for documents that do not state it. True by default.
    pub fn detect_language(&mut self, yes: bool) -> &mut Self {
        self.detects_language = yes;
        self
    }
}
