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
}

impl Stage {
    /// The name used in tables and messages: `read`, `tokenize`, `temporal`, `gazetteer`, `actors`, `classify`, `clauses`, `events`, `records`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Tokenize => "tokenize",
            Self::Temporal => "temporal",
            Self::Gazetteer => "gazetteer",
            Self::Actors => "actors",
            Self::Classify => "classify",
            Self::Clauses => "clauses",
            Self::Events => "events",
            Self::Records => "records",
        }
    }
}

impl fmt::Display for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
