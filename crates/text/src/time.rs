//! Time expressions.

use crate::{Date, SentenceIx, Span};

/// The type of a time expression, as defined by TIMEX3, the notation for time expressions in TimeML 1.2.1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TimexType {
    /// A calendar date of any precision.
    Date,
    /// A time of day.
    Time,
    /// A duration.
    Duration,
    /// A time that recurs, such as "every year".
    Set,
}

impl TimexType {
    /// Returns the name that is used in TIMEX3 and in tables: `DATE`, `TIME`, `DURATION`, `SET`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Date => "DATE",
            Self::Time => "TIME",
            Self::Duration => "DURATION",
            Self::Set => "SET",
        }
    }
}

/// A time expression in a text, with its TIMEX3 value.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct TimeExpression {
    /// The half-open byte range of the expression in the source text.
    pub span: Span,
    /// The sentence that contains the expression.
    pub sentence: SentenceIx,
    /// The TIMEX3 type.
    pub timex_type: TimexType,
    /// The value in TIMEX3 notation ("2001-06-15", "P3D").
    pub value: String,
    /// The first day of the period that the expression denotes, or `None` if it is unknown.
    pub begin: Option<Date>,
    /// The last day of the period that the expression denotes, inclusive; `None` if it is unknown.
    pub end: Option<Date>,
    /// The id of the rule that recognised the expression.
    pub rule: String,
}

impl TimeExpression {
    /// Creates an expression whose first and last day are unknown.
    #[must_use]
    pub fn new(span: Span, sentence: SentenceIx, timex_type: TimexType, value: impl Into<String>, rule: impl Into<String>) -> Self {
        Self { span, sentence, timex_type, value: value.into(), begin: None, end: None, rule: rule.into() }
    }
}
