//! Words that documents use to define short names.

/// Words that documents use to define short names. All words are folded, that is, normalised for comparison.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct DefinitionWords {
    /// Phrases that introduce the definition of a short name ("hereinafter referred to as"), longest first.
    pub(crate) cues: Vec<Vec<String>>,
    /// Articles that may precede a short name ("the").
    pub(crate) articles: Vec<String>,
    /// Nouns that refer to several entities together ("parties").
    pub(crate) collectives: Vec<String>,
}
