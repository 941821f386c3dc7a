//! What a cue word shows.

use std::fmt;
use std::str::FromStr;

/// What a word or phrase shows about a document or its parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum Cue {
    /// The noun of a title ("joint communiqué"). The class is a type of documents.
    Title,
    /// Words near the start of a document ("for immediate release"). The class is a type.
    Opening,
    /// A formula at the start or end of a paragraph ("have agreed as follows"). The class is a type.
    Formula,
    /// A line of its own ("The General Assembly,"). The class is a type.
    Line,
    /// A heading ("executive summary"). The class is a type.
    Heading,
    /// Words at the start of a sentence that are usual in a type ("my delegation"). The class is a type.
    Phrase,
    /// The beginning of a clause of a preamble ("recalling"). The class says what it does.
    Recital,
    /// The beginning of a provision ("decides"). The class says what it does.
    Provision,
    /// The end of a preamble ("have agreed as follows"). The class is not used.
    Agreed,
    /// The beginning of the signatures ("done at"). The class is a type.
    Signature,
    /// The beginning of one signature ("for the Government of").
    Signatory,
    /// The word of an article.
    Article,
    /// The word of an annex.
    Annex,
    /// The heading of a preamble.
    Preamble,
    /// A word that may stand after the noun of a title ("on").
    TitleNext,
    /// How those who are addressed are called ("Mr. President").
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

    /// The names in data files.
    pub fn names() -> impl Iterator<Item = &'static str> {
        Self::NAMED.iter().map(|(name, _)| *name)
    }

    /// Whether its class is a type of documents.
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
