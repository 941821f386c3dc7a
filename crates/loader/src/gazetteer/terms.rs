//! Finds terms of office that overlap: two persons who hold the same office in the same place at the same time, or one person who holds it twice.

use super::raw::{RawEntry, RawRelation};
use crate::codes::Code;
use crate::diagnostic::Diagnostics;
use crate::files::File;
use crate::placement::FIRST_OWN;
use chancery_text::{Date, Interval};
use std::collections::{BTreeMap, BTreeSet};

/// A term of office, with the entry of its holder.
type Term<'e> = (&'e RawEntry, &'e RawRelation);

/// Warns about each term of office in the user's files that overlaps another term of the same office. Terms without dates are not compared. Two terms overlap only
/// if they certainly share a day: a term that ends in 2020 and one that begins in 2020 need not overlap. A term with a role, such as
/// `role = "joint"`, may overlap others.
pub(super) fn check(files: &[File], entries: &[RawEntry], diagnostics: &mut Diagnostics) {
    let mut terms: BTreeMap<(&str, &str), Vec<Term<'_>>> = BTreeMap::new();
    for entry in entries {
        for relation in entry.relations.iter().filter(|relation| relation.kind == "office" && relation.valid.is_some()) {
            terms.entry((&relation.of, relation.held_at.as_deref().unwrap_or_default())).or_default().push((entry, relation));
        }
    }
    without_place(entries, diagnostics);
    for terms in terms.values() {
        for (entry, relation) in terms.iter().filter(|(_, relation)| relation.layer >= FIRST_OWN && relation.role.is_empty()) {
            let others = terms.iter().filter(|(_, known)| !std::ptr::eq(*known, *relation) && known.role.is_empty());
            for (other, known) in others.filter(|(_, known)| overlap(relation.valid, known.valid)) {
                // Of two terms in the user's files, only the second one is reported.
                if known.layer >= FIRST_OWN && (known.layer, known.at) > (relation.layer, relation.at) {
                    continue;
                }
                let at = relation.held_at.as_ref().map(|at| format!(" in {at}")).unwrap_or_default();
                let term = known.valid.map(|valid| valid.to_string()).unwrap_or_default();
                let file = files.get(known.at.file as usize);
                let written = file.map(|file| format!("{}:{}", file.path, file.line(known.at.byte))).unwrap_or_default();
                let (message, help) = if other.id == entry.id {
                    (
                        format!("{} holds {}{at} twice at the same time (also {term}, {written})", entry.id, relation.of),
                        "correct or remove one of the two terms",
                    )
                } else {
                    (
                        format!("{} holds {}{at} while {} also holds it ({term}, {written})", entry.id, relation.of, other.id),
                        "correct the dates of one of the two terms; if both persons hold the office together, add role = \"joint\" to the term",
                    )
                };
                diagnostics.add(Code::OverlappingTerms, relation.at, message, help);
            }
        }
    }
}

/// Warns about each term of office in the user's files that does not say where the office is held, although other terms of the same office do ("president").
fn without_place(entries: &[RawEntry], diagnostics: &mut Diagnostics) {
    let terms = || {
        entries.iter().flat_map(|entry| entry.relations.iter().filter(|relation| relation.kind == "office").map(move |term| (entry, term)))
    };
    let placed: BTreeSet<&str> = terms().filter(|(_, term)| term.held_at.is_some()).map(|(_, term)| term.of.as_str()).collect();
    let own = terms().filter(|(_, term)| term.layer >= FIRST_OWN && term.held_at.is_none());
    for (entry, term) in own.filter(|(_, term)| placed.contains(term.of.as_str())) {
        diagnostics.add(
            Code::TermWithoutPlace,
            term.at,
            format!("the term of {} as {} does not say in which state or body", entry.id, term.of),
            "add the state or body to the term, for example at = \"state.kz\"",
        );
    }
}

/// Returns `true` if two periods certainly have a day in common. Open starts and ends extend without limit.
fn overlap(one: Option<Interval>, other: Option<Interval>) -> bool {
    let (Some(one), Some(other)) = (one, other) else { return false };
    // A date such as "2020" may stand for any day of the year.
    let before = |start: Option<Date>, end: Option<Date>| match (start, end) {
        (Some(start), Some(end)) => start.last_day() < end.first_day(),
        _ => true,
    };
    before(one.start(), other.end()) && before(other.start(), one.end())
}
