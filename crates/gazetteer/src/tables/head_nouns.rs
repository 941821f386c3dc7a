//! Head nouns (main nouns) of names, which documents use as short names ("the Council" for "Security Council").

/// The head nouns that documents use as short names ("the Council"), and the words that may come before or after them. The row of an entity
/// contains the indexes of its head nouns in `spellings`.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct HeadNouns {
    /// The spellings of each head noun, not folded.
    pub(crate) spellings: Vec<Vec<String>>,
    /// Folded words that may follow the head noun of a name ("of" in "Council of Ministers").
    pub(crate) ends: Vec<String>,
    /// Folded determiners that refer to the body to which the document belongs ("this").
    pub(crate) deictics: Vec<String>,
}
