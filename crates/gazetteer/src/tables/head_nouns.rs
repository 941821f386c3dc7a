//! Head nouns of names, which documents use as short names ("the Council" for "Security Council").

/// Words that form short names with head nouns ("the Council"). The row of each entity lists the numbers of its head nouns.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct HeadNouns {
    /// The spellings of each head noun, not folded.
    pub(crate) spellings: Vec<Vec<String>>,
    /// Folded words that end the head of a name ("of" in "Council of Ministers").
    pub(crate) ends: Vec<String>,
    /// Folded determiners that refer to the subject of the document ("this").
    pub(crate) deictics: Vec<String>,
}
