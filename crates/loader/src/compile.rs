//! Reads data files and compiles them into engines.

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::files::{self, File};
use crate::frames::{self, Frames};
use crate::gazetteer::{self, Entries};
use crate::labels::TopicLabel;
use crate::language::{self, Languages};
use crate::pack::{self, Pack};
use crate::placement;
use crate::rules::{self, Rules};
use crate::summary::{self, Summary};
use crate::times::Times;
use crate::topics::{self, Topics};
use crate::types::{self, Types};
use crate::words::Words;
use chancery_actors::ActorExtractor;
use chancery_amounts::AmountFinder;
use chancery_classifier::Classifier;
use chancery_clauses::ClauseReader;
use chancery_events::EventCoder;
use chancery_gazetteer::{Gazetteer, GazetteerBuilder};
use chancery_outline::Outliner;
use chancery_records::RecordFinder;
use std::error::Error;
use std::fmt;

/// The content of all data files, checked and combined by layer.
#[derive(Clone, Debug)]
pub struct Contents {
    hash: String,
    types: Types,
    pub(crate) languages: Languages,
    pub(crate) topics: Topics,
    pub(crate) entries: Entries,
    pub(crate) rules: Rules,
    pub(crate) frames: Frames,
    summaries: Vec<Summary>,
    packs: Vec<Pack>,
}

impl Contents {
    /// Returns a summary of what each layer contains, lowest layer first.
    #[must_use]
    pub fn summaries(&self) -> &[Summary] {
        &self.summaries
    }

    /// Returns the name, version, licence and hash of each of the user's data folders, lowest layer
    /// first.
    #[must_use]
    pub fn packs(&self) -> &[Pack] {
        &self.packs
    }
}

/// The compiled engines. For the tokenizer and the temporal tagger, only the words and rules are kept, because these engines can be built from them
/// quickly.
#[derive(Debug)]
#[non_exhaustive]
pub struct Compiled {
    /// SHA-256 of the data files, in lower-case hexadecimal digits.
    pub hash: String,
    /// Words from which the tokenizer and the text folder are built.
    pub words: Words,
    /// Words and rules from which the temporal tagger is built.
    pub times: Times,
    /// Ids and labels of the topics.
    pub labels: Vec<TopicLabel>,
    /// Finds names.
    pub gazetteer: Gazetteer,
    /// Finds actors.
    pub actor_extractor: ActorExtractor,
    /// Finds topics. Also finds events with rules (patterns of words).
    pub classifier: Classifier,
    /// Finds the clauses of sentences: each verb with its subject and objects.
    pub clauses: ClauseReader,
    /// Finds events with frames (patterns of clauses).
    pub events: EventCoder,
    /// Finds instruments (such as treaties and resolutions) and meetings.
    pub records: RecordFinder,
    /// Finds the type and the parts of documents.
    pub outliner: Outliner,
    /// Finds sums of money, shares and quantities.
    pub amounts: AmountFinder,
}

/// Reads and checks all files. Returns their content and the problems found. If one of the problems
/// is an error, the content is incomplete.
#[must_use]
pub fn read(files: &[File]) -> (Contents, Vec<Diagnostic>) {
    let mut diagnostics = Diagnostics::default();
    placement::check(files, &mut diagnostics);
    let types = types::load(files, &mut diagnostics);
    let languages = language::load(files, &types, &mut diagnostics);
    let topics = topics::load(files, &mut diagnostics);
    let entries = gazetteer::load(files, &types, &languages, &mut diagnostics);
    let rules = rules::load(files, &types, &languages.verbs, &mut diagnostics);
    let frames = frames::load(files, &mut diagnostics);
    frames.check(&languages.verbs, &mut diagnostics);
    rules.check_topics(&topics.labels(), &mut diagnostics);
    let summaries = summary::of(files, &languages, &entries, &topics, &rules, &frames);
    let (hash, packs) = (files::content_hash(files, true), pack::load(files, &mut diagnostics));
    (Contents { hash, types, languages, topics, entries, rules, frames, summaries, packs }, diagnostics.finish(files))
}

/// The error that is returned if an engine cannot be built. [`source`](Error::source) returns the error of the engine.
#[derive(Debug)]
pub struct EngineError {
    engine: &'static str,
    source: Box<dyn Error + Send + Sync>,
}

impl EngineError {
    fn new(engine: &'static str, source: impl Error + Send + Sync + 'static) -> Self {
        Self { engine, source: Box::new(source) }
    }

    /// Returns the name of the engine ("gazetteer", "classifier", "temporal tagger").
    #[must_use]
    pub fn engine(&self) -> &str {
        self.engine
    }
}

impl fmt::Display for EngineError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the {} cannot be built", self.engine)
    }
}

impl Error for EngineError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&*self.source)
    }
}

/// Builds the engines from the content of the data files.
///
/// # Errors
/// Returns an error if an engine rejects the data.
pub fn build(contents: &Contents) -> Result<Compiled, EngineError> {
    let Contents { hash, types, languages, topics, entries, rules, frames, .. } = contents;
    let tokenizer = languages.words.tokenizer().map_err(|error| EngineError::new("tokenizer", error))?;
    let folder = languages.words.folder();
    let mut gazetteer = GazetteerBuilder::new();
    gazetteer.folder(folder.clone());
    languages.names.fill(&mut gazetteer);
    for entity in &entries.entities {
        gazetteer.entity(entity.clone());
    }
    let mut classifier = Classifier::builder();
    classifier.folder(folder.clone());
    for clitic in &languages.names.clitics {
        classifier.clitic(clitic);
    }
    topics.fill(&mut classifier);
    rules.fill(&mut classifier);
    let mut events = frames.builder(&languages.verbs);
    rules.convert(&mut events);
    languages.times.temporal_tagger().map_err(|error| EngineError::new("temporal tagger", error))?;
    Ok(Compiled {
        hash: hash.clone(),
        words: languages.words.clone(),
        times: languages.times.clone(),
        labels: topics.labels(),
        gazetteer: gazetteer.build(&tokenizer).map_err(|error| EngineError::new("gazetteer", error))?,
        actor_extractor: languages
            .actors
            .actor_extractor(folder, types, &tokenizer)
            .map_err(|error| EngineError::new("actor extractor", error))?,
        clauses: languages.clauses.reader().map_err(|error| EngineError::new("clause reader", error))?,
        records: languages.records.finder(&tokenizer),
        outliner: languages.outline.outliner(&tokenizer),
        amounts: languages.amounts.finder(&tokenizer),
        events: events.build().map_err(|error| EngineError::new("event coder", error))?,
        classifier: classifier.build(&tokenizer).map_err(|error| EngineError::new("classifier", error))?,
    })
}
