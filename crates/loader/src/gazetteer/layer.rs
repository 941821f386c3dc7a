//! Layers over one another: generated, hand, user.

use super::braces;
use super::raw::{RawEntry, RawForm};
use crate::diagnostic::Diagnostics;
use crate::files::File;
use crate::language::{Languages, WordClass};
use chancery_text::Form;
use std::collections::BTreeMap;

/// Entries merged by id, sorted by it.
pub(super) fn merge(files: &[File], mut entries: Vec<RawEntry>, languages: &Languages, faults: &mut Diagnostics) -> Vec<RawEntry> {
    entries.sort_by_key(|entry| entry.layer);
    let mut merged: BTreeMap<String, RawEntry> = BTreeMap::new();
    // What adds comes after what it adds to, whatever the order of files.
    let (new, extending): (Vec<_>, Vec<_>) = entries.into_iter().partition(|entry| !entry.extend);
    for mut entry in new {
        spell(files, &mut entry, languages, faults);
        if let Some(known) = merged.get(&entry.id) {
            let at = &files[known.at.file as usize].path;
            faults.error(
                files,
                entry.at,
                "CH-D007",
                format!("{} is already in {at}", entry.id),
                "write extend = true to add to it, or choose another id",
            );
            continue;
        }
        let forms = std::mem::take(&mut entry.forms);
        for form in forms {
            add(&mut entry, form);
        }
        merged.insert(entry.id.clone(), entry);
    }
    for mut entry in extending {
        spell(files, &mut entry, languages, faults);
        let Some(under) = merged.get_mut(&entry.id) else {
            faults.error(
                files,
                entry.at,
                "CH-D008",
                format!("there is no {} to extend", entry.id),
                "take out extend = true, or mend the id",
            );
            continue;
        };
        extend(files, under, entry, faults);
    }
    merged.into_values().collect()
}

fn extend(files: &[File], under: &mut RawEntry, mut over: RawEntry, faults: &mut Diagnostics) {
    for drop in &over.drops {
        let before = under.forms.len();
        under.forms.retain(|form| {
            !(form.language == drop.language && form.form == drop.form && drop.spelled.iter().any(|text| form.spelled.contains(text)))
        });
        if under.forms.len() == before {
            faults.warning(
                files,
                drop.at,
                "CH-D009",
                format!("{} has no such form \"{}\" to drop", under.id, drop.text),
                "take the line out",
            );
        }
    }
    // Of a name in the same language the upper layer's counts.
    for form in &over.forms {
        if form.form == Form::Name {
            under.forms.retain(|known| !(known.form == Form::Name && known.language == form.language));
        }
    }
    // A name that the upper layer says more of under another heading (to guard it, say) stays the name.
    let names: Vec<(String, String)> = under
        .forms
        .iter()
        .filter(|form| form.form == Form::Name)
        .flat_map(|form| form.spelled.iter().map(|text| (form.language.clone(), text.clone())))
        .collect();
    for form in &mut over.forms {
        if form.form == Form::Alias && form.spelled.iter().any(|text| names.contains(&(form.language.clone(), text.clone()))) {
            form.form = Form::Name;
        }
    }
    // A form that stands in both is what the upper layer says of it, guards and all, whatever the language: "Georgia" is one form in English and in Spanish.
    for known in &mut under.forms {
        let replaced = |text: &String| over.forms.iter().any(|form| form.spelled.contains(text));
        let left: Vec<String> = known.spelled.iter().filter(|text| !replaced(text)).cloned().collect();
        known.spelled = left;
    }
    under.forms.retain(|form| !form.spelled.is_empty());
    for form in over.forms {
        add(under, form);
    }
    under.kind = over.kind.or(under.kind.take());
    under.valid = over.valid.or(under.valid);
    under.loose |= over.loose;
    under.partial |= over.partial;
    under.refers = over.refers.or(under.refers);
    // What the upper layer says of the same two entries counts.
    under.relations.retain(|known| !over.relations.iter().any(|new| new.kind == known.kind && new.of == known.of));
    under.relations.extend(over.relations);
    under.ids.extend(over.ids);
    under.at = over.at;
    under.sourced |= over.sourced;
}

fn add(entry: &mut RawEntry, form: RawForm) {
    if form.form == Form::Name
        && let Some(first) = form.spelled.first()
    {
        entry.labels.insert(form.language.clone(), first.clone());
    }
    entry.forms.push(form);
}

/// Writes out the forms that each line stands for.
fn spell(files: &[File], entry: &mut RawEntry, languages: &Languages, faults: &mut Diagnostics) {
    for form in entry.forms.iter_mut().chain(&mut entry.drops) {
        match braces::expand(&form.text) {
            Err(reason) => faults.error(
                files,
                form.at,
                "CH-D011",
                format!("\"{}\": {reason}", form.text),
                "{a,b} multiplies, {~a,b} runs together with the other {~…} of the form",
            ),
            Ok(spelled) => {
                let inflection =
                    languages.inflection(&form.language).filter(|_| form.inflect && spelled.len() == 1 && form.form != Form::Abbreviation);
                form.spelled = match inflection {
                    None => spelled,
                    Some(inflection) => {
                        let class = match form.form {
                            Form::Adjective => WordClass::Adjective,
                            Form::Demonym => WordClass::Demonym,
                            _ => WordClass::Noun,
                        };
                        inflection.forms(&spelled[0], class)
                    }
                };
                if let Some(inflection) = languages.inflection(&form.language) {
                    for cues in [&mut form.needs, &mut form.not] {
                        let all: Vec<String> = cues.iter().flat_map(|cue| inflection.forms(cue, WordClass::Noun)).collect();
                        *cues = all;
                    }
                }
            }
        }
    }
}
