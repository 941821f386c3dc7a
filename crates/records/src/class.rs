//! Classes of cue words.

use chancery_text::DateRole;
use std::fmt;
use std::str::FromStr;

/// The meaning of a word or phrase for finding records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum Class {
    /// Words in lower case that may stand inside a title ("of", "and", "the").
    Connector,
    /// Words that introduce the subject of a document ("on", "concerning").
    Subject,
    /// The word before the two sides ("between").
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
    /// Phrases before the place and date of a signature at the end of a treaty ("done at").
    Done,
    /// Words that begin the recitals of a treaty ("desiring", "recognizing"). The parties are named before them.
    Recital,
    /// Words of the class `subject` that do not introduce the subject of a meeting if lower-case words follow ("the session for the first
    /// time").
    Cause,
    /// Nouns after "on" and "for" that do not begin a subject ("on the basis of").
    NotAbout,
    /// Predicates that follow the parties of a treaty ("are parties to").
    Party,
    /// Words that present a meeting as still to come ("upcoming", "will").
    Planned,
    /// Words that present a meeting as held ("held", "last").
    Held,
    /// A verb or noun that precedes a date and gives its role ("signed").
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

    /// The names of all classes in data files, except the date roles.
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

    /// Parses a class name from a data file: "connector", for example, or the name of a [`DateRole`] ("signed").
    fn from_str(name: &str) -> Result<Self, Self::Err> {
        let known = Self::NAMED.iter().find(|(known, _)| *known == name).map(|(_, class)| *class);
        known.or_else(|| DateRole::named(name).map(Self::Date)).ok_or_else(|| UnknownClass(name.to_owned()))
    }
}
