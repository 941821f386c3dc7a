//! The stages of the pipeline.

use std::fmt;

/// A stage of the pipeline. The stages are declared in the order in which they run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Stage {
    /// Reads the document from its source.
    Read,
    /// Splits the text into tokens, sentences and sections.
    Tokenize,
    /// Finds time expressions and the date of the document.
    Temporal,
    /// Determines the type of the document and finds its parts.
    Outline,
    /// Finds mentions of names.
    Gazetteer,
    /// Finds actors.
    Actors,
    /// Assigns topics, and finds events with rules.
    Classify,
    /// Finds clauses.
    Clauses,
    /// Finds events with frames.
    Events,
    /// Finds instruments, meetings, and names that the document itself introduces.
    Records,
    /// Finds amounts.
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
