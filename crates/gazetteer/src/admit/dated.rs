//! Treaties, meetings and mechanisms in time: none is named long before it exists, nor with the year of another one ("the Geneva Agreements of 1962").

use crate::context::Context;
use crate::tables::{EntityRow, NameRow};
use chancery_phrases::Hit;
use chancery_text::{Casing, Date, Gap, Interval, TimeExpression};

/// First and last year.
pub(crate) type Years = (u16, u16);

/// Whether the document's date, or the year given with the name, is outside the time of a name's entity.
pub(super) fn out_of_time(context: &Context<'_>, name: &NameRow, hit: &Hit) -> bool {
    let entity = context.tables.entity(name.entity);
    context.doc.metadata.date.is_some_and(|date| yet_to_come(entity, date) || out_of_use(entity, name.valid, date))
        || years_given(context, hit).is_some_and(|years| of_other_years(entity, years))
}

/// Whether a date is before the time in which an entity may be named.
fn yet_to_come(entity: &EntityRow, date: Date) -> bool {
    let start = entity.dated.and_then(|dated| Some(entity.valid?.start()?.year().saturating_sub(dated.before)));
    start.is_some_and(|start| date.year() < start)
}

/// Whether a form with a validity of its own is out of use at a date.
fn out_of_use(entity: &EntityRow, name: Option<Interval>, date: Date) -> bool {
    let end = name.filter(|_| entity.dated.is_some() && name != entity.valid).and_then(Interval::end);
    end.is_some_and(|end| date.first_day() > end.last_day())
}

/// Whether these are the years of another entity.
fn of_other_years(entity: &EntityRow, (first, last): Years) -> bool {
    let Some((dated, valid)) = entity.dated.zip(entity.valid) else { return false };
    let Some(start) = valid.start() else { return false };
    last < start.year().saturating_sub(dated.before) || first > valid.end().unwrap_or(start).year() + dated.after
}

/// Whether an entity that has limits in time began in one of these years.
pub(crate) fn began_in(entity: &EntityRow, (first, last): Years) -> bool {
    let start = entity.dated.and_then(|_| entity.valid?.start());
    start.is_some_and(|start| (first..=last).contains(&start.year()))
}

/// The years given with a hit, before it ("the 1954 Geneva Agreements") or after it ("the Geneva Agreements of July 1954").
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
        // "the 1995 NPT Review Conference": the year belongs to the conference.
        let goes_on = doc.tokens.get(end).is_some_and(|next| next.gap <= Gap::Line && next.capital);
        let abbreviation = doc.tokens[first..end].iter().any(|token| token.casing == Casing::Upper);
        if goes_on || abbreviation { None } else { years(time) }
    };
    after().or_else(before)
}

fn years(time: &TimeExpression) -> Option<Years> {
    time.begin.zip(time.end).map(|(begin, end)| (begin.year(), end.year()))
}
