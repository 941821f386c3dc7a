//! Rows of entities and names.

use super::texts::Text;
use crate::entry::{CasePolicy, Dated, NameClass};
use chancery_text::{EntityClass, Form, Interval, Reference, Relation};

/// The data of one entity.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct EntityRow {
    pub(crate) id: Text,
    /// The name of the entity's type. Entities of the same type share this text.
    pub(crate) kind: Text,
    pub(crate) class: EntityClass,
    pub(crate) label: Text,
    pub(crate) country: Option<Text>,
    /// A number that identifies the country of the entity; 0 if the entity has no country.
    pub(crate) country_ix: u32,
    pub(crate) wikidata: Option<Text>,
    pub(crate) silent: bool,
    pub(crate) name_class: Option<NameClass>,
    pub(crate) dated: Option<Dated>,
    /// The indexes of the head nouns of the entity's names.
    pub(crate) head_nouns: Vec<u32>,
    /// The head nouns that may refer to an organ of this entity after the text has named the entity. Each pair contains the index of a head noun and the index
    /// of the entity to which it refers: an organ, or the entity itself if one of its own names has the head noun.
    pub(crate) organs: Vec<(u32, u32)>,
    pub(crate) valid: Option<Interval>,
    /// Whether the entity is considered to exist at every date if `valid` is `None`.
    pub(crate) permanent: bool,
    pub(crate) sector: Option<Text>,
    pub(crate) refers: Option<Reference>,
    pub(crate) relations: Vec<Relation>,
}

/// One name of an entity.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct NameRow {
    pub(crate) entity: u32,
    pub(crate) form: Form,
    /// Index into the languages of the tables.
    pub(crate) language: u16,
    pub(crate) case: CasePolicy,
    /// A bit mask of the first 64 words of the name. The bit of a word is set if the word begins with a capital letter.
    pub(crate) capitals: u64,
    /// How many tokens at the start and at the end of the name are not part of the mention.
    pub(crate) unseen: (u8, u8),
    /// Whether the name has at most three characters.
    pub(crate) short: bool,
    /// The name class of the entity. It is copied from the entity because it is read for every match.
    pub(crate) name_class: Option<NameClass>,
    /// The number of the entity's country, copied from the entity.
    pub(crate) country_ix: u32,
    /// Whether the entity has date limits ([`Dated`]), that is, whether documents can name the entity only in certain years.
    pub(crate) dated: bool,
    /// Whether a document that mentions this name may then refer to the entity, or to one of its organs, by a head noun.
    pub(crate) introduces_head: bool,
    pub(crate) valid: Option<Interval>,
    pub(crate) prior: f32,
    /// Whether the words of the name are in inverted order, as in an index ("Korea, Republic of").
    pub(crate) inverted: bool,
    /// The conditions of the name; `None` if it has no conditions. The box saves memory, because few names have conditions.
    pub(crate) constraints: Option<Box<Constraints>>,
}

/// A phrase that must not be directly before or after a name.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Guard {
    /// Whether the phrase begins with a capital letter. If so, it must also begin with a capital letter in the text.
    pub(crate) capital: bool,
    /// Folded words.
    pub(crate) words: Vec<String>,
}

/// The conditions under which a name is recognised.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Constraints {
    /// The words of the name with their case, for [`CasePolicy::Exact`]; otherwise empty.
    pub(crate) cased: Vec<String>,
    /// Cues (context words) of which at least one must be near the name; empty if none is required.
    pub(crate) needs: Vec<u32>,
    /// Cues that must not be near the name.
    pub(crate) not: Vec<u32>,
    /// Cues that support the name. They also satisfy `needs`. If one of them is in the same sentence as the name, cues in `not` are ignored.
    pub(crate) hints: Vec<u32>,
    /// Phrases that must not be directly before the name.
    pub(crate) before: Vec<Guard>,
    /// Phrases that must not be directly after the name.
    pub(crate) after: Vec<Guard>,
}
