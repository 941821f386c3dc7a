//! The stages of the pipeline.

use std::fmt;

/// A stage of the pipeline. The stages are declared in the order in which they run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Stage {
    /// Reading the document from its source.
    Read,
    /// Tokens, sentences and sections.
    Tokenize,
    /// Time expressions, and the date of the document.
    Temporal,
    /// The type of the document, and its parts.
    Outline,
    /// Mentions of names.
    Gazetteer,
    /// Actors.
    Actors,
    /// Topics, and events by rules.
    Classify,
    /// Clauses.
    Clauses,
    /// Events by frames.
    Events,
    /// Instruments and meetings.
    Records,
    /// Amounts.
    Amounts,
}

impl Stage {
    /// Returns the name used in tables and messages: `read`, `tokenize`, `temporal`, `outline`,
    /// `gazetteer`, `actors`, `classify`, `clauses`, `events`, `records`, `amounts`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Tokenize => "tokenize",
            Self::Temporal => "temporal",
            Self::Outline => "outline",
            Self::Gazetteer => "gazetteer",
            Self::Actors => "actors",
            Self::Classify => "classify",
            Self::Clauses => "clauses",
            Self::Events => "events",
            Self::Records => "records",
            Self::Amounts => "amounts",
        }
    }
}

impl fmt::Display for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
