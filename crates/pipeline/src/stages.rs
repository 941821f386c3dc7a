//! The stages in their order.

use crate::dateline;
use chancery_actors::ActorExtractor;
use chancery_classifier::{Attempt, Classifier};
use chancery_gazetteer::{FuzzyMatcher, Gazetteer};
use chancery_temporal::TemporalTagger;
use chancery_text::{Catalog, Document, EntityInfo, EntityIx};
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
    temporal_tagger: &'e TemporalTagger,
    gazetteer: &'e Gazetteer,
    actor_extractor: &'e ActorExtractor,
    classifier: &'e Classifier,
    near: Option<&'e FuzzyMatcher<'e>>,
    keep_rejections: bool,
}

impl<'e> Stages<'e> {
    /// All stages.
    #[must_use]
    pub const fn new(
        tokenizer: &'e Tokenizer,
        temporal_tagger: &'e TemporalTagger,
        gazetteer: &'e Gazetteer,
        actor_extractor: &'e ActorExtractor,
        classifier: &'e Classifier,
    ) -> Self {
        Self { tokenizer, temporal_tagger, gazetteer, actor_extractor, classifier, near: None, keep_rejections: false }
    }

    /// Keeps the rejected candidates for names: in [`chancery_text::Mention::rejected`] and [`Document::rejections`].
    #[must_use]
    pub const fn keeping_rejections(mut self, keep: bool) -> Self {
        self.keep_rejections = keep;
        self
    }

    /// Takes words that are close to a name for it.
    #[must_use]
    pub const fn with_fuzzy(mut self, near: Option<&'e FuzzyMatcher<'e>>) -> Self {
        self.near = near;
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
        Scratch::default()
    }

    /// Runs all stages over a document: tokens, times, names, actors, topics and events, in this order.
    pub fn annotate(&self, doc: &mut Document, scratch: &mut Scratch) {
        self.annotate_all(std::slice::from_mut(doc), scratch);
    }

    /// Runs all stages over several documents, each stage over all of them before the next, so that its tables stay in the processor's nearest memory: about a
    /// tenth faster than one document after the other, for the same records. Some hundred kilobytes of text together are best.
    pub fn annotate_all(&self, docs: &mut [Document], scratch: &mut Scratch) {
        docs.iter_mut().for_each(|doc| self.tokenizer.run(doc));
        for doc in docs.iter_mut() {
            self.date(doc);
        }
        for doc in docs.iter_mut() {
            if self.keep_rejections {
                self.gazetteer.run_recording(doc, &mut scratch.names);
            } else {
                self.gazetteer.run(doc, &mut scratch.names);
            }
        }
        if let Some(near) = self.near {
            for doc in docs.iter_mut() {
                let found = near.find(doc);
                doc.mentions.extend(found);
                doc.mentions.sort_by_key(|mention| mention.span.start());
            }
        }
        docs.iter_mut().for_each(|doc| self.actor_extractor.run(doc, self.gazetteer));
        docs.iter_mut().for_each(|doc| self.classifier.run(doc, self.gazetteer, &mut scratch.rules));
    }

    fn date(&self, doc: &mut Document) {
        self.temporal_tagger.run(doc);
        if dateline::set(doc) {
            // Now there is a date to reckon from.
            self.temporal_tagger.run(doc);
        }
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
