//! Input of the builder: entities and their names.

use chancery_text::{EntityClass, Form, Interval, Reference, RelationKind};

/// The case that a name must have in the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum CasePolicy {
    /// Letter for letter. A name of at most three letters is rejected between words that are all in capitals, where "US" may be "us".
    Exact,
    /// Words with a capital in the name must have one in the text; the text may be all in capitals.
    #[default]
    Title,
    /// Any case.
    Any,
}

/// When a name counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum Activation {
    /// Everywhere.
    #[default]
    Always,
    /// After a full name of the same entity in the same document ("Medvedev" after "Dmitry Medvedev").
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
    /// A person: after another given name a surname is another person's, and "Nazarbayev University" is not a person.
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
    /// The name as it is written. Square brackets mark the part that the mention covers: `the [Council]` matches only after "the", which is not part of the mention.
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
    /// Words or phrases that must not stand directly after it.
    pub after: Vec<String>,
    /// How likely the name means this entity if nothing else decides, from 0 to 1.
    pub prior: f32,
}

impl Name {
    /// A name without a language, in title case, without conditions, with prior 1.
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

    /// This name with another case policy.
    #[must_use]
    pub fn with_case(mut self, case: CasePolicy) -> Self {
        self.case = case;
        self
    }
}

/// A relation to another entity, given by its id.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Link {
    /// The kind of relation.
    pub kind: RelationKind,
    /// Id of the other entity. A link to an unknown id is left out when the gazetteer is built.
    pub of: String,
    /// For an office: id of the state or body where it is held.
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

/// An entity with its names.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Entity {
    /// Permanent id.
    pub id: String,
    /// Name of its type ("state", "ministry").
    pub kind: String,
    /// Class of the type, by which engines treat it.
    pub class: EntityClass,
    /// Preferred name for people to read; if empty, the id is used.
    pub label: String,
    /// ISO 3166-1 alpha-3 code of the state that it is, or that it lies in or belongs to.
    pub country: Option<String>,
    /// Wikidata item ("Q148").
    pub wikidata: Option<String>,
    /// When it existed.
    pub valid: Option<Interval>,
    /// Whether it makes no mentions: its names are matched only so that names inside them are not.
    pub silent: bool,
    /// Set if its name may be part of other names, of persons, banks or universities (see [`NameContext`](crate::NameContext)).
    pub name_class: Option<NameClass>,
    /// For a treaty, meeting or the like: how far a year given with its name may lie outside its validity.
    pub dated: Option<Dated>,
    /// Whether a document may call it by the head noun of its name ("the Council").
    pub headed: bool,
    /// PLOVER sector of its actors ("GOV").
    pub sector: Option<String>,
    /// For a common noun that means several states: which ones.
    pub refers: Option<Reference>,
    /// Relations to other entities.
    pub links: Vec<Link>,
    /// Its names.
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

    /// This entity with one more name.
    #[must_use]
    pub fn with_name(mut self, name: Name) -> Self {
        self.names.push(name);
        self
    }
}
