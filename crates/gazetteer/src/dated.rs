//! Treaties, meetings and mechanisms in time: none is named long before it exists, nor with the year of another one ("the Geneva Agreements of 1962").

use crate::tables::EntityRow;
use chancery_text::{Date, EntityClass, Interval};

/// First and last year.
pub(crate) type Years = (u16, u16);

/// Whether a date is before the time in which an entity may be named.
pub(crate) fn yet_to_come(entity: &EntityRow, date: Date) -> bool {
    let start = entity.dated.and_then(|dated| Some(entity.valid?.start()?.year().saturating_sub(dated.before)));
    start.is_some_and(|start| date.year() < start)
}

/// Whether a form with a validity of its own is out of use at a date.
pub(crate) fn out_of_use(entity: &EntityRow, name: Option<Interval>, date: Date) -> bool {
    let end = name.filter(|_| entity.dated.is_some() && name != entity.valid).and_then(Interval::end);
    end.is_some_and(|end| date.first_day() > end.last_day())
}

/// Whether these are the years of another entity.
pub(crate) fn of_other_years(entity: &EntityRow, (first, last): Years) -> bool {
    let Some((dated, valid)) = entity.dated.zip(entity.valid) else { return false };
    let Some(start) = valid.start() else { return false };
    last < start.year().saturating_sub(dated.before) || first > valid.end().unwrap_or(start).year() + dated.after
}

/// Whether an entity that has limits in time began in one of these years.
pub(crate) fn began_in(entity: &EntityRow, (first, last): Years) -> bool {
    let start = entity.dated.and_then(|_| entity.valid?.start());
    start.is_some_and(|start| (first..=last).contains(&start.year()))
}

/// Whether a date lies before the beginning of a validity of an instrument, but in the years in which it may have been adopted.
pub(crate) fn adopted(entity: &EntityRow, valid: Interval, date: Date) -> bool {
    let window = entity.dated.filter(|_| entity.class == EntityClass::Instrument).zip(valid.start());
    window.is_some_and(|(dated, start)| date.first_day() <= start.last_day() && date.year() >= start.year().saturating_sub(dated.before))
}
