//! Computes dates and ranges of dates from the year, month and day in the text. A missing year is derived from the document's date. A [`Bag`] contains the
//! values of the slots (year, month and so on) that the pattern filled.

use crate::civil;
use crate::normalized::{Anchors, Normalized, Tense};
use crate::slot::{Bag, Slot};
use crate::unit::Unit;
use chancery_text::{Date, TimexType};

/// Computes a date from the year, month and day in `bag`. A missing year is derived from the document's date. If the document has no date either, the value has
/// the form `XXXX-06-15`. Returns `None` if the date does not exist, or if neither the year nor the month is known.
pub(crate) fn date(bag: &Bag, anchors: Anchors, timex_type: TimexType) -> Option<Normalized> {
    let (month, day) = (bag.get(Slot::Month), bag.get(Slot::Day));
    if let (None, Some(day), Some(Unit::Month)) = (month, day, bag.get(Slot::Unit).and_then(Unit::from_number)) {
        return day_of_month(day, bag.get(Slot::Shift).unwrap_or(0), anchors, timex_type);
    }
    let year = match (bag.get(Slot::Year), anchors.document) {
        (Some(year), _) => Some(year),
        (None, Some(document)) if bag.get(Slot::Years).is_some() => bag.get(Slot::Years).map(|years| i32::from(document.year()) + years),
        // "Last June" cannot be resolved if only the year of the document's date is known.
        (None, Some(document)) if document.month().is_none() && bag.get(Slot::Shift).is_some_and(|shift| shift != 0) => None,
        (None, Some(document)) => Some(near(document, month, day, bag.get(Slot::Shift), anchors.tense)),
        (None, None) => None,
    };
    let Some(year) = year else {
        let month = month?;
        let _exists = Date::new(2000, Some(u8::try_from(month).ok()?), day.map(|day| day as u8))?;
        let value = day.map_or_else(|| format!("XXXX-{month:02}"), |day| format!("XXXX-{month:02}-{day:02}"));
        return Some(Normalized { value, begin: None, end: None, timex_type });
    };
    let date = Date::new(u16::try_from(year).ok()?, month.map(|month| month as u8), day.map(|day| day as u8))?;
    Some(Normalized { value: date.to_string(), begin: Some(date.first_day()), end: Some(date.last_day()), timex_type })
}

/// Returns the year of a month or day for which the text gives no year. `shift` determines which year is chosen:
///
/// - -1 ("last June"): the year of the last such month before the document's month.
/// - 0 ("this June"): the document's year.
/// - 1 ("next June"): the year of the first such month or day after the document's date.
/// - `None` ("June"): the previous year if the month is more than 4 months after the document's month, the next year if it is more than 8 months before, and
///   otherwise the document's year. In a sentence about the past, these limits are 4 and 11 months; in a sentence about the future, they are 11 and 2 months.
///
/// If the text or the document's date gives no month, returns the document's year plus `shift`.
pub(crate) fn near(document: Date, month: Option<i32>, day: Option<i32>, shift: Option<i32>, tense: Tense) -> i32 {
    let year = i32::from(document.year());
    let (Some(month), Some(here)) = (month, document.month().map(i32::from)) else { return year + shift.unwrap_or(0) };
    let later = (month, day.unwrap_or(0)) > (here, document.day().filter(|_| day.is_some()).map_or(0, i32::from));
    match shift {
        Some(-1) => year - i32::from(later || month == here),
        Some(1) => year + i32::from(!later),
        Some(_) => year,
        None => {
            let (ahead, behind) = match tense {
                Tense::Past => (4, 11),
                Tense::Unknown => (4, 8),
                Tense::Future => (11, 2),
            };
            year - i32::from(month - here > ahead) + i32::from(here - month > behind)
        }
    }
}

/// Computes the day with the number `day` in the month that is `shift` months after the document's month ("the 12th of this month"). If the document's month is
/// unknown, the value has the form `XXXX-XX-12`.
fn day_of_month(day: i32, shift: i32, anchors: Anchors, timex_type: TimexType) -> Option<Normalized> {
    let month = anchors.document.filter(|date| date.month().is_some()).and_then(civil::day);
    let Some(month) = month.and_then(|here| civil::date(civil::moved(here.first_of_month(), Unit::Month, shift)?)) else {
        return Some(Normalized { value: format!("XXXX-XX-{day:02}"), begin: None, end: None, timex_type });
    };
    let date = Date::new(month.year(), month.month(), u8::try_from(day).ok())?;
    Some(Normalized { value: date.to_string(), begin: Some(date), end: Some(date), timex_type })
}

/// Returns the full year for a year that is written with two digits. The result is in the range from 80 years before to 19 years after the document's year. If
/// the document has no date, the range is 1930 to 2029.
pub(crate) fn full_year(short: i32, document: Option<Date>) -> i32 {
    let latest = document.map_or(2029, |date| i32::from(date.year()) + 19);
    latest - (latest - short).rem_euclid(100)
}

/// Computes a range of dates from the years, months and days in `bag`. A missing year is derived from the document's date. Returns `None` if a date is
/// incomplete or does not exist, or if the range ends before it begins.
pub(crate) fn range(bag: &Bag, anchors: Anchors, timex_type: TimexType) -> Option<Normalized> {
    let part = |slot| bag.get(slot).and_then(|number| u8::try_from(number).ok());
    let given = bag.get(Slot::Year).or(bag.get(Slot::ToYear));
    let near_document = || Some(near(anchors.document?, bag.get(Slot::Month), bag.get(Slot::Day), bag.get(Slot::Shift), anchors.tense));
    let to_month = part(Slot::ToMonth).or(part(Slot::ToDay).and(part(Slot::Month)));
    let Some(year) = given.or_else(near_document) else {
        let (month, day, to_day) = (part(Slot::Month)?, part(Slot::Day)?, part(Slot::ToDay)?);
        let (first, last) = (Date::new(2000, Some(month), Some(day))?, Date::new(2000, to_month, Some(to_day))?);
        let value = format!("XXXX-{month:02}-{day:02}/XXXX-{:02}-{to_day:02}", last.month()?);
        return (first < last).then_some(Normalized { value, begin: None, end: None, timex_type });
    };
    let mut to_year = bag.get(Slot::ToYear).unwrap_or(year);
    // In "1990-95", the second year belongs to the same century as the first.
    if to_year < 100 {
        to_year += year / 100 * 100;
    }
    let first = Date::new(u16::try_from(year).ok()?, part(Slot::Month), part(Slot::Day))?;
    let last = Date::new(u16::try_from(to_year).ok()?, to_month, part(Slot::ToDay))?;
    (first.first_day() <= last.last_day()).then(|| Normalized {
        value: format!("{first}/{last}"),
        begin: Some(first.first_day()),
        end: Some(last.last_day()),
        timex_type,
    })
}

/// Returns the first year of a decade, which is given as a full year (`1980`) or as two digits (`80`). Two digits stand for a year between 1920 and 2019.
/// Returns `None` if `decade` is not a multiple of 10.
pub(crate) fn full_decade(decade: i32) -> Option<i32> {
    let full = match decade {
        0..20 => 2000 + decade,
        20..100 => 1900 + decade,
        _ => decade,
    };
    (decade % 10 == 0).then_some(full)
}
