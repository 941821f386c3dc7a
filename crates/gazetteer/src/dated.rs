//! Treaties, meetings and mechanisms by their time: none is named long before it is, nor with the year of another ("the Geneva Agreements of 1962").

use crate::gazetteer::{EntityRow, Gazetteer};
use chancery_phrases::Hit;
use chancery_text::{Casing, Date, Document, Gap, Interval};

/// How far a year that is told with the name of a thing may be from the time it is valid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Dated {
    /// Years before the beginning in which it is spoken of: treaties are named from their signing on, long before they are in force.
    pub before: u16,
    /// Years behind the beginning, or the end where it has one.
    pub after: u16,
}

/// First and last year that are told.
pub(crate) type Years = (u16, u16);

impl EntityRow {
    /// Whether it is too early for it at a date.
    pub(crate) fn yet_to_come(&self, date: Date) -> bool {
        let start = self.dated.and_then(|dated| Some(self.valid?.start()?.year().saturating_sub(dated.before)));
        start.is_some_and(|start| date.year() < start)
    }

    /// Whether a form that is used for it for some time only is out of use at a date.
    pub(crate) fn out_of_use(&self, name: Option<Interval>, date: Date) -> bool {
        let end = name.filter(|_| self.dated.is_some() && name != self.valid).and_then(Interval::end);
        end.is_some_and(|end| date.first_day() > end.last_day())
    }

    /// Whether these are the years of another.
    pub(crate) fn of_other_years(&self, (first, last): Years) -> bool {
        let Some((dated, valid)) = self.dated.zip(self.valid) else { return false };
        let Some(start) = valid.start() else { return false };
        last < start.year().saturating_sub(dated.before) || first > valid.end().unwrap_or(start).year() + dated.after
    }

    /// Whether it began in one of these years.
    pub(crate) fn began_in(&self, (first, last): Years) -> bool {
        let start = self.dated.and_then(|_| self.valid?.start());
        start.is_some_and(|start| (first..=last).contains(&start.year()))
    }
}

impl Gazetteer {
    /// The years that are told with a stretch, before it ("the 1954 Geneva Agreements") or behind it ("the Geneva Agreements of July 1954").
    pub(crate) fn years_told(&self, doc: &Document, candidate: &Hit) -> Option<Years> {
        let (first, end) = (candidate.first as usize, candidate.end as usize);
        let starting = |token: usize| {
            let start = doc.tokens.get(token)?.span.start();
            let at = doc.times.binary_search_by_key(&start, |time| time.span.start()).ok()?;
            years(&doc.times[at])
        };
        let behind = || {
            let lead = self.year_leads.iter().find(|phrase| self.stands(doc, phrase, end))?;
            starting(end + lead.len())
        };
        let before = || {
            let last = doc.tokens[..first].last()?.span.end();
            let next = doc.times.partition_point(|time| time.span.end() < last);
            let time = doc.times.get(next).filter(|time| time.span.end() == last)?;
            // "the 1995 NPT Review Conference": the year is that of something else.
            let goes_on = doc.tokens.get(end).is_some_and(|next| next.gap <= Gap::Line && next.capital);
            let abbreviation = doc.tokens[first..end].iter().any(|token| token.casing == Casing::Upper);
            if goes_on || abbreviation { None } else { years(time) }
        };
        behind().or_else(before)
    }
}

fn years(time: &chancery_text::TimeExpression) -> Option<Years> {
    time.begin.zip(time.end).map(|(begin, end)| (begin.year(), end.year()))
}
