//! The word lists of a record finder in compiled form.

use crate::lexicon::Lexicon;

/// All data that the finder uses.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Tables {
    pub(crate) lexicon: Lexicon,
    /// The names of the kinds of instruments.
    pub(crate) kinds: Vec<String>,
    /// The kinds of instruments that are identified by a number ("resolution"), as indexes into `kinds`.
    pub(crate) numbered: Vec<u16>,
    /// The kinds of instruments that are adopted and not signed ("declaration"), as indexes into `kinds`.
    pub(crate) adopted: Vec<u16>,
    /// The kinds of instruments whose head noun may be in lower case, if the text names the organisation to which the instrument belongs
    /// ("the charter of the OAU"), as indexes into `kinds`.
    pub(crate) of_bodies: Vec<u16>,
    /// The kinds of instruments whose head noun may be in lower case, if a definite article precedes it and the subject of the instrument follows ("the agreement
    /// on the withdrawal of foreign forces"), as indexes into `kinds`.
    pub(crate) by_subject: Vec<u16>,
    /// The kinds in `by_subject` for which an indefinite article is enough ("a treaty banning chemical weapons"), as indexes into `kinds`.
    pub(crate) proposed: Vec<u16>,
    /// The names of the kinds of meetings.
    pub(crate) meetings: Vec<String>,
    /// The kinds of meetings whose head noun may be in lower case, if a definite article precedes it and the subject of the meeting follows ("the conference on
    /// Afghanistan"), as indexes into `meetings`.
    pub(crate) meetings_by_subject: Vec<u16>,
    /// The kinds of meetings that are often standing bodies ("forum"), as indexes into `meetings`.
    pub(crate) standing: Vec<u16>,
    /// The names of the levels of participants.
    pub(crate) levels: Vec<String>,
    /// The names of the kinds of local names, that is, of names that documents themselves introduce.
    pub(crate) locals: Vec<String>,
    /// The ids of the bodies whose documents have symbols ("S/RES/1540").
    pub(crate) symbols: Vec<String>,
    /// The id of the body that numbers its documents by session; empty if there is none.
    pub(crate) session_body: String,
    /// The index of the kind of instrument that document symbols identify.
    pub(crate) symbol_kind: u16,
}
