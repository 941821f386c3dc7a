//! Finds instruments and meetings.

use crate::lexicon::Lexicon;
use crate::view::View;
use crate::{instruments, meetings};
use chancery_text::{Catalog, Document};

/// Everything that the finder looks up.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Tables {
    pub(crate) lexicon: Lexicon,
    /// The kinds of instruments, the numbered ones first marked.
    pub(crate) kinds: Vec<String>,
    /// Kinds of instruments that have a number ("resolution").
    pub(crate) numbered: Vec<u16>,
    /// Kinds of instruments that are adopted rather than signed ("declaration").
    pub(crate) adopted: Vec<u16>,
    pub(crate) meetings: Vec<String>,
    pub(crate) levels: Vec<String>,
    /// The ids of the bodies that document symbols begin with, and the kind of their documents.
    pub(crate) symbols: Vec<(String, u16)>,
}

/// Finds instruments and meetings. Immutable; share it between threads.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct RecordFinder {
    pub(crate) tables: Tables,
}

impl RecordFinder {
    /// Fills the layers of instruments and meetings. The document needs tokens and sentences; times, mentions, clauses and events are used if there are any.
    pub fn run(&self, doc: &mut Document, catalog: &dyn Catalog) {
        let view = View::new(&self.tables, doc, catalog);
        let (instruments, mentions) = instruments::find(&view);
        let meetings = meetings::find(&view);
        (doc.instruments, doc.instrument_mentions, doc.meetings) = (instruments, mentions, meetings);
    }
}
