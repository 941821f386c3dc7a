//! Computes TIMEX3 values (TimeML 1.2.1) from filled slots, the document's date, and the dates that the text names before the expression.

use crate::civil;
use crate::dates;
use crate::normalized::{Anchors, Normalized, Period};
use crate::periods;
use crate::rule::Normalizer;
use crate::slot::{Bag, Slot};
use crate::unit::Unit;
use chancery_text::{Date, TimexType};

/// The TIMEX3 endings for the parts of a day. The slot `part`, which counts from 1, selects one of them.
const PARTS: [&str; 6] = ["TMO", "TAF", "TEV", "TNI", "T12:00", "T24:00"];

/// Computes the value of an expression. Returns `None` if the date does not exist (31 June), or if a required slot is empty.
///
/// If the date from which a relative expression is computed is not known, most values contain `X` in place of the unknown digits (`XXXX-XX`). Expressions such
/// as "the same day" then have no value.
pub(crate) fn normalize(normalizer: Normalizer, fixed: &str, timex_type: TimexType, bag: &Bag, anchors: Anchors) -> Option<Normalized> {
    let unit = bag.get(Slot::Unit).and_then(Unit::from_number);
    let known = |(value, begin, end): (String, Date, Date)| Normalized { value, begin: Some(begin), end: Some(end), timex_type };
    let plain = |value: String| Normalized { value, begin: None, end: None, timex_type };
    let today = anchors.document.and_then(civil::day);
    match normalizer {
        Normalizer::Nothing => None,
        Normalizer::Reference => Some(plain(fixed.to_owned())),
        Normalizer::Date => dates::date(bag, anchors, timex_type),
        Normalizer::Range => dates::range(bag, anchors, timex_type),
        Normalizer::Decade => civil::decade(dates::full_decade(bag.get(Slot::Decade)?)?).map(known),
        Normalizer::Century => civil::century(bag.get(Slot::Ordinal)?).map(known),
        Normalizer::Weekday => {
            let today = today.filter(|_| anchors.document.is_some_and(|date| Unit::Day.is_known(date)));
            let Some(today) = today else { return Some(plain(format!("XXXX-WXX-{}", bag.get(Slot::Weekday)?))) };
            let weekday = bag.get(Slot::Weekday)?;
            let day = match (bag.get(Slot::Shift), unit) {
                // For example, "Tuesday of next week".
                (Some(shift), Some(Unit::Week)) => civil::weekday_of_week(today, weekday, shift)?,
                // "This Thursday" is in the week of the document's date. If that day is past and the sentence is about the future, it is in the next week.
                (Some(0), _) => {
                    let day = civil::weekday_of_week(today, weekday, 0)?;
                    if anchors.is_future() && day < today { civil::moved(day, Unit::Week, 1)? } else { day }
                }
                (Some(shift), _) => civil::weekday(today, weekday, shift, false)?,
                (None, _) => civil::weekday(today, weekday, i32::from(anchors.is_future()), true)?,
            };
            civil::around(day, Unit::Day).map(known)
        }
        Normalizer::Shift => {
            let (unit, here) = (unit?, bag.get(Slot::Shift).unwrap_or(0) == 0);
            Some(match shift(bag, unit, anchors) {
                Some(found) => known(found),
                // If only the month or year of the document's date is known, "today" cannot be resolved to a date. Its value is then a reference to the
                // present.
                None if here && unit == Unit::Day => plain("PRESENT_REF".to_owned()),
                None => plain(unknown(unit)),
            })
        }
        Normalizer::Distance => {
            let (unit, way) = (unit?, bag.get(Slot::Shift).unwrap_or(-1));
            let Some(number) = bag.get(Slot::Number) else {
                return Some(plain(if way < 0 { "PAST_REF" } else { "FUTURE_REF" }.to_owned()));
            };
            // If the text has named a quarter, "the year-ago period" is the same quarter of the previous year. "A year ago" is this quarter only if the text
            // named a quarter shortly before.
            let by_quarters =
                matches!((unit, number), (Unit::Quarter, 4)) || anchors.by_quarters && matches!((unit, number), (Unit::Year, 1));
            if let (true, -1, Some(quarter)) = (by_quarters, way, anchors.quarter) {
                return civil::around(civil::moved(civil::day(quarter.begin)?, Unit::Year, -1)?, Unit::Quarter).map(known);
            }
            let (unit, number) = match unit {
                Unit::Quarter if number % 4 == 0 => (Unit::Year, number / 4),
                Unit::Decade => (Unit::Year, number.saturating_mul(10)),
                Unit::Century => (Unit::Year, number.saturating_mul(100)),
                unit => (unit, number),
            };
            let from = anchors.document.filter(|date| unit.is_known(*date)).and_then(civil::day);
            match from.and_then(|from| civil::moved(from, unit, number.saturating_mul(way))) {
                Some(day) => civil::around(day, unit).map(known),
                None => Some(plain(unknown(unit))),
            }
        }
        Normalizer::Quarter => periods::quarter(bag, anchors, timex_type),
        Normalizer::Season => periods::season(bag, anchors, timex_type),
        Normalizer::Nth => periods::nth(bag, anchors, timex_type),
        Normalizer::Stamp => dates::date(bag, anchors, timex_type).map(|date| Normalized { value: fixed.to_uppercase(), ..date }),
        Normalizer::Duration => {
            let (unit, number) = (unit?, bag.get(Slot::Number));
            let value = if bag.get(Slot::Half).is_some() { unit.duration_and_a_half(number?) } else { unit.duration(number) };
            // "The past two months" end at the document's date. "The next two months" begin at the document's date.
            let span = || {
                let (today, shift) = (today.filter(|_| anchors.document.is_some_and(|date| unit.is_known(date)))?, bag.get(Slot::Shift)?);
                let other = civil::moved(today, unit, number?.saturating_mul(shift)).filter(|_| shift != 0 && !unit.is_below_day())?;
                Some((civil::date(today.min(other))?, civil::date(today.max(other))?))
            };
            let (begin, end) = span().unzip();
            Some(Normalized { value, begin, end, timex_type })
        }
        Normalizer::Set => Some(plain(match (bag.get(Slot::Weekday), bag.get(Slot::Month), unit) {
            (Some(weekday), _, _) => format!("XXXX-WXX-{weekday}"),
            (_, Some(month), _) => format!("XXXX-{month:02}"),
            (_, _, unit) => unit?.duration(Some(bag.get(Slot::Number).unwrap_or(1))),
        })),
        Normalizer::Part => {
            let day = if bag.get(Slot::Weekday).is_some() {
                normalize(Normalizer::Weekday, "", timex_type, bag, anchors)?
            } else if bag.get(Slot::Month).is_some() {
                dates::date(bag, anchors, timex_type)?
            } else {
                let unit = Unit::Day;
                match today.filter(|_| anchors.document.is_some_and(|date| unit.is_known(date))) {
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
            } else if bag.get(Slot::Month).is_some() {
                dates::date(bag, anchors, timex_type)?
            } else if let Some(today) = today {
                known(civil::around(today, Unit::Day)?)
            } else {
                plain("XXXX-XX-XX".to_owned())
            };
            let time = format!("{}T{hour:02}:{:02}", day.value, bag.get(Slot::Minute).unwrap_or(0));
            Some(Normalized { value: time, ..day })
        }
        Normalizer::Anaphor => {
            let unit = unit?;
            let by = bag.get(Slot::Shift).unwrap_or(0).saturating_mul(bag.get(Slot::Number).unwrap_or(1));
            let fine = |period: &Period| period.unit.number_in_order() <= unit.number_in_order();
            let last = if unit == Unit::Quarter { anchors.quarter } else { anchors.last.filter(fine) };
            // "The 1988 quarter" is the quarter that was named last, but in the year 1988. If no quarter was named before, the value is the whole year 1988.
            if let Some(year) = bag.get(Slot::Year) {
                return match last {
                    Some(period) if unit == Unit::Quarter => {
                        let day = civil::day(period.begin)?;
                        civil::around(civil::moved(day, Unit::Year, year - i32::from(period.begin.year()))?, unit).map(known)
                    }
                    _ => dates::date(bag, anchors, timex_type),
                };
            }
            let begin = match last {
                Some(period) => civil::day(period.begin)?,
                // If the text has named no quarter, "the quarter" is the last complete quarter.
                None if unit == Unit::Quarter => civil::moved(today?, unit, -1)?,
                None if unit == Unit::Day => return None,
                None => return anchors.last.map(|_| plain(unknown(unit))),
            };
            civil::around(civil::moved(begin, unit, by)?, unit).map(known)
        }
    }
}

/// Returns the value for an unknown period of the given unit. `X` replaces each digit (`XXXX-WXX` for a week).
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
    let date = anchors.document.filter(|date| unit.is_known(*date))?;
    civil::around(civil::moved(civil::day(date)?, unit, bag.get(Slot::Shift).unwrap_or(0))?, unit)
}
