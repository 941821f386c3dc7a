//! Classes of abbreviations.

use crate::error::UnknownClass;
use std::str::FromStr;

/// The class of an abbreviation, which determines whether the final period of the abbreviation can end a sentence.
///
/// If an abbreviation has several classes, its context decides which of them applies. After a number, [`AfterNumber`](Self::AfterNumber) applies; before a
/// number, [`BeforeNumber`](Self::BeforeNumber). In all other contexts, the first of these classes that the abbreviation has applies: [`Title`](Self::Title),
/// [`Never`](Self::Never), [`Anywhere`](Self::Anywhere).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum AbbreviationClass {
    /// The abbreviation comes before a name and never ends a sentence ("Mr.", "H.E.").
    Title,
    /// The word is an abbreviation only before a number. In that position, it never ends a sentence ("No. 5", "Art. 12").
    BeforeNumber,
    /// The word is an abbreviation only after a number. In that position, it ends the sentence if the next word begins with a capital ("1991 г.").
    AfterNumber,
    /// The abbreviation never ends a sentence ("e.g.", "cf.").
    Never,
    /// The abbreviation ("U.S.", "Inc.", "etc.") ends a sentence if it is followed by a word that often begins sentences.
    Anywhere,
}

impl AbbreviationClass {
    /// The bit that represents the class in a set of classes.
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

    /// Parses the name of a class as it is used in data files: `title`, `before_number`, `after_number`, `never`, `anywhere`.
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
