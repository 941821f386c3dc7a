//! Computes TIMEX3 values (TimeML 1.2.1) from filled slots, the document's date, and the last date before the expression.

use crate::civil;
use crate::rule::Normalizer;
use crate::slot::{Bag, Slot};
use crate::unit::Unit;
use chancery_text::{Date, TimexType};

/// The dates that relative values are computed from.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Anchors {
    /// The document's date.
    pub(crate) document: Option<Date>,
    /// The last date in the text before the expression.
    pub(crate) last: Option<Date>,
    /// Whether the sentence is about the future.
    pub(crate) future: bool,
}

/// A value with the first and last day of its period; `None` for days that are not known.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Normalized {
    pub(crate) value: String,
    pub(crate) begin: Option<Date>,
    pub(crate) end: Option<Date>,
    pub(crate) timex_type: TimexType,
}

const SEASONS: [&str; 4] = ["SP", "SU", "FA", "WI"];
const PARTS: [&str; 6] = ["TMO", "TAF", "TEV", "TNI", "T12:00", "T24:00"];

/// Computes the value of an expression. Returns `None` if there is no such date (31 June), if a required slot is empty, or if a relative expression has no date to
/// start from.
pub(crate) fn normalize(normalizer: Normalizer, fixed: &str, timex_type: TimexType, bag: &Bag, anchors: Anchors) -> Option<Normalized> {
    let unit = bag.get(Slot::Unit).and_then(Unit::from_number);
    let known = |(value, begin, end): (String, Date, Date)| Normalized { value, begin: Some(begin), end: Some(end), timex_type };
    let plain = |value: String| Normalized { value, begin: None, end: None, timex_type };
    let today = anchors.document.and_then(civil::day);
    match normalizer {
        Normalizer::Nothing => None,
        Normalizer::Reference => Some(plain(fixed.to_owned())),
        Normalizer::Date => date(bag, anchors, timex_type),
        Normalizer::Range => range(bag, anchors).map(known),
        Normalizer::HalfYear => {
            let (half, year) = (bag.get(Slot::Ordinal).filter(|half| (1..=2).contains(half))?, u16::try_from(bag.get(Slot::Year)?).ok()?);
            let month = |number: i32| Date::new(year, u8::try_from(number).ok(), None);
            let (begin, end) = (month(half * 6 - 5)?, month(half * 6)?);
            Some(known((format!("{year:04}-H{half}"), begin.first_day(), end.last_day())))
        }
        Normalizer::Decade => civil::decade(bag.get(Slot::Decade)?).map(known),
        Normalizer::Century => civil::century(bag.get(Slot::Ordinal)?).map(known),
        Normalizer::Weekday => {
            let today = today.filter(|_| anchors.document.is_some_and(|date| fine_enough(date, Unit::Day)));
            let Some(today) = today else { return Some(plain(format!("XXXX-WXX-{}", bag.get(Slot::Weekday)?))) };
            let (shift, same) = match bag.get(Slot::Shift) {
                Some(shift) => (shift, shift == 0),
                None => (i32::from(anchors.future), true),
            };
            let day = civil::weekday(today, bag.get(Slot::Weekday)?, shift, same)?;
            civil::around(day, Unit::Day).map(known)
        }
        Normalizer::Shift => {
            let (unit, here) = (unit?, bag.get(Slot::Shift).unwrap_or(0) == 0);
            Some(match shift(bag, unit, anchors) {
                Some(found) => known(found),
                // If the date of the document is not known to the day, "today" is only a reference to the present.
                None if here && unit == Unit::Day => plain("PRESENT_REF".to_owned()),
                None => plain(unknown(unit)),
            })
        }
        Normalizer::Distance => {
            let (unit, way) = (unit?, bag.get(Slot::Shift).unwrap_or(-1));
            let Some(number) = bag.get(Slot::Number) else {
                return Some(plain(if way < 0 { "PAST_REF" } else { "FUTURE_REF" }.to_owned()));
            };
            let (unit, number) = match unit {
                Unit::Decade => (Unit::Year, number.saturating_mul(10)),
                Unit::Century => (Unit::Year, number.saturating_mul(100)),
                unit => (unit, number),
            };
            let from = anchors.document.filter(|date| fine_enough(*date, unit)).and_then(civil::day);
            match from.and_then(|from| civil::moved(from, unit, number.saturating_mul(way))) {
                Some(day) => civil::around(day, unit).map(known),
                None => Some(plain(unknown(unit))),
            }
        }
        Normalizer::Quarter => {
            let number = bag.get(Slot::Ordinal).filter(|number| (1..=4).contains(number))?;
            let year = match bag.get(Slot::Year) {
                Some(year) => year,
                None => {
                    let date = anchors.document?;
                    // The last quarter with this number that has begun by the document's date, or the one in the document's year if the sentence is about the
                    // future.
                    let here = date.month().map_or(4, |month| i32::from(month - 1) / 3 + 1);
                    i32::from(date.year()) - i32::from(number > here && !anchors.future) + bag.get(Slot::Shift).unwrap_or(0)
                }
            };
            let month = Date::new(u16::try_from(year).ok()?, Some((number * 3) as u8), None)?;
            civil::around(civil::day(month)?, Unit::Quarter).map(known)
        }
        Normalizer::Season => {
            let season = bag.get(Slot::Season).filter(|season| (1..=4).contains(season))?;
            let year = match (bag.get(Slot::Year), anchors.document) {
                (Some(year), _) => year,
                (None, Some(date)) => {
                    let begins = [3, 6, 9, 12][season as usize - 1];
                    let begun = date.month().is_none_or(|month| i32::from(month) >= begins);
                    i32::from(date.year())
                        + match bag.get(Slot::Shift) {
                            Some(-1) => -i32::from(!begun || date.month().is_some_and(|month| i32::from(month) < begins + 3)),
                            Some(1) => i32::from(begun),
                            _ => 0,
                        }
                }
                (None, None) => return Some(plain(format!("XXXX-{}", SEASONS[season as usize - 1]))),
            };
            Some(plain(format!("{year:04}-{}", SEASONS[season as usize - 1])))
        }
        Normalizer::Duration => Some(plain(unit?.duration(bag.get(Slot::Number)))),
        Normalizer::Set => Some(plain(match (bag.get(Slot::Weekday), bag.get(Slot::Month), unit) {
            (Some(weekday), _, _) => format!("XXXX-WXX-{weekday}"),
            (_, Some(month), _) => format!("XXXX-{month:02}"),
            (_, _, unit) => unit?.duration(Some(bag.get(Slot::Number).unwrap_or(1))),
        })),
        Normalizer::Part => {
            let day = if bag.get(Slot::Weekday).is_some() {
                normalize(Normalizer::Weekday, "", timex_type, bag, anchors)?
            } else if bag.get(Slot::Month).is_some() {
                date(bag, anchors, timex_type)?
            } else {
                let unit = Unit::Day;
                match today.filter(|_| anchors.document.is_some_and(|date| fine_enough(date, unit))) {
                    Some(today) => known(civil::around(civil::moved(today, unit, bag.get(Slot::Shift).unwrap_or(0))?, unit)?),
                    None => plain("XXXX-XX-XX".to_owned()),
                }
            };
            let part = PARTS.get(usize::try_from(bag.get(Slot::Part)? - 1).ok()?)?;
            Some(Normalized { value: format!("{}{part}", day.value), ..day })
        }
        Normalizer::Clock => {
            let hour = match (bag.get(Slot::Hour).or(bag.get(Slot::Number))?, bag.get(Slot::Half)) {
                (12, Some(0)) => 0,
                (12, Some(_)) => 12,
                (hour, Some(half)) if hour < 12 => hour + half,
                (hour, None) => hour,
                _ => return None,
            };
            let day = if bag.get(Slot::Weekday).is_some() {
                normalize(Normalizer::Weekday, "", timex_type, bag, anchors)?
            } else if bag.get(Slot::Year).is_some() {
                date(bag, anchors, timex_type)?
            } else if let Some(today) = today {
                known(civil::around(today, Unit::Day)?)
            } else {
                plain("XXXX-XX-XX".to_owned())
            };
            let time = format!("{}T{hour:02}:{:02}", day.value, bag.get(Slot::Minute).unwrap_or(0));
            Some(Normalized { value: time, ..day })
        }
        Normalizer::Anaphor => {
            let (unit, last) = (unit?, anchors.last?);
            if !fine_enough(last, unit) {
                return Some(plain(unknown(unit)));
            }
            let day = civil::moved(
                civil::day(last)?,
                unit,
                bag.get(Slot::Shift).unwrap_or(0).saturating_mul(bag.get(Slot::Number).unwrap_or(1)),
            )?;
            civil::around(day, unit).map(known)
        }
    }
}

/// Whether a date is precise enough to determine the unit (day, month, quarter and so on) that contains it.
fn fine_enough(date: Date, unit: Unit) -> bool {
    match unit {
        Unit::Year | Unit::Decade | Unit::Century => true,
        Unit::Month | Unit::Quarter => date.month().is_some(),
        _ => date.day().is_some(),
    }
}

/// The value of a day, week, month and so on that is not known.
fn unknown(unit: Unit) -> String {
    match unit {
        Unit::Week => "XXXX-WXX",
        Unit::Weekend => "XXXX-WXX-WE",
        Unit::Month => "XXXX-XX",
        Unit::Quarter => "XXXX-QX",
        Unit::Year => "XXXX",
        Unit::Decade => "XXX",
        Unit::Century => "XX",
        _ => "XXXX-XX-XX",
    }
    .to_owned()
}

fn shift(bag: &Bag, unit: Unit, anchors: Anchors) -> Option<(String, Date, Date)> {
    let date = anchors.document.filter(|date| fine_enough(*date, unit))?;
    civil::around(civil::moved(civil::day(date)?, unit, bag.get(Slot::Shift).unwrap_or(0))?, unit)
}

/// Computes a date. A missing year is derived from the document's date.
fn date(bag: &Bag, anchors: Anchors, timex_type: TimexType) -> Option<Normalized> {
    let (month, day) = (bag.get(Slot::Month), bag.get(Slot::Day));
    let year = match (bag.get(Slot::Year), anchors.document) {
        (Some(year), document) if year < 100 => Some(in_century(year, document)),
        (Some(year), _) => Some(year),
        (None, Some(document)) if bag.get(Slot::Years).is_some() => bag.get(Slot::Years).map(|years| i32::from(document.year()) + years),
        // "Last June" is unknown if only the year of the document's date is known.
        (None, Some(document)) if document.month().is_none() && bag.get(Slot::Shift).is_some_and(|shift| shift != 0) => None,
        (None, Some(document)) => Some(near(document, month, day, bag.get(Slot::Shift), anchors.future)),
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

/// How many years after the document's date a year of two digits may lie.
const AHEAD: i32 = 10;
/// The year that a document without a date is taken to be of, for years of two digits.
const PRESENT: i32 = 2020;

/// The full year of a year of two digits: the last one that is not far after the document's date.
fn in_century(year: i32, document: Option<Date>) -> i32 {
    let latest = document.map_or(PRESENT, |date| i32::from(date.year())) + AHEAD;
    latest - (latest - year).rem_euclid(100)
}

/// The year of a month or day that is given without a year: usually the document's year. It is the year before if the date would otherwise be too far after the
/// document's date, or the year after if it would be too far before. `shift` is -1 for "last", 0 for "this" and 1 for "next".
fn near(document: Date, month: Option<i32>, day: Option<i32>, shift: Option<i32>, future: bool) -> i32 {
    let year = i32::from(document.year());
    let (Some(month), Some(here)) = (month, document.month().map(i32::from)) else { return year + shift.unwrap_or(0) };
    let later = (month, day.unwrap_or(0)) > (here, document.day().filter(|_| day.is_some()).map_or(0, i32::from));
    match shift {
        Some(-1) => year - i32::from(later || month == here),
        Some(1) => year + i32::from(!later),
        Some(_) => year,
        // The month may be at most 4 months after the document's date or 9 months before it; at most 11 after or 2 before if the sentence is about the future.
        None if month - here > if future { 11 } else { 4 } => year - 1,
        None if here - month > if future { 2 } else { 9 } => year + 1,
        None => year,
    }
}

fn range(bag: &Bag, anchors: Anchors) -> Option<(String, Date, Date)> {
    let part = |slot| bag.get(slot).and_then(|number| u8::try_from(number).ok());
    let assumed = || Some(near(anchors.document?, bag.get(Slot::Month), bag.get(Slot::Day), None, anchors.future));
    let year = bag.get(Slot::Year).or(bag.get(Slot::ToYear)).or_else(assumed)?;
    let mut to_year = bag.get(Slot::ToYear).unwrap_or(year);
    // In "1990-95", the second year is in the century of the first.
    if to_year < 100 {
        to_year += year / 100 * 100;
    }
    let first = Date::new(u16::try_from(year).ok()?, part(Slot::Month), part(Slot::Day))?;
    let to_month = part(Slot::ToMonth).or(part(Slot::ToDay).and(part(Slot::Month)));
    let last = Date::new(u16::try_from(to_year).ok()?, to_month, part(Slot::ToDay))?;
    (first.first_day() <= last.last_day()).then(|| (format!("{first}/{last}"), first.first_day(), last.last_day()))
}
