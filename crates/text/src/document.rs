//! A document and its layers.

use crate::{
    Actor, Block, BlockMark, CharIndex, Date, Event, Mention, Rejection, Section, Sentence, Span, TimeExpression, Token, Topic, token_from,
};
use std::collections::BTreeMap;
use std::ops::Range;

/// Where the date of a document is from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DateSource {
    /// A field of the input.
    Field,
    /// The file's name, by a pattern that the user gave.
    FileName,
    /// A date line in the text, or the first words of a press report.
    Text,
}

impl DateSource {
    /// The name used in tables: `field`, `file-name`, `text`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Field => "field",
            Self::FileName => "file-name",
            Self::Text => "text",
        }
    }
}

/// What is known of a document beside its text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Metadata {
    /// The document's own date.
    pub date: Option<Date>,
    /// Where that date is from.
    pub date_source: Option<DateSource>,
    /// Language (BCP 47), where given.
    pub language: Option<String>,
    /// Whether the language was told by looking at the text rather than given.
    pub language_detected: bool,
    /// Title, where given.
    pub title: Option<String>,
    /// Where it was read from, as the user named it.
    pub path: Option<String>,
    /// Number of the record in that file, from 1, where a file holds several.
    pub record: Option<u64>,
    /// Encoding it came in ("UTF-8", "UTF-16LE" …).
    pub encoding: Option<String>,
    /// The reader that read it ("txt", "jsonl").
    pub reader: Option<String>,
    /// SHA-256 of the raw input, in small hexadecimal digits.
    pub sha256: Option<String>,
    /// Further fields of the input, carried through.
    pub fields: BTreeMap<String, String>,
}

/// A text and all that was found in it, as a plain record: nothing on it loads data or runs a stage.
///
/// Layers are sorted by span (start, longer first) and only ever added to by the stage that makes them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    id: String,
    text: String,
    source: Option<String>,
    /// What is known of it beside its text.
    pub metadata: Metadata,
    /// What the markup of its source says of blocks, by start, from byte 0 on; empty for plain text.
    pub marks: Vec<BlockMark>,
    /// Tokens; blanks are in none.
    pub tokens: Vec<Token>,
    /// Paragraphs, headings, list items; they tile the tokens.
    pub blocks: Vec<Block>,
    /// Sections; never empty once the tokenizer has run.
    pub sections: Vec<Section>,
    /// Sentences; they tile the tokens.
    pub sentences: Vec<Sentence>,
    /// Times.
    pub times: Vec<TimeExpression>,
    /// Names.
    pub mentions: Vec<Mention>,
    /// Candidates for names that were rejected and overlap no mention; those that do are in [`Mention::rejected`]. Filled only on request.
    pub rejections: Vec<Rejection>,
    /// Actors put together from names.
    pub actors: Vec<Actor>,
    /// Policy areas.
    pub topics: Vec<Topic>,
    /// Events.
    pub events: Vec<Event>,
}

impl Document {
    /// A document without layers.
    ///
    /// # Panics
    /// If `text` has more than [`Span::MAX`] bytes; readers refuse such texts before.
    #[must_use]
    pub fn new(id: impl Into<String>, text: impl Into<String>) -> Self {
        let text = text.into();
        assert!(text.len() < Span::MAX as usize, "a text has at most 4 GiB");
        Self { id: id.into(), text, ..Self::default() }
    }

    /// The same with metadata.
    #[must_use]
    pub fn with_metadata(mut self, metadata: Metadata) -> Self {
        self.metadata = metadata;
        self
    }

    /// Its id, unique in a batch.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The source text that all spans point into.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The same with the source as it came in, where the text has its markup put out of sight: of the same length in bytes.
    #[must_use]
    pub fn with_source(mut self, source: impl Into<String>) -> Self {
        self.source = Some(source.into()).filter(|source| source.len() == self.text.len());
        self
    }

    /// The source as it came in: what character offsets count in. The same as the text but where that has markup put out of sight.
    #[must_use]
    pub fn source(&self) -> &str {
        self.source.as_deref().unwrap_or(&self.text)
    }

    /// The source text of a span of this document; empty for a span that is none of its own.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.range()).unwrap_or_default()
    }

    /// The tokens that a mention of this document lies in, as indexes, half-open: those that it carries, else those found by its span (a mention may begin inside a
    /// token).
    #[must_use]
    pub fn tokens_of(&self, mention: &Mention) -> Range<usize> {
        if mention.token_range.is_empty() {
            let first = self.tokens.partition_point(|token| token.span.end() <= mention.span.start());
            first..token_from(&self.tokens, first, mention.span.end())
        } else {
            mention.token_range.range()
        }
    }

    /// A fresh index from byte to character offsets of the [`source`](Self::source); costs one pass over it.
    #[must_use]
    pub fn char_index(&self) -> CharIndex {
        CharIndex::new(self.source())
    }
}
