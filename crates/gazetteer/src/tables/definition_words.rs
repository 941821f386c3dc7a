//! Words of definitions in a document.

/// Words with which documents define short names, folded.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct DefinitionWords {
    /// Phrases after which a short name is defined ("hereinafter referred to as"), longest first.
    pub(crate) cues: Vec<Vec<String>>,
    /// Articles that may stand before a short name ("the").
    pub(crate) articles: Vec<String>,
    /// Nouns for several at once ("parties").
    pub(crate) collectives: Vec<String>,
}
