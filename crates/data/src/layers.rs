//! Folders of the user's over the embedded data.

use crate::data::Data;
use crate::embedded;
use crate::error::LoadError;
use chancery_loader::{Diagnostic, File, Summary, Tested};
use std::path::PathBuf;

/// The first layer of the user's folders; the embedded files have the two below it.
const FIRST_OWN: u32 = 2;

/// What a check of data files found.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Report {
    /// Errors and warnings, by place.
    pub diagnostics: Vec<Diagnostic>,
    /// What the embedded data contain.
    pub embedded: Summary,
    /// The folders that were read, the lowest first, and what each contains.
    pub folders: Vec<(PathBuf, Summary)>,
}

impl Data {
    /// The embedded data with the files of these folders over them, the last folder on top.
    ///
    /// # Errors
    /// If a folder cannot be read, files have errors, or an engine cannot be built.
    pub fn with_layers(folders: &[PathBuf]) -> Result<Self, LoadError> {
        if folders.is_empty() {
            return Ok(Self::embedded());
        }
        let (contents, diagnostics) = chancery_loader::read(&layered(folders)?);
        if diagnostics.iter().any(Diagnostic::is_error) {
            return Err(LoadError::files(diagnostics));
        }
        let compiled = chancery_loader::build(&contents).map_err(LoadError::engine)?;
        let temporal_tagger = compiled.times.temporal_tagger();
        let mut data = Self::default();
        if let Ok(temporal_tagger) = temporal_tagger {
            data.temporal_tagger = temporal_tagger.into();
        }
        data.hash = compiled.hash.into();
        data.words = compiled.words.into();
        data.gazetteer = compiled.gazetteer.into();
        data.actor_extractor = compiled.actor_extractor.into();
        data.classifier = compiled.classifier.into();
        data.clauses = compiled.clauses.into();
        data.events = compiled.events.into();
        data.labels = compiled.labels.into();
        data.warnings = diagnostics;
        Ok(data)
    }

    /// Reads and checks the embedded files and these folders, without building anything.
    ///
    /// # Errors
    /// If a folder cannot be read.
    pub fn check(folders: &[PathBuf]) -> Result<Report, LoadError> {
        let (contents, diagnostics) = chancery_loader::read(&layered(folders)?);
        let mut summaries = contents.summaries().iter().cloned();
        let embedded = summaries.next().unwrap_or_default();
        let folders = folders.iter().cloned().zip(summaries.chain(std::iter::repeat(Summary::default()))).collect();
        Ok(Report { diagnostics, embedded, folders })
    }

    /// Runs the examples of all rules, the embedded ones and those of these folders: how many, and which fail.
    ///
    /// # Errors
    /// If a folder cannot be read, files have errors of other kinds, or an engine cannot be built.
    pub fn test_rules(folders: &[PathBuf]) -> Result<(Tested, Vec<Diagnostic>), LoadError> {
        let files = layered(folders)?;
        let (contents, diagnostics) = chancery_loader::read(&files);
        if diagnostics.iter().any(Diagnostic::is_error) {
            return Err(LoadError::files(diagnostics));
        }
        let compiled = chancery_loader::build(&contents).map_err(LoadError::engine)?;
        Ok(chancery_loader::examples(&files, &contents, &compiled))
    }
}

/// The embedded files and those of the folders.
fn layered(folders: &[PathBuf]) -> Result<Vec<File>, LoadError> {
    let mut files = embedded::sources();
    for (number, folder) in folders.iter().enumerate() {
        for mut file in chancery_loader::read_folder(folder).map_err(|source| LoadError::read(folder, source))? {
            file.path = if file.path.is_empty() { folder.display().to_string() } else { folder.join(&file.path).display().to_string() };
            file.layer = number as u32 + FIRST_OWN;
            files.push(file);
        }
    }
    Ok(files)
}
