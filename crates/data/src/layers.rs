//! Loads the user's folders as layers above the embedded data.

use crate::cache;
use crate::data::Data;
use crate::embedded;
use crate::error::LoadError;
use crate::kept::Kept;
use chancery_loader::{Diagnostic, Entry, FIRST_OWN, File, NameSigns, Summary, Tested};
use std::path::{Path, PathBuf};

/// The result of checking data files.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Report {
    /// Errors and warnings, sorted by position.
    pub diagnostics: Vec<Diagnostic>,
    /// The number of items of each kind in the embedded data.
    pub embedded: Summary,
    /// The folders that were read, each with the number of items of each kind in it. The lowest layer comes first.
    pub folders: Vec<(PathBuf, Summary)>,
}

impl Data {
    /// Builds the data from the embedded files and the files in `folders`. Each element of `folders` is a folder or a zip archive, and forms a layer. The first
    /// folder is the layer directly above the embedded files, and the last folder is the highest layer. A higher layer can add to, correct or remove the
    /// entries of lower layers.
    ///
    /// # Errors
    /// Returns an error if a folder cannot be read, if files have errors, or if an engine cannot be built.
    pub fn with_layers(folders: &[PathBuf]) -> Result<Self, LoadError> {
        if folders.is_empty() {
            return Ok(Self::embedded());
        }
        Ok(Kept::compile(&layered(folders)?)?.into())
    }

    /// Builds the data like [`with_layers`](Self::with_layers), and stores the result in the folder `cache`. Later calls read the stored result, as long as no
    /// data file has changed.
    ///
    /// The folder `cache` is created if it does not exist. It keeps one result for each list of folders. If there are more than eight results, the oldest are
    /// removed. If it is not possible to write to the folder `cache`, the result is not stored.
    ///
    /// # Errors
    /// Returns an error if a folder cannot be read, if files have errors, or if an engine cannot be built.
    pub fn with_cached_layers(folders: &[PathBuf], cache: &Path) -> Result<Self, LoadError> {
        if folders.is_empty() {
            return Ok(Self::embedded());
        }
        let path = cache::path(cache, folders);
        let (hash, kept) = cache::read(&path, folders);
        if let Some(kept) = kept {
            return Ok(kept.into());
        }
        // If a folder cannot be read, the error is reported here.
        let kept = Kept::compile(&layered(folders)?)?;
        if let Some(hash) = hash {
            let _ = cache::write(&path, &hash, &kept);
        }
        Ok(kept.into())
    }

    /// Reads and checks the embedded files and the files in these folders. The engines are not built.
    ///
    /// # Errors
    /// Returns an error if a folder cannot be read.
    pub fn check(folders: &[PathBuf]) -> Result<Report, LoadError> {
        let (contents, diagnostics) = chancery_loader::read(&layered(folders)?);
        let mut summaries = contents.summaries().iter().cloned();
        let embedded = summaries.next().unwrap_or_default();
        let folders = folders.iter().cloned().zip(summaries.chain(std::iter::repeat(Summary::default()))).collect();
        Ok(Report { diagnostics, embedded, folders })
    }

    /// Returns the gazetteer entries of the embedded files and of the files in these folders, and the problems in the files. Each form and relation of an entry
    /// comes with the file and line in which it is written. The engines are not built.
    ///
    /// # Errors
    /// Returns an error if a folder cannot be read.
    pub fn entries(folders: &[PathBuf]) -> Result<(Vec<Entry>, Vec<Diagnostic>), LoadError> {
        Ok(chancery_loader::entries(&layered(folders)?))
    }

    /// Returns the entries like [`entries`](Self::entries), but ignores the file `left_out`, a path in one of the folders. The file does not have to exist.
    ///
    /// # Errors
    /// Returns an error if a folder cannot be read.
    pub fn entries_without(folders: &[PathBuf], left_out: &Path) -> Result<(Vec<Entry>, Vec<Diagnostic>), LoadError> {
        let mut files = layered(folders)?;
        if let Ok(left_out) = left_out.canonicalize() {
            files.retain(|file| file.layer < FIRST_OWN || Path::new(&file.path).canonicalize().ok().as_ref() != Some(&left_out));
        }
        Ok(chancery_loader::entries(&files))
    }

    /// Returns the names of all entity types that the embedded files and the files in these folders define.
    ///
    /// # Errors
    /// Returns an error if a folder cannot be read.
    pub fn entity_types(folders: &[PathBuf]) -> Result<Vec<String>, LoadError> {
        Ok(chancery_loader::type_names(&layered(folders)?))
    }

    /// Returns the words by which tools can recognise names that are not in the data, for example head nouns such as "Council". There is one [`NameSigns`]
    /// for each language that has such words.
    ///
    /// # Errors
    /// Returns an error if a folder cannot be read.
    pub fn name_signs(folders: &[PathBuf]) -> Result<Vec<NameSigns>, LoadError> {
        Ok(chancery_loader::name_signs(&layered(folders)?))
    }

    /// Returns the data files of one folder or zip archive, with their paths relative to it.
    ///
    /// # Errors
    /// Returns an error if the folder or archive cannot be read.
    pub fn folder_files(folder: &Path) -> Result<Vec<File>, LoadError> {
        read(folder).map_err(|source| LoadError::read(folder, source))
    }

    /// Returns the descriptions of these folders, as read from their files `pack.toml`.
    ///
    /// # Errors
    /// Returns an error if a folder cannot be read.
    pub fn packs_of(folders: &[PathBuf]) -> Result<Vec<chancery_loader::Pack>, LoadError> {
        let (contents, _) = chancery_loader::read(&layered(folders)?);
        Ok(contents.packs().to_vec())
    }

    /// Returns the sources and licences of the embedded data, as Markdown.
    #[must_use]
    pub const fn attribution() -> &'static str {
        embedded::ATTRIBUTION
    }

    /// Returns the embedded files and the files in these folders.
    ///
    /// # Errors
    /// Returns an error if a folder cannot be read.
    pub fn files(folders: &[PathBuf]) -> Result<Vec<File>, LoadError> {
        layered(folders)
    }

    /// Runs the examples of all rules and frames in the embedded files and in these folders. Returns the number of rules and frames, the number of
    /// examples, and a diagnostic for each example that fails.
    ///
    /// # Errors
    /// Returns an error if a folder cannot be read, if files have errors other than failing examples, or if an engine cannot be built.
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

/// Reads a folder, or an archive whose name ends in `.zip`.
fn read(folder: &Path) -> std::io::Result<Vec<File>> {
    if folder.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("zip")) && folder.is_file() {
        let contents = crate::archive::unpack(&std::fs::read(folder)?)?;
        return Ok(chancery_loader::files_of(contents));
    }
    chancery_loader::read_folder(folder)
}

/// Returns the embedded files and the files of the folders.
fn layered(folders: &[PathBuf]) -> Result<Vec<File>, LoadError> {
    let mut files = embedded::sources();
    for (number, folder) in folders.iter().enumerate() {
        for mut file in read(folder).map_err(|source| LoadError::read(folder, source))? {
            file.path = if file.path.is_empty() { folder.display().to_string() } else { folder.join(&file.path).display().to_string() };
            file.layer = number as u32 + FIRST_OWN;
            files.push(file);
        }
    }
    Ok(files)
}
