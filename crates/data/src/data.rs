//! The data as programs use them.

use crate::embedded;
#[cfg(feature = "actors")]
use chancery_actors::ActorExtractor;
#[cfg(feature = "classifier")]
use chancery_classifier::Classifier;
#[cfg(feature = "clauses")]
use chancery_clauses::ClauseReader;
#[cfg(feature = "events")]
use chancery_events::EventCoder;
#[cfg(feature = "gazetteer")]
use chancery_gazetteer::Gazetteer;
#[cfg(feature = "classifier")]
use chancery_loader::TopicLabel;
use chancery_loader::Words;
#[cfg(feature = "temporal")]
use chancery_temporal::TemporalTagger;
use chancery_text::fold::Folder;
use chancery_tokenizer::Tokenizer;
use std::sync::OnceLock;

/// All engines with their data. Immutable; share it between threads.
///
/// The embedded engines are decoded when they are first asked for, each by itself; this takes some milliseconds.
#[derive(Debug, Default)]
pub struct Data {
    pub(crate) hash: OnceLock<String>,
    pub(crate) words: OnceLock<Words>,
    tokenizer: OnceLock<Tokenizer>,
    folder: OnceLock<Folder>,
    #[cfg(feature = "gazetteer")]
    pub(crate) gazetteer: OnceLock<Gazetteer>,
    #[cfg(feature = "actors")]
    pub(crate) actor_extractor: OnceLock<ActorExtractor>,
    #[cfg(feature = "temporal")]
    pub(crate) temporal_tagger: OnceLock<TemporalTagger>,
    #[cfg(feature = "classifier")]
    pub(crate) classifier: OnceLock<Classifier>,
    #[cfg(feature = "classifier")]
    pub(crate) labels: OnceLock<Vec<TopicLabel>>,
    #[cfg(feature = "clauses")]
    pub(crate) clauses: OnceLock<ClauseReader>,
    #[cfg(feature = "events")]
    pub(crate) events: OnceLock<EventCoder>,
    #[cfg(feature = "layers")]
    pub(crate) warnings: Vec<crate::Diagnostic>,
}

impl Data {
    /// The embedded data. This costs nothing until an engine is asked for.
    #[must_use]
    pub fn embedded() -> Self {
        Self::default()
    }

    fn words(&self) -> &Words {
        self.words.get_or_init(embedded::words)
    }

    /// Splits texts into tokens, sentences and blocks, with the abbreviations of all languages.
    #[must_use]
    pub fn tokenizer(&self) -> &Tokenizer {
        self.tokenizer.get_or_init(|| self.words().tokenizer().expect("the loader reports abbreviations without a period"))
    }

    /// Folds texts as the engines do.
    #[must_use]
    pub fn folder(&self) -> &Folder {
        self.folder.get_or_init(|| self.words().folder())
    }

    /// Finds names.
    #[cfg(feature = "gazetteer")]
    #[must_use]
    pub fn gazetteer(&self) -> &Gazetteer {
        self.gazetteer.get_or_init(embedded::gazetteer)
    }

    /// Finds actors.
    #[cfg(feature = "actors")]
    #[must_use]
    pub fn actor_extractor(&self) -> &ActorExtractor {
        self.actor_extractor.get_or_init(embedded::actor_extractor)
    }

    /// Finds time expressions.
    #[cfg(feature = "temporal")]
    #[must_use]
    pub fn temporal_tagger(&self) -> &TemporalTagger {
        self.temporal_tagger.get_or_init(embedded::temporal_tagger)
    }

    /// Finds topics and events.
    #[cfg(feature = "classifier")]
    #[must_use]
    pub fn classifier(&self) -> &Classifier {
        self.classifier.get_or_init(embedded::classifier)
    }

    /// Reads clauses.
    #[cfg(feature = "clauses")]
    #[must_use]
    pub fn clause_reader(&self) -> &ClauseReader {
        self.clauses.get_or_init(embedded::clauses)
    }

    /// Codes events.
    #[cfg(feature = "events")]
    #[must_use]
    pub fn event_coder(&self) -> &EventCoder {
        self.events.get_or_init(embedded::events)
    }

    /// The topics, in the order of their files.
    #[cfg(feature = "classifier")]
    #[must_use]
    pub fn topic_labels(&self) -> &[TopicLabel] {
        self.labels.get_or_init(embedded::labels)
    }

    /// SHA-256 over all files from which the data were made, in lower-case hexadecimal digits.
    #[must_use]
    pub fn content_hash(&self) -> &str {
        self.hash.get_or_init(|| embedded::HASH.to_owned())
    }

    /// Warnings about the user's files.
    #[cfg(feature = "layers")]
    #[must_use]
    pub fn warnings(&self) -> &[crate::Diagnostic] {
        &self.warnings
    }
}
