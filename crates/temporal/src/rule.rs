//! Rules, as they are given in the data files.

use crate::error::UnknownName;
use chancery_text::TimexType;
use std::str::FromStr;

/// How the value of an expression is computed from the slots that the pattern filled.
///
/// Values follow TIMEX3 (TimeML 1.2.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Normalizer {
    /// A calendar date, computed from the slots for the year, month and day. A missing year is derived from the document's date.
    Date,
    /// A period from one date to another. The value has the form `BEGIN/END`.
    Range,
    /// A decade.
    Decade,
    /// A century, given by its ordinal number.
    Century,
    /// A day of the week near the document's date.
    Weekday,
    /// The day, week, month, quarter or year that is `shift` units after the one that contains the document's date. For "last week", `shift` is -1.
    Shift,
    /// The day, week and so on that is `number` units away from the document's date ("two years ago"): before it if `shift` is -1, and after it if `shift` is 1.
    Distance,
    /// A quarter of a year. If the slot `unit` is `half`, a half of a year.
    Quarter,
    /// A season of a year.
    Season,
    /// A day that is counted within a month or year ("the second Monday of March 2015", "the last day of 2013").
    Nth,
    /// A date with a time of day in digits ("2015-03-08T14:30"). The value is the expression itself.
    Stamp,
    /// A length of time.
    Duration,
    /// A recurring time.
    Set,
    /// A part of a day ("Monday morning").
    Part,
    /// A time of day in hours and minutes.
    Clock,
    /// A fixed value, for expressions that give no date ("now"). The field [`value`](Rule::value) of the rule contains this value: `PRESENT_REF`, `PAST_REF` or
    /// `FUTURE_REF`.
    Reference,
    /// A date relative to the last date that the text gives before the expression: that date itself ("that year"), or a date some units before or after it
    /// ("the following year").
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

/// A rule: a pattern, and the way to compute the value of the expressions that the pattern matches.
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
    /// Slots that the rule itself fills, each with its name and value. The value is a number or the name of a unit.
    pub set: Vec<(String, String)>,
    /// A fixed value, for [`Normalizer::Reference`].
    pub value: String,
}

impl Rule {
    /// Creates a rule of type `DATE` that sets no slots and has no fixed value.
    #[must_use]
    pub fn new(name: impl Into<String>, pattern: impl Into<String>, normalizer: Normalizer) -> Self {
        Self { name: name.into(), timex_type: TimexType::Date, pattern: pattern.into(), normalizer, set: Vec::new(), value: String::new() }
    }
}
