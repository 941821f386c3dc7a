//! The type [`Data`], which gives programs access to all engines (tokenizer, gazetteer and so on) with their data.

use crate::embedded;
#[cfg(feature = "actors")]
use chancery_actors::ActorExtractor;
#[cfg(feature = "amounts")]
use chancery_amounts::AmountFinder;
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
#[cfg(feature = "outline")]
use chancery_outline::Outliner;
#[cfg(feature = "records")]
use chancery_records::RecordFinder;
#[cfg(feature = "temporal")]
use chancery_temporal::TemporalTagger;
use chancery_text::fold::Folder;
use chancery_tokenizer::Tokenizer;
use std::sync::OnceLock;

/// All engines (tokenizer, gazetteer and so on) with their data. A `Data` value is immutable and can be shared between threads.
///
/// Each embedded engine is decoded when it is first requested, which takes milliseconds.
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
    #[cfg(feature = "records")]
    pub(crate) records: OnceLock<RecordFinder>,
    #[cfg(feature = "outline")]
    pub(crate) outliner: OnceLock<Outliner>,
    #[cfg(feature = "amounts")]
    pub(crate) amounts: OnceLock<AmountFinder>,
    #[cfg(feature = "layers")]
    pub(crate) warnings: Vec<crate::Diagnostic>,
    #[cfg(feature = "layers")]
    pub(crate) packs: Vec<crate::Pack>,
}

impl Data {
    /// Returns the engines with the embedded data.
    #[must_use]
    pub fn embedded() -> Self {
        Self::default()
    }

    fn words(&self) -> &Words {
        self.words.get_or_init(embedded::words)
    }

    /// Returns the tokenizer, which splits text into tokens, sentences and blocks. It knows the abbreviations of all languages.
    #[must_use]
    pub fn tokenizer(&self) -> &Tokenizer {
        self.tokenizer.get_or_init(|| self.words().tokenizer().expect("the loader reports abbreviations without a period"))
    }

    /// Returns the [`Folder`], with which all engines fold text, that is, normalise case, accents and punctuation before they compare
    /// words.
    #[must_use]
    pub fn folder(&self) -> &Folder {
        self.folder.get_or_init(|| self.words().folder())
    }

    /// Returns the gazetteer, which finds names.
    #[cfg(feature = "gazetteer")]
    #[must_use]
    pub fn gazetteer(&self) -> &Gazetteer {
        self.gazetteer.get_or_init(embedded::gazetteer)
    }

    /// Returns the actor extractor, which finds actors.
    #[cfg(feature = "actors")]
    #[must_use]
    pub fn actor_extractor(&self) -> &ActorExtractor {
        self.actor_extractor.get_or_init(embedded::actor_extractor)
    }

    /// Returns the temporal tagger, which finds time expressions.
    #[cfg(feature = "temporal")]
    #[must_use]
    pub fn temporal_tagger(&self) -> &TemporalTagger {
        self.temporal_tagger.get_or_init(embedded::temporal_tagger)
    }

    /// Sets the order of day and month in ambiguous numeric dates such as 05/06/2010. `None` keeps the order that the data files specify.
    #[cfg(feature = "temporal")]
    #[must_use]
    pub fn with_date_order(mut self, order: Option<chancery_temporal::DateOrder>) -> Self {
        if order.is_some() {
            let tagger = self.temporal_tagger.take().unwrap_or_else(embedded::temporal_tagger);
            self.temporal_tagger = tagger.with_date_order(order).into();
        }
        self
    }

    /// Returns the classifier, which assigns topics and finds events with rules.
    #[cfg(feature = "classifier")]
    #[must_use]
    pub fn classifier(&self) -> &Classifier {
        self.classifier.get_or_init(embedded::classifier)
    }

    /// Returns the clause reader, which finds clauses and their parts.
    #[cfg(feature = "clauses")]
    #[must_use]
    pub fn clause_reader(&self) -> &ClauseReader {
        self.clauses.get_or_init(embedded::clauses)
    }

    /// Returns the event coder, which finds events in clauses with frames.
    #[cfg(feature = "events")]
    #[must_use]
    pub fn event_coder(&self) -> &EventCoder {
        self.events.get_or_init(embedded::events)
    }

    /// Returns the record finder, which finds instruments, meetings and names that a document itself introduces.
    #[cfg(feature = "records")]
    #[must_use]
    pub fn record_finder(&self) -> &RecordFinder {
        self.records.get_or_init(embedded::records)
    }

    /// Returns the outliner, which determines the type of a document and finds its parts.
    #[cfg(feature = "outline")]
    #[must_use]
    pub fn outliner(&self) -> &Outliner {
        self.outliner.get_or_init(embedded::outliner)
    }

    /// Returns the amount finder, which finds sums of money, shares and quantities.
    #[cfg(feature = "amounts")]
    #[must_use]
    pub fn amount_finder(&self) -> &AmountFinder {
        self.amounts.get_or_init(embedded::amounts)
    }

    /// Returns the labels of the topics, in the order of the data files.
    #[cfg(feature = "classifier")]
    #[must_use]
    pub fn topic_labels(&self) -> &[TopicLabel] {
        self.labels.get_or_init(embedded::labels)
    }

    /// Returns the SHA-256 hash of all files from which the data were built, in lower-case hexadecimal digits.
    #[must_use]
    pub fn content_hash(&self) -> &str {
        self.hash.get_or_init(|| embedded::HASH.to_owned())
    }

    /// Returns the warnings about the user's files.
    #[cfg(feature = "layers")]
    #[must_use]
    pub fn warnings(&self) -> &[crate::Diagnostic] {
        &self.warnings
    }

    /// Returns a description of each of the user's folders, as read from its `pack.toml`. The folder of the lowest layer comes first.
    #[cfg(feature = "layers")]
    #[must_use]
    pub fn packs(&self) -> &[crate::Pack] {
        &self.packs
    }
}
