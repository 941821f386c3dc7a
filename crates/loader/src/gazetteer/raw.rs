//! Entries as they are written in data files.

use crate::diagnostic::Position;
use chancery_gazetteer::{Activation, CasePolicy};
use chancery_text::{Form, Interval, Reference};
use std::collections::BTreeMap;

/// The keys of an entry that state relations to other entries.
pub(super) const RELATIONS: [&str; 11] =
    ["capital", "part_of", "member", "successor", "country", "seat", "office", "depositary", "party", "metonym", "of"];

/// Returns `true` if two relations have the same role. A relation without a role has the role `member`.
#[must_use]
pub fn same_role(one: &str, other: &str) -> bool {
    let usual = |role: &str| role.is_empty() || role == "member";
    one == other || usual(one) && usual(other)
}

/// A form as written in a data file. Its text may contain braces.
#[derive(Clone, Debug)]
pub(super) struct RawForm {
    pub(super) at: Position,
    pub(super) layer: u32,
    pub(super) text: String,
    pub(super) form: Form,
    pub(super) language: String,
    pub(super) case: Option<CasePolicy>,
    pub(super) when: Activation,
    pub(super) valid: Option<Interval>,
    pub(super) needs: Vec<String>,
    pub(super) not: Vec<String>,
    pub(super) hints: Vec<String>,
    pub(super) before: Vec<String>,
    pub(super) after: Vec<String>,
    pub(super) prior: Option<f32>,
    pub(super) rivals: Vec<String>,
    pub(super) inflect: bool,
    /// Whether the form has the word order of an index ("Korea, Republic of").
    pub(super) inverted: bool,
    /// The spellings that the form expands to. They are filled in when layers are merged.
    pub(super) spelled: Vec<String>,
}

impl RawForm {
    pub(super) fn new(at: Position, layer: u32, form: Form, language: &str) -> Self {
        Self {
            at,
            layer,
            text: String::new(),
            form,
            language: language.to_owned(),
            case: None,
            when: Activation::Always,
            valid: None,
            needs: Vec::new(),
            not: Vec::new(),
            hints: Vec::new(),
            before: Vec::new(),
            after: Vec::new(),
            prior: None,
            rivals: Vec::new(),
            inflect: true,
            inverted: false,
            spelled: Vec::new(),
        }
    }

    /// Returns whether the form is recognised only under conditions: that certain words are, or are not, near it, or that the document introduces or defines
    /// it.
    pub(super) fn is_conditional(&self) -> bool {
        self.when != Activation::Always || [&self.needs, &self.not, &self.before, &self.after].iter().any(|list| !list.is_empty())
    }

    /// Returns whether the form has a key that restricts where it is recognised, or a key that helps to decide between entries with the same form.
    pub(super) fn is_restricted(&self) -> bool {
        self.case.is_some()
            || self.when != Activation::Always
            || self.prior.is_some()
            || [&self.needs, &self.not, &self.hints, &self.before, &self.after, &self.rivals].iter().any(|list| !list.is_empty())
    }
}

/// A relation to another entry.
#[derive(Clone, Debug)]
pub(super) struct RawRelation {
    pub(super) at: Position,
    pub(super) layer: u32,
    pub(super) kind: String,
    pub(super) of: String,
    /// For an office: the state or body in which the office is held.
    pub(super) held_at: Option<String>,
    pub(super) valid: Option<Interval>,
    pub(super) role: String,
}

/// A source of the facts in an entry.
#[derive(Clone, Debug, Default)]
pub(super) struct RawSource {
    pub(super) at: Position,
    pub(super) layer: u32,
    pub(super) by: String,
    pub(super) from: String,
    pub(super) reviewed: String,
    pub(super) checked: u32,
}

impl RawRelation {
    /// Returns `true` if this relation in an upper layer replaces the relation `known` in a lower layer. The two must have the same kind, the same other entry and
    /// the same role. A person may hold an office several times, so a term of office must also begin on the same day as `known`, unless `known` has no dates.
    pub(super) fn replaces(&self, known: &Self) -> bool {
        let start = |relation: &Self| relation.valid.and_then(|valid| valid.start());
        let term = self.kind != "office" || known.valid.is_none() || start(self) == start(known) && self.held_at == known.held_at;
        self.kind == known.kind && self.of == known.of && same_role(&self.role, &known.role) && term
    }

    /// Returns `true` if a request to drop the relation `self` removes the relation `known`. Of the keys
    /// `at`, `valid` and `role`, only those that the request gives are compared.
    pub(super) fn drops(&self, known: &Self) -> bool {
        self.kind == known.kind
            && self.of == known.of
            && (self.held_at.is_none() || self.held_at == known.held_at)
            && (self.valid.is_none() || self.valid == known.valid)
            && (self.role.is_empty() || self.role == known.role)
    }
}

/// An entry, or the changes that an upper layer makes to an entry.
#[derive(Clone, Debug, Default)]
pub(super) struct RawEntry {
    pub(super) at: Position,
    pub(super) layer: u32,
    pub(super) id: String,
    pub(super) kind: Option<String>,
    pub(super) extend: bool,
    pub(super) off: bool,
    pub(super) valid: Option<Interval>,
    pub(super) forms: Vec<RawForm>,
    /// New preferred names. They replace the preferred names that the entry has in a lower layer.
    pub(super) renames: Vec<RawForm>,
    pub(super) drops: Vec<RawForm>,
    pub(super) relations: Vec<RawRelation>,
    /// Relations of the entry in a lower layer that this layer removes.
    pub(super) dropped_relations: Vec<RawRelation>,
    pub(super) ids: BTreeMap<String, (String, Position)>,
    pub(super) refers: Option<Reference>,
    /// Whether sources disagree about which states lie in this region. If so, only the states that the entry lists are its members.
    pub(super) loose: bool,
    /// Whether some members, or some dates of membership, are missing from the entry. If so, the entry is not expanded to its members.
    pub(super) partial: bool,
    pub(super) sourced: bool,
    pub(super) sources: Vec<RawSource>,
    /// The TOML tables that define or change the entry, lowest layer first. Each pair contains the position and the layer of a table.
    pub(super) tables: Vec<(Position, u32)>,
    /// The preferred name for display in each language, as pairs of language and name. A name stays in this list even if an upper layer
    /// replaces the form with this name.
    pub(super) labels: Vec<(String, String)>,
}

impl RawEntry {
    /// Sets the preferred name in a language.
    pub(super) fn label(&mut self, language: &str, name: &str) {
        match self.labels.iter_mut().find(|(known, _)| known == language) {
            Some((_, label)) => name.clone_into(label),
            None => {
                self.labels.reserve_exact(1);
                self.labels.push((language.to_owned(), name.to_owned()));
            }
        }
    }

    /// Frees the spare capacity of the lists of the entry. This saves memory, because there may be a million entries.
    pub(super) fn shrink(&mut self) {
        self.forms.shrink_to_fit();
        self.relations.shrink_to_fit();
        self.sources.shrink_to_fit();
        self.tables.shrink_to_fit();
    }
}
