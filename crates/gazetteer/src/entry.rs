//! The input of the builder: entities and their names.

use chancery_text::{EntityClass, Form, Interval, Reference, RelationKind};

/// The case that a name must have in the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum CasePolicy {
    /// The text must have the same case, letter for letter.
    ///
    /// A name of at most three characters is also rejected if the words around it are in capitals, because "US" may then be the word "us". It is accepted in a
    /// list with at least two other known abbreviations.
    Exact,
    /// Each word of the name that begins with a capital letter must begin with a capital letter in the text. Text that is entirely in capitals also matches.
    #[default]
    Title,
    /// The text may have any case.
    Any,
}

/// Where in a document a name is recognised.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum Activation {
    /// The name is recognised everywhere.
    #[default]
    Always,
    /// The name is recognised only after a full name of the same entity in the same document: "Medvedev" after "Dmitry Medvedev".
    Introduced,
    /// The name is recognised only in documents that define it ("hereinafter the Organisation").
    Defined,
}

/// The class of an entity whose names are often part of longer names.
///
/// For example, "China" is part of "Bank of China". Other entities have no name class.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum NameClass {
    /// A state or a part of the world.
    Land,
    /// A town, or a part of a state.
    Town,
    /// A person. A surname is not recognised after a given name ("Hillary Clinton" is not the person "Clinton") or within the name of something else
    /// ("Nazarbayev University").
    Person,
}

/// The kind of a phrase that shows that a neighbouring name is part of a longer name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum NameContext {
    /// A given name before the name ("Michael" in "Michael Jordan").
    Given,
    /// A title before the name of a person ("Mr." in "Mr. Ireland").
    Honorific,
    /// A surname after the name ("Smith" in "Chad Smith").
    Surname,
    /// The beginning of a surname that follows the name ("O'" in "Georgia O'Keeffe").
    SurnamePrefix,
    /// The beginning of a longer name ("Bank of" in "Bank of China").
    Before,
    /// The end of a longer name ("University" in "Peking University").
    Behind,
    /// The end of the name of a document or meeting ("Convention" in "Geneva Convention").
    ///
    /// The name directly before it is part of the longer name only if it is the name of a town: in "the Iran Agreement", "Iran" is still the state.
    BehindTown,
}

/// One of the names of an entity, with the conditions under which it is recognised.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Name {
    /// The name as it is written.
    ///
    /// If part of the name is in square brackets, only this part becomes the mention: `the [Council]` matches only after "the", which is not part of the
    /// mention.
    pub text: String,
    /// The kind of the name.
    pub form: Form,
    /// Language of the name, as a BCP 47 tag; empty if unknown.
    pub language: String,
    /// The case that the name must have in the text.
    pub case: CasePolicy,
    /// Where in a document the name is recognised.
    pub activation: Activation,
    /// The period in which the name was in use. If it is `None`, the period of the entity (`Entity::valid`) is used.
    pub valid: Option<Interval>,
    /// Words or phrases of which at least one must occur in the document, outside the name; empty if none is required.
    ///
    /// A phrase in `hints` also satisfies this condition. An abbreviation needs no such phrase if it is in a list with at least two other known abbreviations.
    /// Phrases are compared without regard to case, but a phrase that begins with a capital letter must also begin with one in the text.
    pub needs: Vec<String>,
    /// Words or phrases that exclude the name, unless a phrase in `needs` or `hints` is nearer.
    ///
    /// The sentence, the paragraph and the whole document are searched in this order, and the first of them that contains a phrase of any of the three lists
    /// decides. If it contains a phrase in `not`, the name is rejected. The only exception is a phrase in `hints` in the same sentence, which overrules `not`.
    pub not: Vec<String>,
    /// Words or phrases that support the name. They satisfy `needs`, and they overrule `not` if they are in the same sentence as the name. If several entities
    /// have this name, they also help to choose between them.
    pub hints: Vec<String>,
    /// Words or phrases that must not be directly before the name. A phrase that begins with a capital letter must also begin with one in the text.
    pub before: Vec<String>,
    /// Words or phrases that must not be directly after the name. A phrase that begins with a capital letter must also begin with one in the text.
    pub after: Vec<String>,
    /// The prior probability that the name refers to this entity, from 0 to 1. It decides between entities with the same name if there is no other evidence.
    pub prior: f32,
    /// Whether the words of the name are in inverted order, as in an index ("Korea, Republic of").
    ///
    /// The words after the comma of such a name may belong to the next name of a list: "Japan, Korea, South Africa" does not contain "Korea, South". The
    /// inverted name is therefore rejected if another name begins inside it and ends after it, or if the next word seems to continue its last words.
    pub inverted: bool,
}

impl Name {
    /// Creates a name with [`CasePolicy::Title`] and a prior of 1, without a language and without conditions.
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

    /// Sets the case policy.
    #[must_use]
    pub fn with_case(mut self, case: CasePolicy) -> Self {
        self.case = case;
        self
    }
}

/// A relation to another entity. The other entity is given by its id.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Link {
    /// The kind of relation.
    pub kind: RelationKind,
    /// Id of the other entity. Links to unknown ids are omitted when the gazetteer is built.
    pub of: String,
    /// If the other entity is an office, the id of the state or body in which the office is held.
    pub at: Option<String>,
    /// The period in which the relation is valid; `None` if it is unknown. A relation with an unknown period is always valid.
    pub valid: Option<Interval>,
}

/// The date limits of a treaty, a meeting or a similar entity.
///
/// A name in a text may have a year next to it ("the Geneva Agreements of 1954"). If this year is too long before or after the entity's period of validity, the
/// name refers to a different entity. The limits state how many years are allowed.
///
/// The date of the document counts too. The entity is not recognised in documents that are dated before the first allowed year. A name with its own period of
/// validity is not recognised in documents that are dated after the end of this period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Dated {
    /// The number of years before the start of the entity's period of validity in which texts may already name the entity. Documents name a treaty as soon as
    /// it is adopted, which may be long before it enters into force.
    pub before: u16,
    /// The maximum number of years between the end of the period of validity and a later year that is next to the name in the text. If the period has no end,
    /// the years are counted from its start.
    pub after: u16,
}

/// An entity with its names.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Entity {
    /// Permanent id ("state.kz").
    pub id: String,
    /// Name of the type of the entity ("state", "ministry").
    pub kind: String,
    /// Class of the entity's type. The class determines how the stages of the pipeline treat the entity.
    pub class: EntityClass,
    /// Preferred name, for display. If it is empty, the id is used.
    pub label: String,
    /// ISO 3166-1 alpha-3 code of the entity if it is a state; otherwise, the code of the state in which the entity is located or to which it belongs.
    pub country: Option<String>,
    /// Wikidata item ("Q148").
    pub wikidata: Option<String>,
    /// The period in which the entity existed.
    pub valid: Option<Interval>,
    /// Whether the entity is considered to exist at every date if [`valid`](Self::valid) is `None`.
    pub permanent: bool,
    /// Whether the names of the entity yield no mentions. They are still matched, so that shorter names within them are not found: a silent entity "Kenya
    /// Airways" prevents a mention of "Kenya".
    pub silent: bool,
    /// The class of the names of this entity, if they are often part of longer names, such as "China" in "Bank of China" (see
    /// [`NameContext`](crate::NameContext)); otherwise `None`.
    pub name_class: Option<NameClass>,
    /// The date limits of a treaty, a meeting or a similar entity; `None` if there are no limits.
    pub dated: Option<Dated>,
    /// Whether a document may refer to the entity by the head noun (main noun) of its name: "the Council" after "Security Council".
    pub headed: bool,
    /// The sector to which the entity belongs as an actor ("GOV"), as a code of PLOVER, a classification of political events and actors.
    pub sector: Option<String>,
    /// If the entity represents a common noun such as "the Parties", the rule for finding the states to which the noun refers; `None` for other entities.
    pub refers: Option<Reference>,
    /// Relations to other entities.
    pub links: Vec<Link>,
    /// The names of the entity.
    pub names: Vec<Name>,
}

impl Entity {
    /// Creates an entity of class [`EntityClass::Other`] without names. All flags are `false`, and all other fields are empty or `None`.
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
            permanent: false,
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

    /// Adds a name.
    #[must_use]
    pub fn with_name(mut self, name: Name) -> Self {
        self.names.push(name);
        self
    }
}
