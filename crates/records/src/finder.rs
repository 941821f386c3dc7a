//! Finds instruments and meetings.

use crate::tables::Tables;
use crate::view::View;
use crate::{instruments, meetings};
use chancery_text::{Catalog, Document};

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
        let starts = view.starts();
        let (instruments, mentions) = instruments::find(&view, &starts);
        let meetings = meetings::find(&view, &starts);
        (doc.instruments, doc.instrument_mentions, doc.meetings) = (instruments, mentions, meetings);
    }
}
