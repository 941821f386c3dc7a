//! Names that a document introduces and that the gazetteer does not contain.

use crate::{SentenceIx, Span};

/// An organisation, body or initiative that the text introduces: "the Ferghana Water Compact Authority (FWCA)".
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct LocalName {
    /// The half-open byte range, in the source, of the full name where the text introduces the name.
    pub span: Span,
    /// The sentence that introduces the name.
    pub sentence: SentenceIx,
    /// Kind, according to the head noun: `organisation`, `body`, `initiative` …
    pub kind: String,
    /// The half-open byte range, in the source, of the abbreviation or short name where the text introduces the name. `None` if the text introduces no short
    /// name.
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

/// A mention of a local name in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct LocalMention {
    /// The half-open byte range of the mention in the source.
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
