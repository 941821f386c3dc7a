//! What goes in: entities and their names.

use chancery_text::{EntityClass, Form, Interval, Reference, RelationKind};

/// How a name must be cased in the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum CasePolicy {
    /// Letter for letter. A form of up to three letters is then not taken where its neighbours are all in capitals too: there "US" may be "us".
    Exact,
    /// Words that have a capital in the name have one in the text; capitals throughout are fine.
    #[default]
    Title,
    /// Any.
    Any,
}

/// When a name counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum Activation {
    /// Wherever it stands.
    #[default]
    Always,
    /// Behind a full name of the same entity in the same document ("Medvedev" behind "Dmitry Medvedev").
    Introduced,
    /// Only where the document defines it ("hereinafter the Organisation").
    Defined,
}

/// Classes of entities whose names are often part of other names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum NameClass {
    /// A state or a part of the world.
    Land,
    /// A town, or a part of a state.
    Town,
    /// A person: a surname behind another given name is another's, and "Nazarbayev University" is none.
    Person,
}

/// What an adjacent phrase makes of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum NameContext {
    /// A given name before it: "Michael Jordan".
    Given,
    /// A title before the name of a person: "Mr. Ireland".
    Honorific,
    /// A surname after it: "Chad Smith".
    Surname,
    /// The beginning of surnames that may follow it: "Georgia O'Keeffe".
    SurnamePrefix,
    /// The beginning of a longer name: "Bank of China".
    Before,
    /// The end of a longer name: "Peking University".
    Behind,
    /// The end of the name of a document or meeting after a town ("Geneva Convention"); after a state it is not a name ("the Iran Agreement").
    BehindTown,
}

/// One form of a name.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Name {
    /// As it is written. Square brackets mark what of it the mention covers: `the [Council]` is found only behind "the", which is no part of the mention.
    pub text: String,
    /// Its kind.
    pub form: Form,
    /// Language (BCP 47); empty where unknown.
    pub language: String,
    /// How it must be cased.
    pub case: CasePolicy,
    /// When it counts.
    pub activation: Activation,
    /// When it was in use, where that differs from the entity.
    pub valid: Option<Interval>,
    /// Words of which one must be near.
    pub needs: Vec<String>,
    /// Words that must not be near.
    pub not: Vec<String>,
    /// Words or phrases that must not stand directly before it.
    pub before: Vec<String>,
    /// Words or phrases that must not stand directly behind it.
    pub after: Vec<String>,
    /// How likely the form means this entity when nothing else tells, 0 to 1.
    pub prior: f32,
}

impl Name {
    /// A name of any language, in title case, without conditions, prior 1.
    #[must_use]
    pub fn new(text: impl Into<String>, form: Form) -> Self {
        Self {
            text: text.into(),
            form,
            language: String::new(),
            case: CasePolicy::Title,
            activation: Activation::Always,
            valid: None,
            needs: Vec::new(),
            not: Vec::new(),
            before: Vec::new(),
            after: Vec::new(),
            prior: 1.0,
        }
    }

    /// The same with another case policy.
    #[must_use]
    pub fn with_case(mut self, case: CasePolicy) -> Self {
        self.case = case;
        self
    }
}

/// What another entity is to one, by its id.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Link {
    /// What the other is.
    pub kind: RelationKind,
    /// Id of the other; a link to an id that no entity has is left out when the gazetteer is built.
    pub of: String,
    /// Of an office: id of the state or body it is held at.
    pub at: Option<String>,
    /// When it holds.
    pub valid: Option<Interval>,
}

/// How far the year given with a name may lie outside the validity of the entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Dated {
    /// Years before the beginning: a treaty is named from its adoption, long before it enters into force.
    pub before: u16,
    /// Years after the end, or after the beginning where there is no end.
    pub after: u16,
}

/// Something that has names.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Entity {
    /// Permanent id.
    pub id: String,
    /// Type.
    pub kind: String,
    /// Class of that type, by which engines treat it.
    pub class: EntityClass,
    /// Preferred name for people to read; the id where it is empty.
    pub label: String,
    /// ISO 3166-1 alpha-3 code of the state it is or lies in.
    pub country: Option<String>,
    /// Wikidata item.
    pub wikidata: Option<String>,
    /// When it existed.
    pub valid: Option<Interval>,
    /// Whether its names are found only to keep names inside them from being found; it makes no mentions.
    pub silent: bool,
    /// Set if its name may be part of other names, of persons, banks or universities (see [`NameContext`](crate::NameContext)).
    pub name_class: Option<NameClass>,
    /// If it is a thing of a certain time, like a treaty or a meeting: how far a year told with its name may be off.
    pub dated: Option<Dated>,
    /// Whether a document may call it by the head of its name ("the Council").
    pub headed: bool,
    /// Sector of its actors, as PLOVER names them ("GOV").
    pub sector: Option<String>,
    /// Whom a common noun for several states refers to.
    pub refers: Option<Reference>,
    /// How it stands to others.
    pub links: Vec<Link>,
    /// Its forms.
    pub names: Vec<Name>,
}

impl Entity {
    /// An entity without names.
    #[must_use]
    pub fn new(id: impl Into<String>, kind: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            kind: kind.into(),
            class: EntityClass::Other,
            label: String::new(),
            country: None,
            wikidata: None,
            valid: None,
            silent: false,
            name_class: None,
            dated: None,
            headed: false,
            sector: None,
            refers: None,
            links: Vec::new(),
            names: Vec::new(),
        }
    }

    /// The same with one more name.
    #[must_use]
    pub fn with_name(mut self, name: Name) -> Self {
        self.names.push(name);
        self
    }
}
