//! The compiled tables of a gazetteer: plain data with look-ups. The steps of a run make all decisions.

mod context_lexicon;
mod definition_words;
mod entity_types;
mod head_nouns;
mod regions;
mod role;
mod rows;

pub(crate) use context_lexicon::ContextLexicon;
pub(crate) use definition_words::DefinitionWords;
pub(crate) use entity_types::EntityTypes;
pub(crate) use head_nouns::HeadNouns;
pub(crate) use regions::Regions;
pub(crate) use role::Role;
pub(crate) use rows::{Constraints, EntityRow, Guard, NameRow};

use chancery_phrases::Phrases;

/// All tables of a gazetteer.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Tables {
    /// Names, context words (cues), and head nouns after a determiner. The value of each phrase is the code of its [`Role`].
    pub(crate) phrases: Phrases,
    /// For each cue, whether it begins with a capital letter. If so, it must also begin with one in the text.
    pub(crate) cue_capitals: Vec<bool>,
    pub(crate) entities: Vec<EntityRow>,
    pub(crate) names: Vec<NameRow>,
    pub(crate) types: EntityTypes,
    /// Languages of names (BCP 47), each once. The first one is empty, for names whose language is unknown.
    pub(crate) languages: Vec<String>,
    pub(crate) definition_words: DefinitionWords,
    pub(crate) contexts: ContextLexicon,
    pub(crate) head_nouns: HeadNouns,
    /// Folded words that join names in a list ("and").
    pub(crate) joins: Vec<String>,
    /// Folded phrases that may stand between a name and its year ("of" in "the Geneva Agreements of 1954").
    pub(crate) year_leads: Vec<Vec<String>>,
    /// Folded phrases that negate the name directly after them ("non-").
    pub(crate) negations: Vec<Vec<String>>,
    /// Folded phrases that exclude the members of the group of states after them ("other than").
    pub(crate) exclusions: Vec<Vec<String>>,
    /// Parts of states that are written after a town ("Vienna, Virginia").
    pub(crate) regions: Regions,
    /// Folded nouns for languages ("languages"). An adjective before such a noun refers to a language, not to a state.
    pub(crate) language_nouns: Vec<String>,
}

impl Tables {
    /// The row of a name. The number must come from these tables.
    #[inline]
    pub(crate) fn name(&self, name: u32) -> &NameRow {
        &self.names[name as usize]
    }

    /// The row of an entity. The number must come from these tables.
    #[inline]
    pub(crate) fn entity(&self, entity: u32) -> &EntityRow {
        &self.entities[entity as usize]
    }
}
