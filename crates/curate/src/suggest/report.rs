//! Suggestions, and what is asked for.

use crate::corpus::Unread;
use serde::Serialize;

/// What [`suggest`](crate::suggest) looks for.
#[derive(Clone, Debug)]
pub struct SuggestOptions {
    /// The most suggestions.
    pub most: usize,
    /// The fewest documents in which a name stands.
    pub documents: usize,
    /// The number of contexts of each name.
    pub contexts: usize,
    /// The date of review in the entries.
    pub today: String,
    /// Where the documents are, for the source in the entries.
    pub corpus: String,
}

/// A name that no entry has.
#[derive(Clone, Debug, Serialize)]
pub struct Suggestion {
    /// The name as it is written most often.
    pub name: String,
    /// The type that the signs indicate, if any.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// By which sign it was taken for a name.
    pub sign: String,
    /// The number of documents that have it or one of its variants.
    pub documents: usize,
    /// How often they have it.
    pub occurrences: u32,
    /// Other spellings, with the number of documents of each.
    pub variants: Vec<(String, usize)>,
    /// Abbreviations that documents define for it.
    pub abbreviations: Vec<String>,
    /// Where it stands.
    pub contexts: Vec<Context>,
    /// An entry, ready to be put into a data file.
    pub entry: String,
}

/// A place where a name stands.
#[derive(Clone, Debug, Serialize)]
pub struct Context {
    /// The document.
    pub document: String,
    /// The text around it, on one line.
    pub text: String,
}

/// The names that a corpus uses and the data do not list.
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
