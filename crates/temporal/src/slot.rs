//! What the words of a time expression say: slots that a pattern fills and a maker reads.

/// A piece of a time expression. Classes of words are named after the slot they fill.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Slot {
    /// A year, 1 to 2999.
    Year,
    /// A month, 1 to 12.
    Month,
    /// A day of the month, 1 to 31.
    Day,
    /// A day of the week, 1 (Monday) to 7.
    Weekday,
    /// A unit of length, by its number.
    Unit,
    /// A count of units.
    Number,
    /// A count in order (third: 3).
    Ordinal,
    /// A season, 1 (spring) to 4 (winter).
    Season,
    /// A part of the day: 1 morning, 2 afternoon, 3 evening, 4 night, 5 midday, 6 midnight.
    Part,
    /// A direction: -1 last, 0 this, 1 next.
    Shift,
    /// First year of a decade.
    Decade,
    /// An hour, 0 to 23.
    Hour,
    /// A minute, 0 to 59.
    Minute,
    /// 12 where the afternoon is meant, else 0.
    Half,
    /// Second year of a range.
    ToYear,
    /// Second month of a range.
    ToMonth,
    /// Second day of a range.
    ToDay,
    /// Years from the document's.
    Years,
}

/// How many slots there are.
const SLOTS: usize = 18;

impl Slot {
    /// The slot of a class's name in data, if it has one.
    #[must_use]
    pub fn of(name: &str) -> Option<Self> {
        Some(match name {
            "year" => Self::Year,
            "month" => Self::Month,
            "day" => Self::Day,
            "weekday" => Self::Weekday,
            "unit" => Self::Unit,
            "number" => Self::Number,
            "ordinal" => Self::Ordinal,
            "season" => Self::Season,
            "part" => Self::Part,
            "shift" => Self::Shift,
            "decade" => Self::Decade,
            "hour" => Self::Hour,
            "minute" => Self::Minute,
            "half" => Self::Half,
            "to_year" => Self::ToYear,
            "to_month" => Self::ToMonth,
            "to_day" => Self::ToDay,
            "years" => Self::Years,
            _ => return None,
        })
    }
}

/// What a match has filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Bag([i32; SLOTS]);

/// What an empty slot holds.
const EMPTY: i32 = i32::MIN;

impl Default for Bag {
    fn default() -> Self {
        Self([EMPTY; SLOTS])
    }
}

impl Bag {
    pub(crate) fn get(&self, slot: Slot) -> Option<i32> {
        Some(self.0[slot as usize]).filter(|value| *value != EMPTY)
    }

    pub(crate) fn set(&mut self, slot: Slot, value: i32) {
        self.0[slot as usize] = value;
    }
}

/// A unit of length.
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
    Year,
    Decade,
    Century,
}

impl Unit {
    const ALL: [(Self, &'static str); 11] = [
        (Self::Second, "second"),
        (Self::Minute, "minute"),
        (Self::Hour, "hour"),
        (Self::Day, "day"),
        (Self::Week, "week"),
        (Self::Weekend, "weekend"),
        (Self::Month, "month"),
        (Self::Quarter, "quarter"),
        (Self::Year, "year"),
        (Self::Decade, "decade"),
        (Self::Century, "century"),
    ];

    /// The number of a unit named in data.
    pub(crate) fn number(name: &str) -> Option<i32> {
        Self::ALL.iter().position(|(_, known)| *known == name).map(|at| at as i32)
    }

    pub(crate) fn of(number: i32) -> Option<Self> {
        Self::ALL.get(usize::try_from(number).ok()?).map(|(unit, _)| *unit)
    }

    /// A duration of so many of it in TIMEX3, `X` where the number is not known.
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
}
