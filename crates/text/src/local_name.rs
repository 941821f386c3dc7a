//! Names that a document itself introduces and that the gazetteer does not have.

use crate::{SentenceIx, Span};

/// An organisation, body or initiative that the text introduces: "the Ferghana Water Compact Authority (FWCA)".
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct LocalName {
    /// Bytes of the source, half-open: the full name where it is introduced.
    pub span: Span,
    /// The sentence that introduces it.
    pub sentence: SentenceIx,
    /// Kind by head noun: `organisation`, `body`, `initiative` …
    pub kind: String,
    /// The abbreviation or short name, where it is introduced.
    pub short: Option<Span>,
    /// How often the document mentions it.
    pub mentions: u32,
}

impl LocalName {
    /// Creates a name without abbreviation.
    #[must_use]
    pub fn new(span: Span, sentence: SentenceIx, kind: impl Into<String>) -> Self {
        Self { span, sentence, kind: kind.into(), short: None, mentions: 0 }
    }
}

/// A place where a local name is mentioned.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct LocalMention {
    /// Bytes of the source, half-open.
    pub span: Span,
    /// The sentence that contains it.
    pub sentence: SentenceIx,
    /// The number of the name in the layer of local names.
    pub name: u32,
    /// Whether it is the abbreviation or short name.
    pub short: bool,
}

impl LocalMention {
    /// Creates a mention.
    #[must_use]
    pub const fn new(span: Span, sentence: SentenceIx, name: u32, short: bool) -> Self {
        Self { span, sentence, name, short }
    }
}
