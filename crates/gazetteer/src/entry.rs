//! Input of the builder: entities and their names.

use chancery_text::{EntityClass, Form, Interval, Reference, RelationKind};

/// The case that a name must have in the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum CasePolicy {
    /// The text must have the same case, letter for letter. A name of at most three characters is rejected among words in capitals, where "US" may be the word "us".
    Exact,
    /// Each word that begins with a capital letter in the name must begin with one in the text. The text may be all in capitals.
    #[default]
    Title,
    /// Any case.
    Any,
}

/// Where in a document a name counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum Activation {
    /// Everywhere.
    #[default]
    Always,
    /// Only after a full name of the same entity in the same document ("Medvedev" after "Dmitry Medvedev").
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
    /// A person. After a different given name, the surname refers to somebody else, and "Nazarbayev University" is not a person.
    Person,
}

/// The kind of a phrase that makes a name next to it part of another name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum NameContext {
    /// A given name before the name: "Michael Jordan".
    Given,
    /// A title before the name of a person: "Mr. Ireland".
    Honorific,
    /// A surname after the name: "Chad Smith".
    Surname,
    /// The beginning of a surname that follows the name: "Georgia O'Keeffe".
    SurnamePrefix,
    /// The beginning of a longer name: "Bank of China".
    Before,
    /// The end of a longer name: "Peking University".
    Behind,
    /// The end of the name of a document or meeting. It counts only after the name of a town ("Geneva Convention"): "Iran" in "the Iran Agreement" is still the
    /// state.
    BehindTown,
}

/// One form of a name.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Name {
    /// The name as it is written. Square brackets mark the part that the mention covers: `the [Council]` matches only after "the", which is not part of the mention.
    pub text: String,
    /// The kind of the name.
    pub form: Form,
    /// Language of the name, as a BCP 47 tag; empty if unknown.
    pub language: String,
    /// The case that the name must have in the text.
    pub case: CasePolicy,
    /// Where in a document the name counts.
    pub activation: Activation,
    /// The period in which the name was in use; `None` if it was in use as long as the entity existed.
    pub valid: Option<Interval>,
    /// Words or phrases, at least one of which must be near; empty if the name requires none.
    pub needs: Vec<String>,
    /// Words or phrases that must not be near.
    pub not: Vec<String>,
    /// Words or phrases that support the name. In the sentence, they outweigh `not`. They also count as `needs`.
    pub hints: Vec<String>,
    /// Words or phrases that must not stand directly before the name.
    pub before: Vec<String>,
    /// Words or phrases that must not stand directly after the name.
    pub after: Vec<String>,
    /// The probability, from 0 to 1, that the name refers to this entity if nothing else decides.
    pub prior: f32,
    /// Whether the name is written in the order of an index ("Korea, Republic of"). If so, it gives way to a name that begins after its comma and continues after
    /// its end.
    pub inverted: bool,
}

impl Name {
    /// Creates a name with [`CasePolicy::Title`] and prior 1, without a language and without conditions.
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
            hints: Vec::new(),
            before: Vec::new(),
            after: Vec::new(),
            prior: 1.0,
            inverted: false,
        }
    }

    /// Returns this name with another case policy.
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
    /// For an office: id of the state or body in which it is held.
    pub at: Option<String>,
    /// The period in which the relation holds.
    pub valid: Option<Interval>,
}

/// The number of years by which a year given with a name ("of 1954") may lie outside the validity of the entity. A document dated even before these years does not
/// name the entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Dated {
    /// Years before the beginning. A treaty is named from its adoption on, which may be long before it enters into force.
    pub before: u16,
    /// Years after the end, or after the beginning if there is no end.
    pub after: u16,
}

/// An entity with its names.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Entity {
    /// Permanent id.
    pub id: String,
    /// Name of the type of the entity ("state", "ministry").
    pub kind: String,
    /// Class of the type. It determines how the engines treat the entity.
    pub class: EntityClass,
    /// Preferred name for people to read; if empty, the id is used.
    pub label: String,
    /// ISO 3166-1 alpha-3 code of the entity if it is a state, else of the state that it lies in or belongs to.
    pub country: Option<String>,
    /// Wikidata item ("Q148").
    pub wikidata: Option<String>,
    /// The period in which the entity existed.
    pub valid: Option<Interval>,
    /// Whether the entity yields no mentions. Its names are matched only to keep the names inside them from matching.
    pub silent: bool,
    /// The class of the names, if they may be part of other names, such as names of persons, banks or universities (see [`NameContext`](crate::NameContext)).
    pub name_class: Option<NameClass>,
    /// For a treaty, a meeting or a similar entity: how far a year given with its name may lie outside its validity.
    pub dated: Option<Dated>,
    /// Whether a document may refer to the entity by the head noun of its name ("the Council").
    pub headed: bool,
    /// Sector of its actors, as a code of the PLOVER event ontology ("GOV").
    pub sector: Option<String>,
    /// For a common noun that refers to several states ("the Parties"): which states.
    pub refers: Option<Reference>,
    /// Relations to other entities.
    pub links: Vec<Link>,
    /// Its names.
    pub names: Vec<Name>,
}

impl Entity {
    /// Creates an entity of class [`EntityClass::Other`] without names.
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

    /// Returns this entity with one more name.
    #[must_use]
    pub fn with_name(mut self, name: Name) -> Self {
        self.names.push(name);
        self
    }
}
