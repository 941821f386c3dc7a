//! The value of a time expression, and the dates from which relative values are computed.

use crate::unit::Unit;
use chancery_text::{Date, TimexType};

/// A TIMEX3 value, with the first and last day of its period (`begin` and `end`, both inclusive). A day is `None` if it is not known.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Normalized {
    pub(crate) value: String,
    pub(crate) begin: Option<Date>,
    pub(crate) end: Option<Date>,
    pub(crate) timex_type: TimexType,
}

/// A day, week, month or similar period, given by its first day and its unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Period {
    pub(crate) begin: Date,
    pub(crate) unit: Unit,
}

impl Period {
    /// Returns the period that a value denotes; `None` if the value is not a day, week, month, quarter or year.
    pub(crate) fn of(normalized: &Normalized) -> Option<Self> {
        let begin = normalized.begin.filter(|_| normalized.timex_type == TimexType::Date)?;
        let unit = if let Ok(date) = normalized.value.parse::<Date>() {
            Unit::of_date(date)
        } else if normalized.value.contains("-Q") {
            Unit::Quarter
        } else if normalized.value.contains("-W") {
            Unit::Week
        } else {
            return None;
        };
        Some(Self { begin, unit })
    }
}

/// The dates and other facts from which relative values are computed. They have nothing to do with the anchors of patterns, which are tokens.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Anchors {
    /// The document's date.
    pub(crate) document: Option<Date>,
    /// The most recent date that the text gives before the expression.
    pub(crate) last: Option<Period>,
    /// The most recent quarter of a year that the text names before the expression.
    pub(crate) quarter: Option<Period>,
    /// Whether the text names a quarter of a year shortly before the expression. If so, "a year ago" means the same quarter of the previous year.
    pub(crate) by_quarters: bool,
    pub(crate) tense: Tense,
}

/// Whether an expression is about the past or the future.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Tense {
    Past,
    Future,
    #[default]
    Unknown,
}

impl Anchors {
    /// Returns `true` if the expression is about the future.
    pub(crate) fn is_future(&self) -> bool {
        self.tense == Tense::Future
    }
}
