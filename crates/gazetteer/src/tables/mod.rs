//! The compiled tables of a gazetteer. The tables only store and look up data. All decisions are made by the steps of a run.

mod context_lexicon;
mod definition_words;
mod entity_types;
mod head_nouns;
mod index;
mod regions;
mod role;
mod rows;
mod texts;

pub(crate) use context_lexicon::ContextLexicon;
pub(crate) use definition_words::DefinitionWords;
pub(crate) use entity_types::EntityTypes;
pub(crate) use head_nouns::HeadNouns;
pub(crate) use index::Index;
pub(crate) use regions::Regions;
pub(crate) use role::Role;
pub(crate) use rows::{Constraints, EntityRow, Guard, NameRow};
pub(crate) use texts::{Texts, TextsBuilder};

use chancery_phrases::Phrases;

/// All tables of a gazetteer.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Tables {
    /// The phrases that a scan finds: names, context words (cues), and head nouns after an article. The value of each phrase is the code of its [`Role`].
    pub(crate) phrases: Phrases,
    /// For each cue, whether it begins with a capital letter. Such a cue is recognised only if it also begins with a capital letter in the text.
    pub(crate) cue_capitals: Vec<bool>,
    pub(crate) entities: Vec<EntityRow>,
    /// Finds entities by id or code.
    pub(crate) index: Index,
    /// The texts of the entities.
    pub(crate) texts: Texts,
    pub(crate) names: Vec<NameRow>,
    pub(crate) types: EntityTypes,
    /// The languages of names, as BCP 47 tags, each once. The first one is empty and is used for names whose language is unknown.
    pub(crate) languages: Vec<String>,
    pub(crate) definition_words: DefinitionWords,
    pub(crate) contexts: ContextLexicon,
    pub(crate) head_nouns: HeadNouns,
    /// Folded words that join names in a list ("and").
    pub(crate) joins: Vec<String>,
    /// Folded phrases that may come between a name and its year ("of" in "the Geneva Agreements of 1954").
    pub(crate) year_leads: Vec<Vec<String>>,
    /// Folded phrases that negate the name directly after them ("non-").
    pub(crate) negations: Vec<Vec<String>>,
    /// Folded phrases such as "other than". If one of them precedes the name of a group of states, it excludes the members of this group.
    pub(crate) exclusions: Vec<Vec<String>>,
    /// Regions of states, as they are written after the name of a town ("Vienna, Virginia").
    pub(crate) regions: Regions,
    /// Folded nouns that denote languages ("languages"). An adjective before one of these nouns refers to a language and not to a state.
    pub(crate) language_nouns: Vec<String>,
}

impl Tables {
    /// Returns the row of the name with the index `name`. Panics if there is no such name.
    #[inline]
    pub(crate) fn name(&self, name: u32) -> &NameRow {
        &self.names[name as usize]
    }

    /// Returns the row of the entity with the index `entity`. Panics if there is no such entity.
    #[inline]
    pub(crate) fn entity(&self, entity: u32) -> &EntityRow {
        &self.entities[entity as usize]
    }
}
