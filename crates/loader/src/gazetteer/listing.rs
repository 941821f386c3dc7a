//! Entries as their files state them, for programs that maintain the data: every form and relation with the place where it is written.

use super::entities;
use super::raw::{RawEntry, RawForm};
use crate::diagnostic::Position;
use crate::files::File;
use crate::types::Types;
use chancery_gazetteer::{Activation, CasePolicy};
use chancery_text::{EntityClass, Form, Interval};
use std::collections::BTreeMap;

/// Where something is written.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct Place {
    /// The file. For embedded files this is the path inside the data folder, for other files the path that the user can open.
    pub file: String,
    /// Line number, counted from 1.
    pub line: usize,
    /// 0 for generated files, 1 for hand-written embedded files, 2 and more for the user's folders.
    pub layer: u32,
}

/// Where the facts of an entry come from, as one layer states it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Source {
    /// Who wrote the entry: `hand`, or a tool.
    pub by: String,
    /// The source of the facts.
    pub from: String,
    /// When the entry was last compared with its source, as `YYYY-MM-DD`; may be empty.
    pub reviewed: String,
    /// The number of independent sources with which it was compared; 0 if not stated.
    pub checked: u32,
    /// Where this is written.
    pub place: Place,
}

/// A form of an entry, with the conditions under which it counts.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct WrittenForm {
    /// The form as it is written, with its braces.
    pub text: String,
    /// All spellings that it stands for: braces, case endings and variants.
    pub spelled: Vec<String>,
    /// The kind of form.
    pub form: Form,
    /// Language (BCP 47).
    pub language: String,
    /// The case that it must have in the text, if the file says so.
    pub case: Option<CasePolicy>,
    /// When the form counts: always, or only under conditions in the document.
    pub when: Activation,
    /// When the name was in use, if the file says so.
    pub valid: Option<Interval>,
    /// Words of which at least one must be near the form.
    pub needs: Vec<String>,
    /// Words that must not be near the form.
    pub not: Vec<String>,
    /// Words that make this entry more likely if they are near the form.
    pub hints: Vec<String>,
    /// Words that must not stand directly before the form.
    pub before: Vec<String>,
    /// Words that must not stand directly after the form.
    pub after: Vec<String>,
    /// How likely the form means this entry if nothing else decides; `None` if the file does not say.
    pub prior: Option<f32>,
    /// The other entries that share the form.
    pub rivals: Vec<String>,
    /// Where it is written.
    pub place: Place,
}

/// A relation of an entry to another.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct WrittenRelation {
    /// The key of the relation, such as `member`.
    pub kind: String,
    /// The id of the other entry.
    pub of: String,
    /// For an office: where it is held.
    pub at: Option<String>,
    /// When the relation holds.
    pub valid: Option<Interval>,
    /// The role, such as `observer`; may be empty.
    pub role: String,
    /// Where it is written.
    pub place: Place,
}

/// An entry with everything that all layers state about it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Entry {
    /// Permanent id.
    pub id: String,
    /// Name of its type.
    pub kind: String,
    /// Class of that type.
    pub class: EntityClass,
    /// Whether the entry gives no mentions and only hides the names inside its own names.
    pub hides: bool,
    /// Whether a document may refer to the entity by the head noun of its name.
    pub headed: bool,
    /// Preferred name, for display.
    pub label: String,
    /// When the entity existed.
    pub valid: Option<Interval>,
    /// Its forms.
    pub forms: Vec<WrittenForm>,
    /// Its relations, as the files state them.
    pub relations: Vec<WrittenRelation>,
    /// Identifiers in other systems.
    pub ids: BTreeMap<String, String>,
    /// Sources, lowest layer first.
    pub sources: Vec<Source>,
    /// The tables that state something about it, lowest layer first.
    pub places: Vec<Place>,
}

/// Line numbers of positions in many files.
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

/// Converts merged entries, in the same order.
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
