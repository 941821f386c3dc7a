//! What must hold between entries.

use super::raw::{RawEntry, SHADOW};
use crate::diagnostic::Diagnostics;
use crate::files::File;
use chancery_gazetteer::Activation;
use chancery_text::fold::Folder;
use std::collections::{BTreeMap, BTreeSet};
use unicode_normalization::is_nfc;

/// Checks references, doubles, sources, and forms that entries share.
pub(super) fn check(files: &[File], entries: &[RawEntry], faults: &mut Diagnostics) {
    let ids: BTreeSet<&str> = entries.iter().map(|entry| entry.id.as_str()).collect();
    let mut qids: BTreeMap<&str, &str> = BTreeMap::new();
    for entry in entries {
        if entry.kind.is_none() {
            faults.error(
                files,
                entry.at,
                "CH-D004",
                format!("{} has no type", entry.id),
                "write type = \"state\", or another type of the README",
            );
        }
        if entry.forms.is_empty() {
            faults.error(files, entry.at, "CH-D004", format!("{} has no form", entry.id), "write name.en = \"…\"");
        }
        if !entry.sourced {
            faults.error(
                files,
                entry.at,
                "CH-D014",
                format!("{} names no source", entry.id),
                "write src = { by = \"hand\", from = \"…\", reviewed = \"YYYY-MM-DD\" }",
            );
        }
        for relation in &entry.relations {
            if let Some(place) = relation.held_at.as_deref().filter(|place| !ids.contains(place)) {
                faults.error(
                    files,
                    relation.at,
                    "CH-D009",
                    format!("{} of {} is held at {place}, and there is no such entry", relation.kind, entry.id),
                    "mend the id, or add the entry",
                );
            }
            if !ids.contains(relation.of.as_str()) {
                faults.error(
                    files,
                    relation.at,
                    "CH-D009",
                    format!("{} of {} is {}, and there is no such entry", relation.kind, entry.id, relation.of),
                    "mend the id, or add the entry",
                );
            }
        }
        if let Some((qid, at)) = entry.ids.get("wikidata")
            && let Some(other) = qids.insert(qid, &entry.id)
        {
            faults.error(files, *at, "CH-D017", format!("{qid} is already the item of {other}"), "one of the two is wrong");
        }
        for form in &entry.forms {
            if !is_nfc(&form.text) {
                faults.error(
                    files,
                    form.at,
                    "CH-D013",
                    format!("\"{}\" is not in Unicode normal form C", form.text),
                    "type it again, or convert the file to NFC",
                );
            }
            for rival in &form.rivals {
                if !ids.contains(rival.as_str()) {
                    faults.error(
                        files,
                        form.at,
                        "CH-D009",
                        format!("the rival {rival} of \"{}\" does not exist", form.text),
                        "mend the id, or add the entry",
                    );
                }
            }
        }
        doubles(files, entry, faults);
    }
    shared(files, entries, faults);
}

/// A form written twice in one entry.
fn doubles(files: &[File], entry: &RawEntry, faults: &mut Diagnostics) {
    let mut seen = BTreeSet::new();
    for form in &entry.forms {
        // What case endings add does not count: "гаитяне" beside "гаитянин" is no slip. A form may stand for one time or near some words in one way, and else in another.
        if !seen.insert((&form.language, form.form, &form.text, &form.needs, form.valid.map(|valid| valid.to_string()))) {
            faults.warning(files, form.at, "CH-D015", format!("{} has \"{}\" twice", entry.id, form.text), "take one of them out");
        }
    }
}

/// A form that two entries have, without each naming the other as its rival.
fn shared(files: &[File], entries: &[RawEntry], faults: &mut Diagnostics) {
    let folder = Folder::default();
    let mut owners: BTreeMap<String, Vec<(usize, usize)>> = BTreeMap::new();
    for (entry_at, entry) in entries.iter().enumerate() {
        for (form_at, form) in entry.forms.iter().enumerate() {
            // Who is meant by a short name is told by the document.
            if form.when != Activation::Always {
                continue;
            }
            for text in &form.spelled {
                let text = &text.replace(['[', ']'], "");
                let key =
                    if form.case == Some(chancery_gazetteer::CasePolicy::Exact) { folder.cased_word(text) } else { folder.word(text) };
                owners.entry(key).or_default().push((entry_at, form_at));
            }
        }
    }
    for (text, owners) in owners {
        for &(entry_at, form_at) in &owners {
            let (entry, form) = (&entries[entry_at], &entries[entry_at].forms[form_at]);
            let other = owners
                .iter()
                .map(|(at, _)| &entries[*at])
                .find(|other| other.id != entry.id && other.kind.as_deref() != Some(SHADOW) && !form.rivals.contains(&other.id));
            if let Some(other) = other
                && entry.kind.as_deref() != Some(SHADOW)
            {
                faults.error(
                    files,
                    form.at,
                    "CH-D012",
                    format!("\"{text}\" stands for {} and for {}", entry.id, other.id),
                    format!(
                        "write {{ n = \"{}\", prior = 0.5, rival = [\"{}\"] }} here and the like there, or take it out of one",
                        form.text, other.id
                    ),
                );
            }
        }
    }
}
