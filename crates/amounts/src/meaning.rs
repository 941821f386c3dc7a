//! The meanings of words in amounts.

use chancery_text::Bound;

/// The meaning of a word or phrase in an amount.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum Meaning {
    /// A word for a number ("five").
    Number(u32),
    /// A word for the number one that comes before a factor ("a" in "a million").
    One,
    /// Words that halve the factor that follows ("half a" in "half a million").
    Half,
    /// A word that joins parts of a number ("and" in "two hundred and five").
    Joint,
    /// A word for a factor ("million").
    Scale(f64),
    /// A name of a currency, which comes after the number ("euros"). The value is an index, which
    /// [`AmountFinderBuilder::currency`](crate::AmountFinderBuilder::currency) assigns.
    Currency(u16),
    /// A sign or code of a currency, which comes before or after the number ("€", "USD"). The value is an index, which
    /// [`AmountFinderBuilder::mark`](crate::AmountFinderBuilder::mark) assigns.
    Mark(u16),
    /// A word for "per cent" that comes after a number.
    Share,
    /// A word for "per cent" that comes before a number (百分之).
    ShareBefore,
    /// A word for the denominator of a fraction ("thirds": 3).
    Fraction(u32),
    /// A word between the denominator and the numerator of a fraction (分之).
    Over,
    /// A word that must follow a denominator without a numerator ("of"): "a third of" is a share, but "a third" alone is not.
    FractionOf,
    /// A name of a unit ("tonnes"). The value is an index, which [`AmountFinderBuilder::unit`](crate::AmountFinderBuilder::unit) assigns.
    Unit(u16),
    /// A word for something that is counted ("troops"). One other word may come between the number and this word. The value is an index,
    /// which [`AmountFinderBuilder::counted`](crate::AmountFinderBuilder::counted) assigns.
    Count(u16),
    /// Words that come before an amount and limit it ("at least").
    Before(Bound),
    /// Words that come after an amount and limit it ("or more").
    Behind(Bound),
    /// A word or mark between the two numbers of a range ("to").
    To,
    /// A word between the two numbers of a range, if another word introduces the range ("and" in "between 5 and 7").
    And,
    /// A word that introduces a range ("between").
    Between,
}

impl Meaning {
    /// Returns `true` if an amount may begin with a word of this meaning. A word for the number one may precede this word ("a" in "a million"); it is then part
    /// of the amount.
    pub(crate) const fn begins(self) -> bool {
        matches!(self, Self::Number(_) | Self::Half | Self::ShareBefore | Self::Fraction(_) | Self::Scale(_))
    }
}
