//! Rules as data gives them.

use chancery_text::TimexType;

/// How the value of an expression is made from what its pattern filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Normalizer {
    /// A calendar date from year, month, day; what is missing above it comes from the document's date.
    Date,
    /// From one date to another, as `BEGIN/END`.
    Range,
    /// A decade.
    Decade,
    /// A century, from its number in order.
    Century,
    /// A day of the week near the document's date.
    Weekday,
    /// A month, season, quarter, week, year … so many steps from the document's date (`shift`).
    Shift,
    /// So many units before or behind the document's date (`number`, `unit`, `shift` -1 or 1).
    Distance,
    /// A quarter of a year.
    Quarter,
    /// A season of a year.
    Season,
    /// A length of time.
    Duration,
    /// What recurs.
    Set,
    /// A time of day on a day.
    Part,
    /// A time of day in hours.
    Clock,
    /// One of the values that name no date: `PRESENT_REF`, `PAST_REF`, `FUTURE_REF`; the rule's `value`.
    Reference,
    /// The date named last, or so many units from it ("that year", "the following year").
    Anaphor,
    /// Nothing: what it covers is no time, and no shorter rule may take it.
    Nothing,
}

impl Normalizer {
    /// By its name in data.
    #[must_use]
    pub fn of(name: &str) -> Option<Self> {
        Some(match name {
            "date" => Self::Date,
            "range" => Self::Range,
            "decade" => Self::Decade,
            "century" => Self::Century,
            "weekday" => Self::Weekday,
            "shift" => Self::Shift,
            "distance" => Self::Distance,
            "quarter" => Self::Quarter,
            "season" => Self::Season,
            "duration" => Self::Duration,
            "set" => Self::Set,
            "part" => Self::Part,
            "clock" => Self::Clock,
            "reference" => Self::Reference,
            "anaphor" => Self::Anaphor,
            "nothing" => Self::Nothing,
            _ => return None,
        })
    }
}

/// A rule: a pattern, and what it means.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Rule {
    /// Id, told with each expression found.
    pub name: String,
    /// TIMEX3 type.
    pub timex_type: TimexType,
    /// The pattern; see the crate's documentation.
    pub pattern: String,
    /// How the value is made.
    pub make: Normalizer,
    /// Slots that the rule fills itself, by name and value (a unit by its name).
    pub set: Vec<(String, String)>,
    /// A fixed value, for [`Normalizer::Reference`].
    pub value: String,
}

impl Rule {
    /// A rule for dates with nothing set.
    #[must_use]
    pub fn new(name: impl Into<String>, pattern: impl Into<String>, make: Normalizer) -> Self {
        Self { name: name.into(), timex_type: TimexType::Date, pattern: pattern.into(), make, set: Vec::new(), value: String::new() }
    }
}
