//! The input of a gazetteer, as the builder collects it.

use crate::entry::{Entity, NameContext};
use chancery_text::fold::Folder;

/// Entities and words as the caller gave them, not folded.
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
    /// For each head noun, its spellings, and whether it may refer to an organ of a named body.
    pub(crate) head_nouns: Vec<(Vec<String>, bool)>,
    pub(crate) head_ends: Vec<String>,
    pub(crate) language_nouns: Vec<String>,
    pub(crate) deictics: Vec<String>,
}
