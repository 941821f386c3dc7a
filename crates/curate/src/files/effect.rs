//! Describes how an entry changes: which forms, relations and other facts an edit adds or removes.

use crate::book::Book;
use crate::lookup::shown_form;
use chancery_data::Entry;
use std::collections::BTreeSet;

/// The facts of an entry that an edit adds or removes. Each fact is written as in a data file, such as `alias.en = Kirghizstan`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Effect {
    /// The facts that only the new entry has.
    pub added: Vec<String>,
    /// The facts that only the old entry has.
    pub removed: Vec<String>,
}

/// Compares an entry before and after an edit. `None` means that there is no such entry.
pub(super) fn effect(before: (Option<&Entry>, &Book), after: (Option<&Entry>, &Book)) -> Effect {
    let facts = |(entry, book): (Option<&Entry>, &Book)| entry.map_or_else(BTreeSet::new, |entry| facts(entry, book));
    let (old, new) = (facts(before), facts(after));
    Effect { added: new.difference(&old).cloned().collect(), removed: old.difference(&new).cloned().collect() }
}

fn facts(entry: &Entry, book: &Book) -> BTreeSet<String> {
    let mut facts = BTreeSet::from([format!("type = {}", entry.kind)]);
    facts.extend(entry.valid.map(|valid| format!("valid = {valid}")));
    facts.extend(entry.sources.iter().map(|source| format!("source = {}", source.from)));
    facts.extend(entry.ids.iter().map(|(system, id)| format!("ids.{system} = {id}")));
    for form in &entry.forms {
        let shown = shown_form(form);
        let valid = shown.valid.map(|valid| format!("valid {valid}"));
        let rivals = Some(shown.rivals.join(", ")).filter(|rivals| !rivals.is_empty()).map(|rivals| format!("rival {rivals}"));
        let conditions: Vec<String> = valid.into_iter().chain(shown.conditions).chain(rivals).collect();
        let conditions = if conditions.is_empty() { String::new() } else { format!(" ({})", conditions.join("; ")) };
        facts.extend(form.spelled.iter().map(|text| format!("{}.{} = {text}{conditions}", form.key(), form.language)));
    }
    for relation in &entry.relations {
        let mut fact = format!("{} = {} ({})", relation.kind, relation.of, book.label(&relation.of));
        if let Some(at) = &relation.at {
            fact.push_str(&format!(", at {at}"));
        }
        if !relation.role.is_empty() {
            fact.push_str(&format!(", role {}", relation.role));
        }
        if let Some(valid) = relation.valid {
            fact.push_str(&format!(", valid {valid}"));
        }
        facts.insert(fact);
    }
    facts
}
