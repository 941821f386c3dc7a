//! The word lists of a record finder in compiled form.

use crate::lexicon::Lexicon;

/// All data that the finder uses.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Tables {
    pub(crate) lexicon: Lexicon,
    /// The names of the kinds of instruments.
    pub(crate) kinds: Vec<String>,
    /// Kinds of instruments that are identified by a number ("resolution").
    pub(crate) numbered: Vec<u16>,
    /// Kinds of instruments that are adopted, not signed ("declaration").
    pub(crate) adopted: Vec<u16>,
    /// Kinds of instruments whose head noun may be in lower case, if the text names the organisation to which the
    /// instrument belongs ("the charter of the OAU").
    pub(crate) of_bodies: Vec<u16>,
    pub(crate) meetings: Vec<String>,
    pub(crate) levels: Vec<String>,
    /// The kinds of local names, that is, of names that documents themselves introduce.
    pub(crate) locals: Vec<String>,
    /// The ids of the bodies whose documents have document symbols.
    pub(crate) symbols: Vec<String>,
    /// The id of the body that numbers its documents by session. Empty if there is no such body.
    pub(crate) session_body: String,
    /// The index of the kind of instrument that document symbols identify.
    pub(crate) symbol_kind: u16,
}
