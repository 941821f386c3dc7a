//! The data as programs use them.

use chancery_actors::ActorExtractor;
use chancery_classifier::Classifier;
use chancery_gazetteer::{BuildError, Gazetteer};
use chancery_loader::{Compiled, Diagnostic, EngineError, File, Severity, Tested, TopicLabel};
use chancery_temporal::TemporalTagger;
use chancery_text::fold::Folder;
use chancery_tokenizer::Tokenizer;
use std::fmt::Write;
use std::path::{Path, PathBuf};

static COMPILED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/compiled.bin"));
static SOURCES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/sources.bin"));

/// Data that cannot be loaded.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum LoadError {
    /// A folder or file cannot be read.
    #[error("{}: {source}", path.display())]
    Read {
        /// The folder.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// Files have faults; all of them are told.
    #[error("{}", listed(.0))]
    Faults(Vec<Diagnostic>),
    /// The names cannot be compiled.
    #[error(transparent)]
    Build(#[from] BuildError),
    /// The rules cannot be compiled.
    #[error(transparent)]
    Rules(#[from] chancery_classifier::BuildError),
    /// The rules of time expressions cannot be compiled.
    #[error(transparent)]
    Times(#[from] chancery_temporal::BuildError),
    /// The abbreviations.
    #[error(transparent)]
    Tokenizer(#[from] chancery_tokenizer::BuildError),
    /// The words beside names.
    #[error(transparent)]
    Actors(#[from] chancery_actors::BuildError),
    /// The embedded data are damaged: the binary is.
    #[error("the data inside this program are damaged; install it again")]
    Damaged,
}

fn listed(faults: &[Diagnostic]) -> String {
    let mut text = format!("the data have {} fault(s)", faults.iter().filter(|d| d.severity == Severity::Error).count());
    for fault in faults.iter().filter(|d| d.severity == Severity::Error) {
        let _ = write!(text, "\n\n{fault}");
    }
    text
}

/// Everything that the engines need, compiled. Immutable; share it between threads.
#[derive(Debug)]
pub struct Data {
    tokenizer: Tokenizer,
    gazetteer: Gazetteer,
    actor_extractor: ActorExtractor,
    temporal_tagger: TemporalTagger,
    classifier: Classifier,
    labels: Vec<TopicLabel>,
    folder: Folder,
    hash: String,
    warnings: Vec<Diagnostic>,
}

impl From<EngineError> for LoadError {
    fn from(error: EngineError) -> Self {
        match error {
            EngineError::Names(error) => Self::Build(error),
            EngineError::Tokenizer(error) => Self::Tokenizer(error),
            EngineError::Actors(error) => Self::Actors(error),
            EngineError::Rules(error) => Self::Rules(error),
        }
    }
}

impl Data {
    /// The embedded default. Takes some milliseconds.
    ///
    /// # Errors
    /// If the binary is damaged.
    pub fn embedded() -> Result<Self, LoadError> {
        let compiled: Compiled = postcard::from_bytes(COMPILED).map_err(|_| LoadError::Damaged)?;
        Self::of(compiled, Vec::new())
    }

    /// The embedded default with the files of these folders over it, the last folder on top.
    ///
    /// # Errors
    /// If a folder cannot be read, or files have faults.
    pub fn with_layers(folders: &[PathBuf]) -> Result<Self, LoadError> {
        if folders.is_empty() {
            return Self::embedded();
        }
        let (contents, faults) = chancery_loader::read(&layered(folders)?);
        if faults.iter().any(|fault| fault.severity == Severity::Error) {
            return Err(LoadError::Faults(faults));
        }
        Self::of(chancery_loader::build(&contents)?, faults)
    }

    /// All faults and warnings of the embedded files and of these folders, without building anything.
    ///
    /// # Errors
    /// If a folder cannot be read.
    pub fn check(folders: &[PathBuf]) -> Result<Vec<Diagnostic>, LoadError> {
        Ok(chancery_loader::read(&layered(folders)?).1)
    }

    /// Tries the examples of all rules, the embedded ones and those of these folders: how many, and what is wrong.
    ///
    /// # Errors
    /// If a folder cannot be read, or files have faults of other kinds.
    pub fn test_rules(folders: &[PathBuf]) -> Result<(Tested, Vec<Diagnostic>), LoadError> {
        let files = layered(folders)?;
        let (contents, faults) = chancery_loader::read(&files);
        if faults.iter().any(|fault| fault.severity == Severity::Error) {
            return Err(LoadError::Faults(faults));
        }
        let compiled = chancery_loader::build(&contents)?;
        Ok(chancery_loader::examples(&files, &contents, &compiled))
    }

    fn of(compiled: Compiled, warnings: Vec<Diagnostic>) -> Result<Self, LoadError> {
        let tokenizer = compiled.languages.tokenizer()?;
        let folder = compiled.languages.folder();
        let temporal_tagger = compiled.languages.temporal_tagger()?;
        Ok(Self {
            tokenizer,
            gazetteer: compiled.gazetteer,
            actor_extractor: compiled.actor_extractor,
            temporal_tagger,
            classifier: compiled.classifier,
            labels: compiled.labels,
            folder,
            hash: compiled.hash,
            warnings,
        })
    }

    /// Cuts texts, knowing the abbreviations of all languages.
    #[must_use]
    pub fn tokenizer(&self) -> &Tokenizer {
        &self.tokenizer
    }

    /// Finds names.
    #[must_use]
    pub fn gazetteer(&self) -> &Gazetteer {
        &self.gazetteer
    }

    /// Puts together who acts.
    #[must_use]
    pub fn actor_extractor(&self) -> &ActorExtractor {
        &self.actor_extractor
    }

    /// Finds dates.
    #[must_use]
    pub fn temporal_tagger(&self) -> &TemporalTagger {
        &self.temporal_tagger
    }

    /// Finds topics and events.
    #[must_use]
    pub fn classifier(&self) -> &Classifier {
        &self.classifier
    }

    /// The labels of the taxonomy.
    #[must_use]
    pub fn topic_labels(&self) -> &[TopicLabel] {
        &self.labels
    }

    /// Folds texts as the gazetteer does.
    #[must_use]
    pub fn folder(&self) -> &Folder {
        &self.folder
    }

    /// SHA-256 over all files that made the data, in small hexadecimal digits.
    #[must_use]
    pub fn content_hash(&self) -> &str {
        &self.hash
    }

    /// What is probably not meant in the user's files.
    #[must_use]
    pub fn warnings(&self) -> &[Diagnostic] {
        &self.warnings
    }
}

fn layered(folders: &[PathBuf]) -> Result<Vec<File>, LoadError> {
    let mut files: Vec<File> = postcard::from_bytes(SOURCES).map_err(|_| LoadError::Damaged)?;
    for (number, folder) in folders.iter().enumerate() {
        let read = |path: &Path| chancery_loader::read_folder(path).map_err(|source| LoadError::Read { path: path.to_owned(), source });
        for mut file in read(folder)? {
            file.path = folder.join(&file.path).display().to_string();
            file.layer = number as u32 + 2;
            files.push(file);
        }
    }
    Ok(files)
}
