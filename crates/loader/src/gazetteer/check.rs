//! Checks each entry, and the relations between entries.

use super::raw::{RawEntry, RawForm};
use crate::codes::Code;
use crate::diagnostic::{Cure, Diagnostics, Position};
use crate::language::Languages;
use crate::placement::FIRST_OWN;
use crate::suggest::nearest;
use crate::types::Types;
use chancery_text::{EntityClass, Form};
use std::collections::{BTreeMap, BTreeSet};
use unicode_normalization::is_nfc;

/// The value of `by` in the entries that `chancery gazetteer suggest` prints.
const SUGGESTED: &str = "suggest";

/// Checks the references, sources and forms of all entries.
pub(super) fn check(entries: &[RawEntry], types: &Types, languages: &Languages, diagnostics: &mut Diagnostics) {
    let ids = Ids(entries);
    let mut items: BTreeMap<&str, (&str, Position)> = BTreeMap::new();
    for entry in entries {
        parts(entry, diagnostics);
        references(entry, &ids, diagnostics);
        if let Some((qid, at)) = entry.ids.get("wikidata")
            && let Some((other, other_at)) = items.insert(qid, (&entry.id, *at))
        {
            // The problem is reported in the file of the upper layer, which comes after those of the lower layers.
            let (at, other) = if *at < other_at { (other_at, entry.id.as_str()) } else { (*at, other) };
            diagnostics.add(
                Code::SameItem,
                at,
                format!("{qid} is already the Wikidata item of {other}"),
                "correct the Wikidata item of one of the two entries",
            );
        }
        for form in &entry.forms {
            if !is_nfc(&form.text) {
                let message = format!("\"{}\" is not in Unicode normalization form C", form.text);
                diagnostics.add(Code::NotNormalized, form.at, message, "type the form again, or convert the file to NFC");
                diagnostics.cure(Cure::Normalize);
            }
            common(entry, form, types, languages, diagnostics);
            case_forms(form, languages, diagnostics);
        }
        doubles(entry, diagnostics);
        idle(entry, diagnostics);
    }
}

fn parts(entry: &RawEntry, diagnostics: &mut Diagnostics) {
    if entry.kind.is_none() {
        let help = "write type = \"state\", or another type from types.toml";
        diagnostics.add(Code::Missing, entry.at, format!("{} has no type", entry.id), help);
    }
    if entry.forms.is_empty() {
        diagnostics.add(Code::Missing, entry.at, format!("{} has no form", entry.id), "write name.en = \"…\"");
    }
    if !entry.sourced {
        let help = "write src = { by = \"hand\", from = \"…\", reviewed = \"YYYY-MM-DD\" }";
        diagnostics.add(Code::NoSource, entry.at, format!("{} has no source", entry.id), help);
    }
    if let Some(source) = entry.sources.iter().find(|source| source.layer >= FIRST_OWN && source.by == SUGGESTED) {
        let help = "check the type, names and facts of the entry, then write by = \"hand\" and its real source in `from`";
        diagnostics.add(Code::Unchecked, source.at, format!("{} is a suggestion that has not been checked", entry.id), help);
    }
}

fn references(entry: &RawEntry, ids: &Ids<'_>, diagnostics: &mut Diagnostics) {
    let help = |id: &str| format!("{}correct the id, or add the entry", nearest_id(id, ids));
    for relation in &entry.relations {
        if let Some(place) = relation.held_at.as_deref().filter(|place| !ids.contains(place)) {
            let message = format!("{} has {} with at = \"{place}\", but no entry has this id", entry.id, relation.kind);
            diagnostics.add(Code::UnknownReference, relation.at, message, help(place));
        }
        if !ids.contains(relation.of.as_str()) {
            let message = format!("{} has {} = \"{}\", but no entry has this id", entry.id, relation.kind, relation.of);
            diagnostics.add(Code::UnknownReference, relation.at, message, help(&relation.of));
        }
    }
    for form in &entry.forms {
        for rival in form.rivals.iter().filter(|rival| !ids.contains(rival.as_str())) {
            let message = format!("the rival {rival} of \"{}\" does not exist", form.text);
            diagnostics.add(Code::UnknownReference, form.at, message, help(rival));
        }
    }
}

/// Returns a question with the most similar id of the same type ("did you mean \"state.kg\"? "), or an empty string if no id is similar. An id of two letters
/// after the period has no similar ids, because most pairs of such ids differ in one letter.
fn nearest_id(id: &str, ids: &Ids<'_>) -> String {
    // A name was written instead of an id.
    let named = |entry: &&RawEntry| entry.labels.iter().any(|(_, label)| label.eq_ignore_ascii_case(id));
    if let Some(entry) = ids.0.iter().find(named) {
        return format!("did you mean \"{}\"? ", entry.id);
    }
    let Some((kind, _)) = id.split_once('.').filter(|(_, slug)| slug.len() > 2) else { return String::new() };
    let same = |known: &&str| known.split_once('.').is_some_and(|(other, _)| other == kind);
    let known: Vec<&str> = ids.0.iter().map(|entry| entry.id.as_str()).filter(same).collect();
    nearest(id, &known).map_or_else(String::new, |known| format!("did you mean \"{known}\"? "))
}

/// The ids of all entries. The entries are sorted by id, so no set of a million ids is needed.
struct Ids<'e>(&'e [RawEntry]);

impl Ids<'_> {
    fn contains(&self, id: &str) -> bool {
        self.0.binary_search_by(|entry| entry.id.as_str().cmp(id)).is_ok()
    }
}

/// Warns if an entry contains the same form twice.
fn doubles(entry: &RawEntry, diagnostics: &mut Diagnostics) {
    let mut seen = BTreeSet::new();
    for form in &entry.forms {
        // Generated case forms are not compared. A form may be repeated with other dates or other
        // context words.
        if !seen.insert((&form.language, form.form, &form.text, &form.needs, form.valid.map(|valid| valid.to_string()))) {
            diagnostics.add(Code::DoubleForm, form.at, format!("{} has \"{}\" twice", entry.id, form.text), "remove one");
            diagnostics.cure(Cure::RemoveItem);
        }
    }
}

/// Warns about a form with conditions if the same entry also has the form without conditions.
fn idle(entry: &RawEntry, diagnostics: &mut Diagnostics) {
    // Forms that other entries share (those with the key `rival`) are skipped: their conditions also serve to decide between the entries.
    for form in entry.forms.iter().filter(|form| form.is_conditional() && form.rivals.is_empty()) {
        let free = |other: &&RawForm| {
            !other.is_conditional()
                && other.case == form.case
                && other.prior == form.prior
                && (other.valid.is_none() || other.valid == form.valid)
                && form.spelled.iter().any(|text| other.spelled.contains(text))
        };
        if let Some(other) = entry.forms.iter().find(free) {
            let text = form.spelled.iter().find(|text| other.spelled.contains(text)).unwrap_or(&form.text);
            let message = format!("{} also has \"{text}\" without conditions, so the conditions given here have no effect", entry.id);
            diagnostics.add(Code::IdleCondition, form.at, message, "remove either this form or the one without conditions");
        }
    }
}

/// Warns about a form that is a single common word: one that is written in lower case, or that often begins a sentence.
fn common(entry: &RawEntry, form: &RawForm, types: &Types, languages: &Languages, diagnostics: &mut Diagnostics) {
    let class = entry.kind.as_deref().map_or(EntityClass::Other, |kind| types.class(kind));
    let named = form.form <= Form::Abbreviation && class != EntityClass::Office && entry.refers.is_none();
    if !named || form.is_restricted() || types.hides(entry.kind.as_deref()) {
        return;
    }
    let is_common = |text: &&String| {
        let small = text.chars().any(char::is_lowercase) && !text.chars().any(char::is_uppercase);
        text.chars().all(char::is_alphabetic) && (small && form.form != Form::Abbreviation || languages.is_starter(&form.language, text))
    };
    if let Some(word) = form.spelled.iter().find(is_common) {
        diagnostics.add(
            Code::CommonWord,
            form.at,
            format!("\"{word}\" is also a common word, so every occurrence of it would be found as {}", entry.id),
            "remove the form, or restrict it with needs, when, before, after, case or another key",
        );
    }
}

/// Warns about a multi-word name without case forms, if its language has case endings. Names in embedded files
/// are not checked, because some of them occur in documents only in the nominative.
fn case_forms(form: &RawForm, languages: &Languages, diagnostics: &mut Diagnostics) {
    let several = form.text.trim().contains(char::is_whitespace) && form.spelled.len() == 1;
    if form.layer >= FIRST_OWN && several && form.inflect && form.form <= Form::Alias && languages.inflection(&form.language).is_some() {
        diagnostics.add(
            Code::NoCaseForms,
            form.at,
            format!("\"{}\" has several words and no case forms, so it is found only as written", form.text),
            "list the endings, as in \"Республик{~а,и,е,у,ой,е} Корея\"; or write { n = \"…\", infl = false } if the form does not change",
        );
    }
}
