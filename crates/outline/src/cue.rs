//! Cues: words that indicate the type of a document or one of its parts.

use std::fmt;
use std::str::FromStr;

/// The role of a word or phrase that indicates the type of a document or one of its parts. Some cues have a class, which is passed to
/// [`OutlinerBuilder::cue`](crate::OutlinerBuilder::cue) together with the phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum Cue {
    /// A noun in a title ("joint communiqué"). Its class is the document type that the noun indicates.
    Title,
    /// Words near the start of a document ("for immediate release"). Their class is the document type that the words indicate.
    Opening,
    /// A formula at the start or end of a paragraph ("have agreed as follows"). Its class is the document type that the formula indicates.
    Formula,
    /// Words that make up a whole line ("The General Assembly,"). Their class is the document type that the words indicate.
    Line,
    /// A heading ("executive summary"). Its class is the document type that the heading indicates.
    Heading,
    /// Words that often begin a sentence in documents of one type ("my delegation"). Their class is this document type.
    Phrase,
    /// A word that begins a clause of a preamble ("recalling"). Its class is the function of the clause (`recall`).
    Recital,
    /// A word that begins a provision ("decides"). Its class is the function of the provision (`decide`).
    Provision,
    /// A formula that ends a preamble ("have agreed as follows"). It has no class.
    Agreed,
    /// A formula that begins the signatures ("done at"). Its class is the document type that the formula indicates.
    Signature,
    /// Words that begin the signature of one signatory ("for the Government of").
    Signatory,
    /// The word "article" in any language.
    Article,
    /// The word "annex" in any language.
    Annex,
    /// The heading of a preamble.
    Preamble,
    /// A word that may follow the noun of a title ("on" in "Declaration on …").
    TitleNext,
    /// A form of address ("Mr. President").
    Address,
}

impl Cue {
    const NAMED: [(&'static str, Self); 16] = [
        ("title", Self::Title),
        ("opening", Self::Opening),
        ("formula", Self::Formula),
        ("line", Self::Line),
        ("heading", Self::Heading),
        ("phrase", Self::Phrase),
        ("recital", Self::Recital),
        ("provision", Self::Provision),
        ("agreed", Self::Agreed),
        ("signature", Self::Signature),
        ("signatory", Self::Signatory),
        ("article", Self::Article),
        ("annex", Self::Annex),
        ("preamble", Self::Preamble),
        ("title_next", Self::TitleNext),
        ("address", Self::Address),
    ];

    /// Returns the names of all cues in data files.
    pub fn names() -> impl Iterator<Item = &'static str> {
        Self::NAMED.iter().map(|(name, _)| *name)
    }

    /// Returns `true` if the class of this cue is a type of document.
    #[must_use]
    pub const fn is_of_type(self) -> bool {
        matches!(self, Self::Title | Self::Opening | Self::Formula | Self::Line | Self::Signature | Self::Heading | Self::Phrase)
    }
}

/// The error returned when a [`Cue`] is parsed from a string that is not the name of a cue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownCue(String);

impl fmt::Display for UnknownCue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "unknown kind of cue \"{}\"", self.0)
    }
}

impl std::error::Error for UnknownCue {}

impl FromStr for Cue {
    type Err = UnknownCue;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        Self::NAMED.iter().find(|(known, _)| *known == name).map(|(_, cue)| *cue).ok_or_else(|| UnknownCue(name.to_owned()))
    }
}
