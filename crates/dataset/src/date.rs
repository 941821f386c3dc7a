//! Converts dates to day numbers.

use chancery_text::Date;

/// Returns the day number of a date in the Gregorian calendar, in which 1 January of the year 1 is day 1. A date without a month or day counts as the first day of
/// its year or month.
pub(crate) fn day_number(date: Date) -> i64 {
    let first = date.first_day();
    let (year, month, day) = (i64::from(first.year()), first.month().unwrap_or(1), first.day().unwrap_or(1));
    // Each earlier year has 365 days, plus one if it is a leap year.
    let before = year - 1;
    let leap = before / 4 - before / 100 + before / 400;
    let months: i64 = (1..month).filter_map(|month| Date::new(first.year(), Some(month), None)?.last_day().day()).map(i64::from).sum();
    before * 365 + leap + months + i64::from(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_between_dates() {
        let number = |text: &str| day_number(text.parse().expect("a date"));
        assert_eq!(number("0001-01-01"), 1);
        assert_eq!(number("2000-03-01") - number("2000-02-28"), 2);
        assert_eq!(number("1900-03-01") - number("1900-02-28"), 1);
        assert_eq!(number("2026-11-28") - number("1970-01-01"), 20_785);
        assert_eq!(number("2015"), number("2015-01-01"));
    }
}
