//! Finds facts in the data that have expired or have not been reviewed for a long time.

use crate::book::{Book, shown};
use chancery_data::FIRST_OWN;
use chancery_data::{Entry, EntryPlace};
use chancery_text::{Date, EntityClass, Interval};
use serde::Serialize;
use std::fmt;

/// Entries that may have to be updated.
#[derive(Clone, Debug, Serialize)]
pub struct Stale {
    /// The day for which the data were checked, as YYYY-MM-DD.
    pub date: String,
    /// Offices that have no holder on the day `date`, but had one in the twenty years before. An office that has had no holder for longer than that probably
    /// no longer exists.
    pub offices: Vec<Line>,
    /// Memberships, offices, seats and capitals that have no end date although one of the two
    /// entities no longer exists.
    pub memberships: Vec<Line>,
    /// Entries that were last reviewed before the day that the caller chose, or were never
    /// reviewed.
    pub reviews: Vec<Line>,
}

/// An entry that may have to be updated.
#[derive(Clone, Debug, Serialize)]
pub struct Line {
    /// The id of the entry to change.
    pub id: String,
    /// A description of what is out of date.
    pub what: String,
    /// The file and the line that state the fact, in the form `FILE:LINE`.
    pub written: String,
    /// Whether the fact is stated in one of the user's own files.
    pub own: bool,
    /// The ids of all entries that the fact concerns, such as the office, its last holder and the state.
    pub about: Vec<String>,
    /// The day on which the fact expired, or on which the entry was last reviewed; `None` if this
    /// day is unknown.
    pub since: Option<String>,
}

fn line(entry: &Entry, place: &EntryPlace, what: String, since: Option<Date>, others: &[&str]) -> Line {
    let about = std::iter::once(entry.id.as_str()).chain(others.iter().copied()).filter(|id| !id.is_empty()).map(str::to_owned).collect();
    Line {
        id: entry.id.clone(),
        what,
        written: shown(place),
        own: place.layer >= FIRST_OWN,
        about,
        since: since.map(|date| date.to_string()),
    }
}

impl Stale {
    /// Keeps only the lines about at least one of the entries `ids`.
    pub fn only_about(&mut self, ids: &[String]) {
        self.retain(|line| line.about.iter().any(|known| ids.contains(known)));
    }

    /// Keeps only the facts that the user's own files state.
    pub fn only_own(&mut self) {
        self.retain(|line| line.own);
    }

    fn retain(&mut self, kept: impl Fn(&Line) -> bool) {
        for list in [&mut self.offices, &mut self.memberships, &mut self.reviews] {
            list.retain(&kept);
        }
    }
}

/// Lists the facts that are out of date on the day `date`, and the entries that were last reviewed
/// before the day `reviewed_before` or were never reviewed.
#[must_use]
pub fn stale(book: &Book, date: Date, reviewed_before: Date) -> Stale {
    let mut all = Stale { date: date.to_string(), offices: offices(book, date), memberships: memberships(book, date), reviews: Vec::new() };
    for entry in book.entries() {
        // Only the source in the highest layer counts, because whoever changes an entry also
        // reviews it.
        let Some(source) = entry.sources.last().filter(|source| source.place.layer >= 1) else { continue };
        match source.reviewed.parse::<Date>() {
            Ok(day) if day.last_day() >= reviewed_before.first_day() => {}
            Ok(day) => all.reviews.push(line(entry, &source.place, format!("last reviewed {day}"), Some(day), &[])),
            Err(_) => all.reviews.push(line(entry, &source.place, "no date of review".to_owned(), None, &[])),
        }
    }
    for list in [&mut all.offices, &mut all.memberships, &mut all.reviews] {
        // The most recent cases come first, because new facts are easiest to find for them.
        list.sort_by(|a, b| b.own.cmp(&a.own).then_with(|| b.since.cmp(&a.since)).then_with(|| a.id.cmp(&b.id)));
    }
    all
}

/// The number of years after which an office without a holder is no longer reported.
const OFFICE_YEARS: i32 = 20;

/// Returns the offices that had a holder in the last [`OFFICE_YEARS`] but have none on the day `date`.
fn offices(book: &Book, date: Date) -> Vec<Line> {
    let mut terms: Vec<(&str, &str, Option<Interval>, &Entry, &EntryPlace)> = Vec::new();
    // A holder whose term begins after `date` does not count.
    let begun = |valid: Option<Interval>| valid.and_then(Interval::start).is_none_or(|start| start.first_day() <= date.last_day());
    for entry in book.entries() {
        for relation in entry.relations.iter().filter(|relation| relation.kind == "office" && begun(relation.valid)) {
            let at = relation.at.as_deref().unwrap_or_default();
            terms.push((&relation.of, at, relation.valid, entry, &relation.place));
        }
    }
    // If a term has no end date, the office counts as held. Otherwise, the last holder is the one whose term began last, because the end of a term may only be
    // known as a year.
    terms.sort_by_key(|(office, at, valid, entry, _)| {
        let end = valid.and_then(|valid| valid.end());
        (*office, *at, end.is_none(), valid.and_then(Interval::start), end.map(Date::last_day), entry.id.as_str())
    });
    let mut found = Vec::new();
    for group in terms.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
        let Some((office, at, valid, holder, place)) = group.last() else { continue };
        let Some(end) = valid.and_then(|valid| valid.end()) else { continue };
        let over = |id: &str| book.entry(id).and_then(|entry| entry.valid?.end()).is_some_and(|end| end.last_day() < date.first_day());
        let long_ago = i32::from(end.year()) + OFFICE_YEARS < i32::from(date.year());
        if end.last_day() < date.first_day() && !long_ago && !over(office) && !over(at) {
            let place_name = if at.is_empty() { String::new() } else { format!(" in {}", book.label(at)) };
            let what = format!("{}{place_name}: the term of the last known holder, {}, ended {end}", book.label(office), holder.label);
            found.push(line(holder, place, what, Some(end), &[office, at]));
        }
    }
    found
}

/// Returns the memberships, offices, seats and capitals that have no end date although one of the
/// two entities no longer exists on the day `date`.
fn memberships(book: &Book, date: Date) -> Vec<Line> {
    let mut found = Vec::new();
    let end = |entry: &Entry| entry.valid.and_then(|valid| valid.end()).filter(|end| end.last_day() < date.first_day());
    for entry in book.entries() {
        for relation in &entry.relations {
            let open = relation.valid.is_some_and(|valid| valid.end().is_none());
            let Some(other) = book.entry(&relation.of).filter(|_| open) else { continue };
            let ends = [(entry, end(entry)), (other, end(other))];
            let dated = matches!(relation.kind.as_str(), "member" | "office" | "seat" | "capital")
                && !(relation.kind == "office" && other.class != EntityClass::Office);
            if let Some((gone, Some(day))) = ends.into_iter().find(|(_, end)| end.is_some()).filter(|_| dated) {
                let what = format!("the relation \"{}\" to {} has no end date, but {} ended {day}", relation.kind, other.label, gone.label);
                found.push(line(entry, &relation.place, what, Some(day), &[&relation.of, relation.at.as_deref().unwrap_or_default()]));
            }
        }
    }
    found
}

/// The maximum number of lines that are printed for each list.
const FEW: usize = 40;

impl fmt::Display for Stale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (title, list) in [
            ("offices without a known holder", &self.offices),
            ("relations that have no end date although one of their entities no longer exists", &self.memberships),
            ("entries to review", &self.reviews),
        ] {
            writeln!(f, "{title} on {}: {}", self.date, list.len())?;
            for line in list.iter().take(FEW) {
                writeln!(f, "  {}  {}   {}", line.id, line.what, line.written)?;
            }
            if list.len() > FEW {
                writeln!(f, "  and {} more; --json lists all", list.len() - FEW)?;
            }
        }
        Ok(())
    }
}
