//! Date limits of treaties, meetings and mechanisms. Texts do not name these entities long before they exist. If a year next to the name does not
//! fit the entity ("the Geneva Agreements of 1962"), the name refers to a different entity.

use crate::tables::{EntityRow, Tables};
use chancery_text::{Date, EntityClass, Interval};

/// The first and the last year of a period, both inclusive.
pub(crate) type Years = (u16, u16);

/// Returns `true` if a date is before the first year in which documents may mention an entity. Returns `false` for entities without date limits.
pub(crate) fn yet_to_come(entity: &EntityRow, date: Date) -> bool {
    let start = entity.dated.and_then(|dated| Some(entity.valid?.start()?.year().saturating_sub(dated.before)));
    start.is_some_and(|start| date.year() < start)
}

/// Returns `true` if a name was no longer in use at `date`. `name` is the period of validity of the name. If it equals the period of the entity, the name never
/// goes out of use. Returns `false` for entities without date limits.
pub(crate) fn out_of_use(entity: &EntityRow, name: Option<Interval>, date: Date) -> bool {
    let end = name.filter(|_| entity.dated.is_some() && name != entity.valid).and_then(Interval::end);
    end.is_some_and(|end| date.first_day() > end.last_day())
}

/// Returns `true` if all years from `first` to `last` are outside the date limits of an entity. These are the years of the date that is next to a name in the
/// text. If the function returns `true`, the name refers to a different entity.
pub(crate) fn of_other_years(entity: &EntityRow, (first, last): Years) -> bool {
    let Some((dated, valid)) = entity.dated.zip(entity.valid) else { return false };
    let Some(start) = valid.start() else { return false };
    last < start.year().saturating_sub(dated.before) || first > valid.end().unwrap_or(start).year() + dated.after
}

/// Returns `true` if the period of validity of an entity began in one of the years from `first` to `last`. These are the years of the date that is next to a
/// name in the text. Returns `false` for entities without date limits.
pub(crate) fn began_in(entity: &EntityRow, (first, last): Years) -> bool {
    let start = entity.dated.and_then(|_| entity.valid?.start());
    start.is_some_and(|start| (first..=last).contains(&start.year()))
}

/// Tells whether a name is valid at `date`. Returns `None` if the period of validity of the name is unknown, or if `date` is a year or month that is only
/// partly within this period. A name without a period is valid at every date if its entity is permanent.
///
/// Documents name a treaty or other instrument as soon as it is adopted, but its period of validity begins only when it enters into force. The name of an
/// instrument is therefore already valid in the last years before this period. [`Dated::before`](crate::Dated) is the number of these years.
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
