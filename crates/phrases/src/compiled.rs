//! The tables of a phrase set.

use crate::filter::Filter;
use crate::stems::Stems;
use crate::table::{Node, Word};
use crate::trie::Trie;
use chancery_text::fold::Folder;

/// The part of a phrase set that a scan needs.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Compiled {
    pub(crate) folder: Folder,
    pub(crate) clitics: Vec<String>,
    /// A hash of the fields `folder` and `clitics` (possessive endings). The cache of folded words compares it to decide whether its entries are valid for this
    /// phrase set.
    pub(crate) manner: Word,
    pub(crate) stems: Stems,
    pub(crate) trie: Trie,
    /// The filter that finds where phrases may begin.
    pub(crate) filter: Filter,
}

/// A sequence of tokens that matches a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Index of the first token.
    pub first: u32,
    /// Index of the token after the last token.
    pub end: u32,
    /// The byte offset in the text at which the match ends. A possessive ending after the phrase is not part of the match, so this offset may be before the end
    /// of the last token.
    pub end_byte: u32,
    /// Whether one of the matched words is divided at a line end.
    pub joined: bool,
    pub(crate) node: Node,
}
