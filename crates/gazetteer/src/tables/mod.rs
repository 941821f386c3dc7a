//! Compiled tables: what a gazetteer knows, as plain data with look-ups. Decisions are made in the steps of a run.

mod context_lexicon;
mod definition_words;
mod entity_types;
mod head_nouns;
mod role;
mod rows;

pub(crate) use context_lexicon::ContextLexicon;
pub(crate) use definition_words::DefinitionWords;
pub(crate) use entity_types::EntityTypes;
pub(crate) use head_nouns::HeadNouns;
pub(crate) use role::Role;
pub(crate) use rows::{Constraints, EntityRow, Guard, NameRow};

use chancery_phrases::Phrases;

/// All tables of a gazetteer.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Tables {
    /// Names, cues and short names by head noun; their values are the codes of [`Role`].
    pub(crate) phrases: Phrases,
    /// For each cue, whether it begins with a capital and must do so in the text.
    pub(crate) cue_capitals: Vec<bool>,
    pub(crate) entities: Vec<EntityRow>,
    pub(crate) names: Vec<NameRow>,
    pub(crate) types: EntityTypes,
    /// Languages of names (BCP 47).
    pub(crate) languages: Vec<String>,
    pub(crate) definition_words: DefinitionWords,
    pub(crate) contexts: ContextLexicon,
    pub(crate) head_nouns: HeadNouns,
    /// Folded words that join names of one kind ("and").
    pub(crate) joins: Vec<String>,
    /// Folded words that stand between a name and its year ("of").
    pub(crate) year_leads: Vec<Vec<String>>,
    /// Folded nouns before which adjectives are languages.
    pub(crate) language_nouns: Vec<String>,
}

impl Tables {
    /// The row of a name by its number, which must come from these tables.
    #[inline]
    pub(crate) fn name(&self, name: u32) -> &NameRow {
        &self.names[name as usize]
    }

    /// The row of an entity by its number, which must come from these tables.
    #[inline]
    pub(crate) fn entity(&self, entity: u32) -> &EntityRow {
        &self.entities[entity as usize]
    }
}
