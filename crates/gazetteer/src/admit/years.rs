//! Checks whether a name fits the document's date and the year that is next to the name in the text.

use crate::context::Context;
use crate::dated::{Years, of_other_years, out_of_use, yet_to_come};
use crate::tables::NameRow;
use chancery_phrases::Hit;
use chancery_text::{Casing, Gap, TimeExpression};

/// Returns `true` if the document's date, or the year that is next to the name, is outside the years in which a text may name the entity.
pub(super) fn out_of_time(context: &Context<'_>, name: &NameRow, hit: &Hit) -> bool {
    let entity = context.tables.entity(name.entity);
    context.doc.metadata.date.is_some_and(|date| yet_to_come(entity, date) || out_of_use(entity, name.valid, date))
        || years_given(context, hit).is_some_and(|years| of_other_years(entity, years))
}

/// Returns the first and last year (both inclusive) of the date directly before a name ("the 1954 Geneva Agreements") or after it ("the Geneva Agreements of
/// July 1954"); `None` if there is no such date. `hit` is the match of the name.
pub(crate) fn years_given(context: &Context<'_>, hit: &Hit) -> Option<Years> {
    let doc = context.doc;
    let (first, end) = (hit.first as usize, hit.end as usize);
    let starting = |token: usize| {
        let start = doc.tokens.get(token)?.span.start();
        let at = doc.times.binary_search_by_key(&start, |time| time.span.start()).ok()?;
        years(&doc.times[at])
    };
    let after = || {
        let lead = context.tables.year_leads.iter().find(|phrase| context.stands(phrase, end))?;
        starting(end + lead.len())
    };
    let before = || {
        let last = doc.tokens[..first].last()?.span.end();
        let next = doc.times.partition_point(|time| time.span.end() < last);
        let time = doc.times.get(next).filter(|time| time.span.end() == last)?;
        // In "the 1995 NPT Review Conference", the year belongs to the conference and not to the treaty.
        let goes_on = doc.tokens.get(end).is_some_and(|next| next.gap <= Gap::Line && next.capital);
        let abbreviation = doc.tokens[first..end].iter().any(|token| token.casing == Casing::Upper);
        if goes_on || abbreviation { None } else { years(time) }
    };
    after().or_else(before)
}

fn years(time: &TimeExpression) -> Option<Years> {
    time.begin.zip(time.end).map(|(begin, end)| (begin.year(), end.year()))
}
