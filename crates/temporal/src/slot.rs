//! Slots hold the parts of a time expression, such as the year. A pattern fills the slots, and a normalizer computes the value of the expression from them.

use crate::error::UnknownName;
use std::str::FromStr;

/// A part of a time expression, with an integer value.
///
/// If a class of words has the same name as a slot, the words of the class fill this slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Slot {
    /// A year, up to 9999. A value below 100 is a year in two digits, whose century is determined from the document's date ("91": 1991).
    Year,
    /// A month, 1 to 12.
    Month,
    /// A day of the month, 1 to 31.
    Day,
    /// A day of the week, 1 (Monday) to 7.
    Weekday,
    /// A unit of time, as a number from 0 (`second`) to 11 (`century`).
    Unit,
    /// A number of units.
    Number,
    /// An ordinal number ("third": 3). A negative number counts from the end (-1 for the last).
    Ordinal,
    /// A season, 1 (spring) to 4 (winter).
    Season,
    /// A part of the day: 1 morning, 2 afternoon, 3 evening, 4 night, 5 midday, 6 midnight.
    Part,
    /// The distance in time that a word expresses, in units: -1 for "last", 0 for "this", 1 for "next".
    Shift,
    /// The first year of a decade, as a full year (1980) or as two digits (80).
    Decade,
    /// An hour, 0 to 23.
    Hour,
    /// A minute, 0 to 59.
    Minute,
    /// The half of the day, as the number of hours to add: 0 ("a.m.") or 12 ("p.m.").
    ///
    /// In a duration ("two and a half years"), the slot has another meaning: half a unit is added if the slot has any value.
    Half,
    /// The last year of a range. If it is below 100, it is in the same century as the first year ("1990-95").
    ToYear,
    /// The last month of a range.
    ToMonth,
    /// The last day of a range.
    ToDay,
    /// The distance of the year from the document's year: -1 for "last year".
    Years,
}

/// The number of slots.
const SLOTS: usize = 18;

impl FromStr for Slot {
    type Err = UnknownName;

    /// Parses the name used in the data files, which is the name of the variant in snake case ("to_year").
    fn from_str(name: &str) -> Result<Self, UnknownName> {
        Ok(match name {
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
            _ => return Err(UnknownName::new("slot", name)),
        })
    }
}

/// The values of all slots, as filled by one match.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Bag([i32; SLOTS]);

/// The value of an empty slot.
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

    /// Sets the slots for the year, month and day. The array contains them in this order.
    pub(crate) fn set_date(&mut self, [year, month, day]: [i32; 3]) {
        self.set(Slot::Year, year);
        self.set(Slot::Month, month);
        self.set(Slot::Day, day);
    }

    /// Copies the values of `other` to the slots that are empty.
    pub(crate) fn fill_from(&mut self, other: &Self) {
        for (own, other) in self.0.iter_mut().zip(other.0) {
            if *own == EMPTY {
                *own = other;
            }
        }
    }

    pub(crate) fn set(&mut self, slot: Slot, value: i32) {
        self.0[slot as usize] = value;
    }
}
