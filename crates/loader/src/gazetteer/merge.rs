//! Merges the layers of entries: the generated entries, the hand-written entries, and the user's
//! entries.

use super::raw::{RawEntry, RawForm, RawRelation};
use super::spell::spell;
use crate::codes::Code;
use crate::diagnostic::Diagnostics;
use crate::files::File;
use crate::language::Languages;
use crate::placement::LOWER_LAYERS;
use chancery_text::Form;
use std::collections::BTreeSet;

/// Merges entries with the same id. The result is sorted by id.
///
/// Within a layer, entries with `off = true` are applied first, then new entries, then those with `extend = true`. The order of the files does not matter.
pub(super) fn merge(files: &[File], mut entries: Vec<RawEntry>, languages: &Languages, diagnostics: &mut Diagnostics) -> Vec<RawEntry> {
    // After sorting, entries with the same id are next to each other, so no map of a million entries is needed.
    entries.sort_unstable_by(|a, b| (&a.id, a.layer, !a.off, a.extend, a.at).cmp(&(&b.id, b.layer, !b.off, b.extend, b.at)));
    // The merged entries are written to the front of the same list, over entries that have already been processed.
    let mut merged = 0;
    let mut gone: BTreeSet<String> = BTreeSet::new();
    for next in 0..entries.len() {
        let mut entry = std::mem::take(&mut entries[next]);
        spell(&mut entry, languages, diagnostics);
        let under = entries[..merged].last_mut().filter(|known| known.id == entry.id);
        if entry.off {
            if under.is_some_and(|known| known.layer < entry.layer) {
                merged -= 1;
                gone.insert(entry.id);
            } else if entry.kind.is_some() {
                // No lower layer defines this entry. The file contains the whole entry, but switches it off.
                gone.insert(entry.id);
            } else {
                let message = format!("no lower layer has an entry {} to switch off", entry.id);
                diagnostics.add(Code::NothingBelow, entry.at, message, format!("correct the id, or remove the entry; {LOWER_LAYERS}"));
            }
        } else if entry.extend {
            match under {
                Some(under) => extend(under, entry, diagnostics),
                None => {
                    let message = format!("there is no entry {} to extend", entry.id);
                    diagnostics.add(Code::NothingBelow, entry.at, message, "correct the id, or remove extend = true to define a new entry");
                }
            }
        } else if let Some(known) = under {
            twice(files, known, &entry, diagnostics);
        } else {
            gone.remove(&entry.id);
            entries[merged] = define(entry, diagnostics);
            merged += 1;
        }
    }
    entries.truncate(merged);
    let changed = if gone.is_empty() { &mut [] } else { entries.as_mut_slice() };
    for entry in changed {
        // References to an entry that is switched off are removed.
        entry.relations.retain(|relation| !gone.contains(&relation.of) && !relation.held_at.as_ref().is_some_and(|at| gone.contains(at)));
        entry.forms.iter_mut().for_each(|form| form.rivals.retain(|rival| !gone.contains(rival)));
    }
    entries
}

/// Reports an entry whose id is already defined.
fn twice(files: &[File], known: &RawEntry, entry: &RawEntry, diagnostics: &mut Diagnostics) {
    let file = files.get(known.at.file as usize);
    let place = file.map(|file| format!("{}:{}", file.path, file.line(known.at.byte))).unwrap_or_default();
    let (message, help) = if known.layer < entry.layer {
        (
            format!("{} is already defined in the embedded data or in an earlier folder ({place})", entry.id),
            "to add to the existing entry, write extend = true; to replace it, switch it off in a separate [[entity]] with off = true; otherwise choose another id",
        )
    } else {
        (
            format!("{} is already defined in {place}", entry.id),
            "to add to the existing entry, write extend = true; otherwise choose another id",
        )
    };
    diagnostics.add(Code::Duplicate, entry.at, message, help);
}

/// Prepares a new entry.
fn define(mut entry: RawEntry, diagnostics: &mut Diagnostics) -> RawEntry {
    if let Some(rename) = entry.renames.first() {
        let message = format!("{} is new, so it has no name to replace", entry.id);
        diagnostics.add(Code::NothingBelow, rename.at, message, "write name instead of rename");
    }
    let forms = std::mem::take(&mut entry.forms);
    entry.forms.reserve_exact(forms.len());
    for form in forms {
        add(&mut entry, form);
    }
    entry
}

fn extend(under: &mut RawEntry, mut over: RawEntry, diagnostics: &mut Diagnostics) {
    for dropped in &over.drops {
        drop_form(under, dropped, diagnostics);
    }
    for dropped in &over.dropped_relations {
        drop_relation(under, dropped, diagnostics);
    }
    let renames = std::mem::take(&mut over.renames);
    for new in &renames {
        rename(under, new, diagnostics);
    }
    over.forms.extend(renames);
    names(under, &mut over, diagnostics);
    // The forms of the upper layer come first. If two forms differ only in their accents and nothing else decides between them, the first one is used.
    let forms = replace_forms(under, over.forms);
    let below = std::mem::take(&mut under.forms);
    for form in forms {
        add(under, form);
    }
    under.forms.extend(below);
    under.kind = over.kind.or(under.kind.take());
    under.valid = over.valid.or(under.valid);
    under.loose |= over.loose;
    under.partial |= over.partial;
    under.refers = over.refers.or(under.refers);
    under.relations.retain(|known| !over.relations.iter().any(|new| new.replaces(known)));
    under.relations.extend(over.relations);
    under.ids.extend(over.ids);
    under.at = over.at;
    under.tables.extend(over.tables);
    under.sources.extend(over.sources);
    under.sourced |= over.sourced;
}

/// Removes from `under` the forms that are also in `over` (the forms of the upper layer), and returns the forms to add.
///
/// A form in the upper layer replaces the same form in all languages; "Georgia", for example, is the same form in English and in Spanish. If the form has the
/// same kind in another language (such as a preferred name), it stays in that language and gets the conditions of the upper layer. Otherwise, it is removed
/// from that language: "Argentine" is an English adjective, but a French name. A demonym does not replace an adjective, because many words are both ("Swiss").
fn replace_forms(under: &mut RawEntry, mut over: Vec<RawForm>) -> Vec<RawForm> {
    let mut copies = Vec::new();
    for known in &mut under.forms {
        let (language, kind) = (&known.language, known.form);
        known.spelled.retain(|text| {
            let same = || over.iter().filter(|form| form.spelled.contains(text) && !are_both(form.form, kind));
            if same().all(|form| form.language != *language && form.form == kind) {
                let copy = |form: &RawForm| RawForm {
                    language: language.clone(),
                    text: text.clone(),
                    spelled: vec![text.clone()],
                    ..form.clone()
                };
                copies.extend(same().map(copy));
            }
            same().next().is_none()
        });
    }
    under.forms.retain(|form| !form.spelled.is_empty());
    over.append(&mut copies);
    over
}

/// Returns `true` if one kind is a demonym and the other an adjective. A word can be both.
const fn are_both(one: Form, other: Form) -> bool {
    matches!((one, other), (Form::Demonym, Form::Adjective) | (Form::Adjective, Form::Demonym))
}

fn drop_form(under: &mut RawEntry, dropped: &RawForm, diagnostics: &mut Diagnostics) {
    let before = under.forms.len();
    under.forms.retain(|form| {
        !(form.language == dropped.language && form.form == dropped.form && dropped.spelled.iter().any(|text| form.spelled.contains(text)))
    });
    if under.forms.len() == before {
        let message = format!("{} has no form \"{}\" to drop", under.id, dropped.text);
        diagnostics.add(Code::NothingToDrop, dropped.at, message, "correct the form, or remove the line");
    }
}

fn drop_relation(under: &mut RawEntry, dropped: &RawRelation, diagnostics: &mut Diagnostics) {
    let before = under.relations.len();
    under.relations.retain(|known| !dropped.drops(known));
    if under.relations.len() == before {
        let message = format!("{} does not state {} = \"{}\", so there is no relation to drop", under.id, dropped.kind, dropped.of);
        let help = "correct the relation, or remove the line; a relation can be dropped only from the entry that states it";
        diagnostics.add(Code::NothingToDrop, dropped.at, message, help);
    }
}

/// Turns the preferred name of the entry `under` in the language of `new` into an alias.
fn rename(under: &mut RawEntry, new: &RawForm, diagnostics: &mut Diagnostics) {
    let mut found = false;
    for form in under.forms.iter_mut().filter(|form| form.form == Form::Name && form.language == new.language) {
        form.form = Form::Alias;
        found = true;
    }
    if !found {
        let message = format!("{} has no name in this language to replace", under.id);
        diagnostics.add(Code::NothingBelow, new.at, message, "write name instead of rename");
    }
}

/// Merges the preferred names of two versions of an entry: `under` from the lower layer and `over` from the upper layer. Reports an error if both versions
/// have a preferred name in the same language and the names differ.
fn names(under: &mut RawEntry, over: &mut RawEntry, diagnostics: &mut Diagnostics) {
    let same = |a: &RawForm, b: &RawForm| a.language == b.language && a.spelled.iter().any(|text| b.spelled.contains(text));
    for form in over.forms.iter().filter(|form| form.form == Form::Name) {
        let known = under.forms.iter().find(|known| known.form == Form::Name && known.language == form.language);
        if let Some(known) = known.filter(|known| !same(known, form)) {
            diagnostics.add(
                Code::SecondName,
                form.at,
                format!("{} already has the name \"{}\"", under.id, known.text),
                format!(
                    "write rename.{0} to replace the name (the old name becomes an alias), or alias.{0} to add another name",
                    form.language
                ),
            );
        }
        // The spelling and case forms in the upper layer replace those of the same name in the
        // lower layer.
        under.forms.retain(|known| !(known.form == Form::Name && same(known, form)));
    }
    // If the upper layer lists the preferred name as an alias, for example to restrict it, the form
    // stays the preferred name.
    for form in over.forms.iter_mut().filter(|form| form.form == Form::Alias) {
        if under.forms.iter().any(|known| known.form == Form::Name && same(known, form)) {
            form.form = Form::Name;
        }
    }
}

fn add(entry: &mut RawEntry, form: RawForm) {
    if form.form == Form::Name
        && let Some(first) = form.spelled.first()
    {
        entry.label(&form.language, first);
    }
    entry.forms.push(form);
}
