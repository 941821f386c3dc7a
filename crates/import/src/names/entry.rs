//! Entities with their names, as the readers find them.

use crate::dictionary::Note;
use std::collections::BTreeMap;

/// What an entry stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Target {
    /// An entity of its own.
    New,
    /// A state, by its ISO 3166-1 code of two or three letters: the forms are added to it.
    State(String),
    /// The entity that has this identifier in another system, if the data have it; else an entity of its own.
    Known {
        /// The system, such as `wikidata` or `geonames`.
        system: String,
        /// The identifier.
        id: String,
    },
}

/// A form of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct NameForm {
    /// The key of its kind: `name`, `official`, `alias`, `abbr`, `adj` or `demonym`.
    pub kind: String,
    /// Language (BCP 47).
    pub language: String,
    /// The text.
    pub text: String,
    /// Whether it is meant in any case.
    pub any_case: bool,
}

/// An entity with its names.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct NameEntry {
    /// The line where it begins, counted from 1.
    pub line: usize,
    /// Its id, if the file gives one that can be an id.
    pub id: Option<String>,
    /// What it stands for.
    pub target: Target,
    /// Its type.
    pub kind: String,
    /// When it existed.
    pub valid: Option<String>,
    /// Its forms, the preferred name first.
    pub forms: Vec<NameForm>,
    /// Relations: kind, and the id of an entity or the ISO 3166-1 code of a state in capitals.
    pub relations: Vec<(String, String)>,
    /// Identifiers in other systems.
    pub ids: Vec<(String, String)>,
    /// Where the facts come from, if the file says so.
    pub source: Option<String>,
}

/// The entries of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Names {
    /// In the order of the file.
    pub entries: Vec<NameEntry>,
    /// What was left out or changed, and why.
    pub notes: Vec<Note>,
}

/// How a file is read.
#[derive(Clone, Debug)]
pub struct NamesOptions {
    /// The language of names without one.
    pub language: String,
    /// The type of entries without one.
    pub kind: String,
    /// Types by the labels of the file: `ORG` → `igo`.
    pub labels: BTreeMap<String, String>,
    /// The separator of columns or features, if it is not the usual one.
    pub separator: Option<char>,
    /// Only places in these countries (ISO 3166-1, two letters in capitals); all if there are none. Used by GeoNames.
    pub countries: Vec<String>,
    /// Only places with at least as many inhabitants. Used by GeoNames.
    pub population: u64,
}

impl Default for NamesOptions {
    fn default() -> Self {
        Self {
            language: "en".to_owned(),
            kind: "igo".to_owned(),
            labels: BTreeMap::new(),
            separator: None,
            countries: Vec::new(),
            population: 0,
        }
    }
}

impl NameEntry {
    pub(crate) fn new(line: usize, kind: &str) -> Self {
        Self {
            line,
            id: None,
            target: Target::New,
            kind: kind.to_owned(),
            valid: None,
            forms: Vec::new(),
            relations: Vec::new(),
            ids: Vec::new(),
            source: None,
        }
    }

    /// Adds a form, unless the entry has it.
    pub(crate) fn form(&mut self, kind: &str, language: &str, text: &str, any_case: bool) {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if !text.is_empty() && !self.forms.iter().any(|form| form.text == text && form.language == language) {
            self.forms.push(NameForm { kind: kind.to_owned(), language: language.to_owned(), text, any_case });
        }
    }
}

impl Names {
    pub(crate) fn note(&mut self, line: usize, text: impl Into<String>) {
        self.notes.push(Note { line, text: text.into() });
    }
}

/// Whether a text can be an id: `kind.slug` in small ASCII letters.
pub(crate) fn is_id(text: &str) -> bool {
    text.contains('.') && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'.' || b == b'-')
}

/// Characters that have a meaning in the forms of data files.
pub(crate) fn is_plain(text: &str) -> bool {
    !text.contains(['{', '}', '[', ']', '|', '\\'])
}
