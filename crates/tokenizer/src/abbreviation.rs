//! Classes of abbreviations.

use crate::error::UnknownClass;
use std::str::FromStr;

/// Whether an abbreviation that ends in a period can end a sentence.
///
/// A form may have several classes. Then its neighbours decide: after a number, [`AfterNumber`](Self::AfterNumber) holds; before a number,
/// [`BeforeNumber`](Self::BeforeNumber); else the first of [`Title`](Self::Title), [`Never`](Self::Never) and [`Anywhere`](Self::Anywhere).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum AbbreviationClass {
    /// A name follows; it never ends a sentence ("Mr.", "H.E.").
    Title,
    /// An abbreviation only before a number; it never ends a sentence then ("No. 5", "Art. 12").
    BeforeNumber,
    /// An abbreviation only after a number; it ends a sentence if a capital follows ("1991 г.").
    AfterNumber,
    /// It never ends a sentence ("e.g.", "cf.").
    Never,
    /// It ends a sentence if a usual first word follows ("U.S.", "Inc.", "etc.").
    Anywhere,
}

impl AbbreviationClass {
    /// The bit of the class in a set of classes.
    pub(crate) const fn bit(self) -> u8 {
        match self {
            Self::Title => 1,
            Self::BeforeNumber => 2,
            Self::AfterNumber => 4,
            Self::Never => 8,
            Self::Anywhere => 16,
        }
    }
}

impl FromStr for AbbreviationClass {
    type Err = UnknownClass;

    /// Parses the name used in data: `title`, `before_number`, `after_number`, `never`, `anywhere`.
    fn from_str(name: &str) -> Result<Self, UnknownClass> {
        Ok(match name {
            "title" => Self::Title,
            "before_number" => Self::BeforeNumber,
            "after_number" => Self::AfterNumber,
            "never" => Self::Never,
            "anywhere" => Self::Anywhere,
            _ => return Err(UnknownClass::new(name)),
        })
    }
}
