//! Entries as they are written in the data files, for programs that maintain the data. Each form and relation is listed with its
//! file and line.

use super::entities;
use super::raw::{RawEntry, RawForm};
use crate::diagnostic::Position;
use crate::files::File;
use crate::types::Types;
use chancery_gazetteer::{Activation, CasePolicy};
use chancery_text::{EntityClass, Form, Interval};
use std::collections::BTreeMap;

/// A position in a data file.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct Place {
    /// The file. For embedded files, this is the path inside the data folder. For other files, it is a path that the user can open.
    pub file: String,
    /// Line number, counted from 1.
    pub line: usize,
    /// The layer of the file: 0 for generated files, 1 for hand-written embedded files, 2 and above
    /// for the user's folders.
    pub layer: u32,
}

/// Where the facts of an entry come from, according to one layer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Source {
    /// Who wrote the entry: `hand` (a person), or the name of a tool.
    pub by: String,
    /// The source of the facts.
    pub from: String,
    /// When the entry was last compared with its source, as `YYYY-MM-DD`; may be empty.
    pub reviewed: String,
    /// The number of independent sources with which the entry was compared; 0 if the file does not
    /// state it.
    pub checked: u32,
    /// The position at which the file states this source.
    pub place: Place,
}

/// A form of an entry, with the conditions under which it is recognised.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct WrittenForm {
    /// The form as it is written, with its braces.
    pub text: String,
    /// All spellings of the form, including those that result from its braces, its case forms, and variants such as "N. Korea".
    pub spelled: Vec<String>,
    /// The kind of form.
    pub form: Form,
    /// Language (BCP 47).
    pub language: String,
    /// The case that the form must have in the text; `None` if the file does not state it.
    pub case: Option<CasePolicy>,
    /// When the form is recognised: always, or only in documents that introduce or define it.
    pub when: Activation,
    /// When the form was in use, if the file states it.
    pub valid: Option<Interval>,
    /// Words of which at least one must be near the form.
    pub needs: Vec<String>,
    /// Words that must not be near the form.
    pub not: Vec<String>,
    /// Words that make this entry more likely if they are near the form.
    pub hints: Vec<String>,
    /// Words that must not come directly before the form.
    pub before: Vec<String>,
    /// Words that must not come directly after the form.
    pub after: Vec<String>,
    /// The probability, from 0 to 1, that the form refers to this entry if there is no other evidence; `None` if the file does not
    /// state it.
    pub prior: Option<f32>,
    /// The other entries that share the form.
    pub rivals: Vec<String>,
    /// The position of the form in its file.
    pub place: Place,
}

impl WrittenForm {
    /// Returns the key under which data files list forms of this kind, such as `adj` for adjectives.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        super::form::key(self.form)
    }
}

/// A relation of an entry to another.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct WrittenRelation {
    /// The key of the relation, such as `member`.
    pub kind: String,
    /// The id of the other entry.
    pub of: String,
    /// For an office: the state or body in which the office is held.
    pub at: Option<String>,
    /// The period in which the relation is valid.
    pub valid: Option<Interval>,
    /// The role, such as `observer`; may be empty.
    pub role: String,
    /// The position of the relation in its file.
    pub place: Place,
}

/// An entry, merged from all layers that define or change it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Entry {
    /// Permanent id of the entry.
    pub id: String,
    /// Name of the entity's type.
    pub kind: String,
    /// Class of the entity's type.
    pub class: EntityClass,
    /// Whether the names of this entry only hide others: they are not reported as mentions, but
    /// prevent shorter names inside them from being found.
    pub hides: bool,
    /// Whether a document may refer to the entity by the head noun of its name ("the Council").
    pub headed: bool,
    /// Preferred name of the entity, for display.
    pub label: String,
    /// When the entity existed.
    pub valid: Option<Interval>,
    /// The forms of the name.
    pub forms: Vec<WrittenForm>,
    /// The relations of the entry, as the files state them.
    pub relations: Vec<WrittenRelation>,
    /// Identifiers in other systems.
    pub ids: BTreeMap<String, String>,
    /// The sources of the entry, lowest layer first.
    pub sources: Vec<Source>,
    /// The positions in the files at which the entry is defined or changed, lowest layer first.
    pub places: Vec<Place>,
}

/// Converts positions in many files to line numbers.
struct Lines<'f> {
    files: &'f [File],
    /// The byte offsets of the line breaks of each file.
    breaks: Vec<Vec<u32>>,
}

impl<'f> Lines<'f> {
    fn new(files: &'f [File]) -> Self {
        let breaks = |file: &File| file.text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at as u32).collect();
        Self { files, breaks: files.iter().map(breaks).collect() }
    }

    fn place(&self, at: Position, layer: u32) -> Place {
        let file = self.files.get(at.file as usize).map(|file| file.path.clone()).unwrap_or_default();
        let line = self.breaks.get(at.file as usize).map_or(0, |breaks| breaks.partition_point(|&end| end < at.byte)) + 1;
        Place { file, line, layer }
    }
}

/// Converts merged entries to listed entries, in the same order.
pub(super) fn list(files: &[File], entries: Vec<RawEntry>, types: &Types) -> Vec<Entry> {
    let lines = Lines::new(files);
    entries.into_iter().map(|entry| entry_of(entry, types, &lines)).collect()
}

fn entry_of(raw: RawEntry, types: &Types, lines: &Lines<'_>) -> Entry {
    let kind = raw.kind.as_deref().and_then(|kind| types.get(kind));
    Entry {
        label: entities::label(&raw),
        class: kind.map_or(EntityClass::Other, |kind| kind.class),
        hides: kind.is_some_and(|kind| kind.hides),
        headed: kind.is_some_and(|kind| kind.head_nouns),
        id: raw.id,
        kind: raw.kind.unwrap_or_default(),
        valid: raw.valid,
        forms: raw.forms.into_iter().map(|form| form_of(form, lines)).collect(),
        relations: raw
            .relations
            .into_iter()
            .map(|relation| WrittenRelation {
                kind: relation.kind,
                of: relation.of,
                at: relation.held_at,
                valid: relation.valid,
                role: relation.role,
                place: lines.place(relation.at, relation.layer),
            })
            .collect(),
        ids: raw.ids.into_iter().map(|(name, (id, _))| (name, id)).collect(),
        sources: raw
            .sources
            .into_iter()
            .map(|source| Source {
                by: source.by,
                from: source.from,
                reviewed: source.reviewed,
                checked: source.checked,
                place: lines.place(source.at, source.layer),
            })
            .collect(),
        places: raw.tables.into_iter().map(|(at, layer)| lines.place(at, layer)).collect(),
    }
}

fn form_of(form: RawForm, lines: &Lines<'_>) -> WrittenForm {
    WrittenForm {
        place: lines.place(form.at, form.layer),
        text: form.text,
        spelled: form.spelled,
        form: form.form,
        language: form.language,
        case: form.case,
        when: form.when,
        valid: form.valid,
        needs: form.needs,
        not: form.not,
        hints: form.hints,
        before: form.before,
        after: form.after,
        prior: form.prior,
        rivals: form.rivals,
    }
}
