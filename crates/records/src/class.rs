//! Classes of cue words. Cue words show where titles, dates, places and parties are in a text.

use chancery_text::DateRole;
use std::fmt;
use std::str::FromStr;

/// The class of a cue word or phrase. It says what the word or phrase indicates, for example a place, the role of a date, or the parties to
/// a treaty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum Class {
    /// Lower-case words that may occur within a title ("of", "and", "the").
    Connector,
    /// Words that introduce the subject matter of a document ("on", "concerning").
    Subject,
    /// Words which show that the text speaks of one particular instrument ("the").
    Definite,
    /// Words which show that the text speaks of an instrument that may not exist yet ("a").
    Indefinite,
    /// Words that introduce the other side of an agreement ("with").
    Partner,
    /// Words for anniversaries. A date near "the anniversary of the Declaration" is not the date of the Declaration.
    Anniversary,
    /// Words before the instrument that a protocol amends ("to"), and before the purpose of a conference.
    To,
    /// Prefixes of the numbers of resolutions of special sessions ("S" in "S-26/2").
    SpecialSession,
    /// Words before a head noun that show that no particular instrument or meeting is meant ("each", "any").
    Generic,
    /// Adjectives that are not part of a name ("historic" in "the historic summit").
    Epithet,
    /// Participles between the head noun of an instrument and its subject ("reached" in "the agreement reached on trade").
    Concluded,
    /// Words before the last day of a meeting ("to" in "from 6 June to 2 July").
    Until,
    /// Possessive pronouns that stand for a person. In "my first session", the ordinal number does not belong to the session.
    Personal,
    /// Words before a head noun of meetings that show that it is not a meeting of states ("press" in "press conference").
    NoMeeting,
    /// Words that introduce the two sides of an agreement ("between").
    Between,
    /// Lower-case words that may precede a lower-case head noun as part of the title ("peace" in "the peace treaty").
    Modifier,
    /// Words that do not belong to a title, even if they have a capital letter because they begin a sentence ("The", "Under").
    Opener,
    /// Words by which a document refers to itself ("this", "the present").
    This,
    /// Words that introduce the body to which something belongs ("of").
    Of,
    /// Words that introduce a place ("in", "at").
    Where,
    /// Words that introduce a short name ("hereinafter").
    Called,
    /// Verbs whose subject hosts a meeting ("hosted").
    Hosts,
    /// Words that introduce the host of a meeting ("hosted by").
    HostedBy,
    /// Phrases that precede the text of a treaty ("have agreed as follows").
    Agreed,
    /// Phrases that precede the place and date of signature at the end of a treaty ("done at").
    Done,
    /// Words that begin the recitals (introductory paragraphs) of a treaty ("desiring", "recognizing"). The parties are named before the
    /// recitals.
    Recital,
    /// Words of the class `subject` that do not always introduce the subject matter of a meeting ("for"). In "the session for the first time", "for" introduces
    /// no subject matter.
    Cause,
    /// Nouns that do not name the subject matter of a document, although they follow "on" or "for" ("basis" in "on the basis of").
    NotAbout,
    /// Head nouns of meetings that are part of the name of a parliament if the name of a state precedes them ("the United States Congress").
    Parliament,
    /// Head nouns of meetings that can also denote a stage of an election ("the second round").
    Round,
    /// Words for elections ("election", "ballot").
    Vote,
    /// Nouns which show that the subject of a clause is a party to a treaty ("parties" in "are parties to").
    Party,
    /// Words which show that a meeting is still to come ("upcoming", "will").
    Planned,
    /// Words which show that a meeting has been held ("held", "last").
    Held,
    /// Verbs or nouns that precede a date and determine the role of the date ("signed").
    Date(DateRole),
}

impl Class {
    const NAMED: [(&'static str, Self); 34] = [
        ("connector", Self::Connector),
        ("subject", Self::Subject),
        ("definite", Self::Definite),
        ("indefinite", Self::Indefinite),
        ("partner", Self::Partner),
        ("concluded", Self::Concluded),
        ("epithet", Self::Epithet),
        ("generic", Self::Generic),
        ("to", Self::To),
        ("special_session", Self::SpecialSession),
        ("anniversary", Self::Anniversary),
        ("until", Self::Until),
        ("personal", Self::Personal),
        ("no_meeting", Self::NoMeeting),
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
        ("parliament", Self::Parliament),
        ("round", Self::Round),
        ("vote", Self::Vote),
        ("planned", Self::Planned),
        ("held", Self::Held),
    ];

    /// Returns the names of the classes in data files. The names of date roles, which [`FromStr`] also accepts, are not included.
    pub fn names() -> impl Iterator<Item = &'static str> {
        Self::NAMED.iter().map(|(name, _)| *name)
    }
}

/// The error returned when a string is not the name of a [`Class`].
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

    /// Parses the name of a class in a data file, such as `connector`. The name of a [`DateRole`], such as `signed`, gives [`Class::Date`].
    ///
    /// # Errors
    /// Returns an error if there is no class or date role with this name.
    fn from_str(name: &str) -> Result<Self, Self::Err> {
        let known = Self::NAMED.iter().find(|(known, _)| *known == name).map(|(_, class)| *class);
        known.or_else(|| DateRole::named(name).map(Self::Date)).ok_or_else(|| UnknownClass(name.to_owned()))
    }
}
