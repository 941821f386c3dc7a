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
    /// A number for the country, equal for all its entities; 0 for none.
    pub(crate) country_ix: u32,
    pub(crate) wikidata: Option<String>,
    pub(crate) silent: bool,
    pub(crate) name_class: Option<NameClass>,
    pub(crate) dated: Option<Dated>,
    /// Head nouns of its names, by number.
    pub(crate) head_nouns: Vec<u32>,
    /// Head nouns of the organs it stands for, each with the organ (or itself, where its own name has the head noun).
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
    /// A bit for each of its first 64 words that begins with a capital.
    pub(crate) capitals: u64,
    /// How many of its first and of its last tokens are not part of the mention.
    pub(crate) unseen: (u8, u8),
    /// Whether it has at most three characters.
    pub(crate) short: bool,
    /// Copied from the entity, because every match asks for it.
    pub(crate) name_class: Option<NameClass>,
    /// Copied from the entity.
    pub(crate) country_ix: u32,
    /// Whether the entity has limits in time.
    pub(crate) dated: bool,
    /// Whether it introduces short names by head noun: of its entity, or of organs that this stands for.
    pub(crate) introduces_head: bool,
    pub(crate) valid: Option<Interval>,
    pub(crate) prior: f32,
    /// Boxed, because few names have any.
    pub(crate) constraints: Option<Box<Constraints>>,
}

/// A phrase that must not stand next to a name.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Guard {
    /// Whether it begins with a capital and must do so in the text.
    pub(crate) capital: bool,
    /// Folded words.
    pub(crate) words: Vec<String>,
}

/// Conditions of a name.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Constraints {
    /// Its words with case kept, for [`CasePolicy::Exact`].
    pub(crate) cased: Vec<String>,
    /// Cues of which one must be near.
    pub(crate) needs: Vec<u32>,
    /// Cues of which none may be near.
    pub(crate) not: Vec<u32>,
    /// Phrases that must not stand directly before it.
    pub(crate) before: Vec<Guard>,
    /// Phrases that must not stand directly after it.
    pub(crate) after: Vec<Guard>,
}
