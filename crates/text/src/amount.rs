//! Amounts: money, shares, and quantities with a unit.

use crate::{SentenceIx, Span};

/// The kind of an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum AmountKind {
    /// A sum of money.
    Money,
    /// A part of a whole: "12 per cent", "two thirds".
    Share,
    /// A number of units: "300 tonnes", "1,200 troops".
    Quantity,
}

impl AmountKind {
    /// The name used in tables: `money`, `share`, `quantity`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Money => "money",
            Self::Share => "share",
            Self::Quantity => "quantity",
        }
    }
}

/// Whether a text states an amount as exact, as approximate, or as a limit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum Bound {
    /// The text states the exact amount.
    #[default]
    Exact,
    /// The amount is approximate: "about", "nearly".
    About,
    /// The amount is a lower limit: "at least", "more than".
    AtLeast,
    /// The amount is an upper limit: "up to", "less than".
    AtMost,
}

impl Bound {
    /// The name used in tables: `exact`, `about`, `at-least`, `at-most`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::About => "about",
            Self::AtLeast => "at-least",
            Self::AtMost => "at-most",
        }
    }
}

/// A number with a currency or unit.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Amount {
    /// The byte range of the amount in the source, half-open. Qualifiers such as "about" or "at least" are not included.
    pub span: Span,
    /// The sentence that contains the amount.
    pub sentence: SentenceIx,
    /// The kind of the amount.
    pub kind: AmountKind,
    /// The number, multiplied out: "3.2 billion" is 3200000000. A share is given as a fraction of 1: "12 per cent" is 0.12.
    pub value: f64,
    /// The upper end of a range ("3 to 5 million"), whose lower end is [`value`](Self::value); `None` if the amount is not a range.
    pub value_to: Option<f64>,
    /// The currency as an ISO 4217 code, or the name of the unit in the data files; empty for shares.
    pub unit: String,
    /// Whether the amount is exact, approximate, or a limit.
    pub bound: Bound,
    /// The event in the clause that contains the amount, as an index into [`Document::events`](crate::Document::events); `None` if the clause contains no
    /// event.
    pub event: Option<u32>,
}

impl Amount {
    /// Creates an exact amount without a unit.
    #[must_use]
    pub const fn new(span: Span, sentence: SentenceIx, kind: AmountKind, value: f64) -> Self {
        Self { span, sentence, kind, value, value_to: None, unit: String::new(), bound: Bound::Exact, event: None }
    }
}
