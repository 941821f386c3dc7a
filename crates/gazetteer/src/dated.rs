//! Date limits of treaties, meetings and mechanisms. Texts do not name them long before they exist, or with the year of another one ("the Geneva Agreements of
//! 1962").

use crate::tables::EntityRow;
use chancery_text::{Date, EntityClass, Interval};

/// First and last year, both included.
pub(crate) type Years = (u16, u16);

/// Returns true if a date is before the first year in which an entity may be named.
pub(crate) fn yet_to_come(entity: &EntityRow, date: Date) -> bool {
    let start = entity.dated.and_then(|dated| Some(entity.valid?.start()?.year().saturating_sub(dated.before)));
    start.is_some_and(|start| date.year() < start)
}

/// Returns true if a name was no longer in use at a date. `name` is its validity, which counts only if it differs from that of the entity. Always false for entities
/// without date limits.
pub(crate) fn out_of_use(entity: &EntityRow, name: Option<Interval>, date: Date) -> bool {
    let end = name.filter(|_| entity.dated.is_some() && name != entity.valid).and_then(Interval::end);
    end.is_some_and(|end| date.first_day() > end.last_day())
}

/// Returns true if the years given with a name lie outside the years in which the entity may be named. The name then refers to another entity.
pub(crate) fn of_other_years(entity: &EntityRow, (first, last): Years) -> bool {
    let Some((dated, valid)) = entity.dated.zip(entity.valid) else { return false };
    let Some(start) = valid.start() else { return false };
    last < start.year().saturating_sub(dated.before) || first > valid.end().unwrap_or(start).year() + dated.after
}

/// Returns true if an entity began in one of these years. Always false for entities without date limits.
pub(crate) fn began_in(entity: &EntityRow, (first, last): Years) -> bool {
    let start = entity.dated.and_then(|_| entity.valid?.start());
    start.is_some_and(|start| (first..=last).contains(&start.year()))
}

/// Returns true if a date is before the validity of an instrument, but within the years in which it may have been adopted. Always false for other entities.
pub(crate) fn adopted(entity: &EntityRow, valid: Interval, date: Date) -> bool {
    let window = entity.dated.filter(|_| entity.class == EntityClass::Instrument).zip(valid.start());
    window.is_some_and(|(dated, start)| date.first_day() <= start.last_day() && date.year() >= start.year().saturating_sub(dated.before))
}
