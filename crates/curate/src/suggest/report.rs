//! Suggestions, and the options for finding them.

use crate::corpus::Unread;
use serde::Serialize;

/// Options of [`suggest`](crate::suggest).
#[derive(Clone, Debug)]
pub struct SuggestOptions {
    /// The maximum number of suggestions.
    pub most: usize,
    /// The minimum number of documents that must contain a name.
    pub documents: usize,
    /// The number of contexts that are shown for each name.
    pub contexts: usize,
    /// The types of the names to suggest. If the list is empty, names of all types are suggested, and
    /// names of no known type. [`SuggestOptions::UNKNOWN`] stands for names of no known type.
    pub kinds: Vec<String>,
    /// The date of review that is written into the entries.
    pub today: String,
    /// The location of the documents. It is written into the entries as the source.
    pub corpus: String,
}

impl SuggestOptions {
    /// The value in `kinds` that selects names for which nothing indicates a type.
    pub const UNKNOWN: &str = "unknown";

    /// Returns whether names of this type are suggested.
    pub(super) fn wants(&self, kind: Option<&str>) -> bool {
        self.kinds.is_empty() || self.kinds.iter().any(|wanted| wanted == kind.unwrap_or(Self::UNKNOWN))
    }
}

/// A name that occurs in the documents but has no entry in the data.
#[derive(Clone, Debug, Serialize)]
pub struct Suggestion {
    /// The most frequent spelling of the name.
    pub name: String,
    /// The probable type of the entity; `None` if nothing indicates a type.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// A description of the evidence (such as a head noun) that the words are a name.
    pub sign: String,
    /// The number of documents that contain the name or one of its variants.
    pub documents: usize,
    /// The number of occurrences in these documents.
    pub occurrences: u32,
    /// Other spellings, each with the number of documents that contain it.
    pub variants: Vec<(String, usize)>,
    /// Abbreviations that documents define for the name.
    pub abbreviations: Vec<String>,
    /// Occurrences of the name, each with the text around it.
    pub contexts: Vec<Context>,
    /// An entry, ready to be put into a data file.
    pub entry: String,
}

/// An occurrence of a name in a document.
#[derive(Clone, Debug, Serialize)]
pub struct Context {
    /// The id of the document.
    pub document: String,
    /// The text around the name, on one line.
    pub text: String,
}

/// The names that occur in a corpus and are not in the data.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Suggestions {
    /// The number of documents that were read.
    pub documents: usize,
    /// The suggestions, the most useful first.
    pub suggestions: Vec<Suggestion>,
    /// The documents that could not be read.
    #[serde(skip)]
    pub unread: Vec<Unread>,
}
