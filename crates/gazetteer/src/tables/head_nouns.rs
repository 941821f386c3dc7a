//! Head nouns of names, by which documents shorten them.

/// Words of short names by head noun ("the Council"). Which entity has which head noun stands in its row.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct HeadNouns {
    /// The spellings of each head noun.
    pub(crate) spellings: Vec<Vec<String>>,
    /// Folded words at which the head of a name ends ("of").
    pub(crate) ends: Vec<String>,
    /// Folded determiners that point at the subject of the document ("this").
    pub(crate) deictics: Vec<String>,
}
