//! A document and its layers.

use crate::{
    Actor, Amount, Block, BlockMark, CharIndex, Clauses, Date, DocumentType, Event, Instrument, InstrumentMention, LocalMention, LocalName,
    Meeting, Mention, Page, Part, Participant, Point, Rejection, Section, Sentence, Span, TimeExpression, Token, Topic, Warning,
    token_from,
};
use std::collections::BTreeMap;
use std::ops::Range;

/// The source of a document's date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DateSource {
    /// A field of the input.
    Field,
    /// The file name, read with a pattern that the user gave.
    FileName,
    /// The text of the document: a short paragraph with a full date, or the place and date at the start of a news report.
    Text,
}

impl DateSource {
    /// Returns the name that is used in tables: `field`, `file-name`, `text`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Field => "field",
            Self::FileName => "file-name",
            Self::Text => "text",
        }
    }
}

/// A date as it is written in the input. It has not been parsed yet and need not be in the form YYYY-MM-DD.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DateText {
    /// The name of the field or column that contains the date.
    pub field: String,
    /// The date as it is written in that field.
    pub text: String,
}

/// Information about a document, such as its date, language and title. Every field is empty by default.
///
/// Start from [`Metadata::new`] and set the fields that are known.
///
/// ```
/// use chancery_text::{DateSource, Metadata};
///
/// let metadata = Metadata::new().with_date("2001-06-15".parse()?).with_date_source(DateSource::Field).with_language("en");
/// assert_eq!(metadata.language.as_deref(), Some("en"));
/// # Ok::<(), chancery_text::DateError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Metadata {
    /// The date of the document, such as its date of adoption or publication.
    pub date: Option<Date>,
    /// The source of `date`.
    pub date_source: Option<DateSource>,
    /// The date as it is written in the input, if it could not be parsed when the file was read. The pipeline tries to parse it later.
    pub date_text: Option<DateText>,
    /// The language, as a BCP 47 tag.
    pub language: Option<String>,
    /// Whether the language was detected from the text rather than given by the input.
    pub language_detected: bool,
    /// The title.
    pub title: Option<String>,
    /// The path of the input file, as the user gave it.
    pub path: Option<String>,
    /// The number of the record in the input file, counted from 1, if the file contains several records.
    pub record: Option<u64>,
    /// The character encoding of the input ("UTF-8", "UTF-16LE").
    pub encoding: Option<String>,
    /// The name of the reader ("txt", "jsonl"). A reader is the part of the program that reads one file format.
    pub reader: Option<String>,
    /// The SHA-256 hash of the raw input, in lower-case hexadecimal digits.
    pub sha256: Option<String>,
    /// The speaker: the id, code or name of a state or organisation, as given by the input.
    pub speaker: Option<String>,
    /// The entity to which [`speaker`](Self::speaker) refers.
    pub speaker_entity: Option<crate::EntityIx>,
    /// Other fields of the input. They are passed on unchanged.
    pub fields: BTreeMap<String, String>,
}

impl Metadata {
    /// Creates empty metadata.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`date`](Self::date).
    #[must_use]
    pub const fn with_date(mut self, date: Date) -> Self {
        self.date = Some(date);
        self
    }

    /// Sets [`date_source`](Self::date_source).
    #[must_use]
    pub const fn with_date_source(mut self, source: DateSource) -> Self {
        self.date_source = Some(source);
        self
    }

    /// Sets [`language`](Self::language) to a BCP 47 tag.
    #[must_use]
    pub fn with_language(mut self, language: impl Into<String>) -> Self {
        self.language = Some(language.into());
        self
    }

    /// Sets [`title`](Self::title).
    #[must_use]
    pub fn with_title(mut self, title: impl Into<String>) -> Self {
        self.title = Some(title.into());
        self
    }

    /// Sets [`path`](Self::path).
    #[must_use]
    pub fn with_path(mut self, path: impl Into<String>) -> Self {
        self.path = Some(path.into());
        self
    }

    /// Sets [`reader`](Self::reader).
    #[must_use]
    pub fn with_reader(mut self, reader: impl Into<String>) -> Self {
        self.reader = Some(reader.into());
        self
    }

    /// Sets [`sha256`](Self::sha256) to a hash in lower-case hexadecimal digits.
    #[must_use]
    pub fn with_sha256(mut self, sha256: impl Into<String>) -> Self {
        self.sha256 = Some(sha256.into());
        self
    }
}

/// A text with its annotation layers.
///
/// A layer is a list of annotations of one type, such as tokens or mentions. Each layer is filled by one stage of the pipeline. Layers are sorted by the start
/// of the spans. If several spans start at the same byte, the longer spans come first.
///
/// A document only stores data. Its methods do not load files or run an analysis.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    id: String,
    text: String,
    source: Option<String>,
    /// Information about the document, such as its date, language and title.
    pub metadata: Metadata,
    /// The starts of blocks in the markup of the source, sorted by position. The first mark is at byte 0. The list is empty for plain text.
    pub marks: Vec<BlockMark>,
    /// Pages, in order. The list is empty for formats without pages.
    pub pages: Vec<Page>,
    /// Tokens. White space is not part of any token.
    pub tokens: Vec<Token>,
    /// Paragraphs, headings and list items. Every token belongs to exactly one block.
    pub blocks: Vec<Block>,
    /// Sections. After the tokenizer has run, there is at least one section.
    pub sections: Vec<Section>,
    /// Sentences. Every token belongs to exactly one sentence.
    pub sentences: Vec<Sentence>,
    /// Points: the numbered or bulleted items of the text. A point comes after the point that contains it.
    pub points: Vec<Point>,
    /// The type of the document, or `None` if no rule matches.
    pub document_type: Option<DocumentType>,
    /// Parts of the document. A part comes after the part that contains it.
    pub parts: Vec<Part>,
    /// Time expressions.
    pub times: Vec<TimeExpression>,
    /// Mentions of entities.
    pub mentions: Vec<Mention>,
    /// Rejected candidates: names in the text that were not accepted as mentions. This list contains only the candidates that overlap no mention; all others
    /// are in [`Mention::rejected`]. The list is empty unless the pipeline is set to keep rejections.
    pub rejections: Vec<Rejection>,
    /// Actors, which are composed of mentions.
    pub actors: Vec<Actor>,
    /// Topics.
    pub topics: Vec<Topic>,
    /// Clauses, with their phrases.
    pub clauses: Clauses,
    /// Events.
    pub events: Vec<Event>,
    /// The participants of the events (who acts, and who is acted upon), in the order of the events.
    pub participants: Vec<Participant>,
    /// Instruments: treaties, resolutions and other documents that the text names.
    pub instruments: Vec<Instrument>,
    /// Mentions of the [`instruments`](Self::instruments) in the text.
    pub instrument_mentions: Vec<InstrumentMention>,
    /// Meetings that the text names.
    pub meetings: Vec<Meeting>,
    /// Sums of money, shares and quantities.
    pub amounts: Vec<Amount>,
    /// Names that the document itself introduces.
    pub local_names: Vec<LocalName>,
    /// Mentions of the [`local_names`](Self::local_names) in the text.
    pub local_mentions: Vec<LocalMention>,
    /// Warnings about metadata that could not be used.
    pub warnings: Vec<Warning>,
}

impl Document {
    /// Creates a document with the given id and text, without metadata and with empty layers. The id should be unique within a dataset.
    ///
    /// # Panics
    /// Panics if `text` has [`Span::MAX`] bytes or more. The readers of input files reject texts of this size.
    #[must_use]
    pub fn new(id: impl Into<String>, text: impl Into<String>) -> Self {
        let text = text.into();
        assert!(text.len() < Span::MAX as usize, "a text must be smaller than 4 GiB");
        Self { id: id.into(), text, ..Self::default() }
    }

    /// Replaces the metadata.
    #[must_use]
    pub fn with_metadata(mut self, metadata: Metadata) -> Self {
        self.metadata = metadata;
        self
    }

    /// Returns the id of the document.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Returns the text to which all spans refer.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Sets the source of the text. Use this method if the text is a copy of the source in which markup was replaced by spaces or invisible characters.
    ///
    /// The source must have the same length in bytes as the text, because offsets must be valid in both. A source of a different length is ignored.
    #[must_use]
    pub fn with_source(mut self, source: impl Into<String>) -> Self {
        self.source = Some(source.into()).filter(|source| source.len() == self.text.len());
        self
    }

    /// Returns the original source, to which character offsets refer. The source differs from [`text`](Self::text) only if the reader replaced markup with spaces or
    /// invisible characters.
    #[must_use]
    pub fn source(&self) -> &str {
        self.source.as_deref().unwrap_or(&self.text)
    }

    /// Returns the text of a span, or an empty string if the span is out of bounds or does not begin and end at character boundaries.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.range()).unwrap_or_default()
    }

    /// Returns the tokens that a mention covers, as a half-open range of indexes into [`tokens`](Self::tokens).
    ///
    /// The method uses the token range of the mention. If this range is empty, the method looks up the tokens by the span of the mention, and includes tokens
    /// that the span covers only in part.
    #[must_use]
    pub fn tokens_of(&self, mention: &Mention) -> Range<usize> {
        if mention.token_range.is_empty() {
            let first = self.tokens.partition_point(|token| token.span.end() <= mention.span.start());
            first..token_from(&self.tokens, first, mention.span.end())
        } else {
            mention.token_range.range()
        }
    }

    /// Builds the index that converts byte offsets to character offsets of the [`source`](Self::source). This takes one pass over the source.
    #[must_use]
    pub fn char_index(&self) -> CharIndex {
        CharIndex::new(self.source())
    }
}
