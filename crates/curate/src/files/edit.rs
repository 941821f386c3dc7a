//! The changes that can be made to an entry of a data file.

use std::fmt;

/// A new entry, or a change to an existing entry. Forms and relations are added to those that the
/// entry already has. The fields [`forms`](Self::forms) and [`relations`](Self::relations) describe
/// when a new one replaces an existing one.
#[derive(Clone, Debug, Default)]
pub struct EntryEdit {
    /// The id of the entry.
    pub id: String,
    /// The type of a new entry.
    pub kind: Option<String>,
    /// The period in which the entity existed, as START/END.
    pub valid: Option<String>,
    /// Forms to add. A form of the kind `name` replaces the preferred name of the entry, and the
    /// old name becomes an alias.
    pub forms: Vec<FormEdit>,
    /// Forms to remove.
    pub drops: Vec<FormEdit>,
    /// Relations to add. A relation replaces an existing one with the same `kind`, `of`, `at` and
    /// `role`. A term of office replaces an existing term only if both begin on the same day, if
    /// neither has ended, or if the existing term has no dates.
    pub relations: Vec<RelationEdit>,
    /// Relations to remove. Of the fields `at`, `valid` and `role`, only those that are given must
    /// agree with the relation. If the file states the relation, only this statement is removed; a
    /// lower layer may still state it.
    pub dropped_relations: Vec<RelationEdit>,
    /// Identifiers in other systems.
    pub ids: Vec<(String, String)>,
    /// The source of the facts.
    pub source: Option<String>,
    /// The day of this change.
    pub reviewed: String,
    /// Whether to switch the entry off (`off = true`). The file keeps its content.
    pub off: bool,
    /// Whether to use the entry again if the file switches it off.
    pub on: bool,
    /// Whether to remove the entry from the file.
    pub delete: bool,
}

impl EntryEdit {
    /// Returns `true` if the edit changes no fact of the entry. It may still switch the entry on or off.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let lists = [self.forms.len(), self.drops.len(), self.relations.len(), self.dropped_relations.len(), self.ids.len()];
        self.kind.is_none() && self.valid.is_none() && self.source.is_none() && lists == [0; 5]
    }
}

/// A form to add or remove: its kind, language and text. The text may also be a TOML table such as
/// `{ n = "SCO", needs = ["Shanghai"] }`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormEdit {
    /// The kind of the form, given as a key of data files, such as `alias`.
    pub kind: String,
    /// The language of the form.
    pub language: String,
    /// The text of the form.
    pub text: String,
}

/// A relation to another entry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RelationEdit {
    /// The kind of the relation, given as a key of data files, such as `member`.
    pub kind: String,
    /// The id of the other entry.
    pub of: String,
    /// For an office: the state or body in which the office is held.
    pub at: Option<String>,
    /// The period in which the relation is valid.
    pub valid: Option<String>,
    /// The role of the entity in the relation, such as `observer`.
    pub role: Option<String>,
}

/// The error returned when a data file cannot be changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditError(String);

impl fmt::Display for EditError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for EditError {}

impl EditError {
    pub(super) fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    pub(super) fn from_error(error: impl fmt::Display) -> Self {
        Self(error.to_string())
    }
}
