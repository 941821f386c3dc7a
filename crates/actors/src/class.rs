//! The classes of words next to names.

use crate::error::UnknownClass;
use std::str::FromStr;

/// The class of a word or phrase that may come next to a name. It says what the word shows about the name. [`FromStr`] converts the name of a word list in the
/// data files (`data/language/*/actors.toml`) into a class.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum Class {
    /// A noun for a body of a state ("government", "armed forces").
    Body,
    /// A noun for states ("countries").
    Group,
    /// A noun for the members of an organisation ("member states").
    Membership,
    /// A word that may come between the name of a state and an office or body ("deputy" in "Kenyan deputy minister").
    Modifier,
    /// A word that restricts a group to some of its members ("some").
    Partial,
    /// A word that may precede a group without restricting it ("all", "with"). Most other lower-case words before a group restrict it to some of its members:
    /// "major African countries" does not mean all African countries.
    Opening,
    /// A possessive pronoun, such as "its".
    Own,
    /// A word that marks a former holder of an office ("former").
    Former,
    /// A number word ("five").
    Number,
    /// A singular noun for a state ("State"). A phrase that ends in one of these nouns refers to only one member of a group ("non-aligned State").
    Single,
    /// A word that follows a group and restricts it to some of its members ("that" in "African countries that …").
    Narrowing,
    /// An article ("the").
    Article,
    /// A preposition that connects an office or body to its state or organisation ("of").
    Of,
    /// A word that joins names in a list ("and").
    Join,
    /// A title before a person's name ("His Excellency Mr.").
    Honorific,
    /// A verb that often has a government as its subject ("said").
    Say,
    /// An auxiliary verb that may precede a verb of the class [`Say`](Self::Say) ("has").
    Auxiliary,
    /// A preposition of place ("in").
    Place,
    /// A word before the names of two governments that deal with each other ("between").
    Between,
    /// A phrase before the name of a government that marks this government as the source of a statement ("according to").
    Source,
    /// A noun for dealings between governments ("talks").
    Dealing,
    /// A word between a noun of the class [`Dealing`](Self::Dealing) and the name of a government ("with" in "relations with Moscow").
    With,
    /// A noun for something that a government has or does ("position" in "Beijing's position").
    Stance,
    /// A plural ending of nouns ("s").
    PluralEnd,
    /// An ending of singular nouns that looks like a plural ending ("ss").
    SingularEnd,
}

impl Class {
    /// The classes whose words are plain lists in the data files, each with the name of its list. [`Body`](Self::Body) and [`Number`](Self::Number) are not
    /// included, because their words have additional data (the sector of a body, the value of a number).
    const LISTS: [(&'static str, Self); 23] = [
        ("group", Self::Group),
        ("membership", Self::Membership),
        ("modifier", Self::Modifier),
        ("opening", Self::Opening),
        ("own", Self::Own),
        ("former", Self::Former),
        ("single", Self::Single),
        ("narrowing", Self::Narrowing),
        ("partial", Self::Partial),
        ("article", Self::Article),
        ("of", Self::Of),
        ("join", Self::Join),
        ("honorific", Self::Honorific),
        ("say", Self::Say),
        ("auxiliary", Self::Auxiliary),
        ("place", Self::Place),
        ("between", Self::Between),
        ("source", Self::Source),
        ("dealing", Self::Dealing),
        ("with", Self::With),
        ("stance", Self::Stance),
        ("plural", Self::PluralEnd),
        ("singular", Self::SingularEnd),
    ];
}

impl FromStr for Class {
    type Err = UnknownClass;

    /// Converts the name of a word list in the data files ("group", "honorific") into a class. Returns an error for any other name. There are no names for
    /// [`Body`](Self::Body) and [`Number`](Self::Number), because the data files do not give their words as plain lists.
    fn from_str(name: &str) -> Result<Self, UnknownClass> {
        let known = Self::LISTS.iter().find(|(known, _)| *known == name).map(|(_, class)| *class);
        known.ok_or_else(|| UnknownClass::new(name, Self::LISTS.map(|(known, _)| known)))
    }
}
