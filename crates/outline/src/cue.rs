//! Cues: words that indicate the type of a document or one of its parts.

use std::fmt;
use std::str::FromStr;

/// What a word or phrase indicates about a document or its parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum Cue {
    /// A noun in a title ("joint communiqué"). Its class is a type of document.
    Title,
    /// Words near the start of a document ("for immediate release"). Their class is a type of document.
    Opening,
    /// A formula at the start or end of a paragraph ("have agreed as follows"). Its class is a type of document.
    Formula,
    /// A separate line ("The General Assembly,"). Its class is a type of document.
    Line,
    /// A heading ("executive summary"). Its class is a type of document.
    Heading,
    /// Words at the start of a sentence that are common in a type of document ("my delegation"). Their class is this type.
    Phrase,
    /// The beginning of a clause in a preamble ("recalling"). Its class names the function of the clause.
    Recital,
    /// The beginning of a provision ("decides"). Its class names the function of the provision.
    Provision,
    /// The end of a preamble ("have agreed as follows"). It has no class.
    Agreed,
    /// The beginning of the signatures ("done at"). Its class is a type of document.
    Signature,
    /// The beginning of one signature ("for the Government of").
    Signatory,
    /// The word for an article.
    Article,
    /// The word for an annex.
    Annex,
    /// The heading of a preamble.
    Preamble,
    /// A word that may stand after the noun of a title ("on").
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

    /// The names of all cues in data files.
    pub fn names() -> impl Iterator<Item = &'static str> {
        Self::NAMED.iter().map(|(name, _)| *name)
    }

    /// Whether the class of the cue is a type of document.
    #[must_use]
    pub const fn is_of_type(self) -> bool {
        matches!(self, Self::Title | Self::Opening | Self::Formula | Self::Line | Self::Signature | Self::Heading | Self::Phrase)
    }
}

/// The error for a name that belongs to no [`Cue`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownCue(String);

impl fmt::Display for UnknownCue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "there is no kind of cue \"{}\"", self.0)
    }
}

impl std::error::Error for UnknownCue {}

impl FromStr for Cue {
    type Err = UnknownCue;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        Self::NAMED.iter().find(|(known, _)| *known == name).map(|(_, cue)| *cue).ok_or_else(|| UnknownCue(name.to_owned()))
    }
}
