//! Finds forms that are shared by several entries.

use super::form;
use super::raw::{RawEntry, RawForm};
use crate::codes::Code;
use crate::diagnostic::Diagnostics;
use crate::placement::FIRST_OWN;
use crate::types::Types;
use chancery_gazetteer::{Activation, CasePolicy};
use chancery_text::fold::Folder;
use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};

/// Reports each form that two entries share, unless each entry lists the other in `rival`. If only one of the two forms is in one of the user's files, only
/// that form needs to list the other entry.
pub(super) fn check(entries: &[RawEntry], types: &Types, diagnostics: &mut Diagnostics) {
    let folder = Folder::default();
    // To save time, hashes of the spellings are compared first. This excludes most forms, because few
    // are shared.
    let mut hashes: Vec<(u64, usize)> = Vec::new();
    let shown: Vec<&RawEntry> = entries.iter().filter(|entry| !types.hides(entry.kind.as_deref())).collect();
    for (number, entry) in shown.iter().enumerate() {
        hashes.extend(keys(entry, &folder).map(|(key, _)| (hash(&key), number)));
    }
    hashes.sort_unstable();
    hashes.dedup();
    let mut sharers: Vec<usize> =
        hashes.chunk_by(|a, b| a.0 == b.0).filter(|chunk| chunk.len() > 1).flatten().map(|(_, number)| *number).collect();
    sharers.sort_unstable();
    sharers.dedup();
    let mut sharing: BTreeMap<String, Vec<(&RawEntry, &RawForm)>> = BTreeMap::new();
    for entry in sharers.into_iter().map(|number| shown[number]) {
        for (key, form) in keys(entry, &folder) {
            sharing.entry(key).or_default().push((entry, form));
        }
    }
    for (text, sharing) in sharing {
        for (entry, form) in &sharing {
            let other = sharing.iter().find(|(other, other_form)| other.id != entry.id && !accepted((entry, form), (other, other_form)));
            if let Some((other, other_form)) = other {
                report(&text, (entry, form), (other, other_form), diagnostics);
            }
        }
    }
}

/// Returns `true` if `form` may share its spelling with a form of another entry.
fn accepted((entry, form): (&RawEntry, &RawForm), (other, other_form): (&RawEntry, &RawForm)) -> bool {
    let own = other_form.layer >= FIRST_OWN && other_form.layer >= form.layer;
    form.rivals.contains(&other.id) || own && other_form.rivals.contains(&entry.id)
}

/// Returns the folded spellings of the forms of an entry, except forms that are recognised only after a document has introduced or defined them.
fn keys<'e>(entry: &'e RawEntry, folder: &'e Folder) -> impl Iterator<Item = (String, &'e RawForm)> {
    entry.forms.iter().filter(|form| form.when == Activation::Always).flat_map(move |form| {
        form.spelled.iter().map(move |text| {
            let text = &text.replace(['[', ']'], "");
            (if form.case == Some(CasePolicy::Exact) { folder.cased_word(text) } else { folder.word(text) }, form)
        })
    })
}

/// Returns a hash that is the same in every run.
fn hash(key: &str) -> u64 {
    let mut hasher = std::hash::DefaultHasher::new();
    key.hash(&mut hasher);
    hasher.finish()
}

fn report(text: &str, (entry, form): (&RawEntry, &RawForm), (other, other_form): (&RawEntry, &RawForm), diagnostics: &mut Diagnostics) {
    if form.layer < FIRST_OWN && other_form.layer >= FIRST_OWN {
        // The problem is reported for the other form instead, because that form is in one of the user's files, where the user can correct it.
        return;
    }
    let key = form::key(other_form.form);
    let help = if form.layer >= FIRST_OWN {
        format!(
            "if the name really has both meanings, write {{ n = \"{}\", prior = 0.5, rival = [\"{}\"] }} here; if not, remove it from {} with [[entity]], id = \"{}\", extend = true and drop.{key}.{} = [\"{}\"], or switch off that entry with off = true",
            form.text, other.id, other.id, other.id, other_form.language, other_form.text
        )
    } else {
        format!(
            "write {{ n = \"{}\", prior = 0.5, rival = [\"{}\"] }} here, and list this entry in the same way in the other entry; or remove the form from one of the two entries",
            form.text, other.id
        )
    };
    diagnostics.add(Code::SharedForm, form.at, format!("\"{text}\" is a form of {} and of {}", entry.id, other.id), help);
}
