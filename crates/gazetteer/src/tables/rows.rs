//! Rows of entities and names.

use crate::entry::{CasePolicy, Dated, NameClass};
use chancery_text::{EntityClass, Form, Interval, Reference, Relation};

/// One entity.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct EntityRow {
    pub(crate) id: String,
    /// The name of its type.
    pub(crate) kind: String,
    pub(crate) class: EntityClass,
    pub(crate) label: String,
    pub(crate) country: Option<String>,
    /// A number for the country, the same for all entities of the country; 0 if the entity has no country.
    pub(crate) country_ix: u32,
    pub(crate) wikidata: Option<String>,
    pub(crate) silent: bool,
    pub(crate) name_class: Option<NameClass>,
    pub(crate) dated: Option<Dated>,
    /// The numbers of the head nouns of its names.
    pub(crate) head_nouns: Vec<u32>,
    /// Head nouns that may refer to an organ once this body is named: pairs of the number of the head noun and the number of the organ. If a name of the body itself has
    /// the head noun, the second number is that of the body.
    pub(crate) organs: Vec<(u32, u32)>,
    pub(crate) valid: Option<Interval>,
    pub(crate) sector: Option<String>,
    pub(crate) refers: Option<Reference>,
    pub(crate) relations: Vec<Relation>,
}

/// One form of a name.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct NameRow {
    pub(crate) entity: u32,
    pub(crate) form: Form,
    /// Index into the languages of the tables.
    pub(crate) language: u16,
    pub(crate) case: CasePolicy,
    /// A bit mask of its first 64 words: a bit is set if the word begins with a capital letter.
    pub(crate) capitals: u64,
    /// The number of tokens at the start of the name, and the number at its end, that are not part of the mention.
    pub(crate) unseen: (u8, u8),
    /// Whether it has at most three characters.
    pub(crate) short: bool,
    /// Copied from the entity, because every match reads it.
    pub(crate) name_class: Option<NameClass>,
    /// Copied from the entity.
    pub(crate) country_ix: u32,
    /// Whether the entity has a [`Dated`], which limits the years in which it may be named.
    pub(crate) dated: bool,
    /// Whether a mention by this name allows the document to refer to the entity, or to an organ of it, by a head noun.
    pub(crate) introduces_head: bool,
    pub(crate) valid: Option<Interval>,
    pub(crate) prior: f32,
    /// Whether it is written in the order of an index ("Korea, Republic of").
    pub(crate) inverted: bool,
    /// Boxed, because few names have any.
    pub(crate) constraints: Option<Box<Constraints>>,
}

/// A phrase that must not stand next to a name.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Guard {
    /// Whether it begins with a capital letter. If so, it must also begin with one in the text.
    pub(crate) capital: bool,
    /// Folded words.
    pub(crate) words: Vec<String>,
}

/// The conditions under which a name counts.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Constraints {
    /// Its words with their case, for [`CasePolicy::Exact`]; else empty.
    pub(crate) cased: Vec<String>,
    /// Cues, at least one of which must be near; empty if the name requires none.
    pub(crate) needs: Vec<u32>,
    /// Cues that must not be near.
    pub(crate) not: Vec<u32>,
    /// Cues that outweigh `not` in the sentence, and that count as `needs`.
    pub(crate) hints: Vec<u32>,
    /// Phrases that must not stand directly before it.
    pub(crate) before: Vec<Guard>,
    /// Phrases that must not stand directly after it.
    pub(crate) after: Vec<Guard>,
}
