//! The tables of a phrase set.

use crate::filter::Filter;
use crate::stems::Stems;
use crate::table::{Node, Word};
use crate::trie::Trie;
use chancery_text::fold::Folder;

/// What a scan needs of a phrase set.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Compiled {
    pub(crate) folder: Folder,
    pub(crate) clitics: Vec<String>,
    /// A hash of the folder and the clitics.
    pub(crate) manner: Word,
    pub(crate) stems: Stems,
    pub(crate) trie: Trie,
    /// How phrases begin.
    pub(crate) filter: Filter,
}

/// A stretch of tokens that is a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Index of the first token.
    pub first: u32,
    /// Index of the token after the last.
    pub end: u32,
    /// The byte of the text after the last; before the last token's own end where a possessive ending follows.
    pub end_byte: u32,
    /// Whether a word divided at a line end is among the tokens.
    pub joined: bool,
    pub(crate) node: Node,
}
