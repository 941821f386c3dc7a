//! The input of a gazetteer, as the builder collects it.

use crate::entry::{Entity, NameContext};
use chancery_text::fold::Folder;
use std::sync::Arc;

/// A region of a state, as it is written after the name of a town.
#[derive(Clone, Debug)]
pub(crate) struct RegionPhrase {
    pub(crate) phrase: String,
    /// ISO 3166-1 alpha-3 code of the state.
    pub(crate) country: String,
    /// Whether a town or state has the same name as the region ("New York"). If so, the phrase after the town may be the next place of a list instead of a
    /// region.
    pub(crate) doubtful: bool,
}

/// Entities and words as given by the caller, before folding.
#[derive(Clone, Debug, Default)]
pub(crate) struct Parts {
    pub(crate) entities: Vec<Arc<Entity>>,
    pub(crate) folder: Folder,
    pub(crate) clitics: Vec<String>,
    pub(crate) definition_cues: Vec<String>,
    pub(crate) articles: Vec<String>,
    pub(crate) collectives: Vec<String>,
    pub(crate) contexts: Vec<(NameContext, String)>,
    pub(crate) joins: Vec<String>,
    pub(crate) year_leads: Vec<String>,
    pub(crate) negations: Vec<String>,
    pub(crate) exclusions: Vec<String>,
    pub(crate) regions: Vec<RegionPhrase>,
    /// For each head noun, its spellings and a flag. If the flag is true, the noun may also refer to an organ that the document does not name ("the
    /// Secretariat"). The document must then name the body to which the organ belongs.
    pub(crate) head_nouns: Vec<(Vec<String>, bool)>,
    pub(crate) head_ends: Vec<String>,
    pub(crate) language_nouns: Vec<String>,
    pub(crate) deictics: Vec<String>,
}
