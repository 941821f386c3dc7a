//! Topics: the policy areas of a text.

use crate::Span;
use std::sync::Arc;

/// The unit of text that a topic describes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Scope {
    /// A sentence.
    Sentence,
    /// A section.
    Section,
    /// The whole document.
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

/// A policy area to which a sentence, a section or the whole document belongs.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Topic {
    /// The half-open byte range, in the source, of the sentence, section or document that has this topic.
    pub span: Span,
    /// Whether the span is a sentence, a section or the whole document.
    pub scope: Scope,
    /// Id of the topic in its taxonomy (hierarchy of topics), such as "security.terrorism".
    pub label: Arc<str>,
    /// Sum of the weights of the matched terms.
    pub score: f32,
    /// The topic's share of the total score, from 0 to 1. The total is the sum of the scores of all topics that have terms in the span, including topics that
    /// are not assigned because their score is too low.
    pub share: f32,
    /// The half-open byte ranges of the matched terms in the source, in the order of the text.
    pub terms: Vec<Span>,
}

impl Topic {
    /// Creates a topic with score 0 and without terms.
    #[must_use]
    pub const fn new(span: Span, scope: Scope, label: Arc<str>) -> Self {
        Self { span, scope, label, score: 0.0, share: 0.0, terms: Vec::new() }
    }
}
