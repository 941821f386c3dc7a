//! The stages in their order.

use crate::dateline;
use chancery_classifier::{Attempt, Classifier};
use chancery_gazetteer::Gazetteer;
use chancery_temporal::Calendar;
use chancery_text::{Catalog, Document, EntityInfo, EntityIx, Lost};
use chancery_tokenizer::Tokenizer;

/// Memory that runs share, one for each thread.
#[derive(Debug, Default)]
pub struct Scratch {
    names: chancery_gazetteer::Scratch,
    rules: chancery_classifier::Scratch,
}

/// The engines of all stages, borrowed. Cheap to copy; share it between threads.
#[derive(Clone, Copy, Debug)]
pub struct Stages<'e> {
    tokenizer: &'e Tokenizer,
    calendar: &'e Calendar,
    gazetteer: &'e Gazetteer,
    classifier: &'e Classifier,
    keep_lost: bool,
}

impl<'e> Stages<'e> {
    /// All stages.
    #[must_use]
    pub const fn new(tokenizer: &'e Tokenizer, calendar: &'e Calendar, gazetteer: &'e Gazetteer, classifier: &'e Classifier) -> Self {
        Self { tokenizer, calendar, gazetteer, classifier, keep_lost: false }
    }

    /// Keeps with each mention the names that lost against it.
    #[must_use]
    pub const fn keeping_lost(mut self, keep: bool) -> Self {
        self.keep_lost = keep;
        self
    }

    /// What the mentions' indexes point into.
    #[must_use]
    pub const fn gazetteer(&self) -> &'e Gazetteer {
        self.gazetteer
    }

    /// What an index in a mention points at.
    #[must_use]
    pub fn entity(&self, entity: EntityIx) -> EntityInfo<'e> {
        self.gazetteer.entity(entity)
    }

    /// Memory for a thread.
    #[must_use]
    pub fn scratch(&self) -> Scratch {
        let names = if self.keep_lost { chancery_gazetteer::Scratch::keeping_lost() } else { chancery_gazetteer::Scratch::default() };
        Scratch { names, ..Scratch::default() }
    }

    /// Runs all stages over a document: tokens, times, names, topics and events, in this order.
    pub fn annotate(&self, doc: &mut Document, scratch: &mut Scratch) {
        self.tokenizer.run(doc);
        self.calendar.run(doc);
        if dateline::set(doc) {
            // Now there is a date to reckon from.
            self.calendar.run(doc);
        }
        self.gazetteer.run(doc, &mut scratch.names);
        self.classifier.run(doc, self.gazetteer, &mut scratch.rules);
    }

    /// Names that no name was taken for, with the reason, in a document that has been annotated: what a reader may ask about.
    #[must_use]
    pub fn refused(&self, doc: &Document) -> Vec<Lost> {
        self.gazetteer.refused(doc)
    }

    /// Every rule at every place where one of its triggers stands in a document that has been annotated, and what came of it.
    #[must_use]
    pub fn attempts(&self, doc: &Document) -> Vec<Attempt> {
        self.classifier.explain(doc, self.gazetteer)
    }

    /// A text as an annotated document.
    #[must_use]
    pub fn annotated(&self, id: &str, text: &str) -> Document {
        let mut doc = Document::new(id, text);
        self.annotate(&mut doc, &mut self.scratch());
        doc
    }
}
