//! The office that a person held at the document's date.

use crate::view::View;
use chancery_text::{EntityClass, EntityIx, Relation, RelationKind};

/// A term of office, and how it relates to the document's date.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Term {
    /// The office.
    pub(crate) office: EntityIx,
    /// The state or organisation to which the office belongs.
    pub(crate) at: EntityIx,
    /// Whether the document's date falls within the term. `None` if this cannot be determined, for example because the document or the term has no dates.
    pub(crate) in_date: Option<bool>,
    /// Whether the term ended before the document's date.
    pub(crate) past: bool,
}

impl View<'_> {
    /// Returns the term that a person was serving at the document's date. If there is none, returns the last term that ended before this date or, if there
    /// is no such term either, a term without dates. Only terms for which `fits` returns true are considered.
    ///
    /// If the document has no date, returns a term without an end or, if there is none, the term that ended last. In this case, all terms must belong to the
    /// same state or organisation; otherwise, the result is `None`.
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
        // A person who leads both a party and a government is assumed to act for the government.
        let governs = |term: &&&Relation| self.catalog.entity(term.of).sector == Some(self.tables.government_sector.as_str());
        let held = |sure: bool| {
            let held: Vec<&&Relation> = terms.iter().filter(|term| inside(term, sure)).collect();
            held.iter().find(|term| governs(term)).or_else(|| held.first()).copied()
        };
        if let Some(term) = held(true).or_else(|| held(false)) {
            return made(term, term.valid.and_then(|valid| valid.contains(date)));
        }
        let end = |term: &&&Relation| term.valid.and_then(chancery_text::Interval::end).filter(|end| end.last_day() < date.first_day());
        let last = terms.iter().filter(|term| end(term).is_some()).max_by_key(|term| end(term).map(|end| end.last_day()));
        // Terms that begin after the document's date are not considered. A term without dates is the last choice.
        let term = last.or_else(|| terms.iter().find(|term| term.valid.is_none()))?;
        made(term, term.valid.map(|_| false)).map(|made| Term { past: end(&term).is_some(), ..made })
    }

    /// Returns the person's first term of office that is at an organisation and for which `fits` returns true. The dates of the terms are ignored. This
    /// method is used if the text itself names the office.
    pub(crate) fn named_term(&self, person: EntityIx, fits: impl Fn(&Relation) -> bool) -> Option<Term> {
        let at_organisation = |term: &&Relation| term.at.is_some_and(|at| self.catalog.class(at) == EntityClass::Organisation);
        let term = self.relations(person, RelationKind::Office).filter(at_organisation).find(|term| fits(term))?;
        let in_date = self.doc.metadata.date.zip(term.valid).and_then(|(date, valid)| valid.contains(date));
        Some(Term { office: term.of, at: term.at?, in_date, past: false })
    }
}
