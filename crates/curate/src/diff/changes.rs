//! Finds the entries that differ between two versions of the data.

use crate::book::Book;
use chancery_data::{Entry, WrittenForm, WrittenRelation};
use chancery_gazetteer::Activation;
use serde::Serialize;
use std::collections::BTreeSet;

/// An entry that differs between two versions of the data.
#[derive(Clone, Debug, Serialize)]
pub struct Change {
    /// The id of the entry.
    pub id: String,
    /// The preferred name of the entry.
    pub label: String,
    /// Descriptions of the differences, to be shown to the user.
    pub what: Vec<String>,
    /// The spellings, in the old and the new data, of all names and words that the differences can
    /// affect. A document that contains none of these spellings cannot be affected.
    #[serde(skip)]
    pub(crate) spellings: BTreeSet<String>,
}

/// Lists the entries that differ between two versions of the data.
pub(crate) fn changes(old: &Book, new: &Book) -> Vec<Change> {
    let ids: BTreeSet<&str> = old.entries().iter().chain(new.entries()).map(|entry| entry.id.as_str()).collect();
    ids.into_iter().filter_map(|id| change(old, new, id)).collect()
}

fn change(old_book: &Book, new_book: &Book, id: &str) -> Option<Change> {
    let (old, new) = (old_book.entry(id), new_book.entry(id));
    let what = match (old, new) {
        (Some(old), Some(new)) => differences(old, new),
        (None, Some(_)) => vec!["is new".to_owned()],
        (Some(_), None) => vec!["is gone".to_owned()],
        (None, None) => Vec::new(),
    };
    if what.is_empty() {
        return None;
    }
    let both = [old, new].into_iter().flatten();
    let spellings = match (old, new) {
        (Some(old), Some(new)) if what.iter().all(|what| what.starts_with("form ")) => of_forms(old, new),
        _ => everywhere(&both.clone().collect::<Vec<_>>(), &[old_book, new_book]),
    };
    let label = both.last().map(|entry| entry.label.clone()).unwrap_or_default();
    Some(Change { id: id.to_owned(), label, what, spellings })
}

/// Returns the spellings by which the entry can be found in any document. Short names are left out,
/// because they are found only in a document that contains a full name.
fn full(entry: &Entry) -> impl Iterator<Item = String> + '_ {
    entry.forms.iter().filter(|form| form.when == Activation::Always).flat_map(|form| form.spelled.iter().cloned())
}

/// Returns all spellings of an entry whose dates, type or relations have changed, and of the other
/// entries that the changed relations affect. `states` contains the old and the new version of the
/// entry. If the entry was added or removed, `states` contains only one version.
///
/// Most relations affect only the entry that contains them. There are two exceptions. First, the
/// loader turns `capital` relations, and `part_of` relations of states, into links in the opposite
/// direction. The entry to which the relation points is therefore affected too. Second, a group
/// that consists of the members of an organisation is affected if the members change.
fn everywhere(states: &[&Entry], books: &[&Book]) -> BTreeSet<String> {
    let mut spellings: BTreeSet<String> = states.iter().flat_map(|entry| full(entry)).collect();
    let sets: Vec<BTreeSet<String>> = states.iter().map(|entry| entry.relations.iter().map(relation).collect()).collect();
    let same = |text: &String| sets.len() == 2 && sets.iter().all(|set| set.contains(text));
    let changed = || states.iter().flat_map(|entry| &entry.relations).filter(|written| !same(&relation(written)));
    let mut open: Vec<&str> =
        changed().filter(|written| ["capital", "part_of"].contains(&written.kind.as_str())).map(|written| written.of.as_str()).collect();
    if changed().any(|written| written.kind == "member") {
        let groups = states.iter().flat_map(|entry| books.iter().flat_map(|book| book.relations_to(&entry.id)));
        open.extend(groups.filter(|(_, written)| written.kind == "of").map(|(entry, _)| entry.id.as_str()));
    }
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    while let Some(id) = open.pop() {
        if !seen.insert(id) {
            continue;
        }
        for entry in books.iter().filter_map(|book| book.entry(id)) {
            spellings.extend(full(entry));
            open.extend(entry.relations.iter().filter(|relation| relation.kind == "part_of").map(|relation| relation.of.as_str()));
        }
    }
    spellings
}

/// Returns the spellings of the forms that differ between `old` and `new`. If a short name differs,
/// returns the spellings of all full names of the entry instead.
fn of_forms(old: &Entry, new: &Entry) -> BTreeSet<String> {
    let forms = |entry: &Entry| entry.forms.iter().map(form).collect::<BTreeSet<_>>();
    let (before, after) = (forms(old), forms(new));
    let differing = |entry: &Entry, other: &BTreeSet<String>| {
        entry.forms.iter().filter(|written| !other.contains(&form(written))).cloned().collect::<Vec<_>>()
    };
    let all: Vec<WrittenForm> = differing(old, &after).into_iter().chain(differing(new, &before)).collect();
    if all.iter().any(|form| form.when != Activation::Always) {
        return full(old).chain(full(new)).collect();
    }
    all.into_iter().flat_map(|form| form.spelled).collect()
}

/// Returns a string for comparing forms. Two forms have the same string if they differ only in
/// their position in the files or in the order of their spellings.
fn form(form: &WrittenForm) -> String {
    let mut form = form.clone();
    form.place = Default::default();
    form.spelled.sort();
    format!("{form:?}")
}

fn relation(relation: &WrittenRelation) -> String {
    let at = relation.at.as_ref().map(|at| format!(" at {at}")).unwrap_or_default();
    let valid = relation.valid.map(|valid| format!(" {valid}")).unwrap_or_default();
    let role = if relation.role.is_empty() { String::new() } else { format!(" {}", relation.role) };
    format!("{} {}{at}{role}{valid}", relation.kind, relation.of)
}

fn differences(old: &Entry, new: &Entry) -> Vec<String> {
    let mut what = Vec::new();
    for (name, old, new) in [
        ("type", old.kind.clone(), new.kind.clone()),
        ("name", old.label.clone(), new.label.clone()),
        (
            "valid",
            old.valid.map(|valid| valid.to_string()).unwrap_or_default(),
            new.valid.map(|valid| valid.to_string()).unwrap_or_default(),
        ),
        ("ids", format!("{:?}", old.ids), format!("{:?}", new.ids)),
    ] {
        if old != new {
            what.push(format!("{name}: {old} → {new}"));
        }
    }
    let forms = |entry: &Entry| entry.forms.iter().map(|written| (form(written), written.text.clone())).collect::<BTreeSet<_>>();
    let (before, after) = (forms(old), forms(new));
    let texts = |set: &BTreeSet<(String, String)>| set.iter().map(|(_, text)| text.clone()).collect::<BTreeSet<_>>();
    let (had, has) = (texts(&before), texts(&after));
    what.extend(has.difference(&had).map(|text| format!("form added: {text}")));
    what.extend(had.difference(&has).map(|text| format!("form removed: {text}")));
    let gone: BTreeSet<String> = before.difference(&after).map(|(_, text)| text.clone()).collect();
    what.extend(gone.intersection(&has).map(|text| format!("form changed: {text}")));
    let relations = |entry: &Entry| entry.relations.iter().map(relation).collect::<BTreeSet<_>>();
    let (before, after) = (relations(old), relations(new));
    what.extend(after.difference(&before).map(|relation| format!("relation added: {relation}")));
    what.extend(before.difference(&after).map(|relation| format!("relation removed: {relation}")));
    what
}
