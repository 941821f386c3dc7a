//! Calendar dates of year, month or day precision, and intervals between them.

use std::fmt;
use std::str::FromStr;

/// A Gregorian date of year, month or day precision, in the years 1 to 9999.
///
/// Dates are ordered by year, month and day. A year is ordered before its months, and a month before its days.
///
/// ```
/// use chancery_text::Date;
/// let date: Date = "2001-06".parse().unwrap();
/// assert_eq!(date.first_day(), "2001-06-01".parse().unwrap());
/// assert_eq!(date.last_day(), "2001-06-30".parse().unwrap());
/// assert!("2001-02-29".parse::<Date>().is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Date {
    year: u16,
    month: Option<u8>,
    day: Option<u8>,
}

/// The error returned if a [`Date`] or an [`Interval`] cannot be parsed. The message contains the string and the reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateError {
    text: String,
    reason: &'static str,
}

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\"{}\": {}", self.text, self.reason)
    }
}

impl std::error::Error for DateError {}

impl Date {
    /// Creates a date. Returns `None` if the date does not exist in the calendar, or if a day is given without a month. Months and days count from 1.
    #[must_use]
    pub fn new(year: u16, month: Option<u8>, day: Option<u8>) -> Option<Self> {
        let good = (1..=9999).contains(&year)
            && match (month, day) {
                (None, None) => true,
                (None, Some(_)) => false,
                (Some(m), None) => (1..=12).contains(&m),
                (Some(m), Some(d)) => (1..=12).contains(&m) && (1..=days_in(year, m)).contains(&d),
            };
        good.then_some(Self { year, month, day })
    }

    /// The year, 1 to 9999.
    #[must_use]
    pub const fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12; `None` for a date of year precision.
    #[must_use]
    pub const fn month(self) -> Option<u8> {
        self.month
    }

    /// The day of the month, from 1; `None` for a date of year or month precision.
    #[must_use]
    pub const fn day(self) -> Option<u8> {
        self.day
    }

    /// Returns the first day of the year or month, or the date itself if it has day precision.
    #[must_use]
    pub fn first_day(self) -> Self {
        Self { year: self.year, month: Some(self.month.unwrap_or(1)), day: Some(self.day.unwrap_or(1)) }
    }

    /// Returns the last day of the year or month, or the date itself if it has day precision.
    #[must_use]
    pub fn last_day(self) -> Self {
        let month = self.month.unwrap_or(12);
        Self { year: self.year, month: Some(month), day: Some(self.day.unwrap_or_else(|| days_in(self.year, month))) }
    }
}

/// Returns the number of days of a month of the Gregorian calendar. `month` is a number from 1 to 12.
fn days_in(year: u16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 31,
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

impl FromStr for Date {
    type Err = DateError;

    /// Parses `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    fn from_str(text: &str) -> Result<Self, DateError> {
        let fail = |reason| DateError { text: text.to_owned(), reason };
        let mut parts = text.split('-');
        let mut part = |digits: usize| -> Result<Option<u16>, DateError> {
            match parts.next() {
                None => Ok(None),
                Some(p) if p.len() == digits && p.bytes().all(|b| b.is_ascii_digit()) => {
                    Ok(Some(p.parse().map_err(|_| fail("not a number"))?))
                }
                Some(_) => Err(fail("a date must be written as YYYY, YYYY-MM or YYYY-MM-DD")),
            }
        };
        let year = part(4)?.unwrap_or(0);
        let month = part(2)?;
        let day = part(2)?;
        if parts.next().is_some() {
            return Err(fail("a date must be written as YYYY, YYYY-MM or YYYY-MM-DD"));
        }
        Self::new(year, month.map(|m| m as u8), day.map(|d| d as u8)).ok_or_else(|| fail("there is no such date"))
    }
}

/// A period between two dates, both inclusive. Either end may be open, that is, unlimited. Default: open at both ends.
///
/// ```
/// use chancery_text::Interval;
/// let zaire: Interval = "1971-10-27/1997-05-17".parse().unwrap();
/// assert_eq!(zaire.contains("1980".parse().unwrap()), Some(true));
/// assert_eq!(zaire.contains("1998-01-01".parse().unwrap()), Some(false));
/// assert_eq!(zaire.contains("1997".parse().unwrap()), None); // only part of that year
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Interval {
    start: Option<Date>,
    end: Option<Date>,
}

impl Interval {
    /// Creates an interval from `start` to `end`, where `None` means an open end. Returns `None` if the interval ends before it starts.
    #[must_use]
    pub fn new(start: Option<Date>, end: Option<Date>) -> Option<Self> {
        match (start, end) {
            (Some(s), Some(e)) if e.last_day() < s.first_day() => None,
            _ => Some(Self { start, end }),
        }
    }

    /// The first date, inclusive; `None` for an open start.
    #[must_use]
    pub const fn start(self) -> Option<Date> {
        self.start
    }

    /// The last date, inclusive; `None` for an open end.
    #[must_use]
    pub const fn end(self) -> Option<Date> {
        self.end
    }

    /// Returns `Some(true)` if the interval contains every day of `date`, and `Some(false)` if it contains no day of
    /// `date`. Returns `None` if the interval contains only part of the month or year that `date` denotes.
    #[must_use]
    pub fn contains(self, date: Date) -> Option<bool> {
        let (first, last) = (date.first_day(), date.last_day());
        let after_start = self.start.is_none_or(|s| s.first_day() <= first);
        let before_end = self.end.is_none_or(|e| last <= e.last_day());
        let outside = self.start.is_some_and(|s| last < s.first_day()) || self.end.is_some_and(|e| e.last_day() < first);
        if outside { Some(false) } else { (after_start && before_end).then_some(true) }
    }

    /// Returns `true` if the interval contains `date`. If `date` is a year or a month of which the interval contains only a part, the result depends on the
    /// middle of that year or month: it is `true` if the interval contains 1 July of the year, or the 15th of the month.
    #[must_use]
    pub fn covers(self, date: Date) -> bool {
        self.contains(date).unwrap_or_else(|| {
            let middle = match date.month() {
                None => Date::new(date.year(), Some(7), Some(1)),
                month => Date::new(date.year(), month, Some(15)),
            };
            middle.is_some_and(|middle| self.contains(middle) == Some(true))
        })
    }
}

impl fmt::Display for Interval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.start {
            Some(date) => write!(f, "{date}/")?,
            None => write!(f, "../")?,
        }
        match self.end {
            Some(date) => write!(f, "{date}"),
            None => write!(f, ".."),
        }
    }
}

impl FromStr for Interval {
    type Err = DateError;

    /// Parses `START/END`, where `..` stands for an open end.
    fn from_str(text: &str) -> Result<Self, DateError> {
        let fail = |reason| DateError { text: text.to_owned(), reason };
        let (start, end) = text.split_once('/').ok_or_else(|| fail("an interval must be written as START/END, with .. for an open end"))?;
        let side = |part: &str| if part == ".." { Ok(None) } else { part.parse().map(Some) };
        Self::new(side(start)?, side(end)?).ok_or_else(|| fail("the interval ends before it starts"))
    }
}

#[cfg(feature = "serde")]
mod serialized {
    //! Serialization of dates and intervals. Readable formats such as JSON store them as text. Binary formats store them as numbers, because text would take
    //! much longer to read.
    use super::{Date, Interval};
    use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

    /// Returns the decimal number YYYYMMDD, with 00 for an unknown month or day; 0 for `None`.
    fn number(date: Option<Date>) -> u32 {
        let part = |part: Option<u8>| u32::from(part.unwrap_or(0));
        date.map_or(0, |date| u32::from(date.year) * 10_000 + part(date.month) * 100 + part(date.day))
    }

    /// Converts a number made by [`number`] back to a date; 0 becomes `None`. Fails if the date does not exist.
    fn date<E: Error>(number: u32) -> Result<Option<Date>, E> {
        let part = |part: u32| Some((part % 100) as u8).filter(|part| *part > 0);
        let date = || Date::new(u16::try_from(number / 10_000).ok()?, part(number / 100), part(number));
        if number == 0 { Ok(None) } else { date().map(Some).ok_or_else(|| E::custom(format!("{number} is not the number of a date"))) }
    }

    impl Serialize for Date {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            if serializer.is_human_readable() { serializer.collect_str(self) } else { number(Some(*self)).serialize(serializer) }
        }
    }

    impl<'de> Deserialize<'de> for Date {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            if deserializer.is_human_readable() {
                return String::deserialize(deserializer)?.parse().map_err(D::Error::custom);
            }
            date(u32::deserialize(deserializer)?)?.ok_or_else(|| D::Error::custom("0 is not the number of a date"))
        }
    }

    impl Serialize for Interval {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            if serializer.is_human_readable() {
                serializer.collect_str(self)
            } else {
                (number(self.start), number(self.end)).serialize(serializer)
            }
        }
    }

    impl<'de> Deserialize<'de> for Interval {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            if deserializer.is_human_readable() {
                return String::deserialize(deserializer)?.parse().map_err(D::Error::custom);
            }
            let (start, end) = Deserialize::deserialize(deserializer)?;
            Self::new(date(start)?, date(end)?).ok_or_else(|| D::Error::custom("the interval ends before it starts"))
        }
    }
}
