//! The order of day and month in numeric dates.

use crate::error::UnknownName;
use std::fmt;
use std::str::FromStr;

/// The order of day and month in numeric dates in which either number may be the day, such as 05/06/2010.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DateOrder {
    /// Day, month, year.
    DayMonthYear,
    /// Month, day, year.
    MonthDayYear,
}

impl DateOrder {
    /// The name used on the command line: `dmy` or `mdy`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::DayMonthYear => "dmy",
            Self::MonthDayYear => "mdy",
        }
    }
}

impl fmt::Display for DateOrder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for DateOrder {
    type Err = UnknownName;

    /// Parses `dmy` or `mdy`.
    fn from_str(name: &str) -> Result<Self, UnknownName> {
        match name {
            "dmy" => Ok(Self::DayMonthYear),
            "mdy" => Ok(Self::MonthDayYear),
            _ => Err(UnknownName::new("date order", name)),
        }
    }
}
