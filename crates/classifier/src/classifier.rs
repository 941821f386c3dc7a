//! The classifier. A run has three steps: scanning the text for terms and triggers, scoring topics, and finding events.

use crate::events;
use crate::explanation::Explanation;
use crate::recorder::{Collector, Recorder, Silent};
use crate::scan::{Scratch, scan};
use crate::tables::Tables;
use crate::topics;
use chancery_text::{Catalog, Document, Event, Topic};

/// Finds topics and events. A classifier is immutable and can be shared between threads.
///
/// With the feature `serde`, a classifier can be stored and loaded, but only by the same version of this crate.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Classifier {
    pub(crate) tables: Tables,
}

impl Classifier {
    /// Returns the ids of all rules, in the order in which they were added.
    pub fn rule_ids(&self) -> impl Iterator<Item = &str> {
        self.tables.rules.iter().map(|rule| rule.id.as_str())
    }

    /// Finds the topics and events of a document and stores them in [`Document::topics`] and [`Document::events`], replacing earlier ones. The document must
    /// already have its tokens, sentences, times and mentions. `catalog` provides the types of the mentioned entities.
    pub fn run(&self, doc: &mut Document, catalog: &dyn Catalog, scratch: &mut Scratch) {
        (doc.topics, doc.events) = self.records(doc, catalog, scratch, &mut Silent);
    }

    /// Returns the decisions that [`run`](Self::run) makes for a document, for example why a rule does not apply. The document is not changed.
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
