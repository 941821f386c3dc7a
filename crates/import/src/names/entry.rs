//! Entities with their names, read from the files of other tools.

use crate::dictionary::Note;
use std::collections::BTreeMap;

/// The entity that an entry represents.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Target {
    /// An entity for which the file gives neither an ISO code nor an identifier in another system. It is added to the data, unless the data already contain an
    /// entry with the same id, or with the same name and type.
    New,
    /// A state, given by its ISO 3166-1 code of two or three letters. The forms of the entry are added to this state.
    State(String),
    /// The entity that has this identifier in another system. If the data contain no such entity, the entry is treated like [`New`](Self::New), or left out if
    /// [`NameEntry::ids`] is empty.
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
    /// The kind of the form, as a key of data files: `name`, `official`, `alias`, `abbr`, `adj` or
    /// `demonym`.
    pub kind: String,
    /// Language of the form (BCP 47).
    pub language: String,
    /// The text of the form.
    pub text: String,
    /// Whether the form matches in any combination of upper and lower case.
    pub any_case: bool,
}

/// An entity with its names.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct NameEntry {
    /// The line of the file at which the entry begins, counted from 1.
    pub line: usize,
    /// The id of the entry, if the file gives a valid one.
    pub id: Option<String>,
    /// The entity that the entry represents.
    pub target: Target,
    /// The type of the entity.
    pub kind: String,
    /// The period in which the entity existed, in the form `START/END` ("1991-08-31/..").
    pub valid: Option<String>,
    /// The forms of the name. The preferred name comes first.
    pub forms: Vec<NameForm>,
    /// Relations to other entities. Each pair contains the kind of the relation, and the id of the other entity or, for a state, its ISO 3166-1 code in
    /// capitals.
    pub relations: Vec<(String, String)>,
    /// Identifiers in other systems, as pairs of system and identifier.
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

/// Options for reading a file of names.
#[derive(Clone, Debug)]
pub struct NamesOptions {
    /// The language of names for which the file gives no language.
    pub language: String,
    /// The type of entries for which the file gives no type.
    pub kind: String,
    /// The entity type for each label that occurs in the file, such as the type `igo` for the label `ORG`.
    pub labels: BTreeMap<String, String>,
    /// The character that separates the columns of a table or the features of a GATE list; `None` for the default separator of the format.
    pub separator: Option<char>,
    /// Countries whose places are read (ISO 3166-1, two capital letters). If the list is empty, the
    /// places of all countries are read. Used only for GeoNames.
    pub countries: Vec<String>,
    /// The minimum number of inhabitants. Places with fewer inhabitants are not read. Used only for GeoNames.
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

/// Returns whether `text` is a valid id: `kind.slug` in lower-case ASCII letters, digits and hyphens.
pub(crate) fn is_id(text: &str) -> bool {
    text.contains('.') && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'.' || b == b'-')
}

/// Returns whether `text` contains none of the characters that have a special meaning in the forms of data files.
pub(crate) fn is_plain(text: &str) -> bool {
    !text.contains(['{', '}', '[', ']', '|', '\\'])
}
