//! Names that a document introduces and that the gazetteer does not contain.

use crate::{SentenceIx, Span};

/// An organisation, body or initiative that the text introduces: "the Ferghana Water Compact Authority (FWCA)".
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct LocalName {
    /// Bytes of the source, half-open: the full name at the place where the text introduces it.
    pub span: Span,
    /// The sentence that introduces the name.
    pub sentence: SentenceIx,
    /// Kind, according to the head noun: `organisation`, `body`, `initiative` …
    pub kind: String,
    /// Bytes of the source, half-open: the abbreviation or short name at the place where the text introduces it. `None` if there is no short name.
    pub short: Option<Span>,
    /// How often the document mentions the name.
    pub mentions: u32,
}

impl LocalName {
    /// Creates a name without an abbreviation.
    #[must_use]
    pub fn new(span: Span, sentence: SentenceIx, kind: impl Into<String>) -> Self {
        Self { span, sentence, kind: kind.into(), short: None, mentions: 0 }
    }
}

/// A place in the text where a local name is mentioned.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct LocalMention {
    /// Bytes of the source, half-open.
    pub span: Span,
    /// The sentence that contains the mention.
    pub sentence: SentenceIx,
    /// Index of the name in [`Document::local_names`](crate::Document::local_names).
    pub name: u32,
    /// Whether the mention is the abbreviation or short name.
    pub short: bool,
}

impl LocalMention {
    /// Creates a mention.
    #[must_use]
    pub const fn new(span: Span, sentence: SentenceIx, name: u32, short: bool) -> Self {
        Self { span, sentence, name, short }
    }
}
