//! Which entries differ between two states of the data.

use crate::book::Book;
use chancery_data::{Entry, WrittenForm, WrittenRelation};
use serde::Serialize;
use std::collections::BTreeSet;

/// An entry that differs.
#[derive(Clone, Debug, Serialize)]
pub struct Change {
    /// Its id.
    pub id: String,
    /// Its name.
    pub label: String,
    /// What differs, in words.
    pub what: Vec<String>,
    /// All spellings that the entry has in either state: a document without any of them cannot be affected.
    #[serde(skip)]
    pub(crate) spellings: BTreeSet<String>,
}

/// Lists the entries that differ.
pub(crate) fn changes(old: &Book, new: &Book) -> Vec<Change> {
    let ids: BTreeSet<&str> = old.entries().iter().chain(new.entries()).map(|entry| entry.id.as_str()).collect();
    ids.into_iter().filter_map(|id| change(id, old.entry(id), new.entry(id))).collect()
}

fn change(id: &str, old: Option<&Entry>, new: Option<&Entry>) -> Option<Change> {
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
    let spellings = both.clone().flat_map(|entry| &entry.forms).flat_map(|form| form.spelled.iter().cloned()).collect();
    let label = both.last().map(|entry| entry.label.clone()).unwrap_or_default();
    Some(Change { id: id.to_owned(), label, what, spellings })
}

/// A form without its place, and with its spellings in a fixed order.
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
        ("valid", old.valid.map(|valid| valid.to_string()).unwrap_or_default(), new.valid.map(|valid| valid.to_string()).unwrap_or_default()),
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
