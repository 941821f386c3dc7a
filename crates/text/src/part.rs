//! The type of a document and its parts.

use crate::Span;

/// The type of a document, with the evidence for it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct DocumentType {
    /// The type: `treaty`, `resolution`, `speech` …
    pub name: String,
    /// The kind of evidence, such as `title`, `opening` or `phrases`.
    pub evidence: String,
    /// The half-open byte range, in the source, of the words that are the evidence for the type.
    pub span: Span,
}

impl DocumentType {
    /// Creates the type of a document.
    #[must_use]
    pub fn new(name: impl Into<String>, evidence: impl Into<String>, span: Span) -> Self {
        Self { name: name.into(), evidence: evidence.into(), span }
    }
}

/// A part of a document, such as the title, the preamble, a clause of the preamble, the signatures, or the turn of a speaker.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Part {
    /// The half-open byte range of the part in the source.
    pub span: Span,
    /// The kind: `title`, `date-line`, `addressees`, `preamble`, `recital`, `operative`, `provision`, `article`, `annex`, `signature`, `turn`. The crate
    /// `chancery-outline` describes each kind.
    pub kind: &'static str,
    /// Index of the enclosing part in [`Document::parts`](crate::Document::parts).
    pub parent: Option<u32>,
    /// The half-open byte range, in the source, of the words that begin or identify the part: "Recalling", "Decides", "Done at", the name of
    /// the speaker. `None` if there are no such words.
    pub cue: Option<Span>,
    /// The class that the data files give to the cue, such as `recall` or `decide`; empty if the cue has no class.
    pub class: String,
}

impl Part {
    /// Creates a part without a cue.
    #[must_use]
    pub const fn new(span: Span, kind: &'static str) -> Self {
        Self { span, kind, parent: None, cue: None, class: String::new() }
    }
}
