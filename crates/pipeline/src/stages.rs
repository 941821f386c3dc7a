//! The stages in their order.

use chancery_classifier::Topics;
use chancery_gazetteer::{Gazetteer, Scratch};
use chancery_temporal::Calendar;
use chancery_text::Document;
use chancery_tokenizer::Tokenizer;

/// The engines of all stages, borrowed. Cheap to copy; share it between threads.
#[derive(Clone, Copy, Debug)]
pub struct Stages<'e> {
    tokenizer: &'e Tokenizer,
    calendar: &'e Calendar,
    gazetteer: &'e Gazetteer,
    topics: &'e Topics,
    keep_lost: bool,
}

impl<'e> Stages<'e> {
    /// All stages.
    #[must_use]
    pub const fn new(tokenizer: &'e Tokenizer, calendar: &'e Calendar, gazetteer: &'e Gazetteer, topics: &'e Topics) -> Self {
        Self { tokenizer, calendar, gazetteer, topics, keep_lost: false }
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

    /// Memory for a thread.
    #[must_use]
    pub fn scratch(&self) -> Scratch {
        if self.keep_lost { Scratch::keeping_lost() } else { Scratch::default() }
    }

    /// Runs all stages over a document: tokens, times, names, topics, in this order.
    pub fn annotate(&self, doc: &mut Document, scratch: &mut Scratch) {
        self.tokenizer.run(doc);
        self.calendar.run(doc);
        self.gazetteer.run(doc, scratch);
        self.topics.run(doc);
    }

    /// A text as an annotated document.
    #[must_use]
    pub fn annotated(&self, id: &str, text: &str) -> Document {
        let mut doc = Document::new(id, text);
        self.annotate(&mut doc, &mut self.scratch());
        doc
    }
}
