//! Rules, as they are given in the data files.

use crate::error::UnknownName;
use chancery_text::TimexType;
use std::str::FromStr;

/// How the value of an expression is computed from the slots that the pattern filled.
///
/// Values follow TIMEX3 (TimeML 1.2.1). The descriptions of the variants name the slots that they read. A match is dropped if a required slot is empty, or if
/// the date does not exist (31 June).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Normalizer {
    /// A calendar date, computed from the slots `year`, `month` and `day`. A missing year is computed from the slot `years` or derived from the document's
    /// date.
    Date,
    /// A period from one date (`year`, `month`, `day`) to another (`to_year`, `to_month`, `to_day`). The value has the form `BEGIN/END`.
    Range,
    /// A decade, given by its first year in the slot `decade`.
    Decade,
    /// A century, given by its number in the slot `ordinal` (20 for the 20th century).
    Century,
    /// A day of the week (`weekday`) near the document's date.
    ///
    /// The slot `shift` selects the last, this or the next such day; if `unit` is `week`, it selects the week. Without `shift`, it is the next such day if the
    /// sentence is about the future, and otherwise the last such day; the document's date itself counts.
    Weekday,
    /// The day, week, month or other period (`unit`) that is `shift` units after the one that contains the document's date.
    ///
    /// For "last week", `shift` is -1. An empty slot `shift` counts as 0.
    Shift,
    /// The day, week or other period (`unit`) that is `number` units away from the document's date ("two years ago"): before it if `shift` is -1 or empty, and
    /// after it if `shift` is 1.
    ///
    /// Without `number`, the value is `PAST_REF` or `FUTURE_REF`.
    Distance,
    /// A quarter of a year, given by its number in the slot `ordinal`.
    ///
    /// If `unit` is `half`, a half of a year. A missing year is computed from the slot `shift` or `years`, or derived from the document's date.
    Quarter,
    /// A season of a year (`season`). A missing year is derived from the document's date and the slot `shift` or `years`.
    Season,
    /// A day that is counted within a month, year or other period ("the second Monday of March 2015", "the last day of 2013").
    ///
    /// The slot `ordinal` contains the number of the day; a negative number counts from the end. If `weekday` is filled, only such days are counted. The period
    /// is given by `month` and `year`, or by `unit` and `shift`.
    Nth,
    /// A date with a time of day in digits ("2015-03-08T14:30"). The value is the expression itself in upper case.
    Stamp,
    /// A length of time: `number` units (`unit`).
    ///
    /// Without `number`, the value contains `X` in place of the number. If `half` has any value, half a unit is added. If `shift` is -1 or 1, the period ends
    /// or begins at the document's date ("the past two months").
    Duration,
    /// A recurring time, given by `weekday` ("every Monday"), by `month`, or by `unit` and `number` ("every two years"). An empty slot `number` counts as 1.
    Set,
    /// A part of a day (`part`).
    ///
    /// The day is given by `weekday` ("Monday morning") or by `month` and `day`; otherwise, it is `shift` days after the document's date.
    Part,
    /// A time of day.
    ///
    /// The hour is given by `hour` or `number`, together with `half` for a 12-hour clock. An empty slot `minute` counts as 0. The day is given by `weekday` or
    /// by `month` and `day`; otherwise, it is the document's date.
    Clock,
    /// A fixed value, for expressions that give no date ("now"). The field [`value`](Rule::value) of the rule contains this value: `PRESENT_REF`, `PAST_REF` or
    /// `FUTURE_REF`.
    Reference,
    /// A date relative to the last date that the text gives before the expression.
    ///
    /// It is that date itself ("that year"), or the date `number` times `shift` units (`unit`) after it ("the following year"). An empty slot `number` counts
    /// as 1, and an empty slot `shift` as 0.
    Anaphor,
    /// No value. The rule only prevents other rules from matching the same tokens.
    Nothing,
}

impl FromStr for Normalizer {
    type Err = UnknownName;

    /// Parses the name used in the data files, which is the name of the variant in lower case ("date").
    fn from_str(name: &str) -> Result<Self, UnknownName> {
        Ok(match name {
            "date" => Self::Date,
            "range" => Self::Range,
            "decade" => Self::Decade,
            "century" => Self::Century,
            "weekday" => Self::Weekday,
            "shift" => Self::Shift,
            "distance" => Self::Distance,
            "quarter" => Self::Quarter,
            "season" => Self::Season,
            "nth" => Self::Nth,
            "stamp" => Self::Stamp,
            "duration" => Self::Duration,
            "set" => Self::Set,
            "part" => Self::Part,
            "clock" => Self::Clock,
            "reference" => Self::Reference,
            "anaphor" => Self::Anaphor,
            "nothing" => Self::Nothing,
            _ => return Err(UnknownName::new("normalizer", name)),
        })
    }
}

/// A rule: a pattern, and the normalizer that computes the values of the expressions that the pattern matches.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Rule {
    /// Id of the rule. It is recorded with each expression that the rule finds.
    pub name: String,
    /// TIMEX3 type of the expressions that the rule finds.
    pub timex_type: TimexType,
    /// The pattern. The crate's documentation describes the syntax.
    pub pattern: String,
    /// How the value is computed.
    pub normalizer: Normalizer,
    /// Slots that the rule itself fills, each with its name and value. These values replace those that the pattern fills in. The value of the slot `unit` is
    /// the name of a unit; all other values are whole numbers.
    pub set: Vec<(String, String)>,
    /// The fixed value of the expressions, for [`Normalizer::Reference`]; otherwise empty.
    pub value: String,
}

impl Rule {
    /// Creates a rule of type `DATE` that sets no slots and has no fixed value.
    #[must_use]
    pub fn new(name: impl Into<String>, pattern: impl Into<String>, normalizer: Normalizer) -> Self {
        Self { name: name.into(), timex_type: TimexType::Date, pattern: pattern.into(), normalizer, set: Vec::new(), value: String::new() }
    }
}
