//! Units of time, and the values of the words in word classes. The value of a word is a number (6 for "June") or a unit of time (year for "years").

use crate::error::UnknownName;
use chancery_text::Date;
use std::str::FromStr;

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Weekend,
    Month,
    Quarter,
    /// Half a year.
    Half,
    Year,
    Decade,
    Century,
}

impl Unit {
    const ALL: [(Self, &'static str); 12] = [
        (Self::Second, "second"),
        (Self::Minute, "minute"),
        (Self::Hour, "hour"),
        (Self::Day, "day"),
        (Self::Week, "week"),
        (Self::Weekend, "weekend"),
        (Self::Month, "month"),
        (Self::Quarter, "quarter"),
        (Self::Half, "half"),
        (Self::Year, "year"),
        (Self::Decade, "decade"),
        (Self::Century, "century"),
    ];

    /// Returns the number that represents the unit with the name `name` in the data files: the position of the unit in the order from the shortest to the
    /// longest. Returns `None` if there is no such unit.
    pub(crate) fn number(name: &str) -> Option<i32> {
        Self::ALL.iter().position(|(_, known)| *known == name).map(|at| at as i32)
    }

    /// Returns the position of the unit in the order from the shortest to the longest unit.
    pub(crate) const fn number_in_order(self) -> i32 {
        self as i32
    }

    /// Returns `true` if the unit is shorter than a day.
    pub(crate) const fn is_below_day(self) -> bool {
        matches!(self, Self::Second | Self::Minute | Self::Hour)
    }

    /// Returns `true` if a date is precise enough to determine which period of this unit contains the date. For example, a date without a month does not
    /// determine the quarter.
    pub(crate) fn is_known(self, date: Date) -> bool {
        match self {
            Self::Year | Self::Decade | Self::Century => true,
            Self::Month | Self::Quarter | Self::Half => date.month().is_some(),
            _ => date.day().is_some(),
        }
    }

    /// Returns the precision of a date.
    pub(crate) fn of_date(date: Date) -> Self {
        match (date.month(), date.day()) {
            (None, _) => Self::Year,
            (_, None) => Self::Month,
            _ => Self::Day,
        }
    }

    /// Returns the unit that `number` represents (see [`number`](Self::number)); `None` if there is no such unit.
    pub(crate) fn from_number(number: i32) -> Option<Self> {
        Self::ALL.get(usize::try_from(number).ok()?).map(|(unit, _)| *unit)
    }

    /// Returns the TIMEX3 value of a duration of `number` units. If `number` is `None`, the value contains `X` in place of the number.
    pub(crate) fn duration(self, number: Option<i32>) -> String {
        let (letter, times) = match self {
            Self::Second => ("S", 1),
            Self::Minute => ("M", 1),
            Self::Hour => ("H", 1),
            Self::Day => ("D", 1),
            Self::Week => ("W", 1),
            Self::Weekend => ("WE", 1),
            Self::Month => ("M", 1),
            Self::Quarter => ("Q", 1),
            Self::Half => ("M", 6),
            Self::Year => ("Y", 1),
            Self::Decade => ("Y", 10),
            Self::Century => ("Y", 100),
        };
        let clock = if matches!(self, Self::Second | Self::Minute | Self::Hour) { "T" } else { "" };
        match number {
            Some(number) => format!("P{clock}{}{letter}", i64::from(number) * times),
            None => format!(
                "P{clock}X{}",
                if self == Self::Decade {
                    "E"
                } else if self == Self::Century {
                    "C"
                } else {
                    letter
                }
            ),
        }
    }

    /// Returns the TIMEX3 value of a duration of `number` units and a half.
    pub(crate) fn duration_and_a_half(self, number: i32) -> String {
        match self {
            Self::Minute => format!("PT{number}M30S"),
            Self::Hour => format!("PT{number}H30M"),
            Self::Day => format!("P{number}DT12H"),
            Self::Year => format!("P{number}Y6M"),
            Self::Decade => format!("P{}Y", i64::from(number) * 10 + 5),
            Self::Century => format!("P{}Y", i64::from(number) * 100 + 50),
            _ => self.duration(Some(number)).replace(&number.to_string(), &format!("{number}.5")),
        }
    }
}

/// The value of a word in its class: a number or a unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WordValue(pub(crate) i32);

impl From<i32> for WordValue {
    fn from(number: i32) -> Self {
        Self(number)
    }
}

impl FromStr for WordValue {
    type Err = UnknownName;

    /// Parses a whole number or the name of a unit (`second`, `minute`, `hour`, `day`, `week`, `weekend`, `month`, `quarter`, `half`, `year`, `decade`,
    /// `century`).
    fn from_str(text: &str) -> Result<Self, UnknownName> {
        text.parse().ok().or_else(|| Unit::number(text)).map(Self).ok_or_else(|| UnknownName::new("number or unit", text))
    }
}
