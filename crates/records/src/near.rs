//! Finds the dates and the place that follow a title ("signed in Almaty on 26 April 1994").

use crate::class::Class;
use crate::lexicon::Meaning;
use crate::view::View;
use chancery_text::{Date, DateRole, EntityClass, EntityIx, TimeExpression, TimexType};

/// The number of tokens after a title that are searched.
const REACH: usize = 24;
/// The maximum number of tokens between the title and the first cue word or date.
const FIRST: usize = 3;

/// The dates and the place after a title.
#[derive(Clone, Debug, Default)]
pub(crate) struct Near {
    pub(crate) dates: Vec<(DateRole, Date)>,
    pub(crate) place: Option<EntityIx>,
    /// The index of the token after the last date or place.
    pub(crate) end: usize,
}

/// Returns the date that a time expression denotes: a day, a month or a year. Returns `None` if the expression does not denote a single date.
pub(crate) fn date(time: &TimeExpression) -> Option<Date> {
    if !matches!(time.timex_type, TimexType::Date | TimexType::Time) {
        return None;
    }
    let value = time.value.get(..10).and_then(|day| day.parse().ok()).or_else(|| time.value.parse().ok());
    value.or_else(|| if time.begin == time.end { time.begin } else { None })
}

/// Returns the dates and the place that follow a title in the same sentence. `start` is the index of the token after the title. `general` is the role of
/// dates without a cue word. Such a date must directly follow the title; only "of" or an opening parenthesis may come between them.
pub(crate) fn after(view: &View<'_>, start: usize, general: DateRole) -> Near {
    let mut near = Near { end: start, ..Near::default() };
    let (_, limit) = view.bounds(view.sentence(start.saturating_sub(1)));
    let limit = limit.min(start + REACH);
    let mut role = None;
    let mut at = start;
    while at < limit {
        if role.is_none() && near.dates.is_empty() && at > start + FIRST {
            break;
        }
        // Dates after the next instrument belong to that instrument.
        if view.meanings(at).any(|(_, meaning)| matches!(meaning, Meaning::Instrument { .. } | Meaning::Symbol(_))) {
            break;
        }
        let cue = view.meanings(at).find_map(|(end, meaning)| match meaning {
            Meaning::Word(Class::Date(role)) => Some((end, role)),
            _ => None,
        });
        if let Some((end, found)) = cue {
            role = Some(found);
            at = end;
            continue;
        }
        if let Some((_, end, time)) = view.times(at, at + 1).next() {
            let bare = at == start || view.is(at - 1, Class::Of) && at == start + 1 || view.text(at - 1) == "(" && at == start + 1;
            let found = role.or(bare.then_some(general));
            if let (Some(date), Some(role)) = (date(time), found)
                && !near.dates.iter().any(|(known, _)| *known == role)
            {
                near.dates.push((role, date));
                near.end = end;
            }
            at = end.max(at + 1);
            continue;
        }
        if let Some(mention) = view.name_at(at) {
            let end = view.doc.tokens_of(mention).end.max(at + 1);
            let placed = matches!(view.catalog.class(mention.entity), EntityClass::City | EntityClass::Site);
            if placed && near.place.is_none() && role.is_some() && at > 0 && view.is(at - 1, Class::Where) {
                near.place = Some(mention.entity);
                near.end = end;
            }
            at = end;
            continue;
        }
        at += 1;
    }
    near.dates.sort_by_key(|(role, _)| *role);
    near
}
