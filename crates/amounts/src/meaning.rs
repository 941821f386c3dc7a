//! What a word means for an amount.

use chancery_text::Bound;

/// What a word or phrase means for an amount.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum Meaning {
    /// A number ("five").
    Number(u32),
    /// A word that means one before a scale ("a million").
    One,
    /// Words that halve the scale after them ("half a").
    Half,
    /// A word that joins the parts of a number ("and" in "two hundred and five").
    Joint,
    /// A factor ("million").
    Scale(f64),
    /// A name of a currency, after the number ("euros"): the number of the currency.
    Currency(u16),
    /// A sign or code of a currency, before or after the number ("€", "USD").
    Mark(u16),
    /// A word for hundredths after a number ("per cent").
    Share,
    /// The same before a number (百分之).
    ShareBefore,
    /// A denominator ("thirds": 3).
    Fraction(u32),
    /// A word between denominator and numerator (分之).
    Over,
    /// A word after a denominator, without which "a third" is no share ("of").
    FractionOf,
    /// A unit ("tonnes"): the number of the unit.
    Unit(u16),
    /// Something that is counted ("troops"), before which one more word may stand.
    Count(u16),
    /// Words before an amount that limit it ("at least").
    Before(Bound),
    /// Words after an amount that limit it ("or more").
    Behind(Bound),
    /// A word or mark between the ends of a range ("to").
    To,
    /// The same, if the range is announced ("and" in "between 5 and 7").
    And,
    /// A word that announces a range ("between").
    Between,
}

impl Meaning {
    /// Whether an amount may begin with it, or with the word for one before it ("a million").
    pub(crate) const fn begins(self) -> bool {
        matches!(self, Self::Number(_) | Self::Half | Self::ShareBefore | Self::Fraction(_) | Self::Scale(_))
    }
}
