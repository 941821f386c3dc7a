//! Adds variants of names: shortened words ("N. Korea"), hyphens ("Saudi-Arabia"), the word order
//! of an index ("Korea, Republic of"), and abbreviations without their last period ("U.S").

use super::raw::{RawEntry, RawForm};
use crate::language::Languages;
use crate::types::Types;
use chancery_gazetteer::Activation;
use chancery_text::fold::Folder;
use chancery_text::{EntityClass, Form};
use std::collections::BTreeMap;

/// A variant of a form, with the index of the entry and the index of the form in the entry.
pub(super) struct Variant {
    entry: usize,
    form: usize,
    text: String,
    inverted: bool,
}

/// The variants that [`find`] found, by their folded text.
pub(super) type Variants = BTreeMap<String, Vec<Variant>>;

/// Finds the variants of all forms. A variant is left out if it is already a form of an entry.
pub(super) fn find(entries: &[RawEntry], types: &Types, languages: &Languages) -> Variants {
    let folder = Folder::default();
    let key = |text: &str| folder.word(&text.replace(['[', ']'], ""));
    let mut found = Variants::new();
    for (entry, raw) in entries.iter().enumerate().filter(|(_, raw)| !types.hides(raw.kind.as_deref())) {
        let class = raw.kind.as_deref().map_or(EntityClass::Other, |kind| types.class(kind));
        for (form, raw) in raw.forms.iter().enumerate() {
            for (text, inverted) in variants(raw, class, languages) {
                let same = found.entry(key(&text)).or_default();
                if !same.iter().any(|known| known.entry == entry && known.form == form) {
                    same.push(Variant { entry, form, text, inverted });
                }
            }
        }
    }
    if !found.is_empty() {
        for text in entries.iter().flat_map(|entry| &entry.forms).flat_map(|form| &form.spelled) {
            found.remove(&key(text));
        }
    }
    found
}

/// Adds variants to the forms of their entries.
///
/// Several entries may have the same variant. Unless their forms list each other as rivals, the
/// variant is added only if exactly one of the entries is a state or territory, and only to this
/// entry.
pub(super) fn add(entries: &mut [RawEntry], found: Variants, types: &Types, languages: &Languages) {
    let class = |entry: &RawEntry| entry.kind.as_deref().map_or(EntityClass::Other, |kind| types.class(kind));
    for (_, mut same) in found {
        let rivals = |a: &Variant, b: &Variant| entries[a.entry].forms[a.form].rivals.contains(&entries[b.entry].id);
        let shared = |same: &[Variant]| same.iter().any(|a| same.iter().any(|b| a.entry != b.entry && !rivals(a, b)));
        // If a state and a region would share a variant ("S. Africa"), only the state gets it.
        let of_states = |variant: &Variant| class(&entries[variant.entry]).is_country();
        if shared(&same) && same.iter().any(of_states) {
            same.retain(of_states);
        }
        if shared(&same) {
            continue;
        }
        for variant in same {
            let forms = &mut entries[variant.entry].forms;
            if variant.inverted {
                let form = RawForm { spelled: vec![variant.text], inverted: true, ..forms[variant.form].clone() };
                forms.push(form);
            } else {
                forms[variant.form].spelled.push(variant.text);
            }
        }
    }
    mark_inverted(entries, languages);
}

/// Marks the forms that have the word order of an index.
fn mark_inverted(entries: &mut [RawEntry], languages: &Languages) {
    for form in entries.iter_mut().flat_map(|entry| &mut entry.forms) {
        let written = |words: &crate::language::VariantWords| words.is_inverted(&form.text);
        form.inverted |= languages.variants(&form.language).is_some_and(written);
    }
}

/// Returns the variants of a form. The flag of a variant is `true` if the variant has the word order
/// of an index ("Korea, Republic of").
fn variants(form: &RawForm, class: EntityClass, languages: &Languages) -> Vec<(String, bool)> {
    let mut found = Vec::new();
    let Some(words) = languages.variants(&form.language).filter(|_| form.when == Activation::Always) else { return found };
    let land = matches!(class, EntityClass::State | EntityClass::Territory | EntityClass::Region | EntityClass::Division);
    for text in form.spelled.iter().filter(|text| !text.contains('[')) {
        found.extend(words.unstopped(text).into_iter().map(|text| (text, false)));
        if !land || form.form == Form::Abbreviation {
            continue;
        }
        found.extend(words.shortened(text).into_iter().map(|text| (text, false)));
        found.extend(words.hyphenated(text).map(|text| (text, false)));
        if form.form < Form::Abbreviation && class != EntityClass::Region {
            found.extend(words.inverted(text, class.is_country()));
        }
    }
    found
}
