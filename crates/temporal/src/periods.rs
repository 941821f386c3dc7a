//! Computes quarters, halves and seasons of years, and days that are counted within a period. A [`Bag`] contains the values of the slots (year, month and so
//! on) that the pattern filled.

use crate::civil;
use crate::dates::{self, near};
use crate::normalized::{Anchors, Normalized};
use crate::slot::{Bag, Slot};
use crate::unit::Unit;
use chancery_text::{Date, TimexType};

/// The TIMEX3 codes of the seasons. The slot `season`, which counts from 1 (spring), selects one of them.
const SEASONS: [&str; 4] = ["SP", "SU", "FA", "WI"];

/// Computes a quarter of a year. If the slot `unit` contains the unit `half`, computes a half of a year. Returns `None` if there is no quarter or half with the
/// number in the slot `ordinal`.
pub(crate) fn quarter(bag: &Bag, anchors: Anchors, timex_type: TimexType) -> Option<Normalized> {
    let half = bag.get(Slot::Unit).and_then(Unit::from_number) == Some(Unit::Half);
    let (unit, parts, months) = if half { (Unit::Half, 2, 6) } else { (Unit::Quarter, 4, 3) };
    let number = bag.get(Slot::Ordinal).filter(|number| (1..=parts).contains(number))?;
    let year = match (bag.get(Slot::Year), anchors.document) {
        (Some(year), _) => year,
        (None, Some(date)) => match bag.get(Slot::Shift).or(bag.get(Slot::Years)) {
            Some(shift) => i32::from(date.year()).saturating_add(shift),
            // The text gives no year. Take the last quarter (or half) with this number that began on or before the document's date. In a sentence about the
            // future, take the one in the document's year.
            None => {
                let here = date.month().map_or(parts, |month| i32::from(month - 1) / months + 1);
                i32::from(date.year()) - i32::from(number > here && !anchors.is_future())
            }
        },
        (None, None) => {
            let value = format!("XXXX-{}{number}", if half { 'H' } else { 'Q' });
            return Some(Normalized { value, begin: None, end: None, timex_type });
        }
    };
    let month = Date::new(u16::try_from(year).ok()?, Some((number * months) as u8), None)?;
    let (value, begin, end) = civil::around(civil::day(month)?, unit)?;
    Some(Normalized { value, begin: Some(begin), end: Some(end), timex_type })
}

/// Computes a season of a year. The winter of a year begins in December of that year.
pub(crate) fn season(bag: &Bag, anchors: Anchors, timex_type: TimexType) -> Option<Normalized> {
    let season = bag.get(Slot::Season).filter(|season| (1..=4).contains(season))?;
    let name = SEASONS[season as usize - 1];
    let begins = [3, 6, 9, 12][season as usize - 1];
    let year = match (bag.get(Slot::Year), anchors.document) {
        (Some(year), _) => year,
        (None, Some(date)) => {
            let begun = date.month().is_none_or(|month| i32::from(month) >= begins);
            let by = match bag.get(Slot::Shift).or(bag.get(Slot::Years)) {
                Some(-1) if bag.get(Slot::Years).is_none() => {
                    -i32::from(!begun || date.month().is_some_and(|month| i32::from(month) < begins + 3))
                }
                Some(1) if bag.get(Slot::Years).is_none() => i32::from(begun),
                _ => bag.get(Slot::Years).unwrap_or(0),
            };
            i32::from(date.year()).saturating_add(by)
        }
        (None, None) => return Some(Normalized { value: format!("XXXX-{name}"), begin: None, end: None, timex_type }),
    };
    let begin = Date::new(u16::try_from(year).ok()?, Some(begins as u8), None)?;
    let end = civil::moved(civil::day(begin)?, Unit::Month, 2).and_then(civil::date);
    let end = end.and_then(|day| Date::new(day.year(), day.month(), None)).map(Date::last_day);
    Some(Normalized { value: format!("{year:04}-{name}"), begin: Some(begin.first_day()), end, timex_type })
}

/// Computes a day that is counted within a period such as a month or year. The slot `ordinal` contains the number of the day; a negative number counts from the
/// end. If the slot `weekday` is filled, only days that fall on this day of the week are counted. Returns `None` if the day is outside the period, or if the
/// period is unknown.
pub(crate) fn nth(bag: &Bag, anchors: Anchors, timex_type: TimexType) -> Option<Normalized> {
    let number = bag.get(Slot::Ordinal).filter(|number| *number != 0)?;
    let (first, last) = match (bag.get(Slot::Month), bag.get(Slot::Year), bag.get(Slot::Unit).and_then(Unit::from_number)) {
        (Some(_), _, _) | (_, Some(_), _) => {
            let period = dates::date(&without_day(bag, anchors)?, anchors, timex_type)?;
            (period.begin?, period.end?)
        }
        (None, None, Some(unit)) => {
            let here = civil::day(anchors.document.filter(|date| unit.is_known(*date))?)?;
            let (_, begin, end) = civil::around(civil::moved(here, unit, bag.get(Slot::Shift).unwrap_or(0))?, unit)?;
            (begin, end)
        }
        _ => return None,
    };
    let (first, last) = (civil::day(first)?, civil::day(last)?);
    let day = match bag.get(Slot::Weekday) {
        Some(weekday) => civil::nth_weekday(first, last, weekday, number)?,
        None if number > 0 => civil::moved(first, Unit::Day, number - 1)?,
        None => civil::moved(last, Unit::Day, number + 1)?,
    };
    let day = civil::date(day.clamp(first, last)).filter(|_| first <= day && day <= last)?;
    Some(Normalized { value: day.to_string(), begin: Some(day), end: Some(day), timex_type })
}

/// Returns the month or year within which a day is counted: a copy of `bag` that has only the slots `month` (if it is filled) and `year`. A missing year is
/// derived from the document's date. Returns `None` if both the year and the document's date are missing.
fn without_day(bag: &Bag, anchors: Anchors) -> Option<Bag> {
    let mut period = Bag::default();
    if let Some(month) = bag.get(Slot::Month) {
        period.set(Slot::Month, month);
    }
    let year =
        bag.get(Slot::Year).or_else(|| Some(near(anchors.document?, bag.get(Slot::Month), None, bag.get(Slot::Shift), anchors.tense)))?;
    period.set(Slot::Year, year);
    Some(period)
}
