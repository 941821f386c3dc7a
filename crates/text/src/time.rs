//! Times named in a text.

use crate::{Date, SentenceIx, Span};

/// The four types of TIMEX3 (TimeML 1.2.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TimexType {
    /// A calendar date of any precision.
    Date,
    /// A time of day.
    Time,
    /// A length of time.
    Duration,
    /// Something that recurs.
    Set,
}

impl TimexType {
    /// The name used in TIMEX3 and in tables: `DATE`, `TIME`, `DURATION`, `SET`.
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

/// An expression of time.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct TimeExpression {
    /// Bytes of the source.
    pub span: Span,
    /// The sentence it stands in.
    pub sentence: SentenceIx,
    /// TIMEX3 type.
    pub timex_type: TimexType,
    /// TIMEX3 value ("2001-06-15", "P3D").
    pub value: String,
    /// First day it covers, where that is known.
    pub begin: Option<Date>,
    /// Last day it covers, inclusive.
    pub end: Option<Date>,
    /// Id of the rule that found it.
    pub rule: String,
}

impl TimeExpression {
    /// An expression without begin and end.
    #[must_use]
    pub fn new(span: Span, sentence: SentenceIx, timex_type: TimexType, value: impl Into<String>, rule: impl Into<String>) -> Self {
        Self { span, sentence, timex_type, value: value.into(), begin: None, end: None, rule: rule.into() }
    }
}
