//! Compiled word lists.

use crate::lexicon::Lexicon;

/// Everything that the finder looks up.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Tables {
    pub(crate) lexicon: Lexicon,
    /// The kinds of instruments.
    pub(crate) kinds: Vec<String>,
    /// Kinds of instruments that have a number ("resolution").
    pub(crate) numbered: Vec<u16>,
    /// Kinds of instruments that are adopted rather than signed ("declaration").
    pub(crate) adopted: Vec<u16>,
    /// Kinds of instruments that are recorded even in lower case if they belong to an organisation.
    pub(crate) of_bodies: Vec<u16>,
    pub(crate) meetings: Vec<String>,
    pub(crate) levels: Vec<String>,
    /// The kinds of names that documents introduce.
    pub(crate) locals: Vec<String>,
    /// The ids of the bodies that document symbols stand for.
    pub(crate) symbols: Vec<String>,
    /// The id of the body that numbers its documents by session; empty if there is none.
    pub(crate) session_body: String,
    /// The kind of the instruments that are named by document symbols.
    pub(crate) symbol_kind: u16,
}
