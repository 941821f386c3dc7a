//! The record finder, which searches for instruments, meetings and local names.

use crate::tables::Tables;
use crate::view::View;
use crate::{instruments, local, meetings, outcome};
use chancery_text::{Catalog, Document};

/// Finds instruments, meetings and local names, that is, names that a document itself introduces. A record finder is immutable and can be shared between threads.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct RecordFinder {
    pub(crate) tables: Tables,
}

impl RecordFinder {
    /// Fills the layers of instruments, meetings and local names, replacing their earlier contents. The document must have tokens and
    /// sentences. The finder also uses its time expressions, mentions, clauses and events, if there are any.
    pub fn run(&self, doc: &mut Document, catalog: &dyn Catalog) {
        let view = View::new(&self.tables, doc, catalog);
        let starts = view.starts();
        let (mut instruments, mentions) = instruments::find(&view, &starts);
        let mut meetings = meetings::find(&view, &starts);
        outcome::add(&view, &mut meetings, &mut instruments, &mentions);
        let (names, name_mentions) = local::find(&view);
        (doc.instruments, doc.instrument_mentions, doc.meetings) = (instruments, mentions, meetings);
        (doc.local_names, doc.local_mentions) = (names, name_mentions);
    }
}
