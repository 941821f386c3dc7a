//! Entities with their names, as the readers return them.

use crate::dictionary::Note;
use std::collections::BTreeMap;

/// The entity that an entry stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Target {
    /// A separate entity.
    New,
    /// A state, given by its ISO 3166-1 code of two or three letters. The forms are added to the state.
    State(String),
    /// The entity with this identifier in another system, if the data contain it. Otherwise, a separate entity.
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
    /// Whether the form matches in any case.
    pub any_case: bool,
}

/// An entity with its names.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct NameEntry {
    /// The line where it begins, counted from 1.
    pub line: usize,
    /// The id, if the file gives a valid one.
    pub id: Option<String>,
    /// The entity that the entry stands for.
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
    /// The source of the facts, if the file names it.
    pub source: Option<String>,
}

/// The entries of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Names {
    /// The entries in the order of the file.
    pub entries: Vec<NameEntry>,
    /// Notes on everything that was left out or changed, with the reason.
    pub notes: Vec<Note>,
}

/// Options for reading a file.
#[derive(Clone, Debug)]
pub struct NamesOptions {
    /// The language of names for which the file gives none.
    pub language: String,
    /// The type of entries for which the file gives none.
    pub kind: String,
    /// Types by the labels of the file: `ORG` → `igo`.
    pub labels: BTreeMap<String, String>,
    /// The separator of columns or features, if it is not the default one.
    pub separator: Option<char>,
    /// Countries whose places are read (ISO 3166-1, two capital letters). If empty, places in all countries are read. Used by GeoNames.
    pub countries: Vec<String>,
    /// The minimum number of inhabitants of places that are read. Used by GeoNames.
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

    /// Adds a form, unless the entry already has it.
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

/// Whether a text is a valid id: `kind.slug` in lower-case ASCII letters.
pub(crate) fn is_id(text: &str) -> bool {
    text.contains('.') && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'.' || b == b'-')
}

/// Whether a text contains no characters that have a special meaning in the forms of data files.
pub(crate) fn is_plain(text: &str) -> bool {
    !text.contains(['{', '}', '[', ']', '|', '\\'])
}
