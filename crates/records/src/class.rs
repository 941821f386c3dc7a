//! Classes of words.

use chancery_text::DateRole;
use std::fmt;
use std::str::FromStr;

/// What a word or phrase means for a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum Class {
    /// Words in lower case that may stand inside a title ("of", "and", "the").
    Connector,
    /// Words that begin what a document is about ("on", "concerning").
    Subject,
    /// Words before the sides ("between").
    Between,
    /// Words in lower case that may stand before a head noun in lower case ("border", "peace").
    Modifier,
    /// Capitalised words at the start of a sentence that do not belong to a title ("The", "Under").
    Opener,
    /// Words by which a document refers to itself ("this", "the present").
    This,
    /// The word before the body that something belongs to ("of").
    Of,
    /// Words before a place ("in", "at").
    Where,
    /// Words before a short name that a document introduces ("hereinafter").
    Called,
    /// Verbs whose subject hosts a meeting ("hosted").
    Hosts,
    /// Words before the host of a meeting ("hosted by").
    HostedBy,
    /// Phrases after which the text of a treaty begins ("have agreed as follows").
    Agreed,
    /// Phrases before place and date of a signature at the end of a treaty ("done at").
    Done,
    /// Words that begin the recitals of a treaty ("desiring", "recognizing"): the parties stand before them.
    Recital,
    /// Words of the class `subject` that begin no subject of a meeting in lower case ("the session for the first time").
    Cause,
    /// Nouns after "on" and "for" that begin no subject ("on the basis of").
    NotAbout,
    /// Predicates of who is bound by a treaty ("are parties to").
    Party,
    /// Words that present a meeting as still to come ("upcoming", "will").
    Planned,
    /// Words that present a meeting as held ("held", "last").
    Held,
    /// A verb or noun before a date with this role ("signed").
    Date(DateRole),
}

impl Class {
    const NAMED: [(&'static str, Self); 19] = [
        ("connector", Self::Connector),
        ("subject", Self::Subject),
        ("between", Self::Between),
        ("modifier", Self::Modifier),
        ("opener", Self::Opener),
        ("this", Self::This),
        ("of", Self::Of),
        ("where", Self::Where),
        ("called", Self::Called),
        ("hosts", Self::Hosts),
        ("hosted_by", Self::HostedBy),
        ("agreed", Self::Agreed),
        ("done", Self::Done),
        ("recital", Self::Recital),
        ("cause", Self::Cause),
        ("party", Self::Party),
        ("not_about", Self::NotAbout),
        ("planned", Self::Planned),
        ("held", Self::Held),
    ];

    /// The names of all classes in data files, without those of dates.
    pub fn names() -> impl Iterator<Item = &'static str> {
        Self::NAMED.iter().map(|(name, _)| *name)
    }
}

/// The error for a name that belongs to no [`Class`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownClass(String);

impl fmt::Display for UnknownClass {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "there is no class of words \"{}\"", self.0)
    }
}

impl std::error::Error for UnknownClass {}

impl FromStr for Class {
    type Err = UnknownClass;

    /// Parses a name as in data files: "connector", or the name of a [`DateRole`] ("signed").
    fn from_str(name: &str) -> Result<Self, Self::Err> {
        let known = Self::NAMED.iter().find(|(known, _)| *known == name).map(|(_, class)| *class);
        known.or_else(|| DateRole::named(name).map(Self::Date)).ok_or_else(|| UnknownClass(name.to_owned()))
    }
}
