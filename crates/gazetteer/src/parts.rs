//! What a gazetteer is made of, as the builder collects it.

use crate::entry::{Entity, NameContext};
use chancery_text::fold::Folder;

/// Entities and words as they were given, not folded.
#[derive(Clone, Debug, Default)]
pub(crate) struct Parts {
    pub(crate) entities: Vec<Entity>,
    pub(crate) folder: Folder,
    pub(crate) clitics: Vec<String>,
    pub(crate) definition_cues: Vec<String>,
    pub(crate) articles: Vec<String>,
    pub(crate) collectives: Vec<String>,
    pub(crate) contexts: Vec<(NameContext, String)>,
    pub(crate) joins: Vec<String>,
    pub(crate) year_leads: Vec<String>,
    /// The spellings of each head noun, and whether organs may be called by it.
    pub(crate) head_nouns: Vec<(Vec<String>, bool)>,
    pub(crate) head_ends: Vec<String>,
    pub(crate) language_nouns: Vec<String>,
    pub(crate) deictics: Vec<String>,
}
