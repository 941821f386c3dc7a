//! Date limits of treaties, meetings and mechanisms. Texts do not name these entities long before they exist. If a text gives a year with the name ("the Geneva
//! Agreements of 1962"), and the year does not fit the entity, the name refers to a different entity.

use crate::tables::{EntityRow, Tables};
use chancery_text::{Date, EntityClass, Interval};

/// The first and the last year of a period, both inclusive.
pub(crate) type Years = (u16, u16);

/// Returns `true` if a date is before the first year in which an entity may be mentioned. Returns `false` for entities without date limits.
pub(crate) fn yet_to_come(entity: &EntityRow, date: Date) -> bool {
    let start = entity.dated.and_then(|dated| Some(entity.valid?.start()?.year().saturating_sub(dated.before)));
    start.is_some_and(|start| date.year() < start)
}

/// Returns `true` if a name was no longer in use at `date`. `name` is the period of validity of the name. Only a name whose period differs from the period of the
/// entity can be out of use. Returns `false` for entities without date limits.
pub(crate) fn out_of_use(entity: &EntityRow, name: Option<Interval>, date: Date) -> bool {
    let end = name.filter(|_| entity.dated.is_some() && name != entity.valid).and_then(Interval::end);
    end.is_some_and(|end| date.first_day() > end.last_day())
}

/// Returns `true` if the years that the text gives with a name do not fit the entity, so that the name refers to a different entity. The text gives the years
/// from `first` to `last`. They do not fit if all of them are outside the period in which the entity may be mentioned.
pub(crate) fn of_other_years(entity: &EntityRow, (first, last): Years) -> bool {
    let Some((dated, valid)) = entity.dated.zip(entity.valid) else { return false };
    let Some(start) = valid.start() else { return false };
    last < start.year().saturating_sub(dated.before) || first > valid.end().unwrap_or(start).year() + dated.after
}

/// Returns `true` if the period of validity of an entity began in one of the years from `first` to `last`, which the text gives with the name. Returns `false` for
/// entities without date limits.
pub(crate) fn began_in(entity: &EntityRow, (first, last): Years) -> bool {
    let start = entity.dated.and_then(|_| entity.valid?.start());
    start.is_some_and(|start| (first..=last).contains(&start.year()))
}

/// Returns `true` if `date` is within the period of validity of a name. Returns `None` if the period is unknown, or if the date is a year or month that is only
/// partly within the period. A name without a period is valid at every date if its entity is permanent.
///
/// The validity of an instrument begins with its entry into force, but documents name it as soon as it is adopted. For an instrument, the result is therefore
/// also `Some(true)` if the date is earlier by at most the number of years in [`Dated::before`](crate::Dated).
pub(crate) fn in_date(tables: &Tables, name: u32, date: Date) -> Option<bool> {
    let row = tables.name(name);
    let entity = tables.entity(row.entity);
    let Some(valid) = row.valid else { return entity.permanent.then_some(true) };
    let inside = valid.contains(date);
    if inside != Some(true) && adopted(entity, valid, date) { Some(true) } else { inside }
}

/// Returns `true` if an instrument may already have been adopted at `date`, although its period of validity (`valid`) had not yet begun. Returns `false` for other
/// entities.
fn adopted(entity: &EntityRow, valid: Interval, date: Date) -> bool {
    let window = entity.dated.filter(|_| entity.class == EntityClass::Instrument).zip(valid.start());
    window.is_some_and(|(dated, start)| date.first_day() <= start.last_day() && date.year() >= start.year().saturating_sub(dated.before))
}
