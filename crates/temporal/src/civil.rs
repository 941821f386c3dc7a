//! Calendar arithmetic with days, weeks, quarters, decades and centuries, based on the crate `jiff`.

use crate::unit::Unit;
use chancery_text::Date;
use jiff::{Span, civil};

/// Converts a date to a date of `jiff`. A year or month is converted to its first day.
pub(crate) fn day(date: Date) -> Option<civil::Date> {
    let first = date.first_day();
    civil::Date::new(i16::try_from(first.year()).ok()?, first.month()? as i8, first.day()? as i8).ok()
}

/// Converts a date of `jiff` to a [`Date`].
pub(crate) fn date(day: civil::Date) -> Option<Date> {
    Date::new(u16::try_from(day.year()).ok()?, Some(day.month() as u8), Some(day.day() as u8))
}

/// Returns the day that is `by` units after `day`, or before `day` if `by` is negative; `None` if the result is outside the calendar's range. If the resulting
/// month has no such day, the result is the last day of the month. For units shorter than a day, returns `day`.
pub(crate) fn moved(day: civil::Date, unit: Unit, by: i32) -> Option<civil::Date> {
    let by = i64::from(by);
    let none = Span::new();
    let span = match unit {
        Unit::Second | Unit::Minute | Unit::Hour => Ok(none),
        Unit::Day => none.try_days(by),
        Unit::Week | Unit::Weekend => none.try_days(by * 7),
        Unit::Month => none.try_months(by),
        Unit::Quarter => none.try_months(by * 3),
        Unit::Half => none.try_months(by * 6),
        Unit::Year => none.try_years(by),
        Unit::Decade => none.try_years(by * 10),
        Unit::Century => none.try_years(by * 100),
    };
    // An error means that the span is too long for the calendar.
    let span = span.ok()?;
    day.checked_add(span).ok()
}

/// Returns the calendar period of the unit `unit` (day, week, month and so on) that contains `day`: its TIMEX3 value, its first day and its last day. For units
/// shorter than a day, this is the day. For weekends, it is the Saturday and Sunday of the week of `day`.
pub(crate) fn around(day: civil::Date, unit: Unit) -> Option<(String, Date, Date)> {
    let (year, month) = (u16::try_from(day.year()).ok()?, day.month() as u8);
    let whole = |date: Date| (date.to_string(), date.first_day(), date.last_day());
    Some(match unit {
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => whole(date(day)?),
        Unit::Week | Unit::Weekend => {
            let iso = day.iso_week_date();
            let monday = moved(day, Unit::Day, -i32::from(iso.weekday().to_monday_zero_offset()))?;
            let first = if unit == Unit::Weekend { moved(monday, Unit::Day, 5)? } else { monday };
            let ending = if unit == Unit::Weekend { "-WE" } else { "" };
            (format!("{:04}-W{:02}{ending}", iso.year(), iso.week()), date(first)?, date(moved(monday, Unit::Day, 6)?)?)
        }
        Unit::Month => whole(Date::new(year, Some(month), None)?),
        Unit::Quarter => {
            let quarter = (month - 1) / 3;
            let first = Date::new(year, Some(quarter * 3 + 1), None)?;
            (format!("{year:04}-Q{}", quarter + 1), first.first_day(), Date::new(year, Some(quarter * 3 + 3), None)?.last_day())
        }
        Unit::Half => {
            let half = (month - 1) / 6;
            let first = Date::new(year, Some(half * 6 + 1), None)?;
            (format!("{year:04}-H{}", half + 1), first.first_day(), Date::new(year, Some(half * 6 + 6), None)?.last_day())
        }
        Unit::Year => whole(Date::new(year, None, None)?),
        Unit::Decade => decade(i32::from(year) / 10 * 10)?,
        // The year 2000 is the last year of the 20th century.
        Unit::Century => century((i32::from(year) + 99) / 100)?,
    })
}

/// Returns the decade that begins with the year `first`: its TIMEX3 value, its first day and its last day.
pub(crate) fn decade(first: i32) -> Option<(String, Date, Date)> {
    let year = u16::try_from(first).ok()?;
    Some((format!("{:03}", year / 10), Date::new(year, None, None)?.first_day(), Date::new(year + 9, None, None)?.last_day()))
}

/// Returns the TIMEX3 value, the first day and the last day of a century. For the 20th century, `number` is 20 and the value is "19".
pub(crate) fn century(number: i32) -> Option<(String, Date, Date)> {
    let before = u16::try_from(number - 1).ok()?;
    let (first, last) = (Date::new(before * 100 + 1, None, None)?, Date::new((before + 1) * 100, None, None)?);
    Some((format!("{before:02}"), first.first_day(), last.last_day()))
}

/// Returns the day nearest to `day` that falls on the day of the week `weekday` (1 is Monday). If `shift` is 1, only days after `day` are considered;
/// otherwise, only days before it. `day` itself counts only if `same` is true.
pub(crate) fn weekday(day: civil::Date, weekday: i32, shift: i32, same: bool) -> Option<civil::Date> {
    let here = i32::from(day.weekday().to_monday_one_offset());
    let back = (here - weekday).rem_euclid(7);
    let by = match (shift, back) {
        (1, 0) if same => 0,
        (1, back) => 7 - back,
        (_, 0) if same => 0,
        (_, 0) => -7,
        (_, back) => -back,
    };
    moved(day, Unit::Day, by)
}

/// Returns the day that falls on the day of the week `weekday` (1 is Monday) in the week that is `by` weeks after the week of `day`. Weeks begin on Monday.
pub(crate) fn weekday_of_week(day: civil::Date, weekday: i32, by: i32) -> Option<civil::Date> {
    let monday = moved(day, Unit::Day, -i32::from(day.weekday().to_monday_zero_offset()))?;
    moved(moved(monday, Unit::Week, by)?, Unit::Day, weekday - 1)
}

/// Returns a day that falls on the day of the week `weekday` (1 is Monday) in the period from `first` to `last`, inclusive. If `number` is 1, this is the first
/// such day of the period; if `number` is 2, the second; and so on. A negative number counts from the end: -1 is the last. Returns `None` if the period has
/// fewer of these days.
pub(crate) fn nth_weekday(first: civil::Date, last: civil::Date, weekday: i32, number: i32) -> Option<civil::Date> {
    let day = if number > 0 {
        let ahead = (weekday - i32::from(first.weekday().to_monday_one_offset())).rem_euclid(7);
        moved(first, Unit::Day, ahead.checked_add(number.checked_sub(1)?.checked_mul(7)?)?)?
    } else {
        let back = (i32::from(last.weekday().to_monday_one_offset()) - weekday).rem_euclid(7);
        moved(last, Unit::Day, -(back.checked_add((-1_i32).checked_sub(number)?.checked_mul(7)?)?))?
    };
    (first <= day && day <= last).then_some(day)
}
