//! The result of compiling the embedded files and the user's folders, as a single value that can be stored in a file.

use crate::data::Data;
use crate::error::LoadError;
use chancery_actors::ActorExtractor;
use chancery_amounts::AmountFinder;
use chancery_classifier::Classifier;
use chancery_clauses::ClauseReader;
use chancery_events::EventCoder;
use chancery_gazetteer::Gazetteer;
use chancery_loader::{Diagnostic, File, Pack, Times, TopicLabel, Words};
use chancery_outline::Outliner;
use chancery_records::RecordFinder;
use serde::{Deserialize, Serialize};

/// All engines (gazetteer, classifier and so on), with the topic labels and the warnings about the user's files.
#[derive(Serialize, Deserialize)]
pub(crate) struct Kept {
    hash: String,
    words: Words,
    times: Times,
    labels: Vec<TopicLabel>,
    gazetteer: Gazetteer,
    actor_extractor: ActorExtractor,
    classifier: Classifier,
    clauses: ClauseReader,
    events: EventCoder,
    records: RecordFinder,
    outliner: Outliner,
    amounts: AmountFinder,
    warnings: Vec<Diagnostic>,
    packs: Vec<Pack>,
}

impl Kept {
    /// Compiles the files of all layers.
    pub(crate) fn compile(files: &[File]) -> Result<Self, LoadError> {
        let (contents, warnings) = chancery_loader::read(files);
        if warnings.iter().any(Diagnostic::is_error) {
            return Err(LoadError::files(warnings));
        }
        let compiled = chancery_loader::build(&contents).map_err(LoadError::engine)?;
        Ok(Self {
            hash: compiled.hash,
            words: compiled.words,
            times: compiled.times,
            labels: compiled.labels,
            gazetteer: compiled.gazetteer,
            actor_extractor: compiled.actor_extractor,
            classifier: compiled.classifier,
            clauses: compiled.clauses,
            events: compiled.events,
            records: compiled.records,
            outliner: compiled.outliner,
            amounts: compiled.amounts,
            warnings,
            packs: contents.packs().to_vec(),
        })
    }
}

impl From<Kept> for Data {
    fn from(kept: Kept) -> Self {
        let mut data = Self::default();
        if let Ok(temporal_tagger) = kept.times.temporal_tagger() {
            data.temporal_tagger = temporal_tagger.into();
        }
        data.hash = kept.hash.into();
        data.words = kept.words.into();
        data.gazetteer = kept.gazetteer.into();
        data.actor_extractor = kept.actor_extractor.into();
        data.classifier = kept.classifier.into();
        data.clauses = kept.clauses.into();
        data.events = kept.events.into();
        data.records = kept.records.into();
        data.outliner = kept.outliner.into();
        data.amounts = kept.amounts.into();
        data.labels = kept.labels.into();
        data.warnings = kept.warnings;
        data.packs = kept.packs;
        data
    }
}
