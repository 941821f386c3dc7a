//! The classifier: compiled tables, and a run in three steps.

use crate::events;
use crate::explanation::Explanation;
use crate::recorder::{Collector, Recorder, Silent};
use crate::scan::{Scratch, scan};
use crate::tables::Tables;
use crate::topics;
use chancery_text::{Catalog, Document, Event, Topic};

/// Finds topics and events. Immutable; share it between threads.
///
/// With the feature `serde` it can be stored and loaded. Only the version that stored it can load it.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Classifier {
    pub(crate) tables: Tables,
}

impl Classifier {
    /// The ids of all rules, in the order in which they were added.
    pub fn rule_ids(&self) -> impl Iterator<Item = &str> {
        self.tables.rules.iter().map(|rule| rule.id.as_str())
    }

    /// Fills the layers `topics` and `events` of a document whose tokens, sentences, times and mentions are known, replacing their content. `catalog` provides the types
    /// of the mentioned entities.
    pub fn run(&self, doc: &mut Document, catalog: &dyn Catalog, scratch: &mut Scratch) {
        (doc.topics, doc.events) = self.records(doc, catalog, scratch, &mut Silent);
    }

    /// Runs over a document like [`run`](Self::run), but does not change it, and returns the decisions of the run.
    #[must_use]
    pub fn explain(&self, doc: &Document, catalog: &dyn Catalog) -> Explanation {
        let mut collector = Collector::default();
        let _ = self.records(doc, catalog, &mut Scratch::default(), &mut collector);
        collector.explanation
    }

    fn records<R: Recorder>(
        &self,
        doc: &Document,
        catalog: &dyn Catalog,
        scratch: &mut Scratch,
        recorder: &mut R,
    ) -> (Vec<Topic>, Vec<Event>) {
        scan(&self.tables, doc, scratch);
        let topics = topics::score(&self.tables.terms, doc, &scratch.terms, recorder);
        let events = events::find(&self.tables, doc, &topics, catalog, &scratch.triggers, recorder);
        (topics, events)
    }
}
