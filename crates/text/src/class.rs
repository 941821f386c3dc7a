//! Classes of entities. A class is a group of entity types that the analysis crates treat alike.

use std::fmt;
use std::str::FromStr;

/// Defines the classes with their names.
macro_rules! classes {
    ($($(#[$doc:meta])+ $name:ident = $text:literal),+ $(,)?) => {
        /// The class of an entity, which determines how the analysis crates treat the entity. Default: [`Other`](Self::Other).
        ///
        /// Data files give each entity a type ("state", "ministry", "party") and each type a class. Several types may share a class.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
        #[non_exhaustive]
        pub enum EntityClass {
            $($(#[$doc])+ $name),+
        }

        impl EntityClass {
            /// Every class, in the order of declaration.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// The name used in data files, in lower case.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => $text),+
                }
            }
        }
    };
}

classes! {
    /// A state, present or former.
    State = "state",
    /// A dependent or disputed territory that has its own country code.
    Territory = "territory",
    /// A part of the world that spans states.
    Region = "region",
    /// A group of states that has no secretariat or other organs, or a common noun for several states.
    Grouping = "grouping",
    /// A first-level division of a state.
    Division = "division",
    /// A city or town.
    City = "city",
    /// A place that is smaller than a city or division, such as a building or a base.
    Site = "site",
    /// A sea, river, mountain range or other natural feature.
    Feature = "feature",
    /// An organisation with members.
    Organisation = "organisation",
    /// A ministry, parliament, council or other body of a state or organisation.
    Organ = "organ",
    /// A standing arrangement for cooperation that has no organs.
    Mechanism = "mechanism",
    /// A meeting held once, or one session of a recurring meeting.
    Meeting = "meeting",
    /// A treaty or another document that states adopt.
    Instrument = "instrument",
    /// An office that persons hold.
    Office = "office",
    /// A person.
    Person = "person",
    /// Anything else.
    #[default]
    Other = "other",
}

impl EntityClass {
    /// Returns `true` if the class is [`State`](Self::State) or [`Territory`](Self::Territory).
    #[must_use]
    pub const fn is_country(self) -> bool {
        matches!(self, Self::State | Self::Territory)
    }

    /// Returns `true` if the entities of the class are places that do not act: regions, divisions, cities, sites and
    /// features.
    #[must_use]
    pub const fn is_place(self) -> bool {
        matches!(self, Self::Region | Self::Division | Self::City | Self::Site | Self::Feature)
    }
}

/// The error that is returned if a string is not the name of an [`EntityClass`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownClass(String);

impl fmt::Display for UnknownClass {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<&str> = EntityClass::ALL.iter().map(|class| class.as_str()).collect();
        write!(f, "unknown class \"{}\"; expected one of {}", self.0, names.join(", "))
    }
}

impl std::error::Error for UnknownClass {}

impl FromStr for EntityClass {
    type Err = UnknownClass;

    /// Parses the [name](Self::as_str) of a class. Case is significant.
    fn from_str(name: &str) -> Result<Self, Self::Err> {
        Self::ALL.iter().copied().find(|class| class.as_str() == name).ok_or_else(|| UnknownClass(name.to_owned()))
    }
}
