//! Policy areas of a text.

use crate::Span;
use std::sync::Arc;

/// The unit of text that a topic belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Scope {
    /// A sentence.
    Sentence,
    /// A section.
    Section,
    /// The whole text.
    Document,
}

impl Scope {
    /// The name used in tables: `sentence`, `section`, `document`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Sentence => "sentence",
            Self::Section => "section",
            Self::Document => "document",
        }
    }
}

/// A policy area of a sentence, a section or the whole text.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Topic {
    /// Bytes of the source.
    pub span: Span,
    /// What the span is: a sentence, a section or the whole text.
    pub scope: Scope,
    /// Label in its taxonomy ("security.terrorism").
    pub label: Arc<str>,
    /// Sum of the weights of its terms.
    pub score: f32,
    /// Its share of the scores of all topics of the span, 0 to 1.
    pub share: f32,
    /// Where the terms stand, in order.
    pub terms: Vec<Span>,
}

impl Topic {
    /// A topic without score and terms.
    #[must_use]
    pub const fn new(span: Span, scope: Scope, label: Arc<str>) -> Self {
        Self { span, scope, label, score: 0.0, share: 0.0, terms: Vec::new() }
    }
}
