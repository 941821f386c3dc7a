//! The meanings of words in amounts.

use chancery_text::Bound;

/// The meaning of a word or phrase in an amount.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum Meaning {
    /// A number ("five").
    Number(u32),
    /// A word for one before a factor ("a million").
    One,
    /// Words that halve the factor after them ("half a").
    Half,
    /// A word that joins the parts of a number ("and" in "two hundred and five").
    Joint,
    /// A factor ("million").
    Scale(f64),
    /// The name of a currency, after the number ("euros"). The value is the number of the currency.
    Currency(u16),
    /// A sign or code of a currency, before or after the number ("€", "USD").
    Mark(u16),
    /// A word for "per cent" after a number.
    Share,
    /// A word for "per cent" before a number (百分之).
    ShareBefore,
    /// A denominator ("thirds": 3).
    Fraction(u32),
    /// A word between denominator and numerator (分之).
    Over,
    /// A word that must follow a denominator to form a share: "a third" alone is not a share ("of").
    FractionOf,
    /// A unit ("tonnes"). The value is the number of the unit.
    Unit(u16),
    /// A thing that is counted ("troops"). One more word may stand before it.
    Count(u16),
    /// Words before an amount that limit it ("at least").
    Before(Bound),
    /// Words after an amount that limit it ("or more").
    Behind(Bound),
    /// A word or mark between the ends of a range ("to").
    To,
    /// A word between the ends of a range that was announced ("and" in "between 5 and 7").
    And,
    /// A word that announces a range ("between").
    Between,
}

impl Meaning {
    /// Whether an amount may begin with this meaning, or with the word for one before it ("a million").
    pub(crate) const fn begins(self) -> bool {
        matches!(self, Self::Number(_) | Self::Half | Self::ShareBefore | Self::Fraction(_) | Self::Scale(_))
    }
}
