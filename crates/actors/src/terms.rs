//! The office that a person held at the document's date.

use crate::metonym;
use crate::view::View;
use chancery_text::{EntityIx, Relation, RelationKind};

/// An office held, and whether at the document's date.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Term {
    pub(crate) office: EntityIx,
    pub(crate) at: EntityIx,
    pub(crate) in_date: Option<bool>,
    /// Whether it ended before the document's date.
    pub(crate) past: bool,
}

impl View<'_> {
    /// The term of a person that counts: at the document's date, else the last before it; `fits` narrows the choice. Without a date
    /// they must all be at one place, and one that lasts comes before the one that ended last.
    pub(crate) fn term(&self, person: EntityIx, fits: impl Fn(&Relation) -> bool) -> Option<Term> {
        let terms: Vec<&Relation> = self.relations(person, RelationKind::Office).filter(|term| term.at.is_some() && fits(term)).collect();
        let made = |term: &Relation, in_date| Some(Term { office: term.of, at: term.at?, in_date, past: false });
        let Some(date) = self.doc.metadata.date else {
            let first = terms.first()?;
            let lasts = |term: &&&Relation| term.valid.is_none_or(|valid| valid.end().is_none());
            let end = |term: &&&Relation| term.valid.and_then(chancery_text::Interval::end).map(|end| end.last_day());
            let last = terms.iter().find(lasts).or_else(|| terms.iter().max_by_key(end))?;
            return terms.iter().all(|term| term.at == first.at).then(|| made(last, None)).flatten();
        };
        let inside =
            |term: &&&Relation, sure: bool| term.valid.map(|valid| valid.contains(date)) == Some(if sure { Some(true) } else { None });
        // Who leads a party and a government at once acts for the government.
        let governs = |term: &&&Relation| self.catalog.entity(term.of).sector == Some(metonym::GOVERNMENT);
        let held = |sure: bool| {
            let held: Vec<&&Relation> = terms.iter().filter(|term| inside(term, sure)).collect();
            held.iter().find(|term| governs(term)).or_else(|| held.first()).copied()
        };
        if let Some(term) = held(true).or_else(|| held(false)) {
            return made(term, term.valid.and_then(|valid| valid.contains(date)));
        }
        let end = |term: &&&Relation| term.valid.and_then(chancery_text::Interval::end).filter(|end| end.last_day() < date.first_day());
        let last = terms.iter().filter(|term| end(term).is_some()).max_by_key(|term| end(term).map(|end| end.last_day()));
        // Who comes to office later is nobody's actor yet.
        let term = last.or_else(|| terms.iter().find(|term| term.valid.is_none()))?;
        made(term, term.valid.map(|_| false)).map(|made| Term { past: end(&term).is_some(), ..made })
    }
}
