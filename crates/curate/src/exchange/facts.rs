//! The facts of an imported entry other than its names: when it existed, its relations, and its identifiers in other systems. Facts that a data file cannot contain, and
//! facts that contradict a known entry, are left out with a reason.

use super::codes::Codes;
use crate::book::Book;
use chancery_data::{Entry, WrittenRelation};
use chancery_import::NameEntry;
use chancery_text::Interval;
use std::collections::{BTreeMap, BTreeSet};

/// The kinds of relations of which an entry has at most one.
const SINGLE: [&str; 3] = ["seat", "country", "of"];

/// The facts that are written for an entry.
#[derive(Debug, Default)]
pub(super) struct Facts {
    pub(super) valid: Option<String>,
    /// The ids of the other entries, by the kind of relation.
    pub(super) relations: BTreeMap<String, Vec<String>>,
    /// Pairs of a system and the identifier of the entry in this system.
    pub(super) ids: Vec<(String, String)>,
}

impl Facts {
    pub(super) fn is_empty(&self) -> bool {
        self.valid.is_none() && self.relations.is_empty() && self.ids.is_empty()
    }
}

/// Collects the facts of an imported entry that can be written, and the reasons why other facts are left out. `known` is the entry that the data already
/// contain, if any. `imported` contains the ids of all imported entries, to which relations may also refer. `sectors` contains the sectors that entries have.
pub(super) fn facts(
    (book, codes, sectors): (&Book, &Codes<'_>, &BTreeSet<&str>),
    entry: &NameEntry,
    known: Option<&Entry>,
    imported: &BTreeSet<&str>,
) -> (Facts, Vec<String>) {
    let (mut facts, mut notes) = (Facts::default(), Vec::new());
    if let Some(valid) = &entry.valid {
        match (valid.parse::<Interval>(), known.and_then(|known| known.valid)) {
            (Err(error), _) => notes.push(format!("valid = {valid} was left out: {error} (an example is 2001-06-15/..)")),
            (Ok(new), Some(old)) if new != old => notes.push(format!("valid = {valid} was left out: the entry already has valid = {old}")),
            (Ok(_), Some(_)) => {}
            (Ok(_), None) => facts.valid = Some(valid.clone()),
        }
    }
    for (kind, of) in &entry.relations {
        // The other entry may be given by its id, by the code of a state, or by a name that only one entry has.
        let named = || {
            book.identified(of).map_err(|ids| match ids.as_slice() {
                [] => "no entry has this code or name".to_owned(),
                _ => format!("several entries have this name: {}", ids.join(", ")),
            })
        };
        let is_id = imported.contains(of.as_str()) || book.entry(of).is_some();
        let found = if is_id { Ok(of.as_str()) } else { codes.state(of).map_or_else(named, Ok) };
        let stated = || known.iter().flat_map(|known| &known.relations).filter(|relation| relation.kind == *kind);
        match found {
            Err(reason) => notes.push(format!("{kind} = {of} was left out: {reason}")),
            Ok(id) if stated().any(|relation: &WrittenRelation| relation.of == id) => {}
            Ok(_) if SINGLE.contains(&kind.as_str()) && stated().next().is_some() => {
                let old: Vec<&str> = stated().map(|relation| relation.of.as_str()).collect();
                notes.push(format!("{kind} = {of} was left out: the entry already has {kind} = {}", old.join(", ")));
            }
            Ok(id) => facts.relations.entry(kind.clone()).or_default().push(id.to_owned()),
        }
    }
    for (system, id) in &entry.ids {
        match known.and_then(|known| known.ids.get(system)) {
            Some(old) if old != id => notes.push(format!("{system} = {id} was left out: the entry already has {system} = {old}")),
            Some(_) => {}
            None if system == "plover" && !sectors.contains(id.as_str()) => {
                notes.push(format!("the sector {id} was left out: no entry has it"))
            }
            None => facts.ids.push((system.clone(), id.clone())),
        }
    }
    (facts, notes)
}
