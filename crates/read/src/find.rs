//! Finds the files that file names, folders and glob patterns refer to.

use crate::Format;
use crate::error::{ReadError, bail};
use globset::GlobBuilder;
use std::collections::HashSet;
use std::path::{Path, PathBuf};

/// A file to read, or standard input.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Source {
    /// The file; `None` for standard input.
    pub path: Option<PathBuf>,
    /// The name in messages and tables: the path as the user gave it, or `-`.
    pub name: String,
    /// Size of the file in bytes; 0 if unknown.
    pub size: u64,
}

impl Source {
    /// Creates a source for a file.
    #[must_use]
    pub fn from_path(path: impl Into<PathBuf>) -> Self {
        let path = path.into();
        let size = std::fs::metadata(&path).map_or(0, |meta| meta.len());
        Self { name: path.display().to_string(), path: Some(path), size }
    }

    /// Creates the source for standard input.
    #[must_use]
    pub fn stdin() -> Self {
        Self { path: None, name: "-".to_owned(), size: 0 }
    }
}

/// Finds the files that names, folders and glob patterns refer to. `-` is standard input.
///
/// The files are in the order of the arguments; files of one folder or pattern are sorted by name. A folder is searched recursively, and only its files of a
/// known [`Format`] are taken. Each file is returned only once.
///
/// # Errors
/// If a name, folder or pattern matches nothing that can be read.
pub fn find<S: AsRef<str>>(inputs: &[S]) -> Result<Vec<Source>, ReadError> {
    let mut sources = Vec::new();
    for input in inputs.iter().map(AsRef::as_ref) {
        let before = sources.len();
        let path = Path::new(input);
        if input == "-" {
            sources.push(Source::stdin());
        } else if path.is_dir() {
            walk(path, &|path| Format::from_path(path).is_some(), &mut sources);
            if sources.len() == before {
                bail!(NotFound, "the folder {input} has no documents: files that end in {}, also with .gz or .zst behind it", endings());
            }
        } else if path.exists() {
            sources.push(Source::from_path(path));
        } else if input.contains(['*', '?', '[', '{']) {
            glob(input, &mut sources)?;
            if sources.len() == before {
                bail!(NotFound, "no file matches the pattern {input}");
            }
        } else {
            bail!(NotFound, "there is no file or folder {input}");
        }
    }
    let mut seen = HashSet::new();
    sources.retain(|source| seen.insert(source.path.clone()));
    Ok(sources)
}

/// Returns the file name endings of all formats, for messages.
fn endings() -> String {
    let endings = Format::ALL.iter().flat_map(|format| format.endings());
    endings.map(|ending| format!(".{ending}")).collect::<Vec<_>>().join(", ")
}

/// Adds the matching files in a folder and its subfolders, sorted by name. A path that cannot be accessed is added as a source, so that reading it reports the
/// error.
fn walk(root: &Path, fits: &dyn Fn(&Path) -> bool, sources: &mut Vec<Source>) {
    for entry in walkdir::WalkDir::new(root).follow_links(true).sort_by_file_name() {
        match entry {
            Ok(entry) if entry.file_type().is_file() && fits(entry.path()) => sources.push(Source::from_path(entry.into_path())),
            Ok(_) => {}
            Err(error) => {
                if let Some(path) = error.path() {
                    sources.push(Source::from_path(path));
                }
            }
        }
    }
}

fn glob(pattern: &str, sources: &mut Vec<Source>) -> Result<(), ReadError> {
    let matcher = match GlobBuilder::new(pattern).literal_separator(true).build() {
        Ok(glob) => glob.compile_matcher(),
        Err(error) => bail!(InvalidOption, "{pattern} is not a valid pattern: {}", error.kind()),
    };
    // The search begins in the folder before the first wildcard.
    let plain: PathBuf =
        Path::new(pattern).components().take_while(|part| !part.as_os_str().to_string_lossy().contains(['*', '?', '[', '{'])).collect();
    let root = if plain.as_os_str().is_empty() { Path::new(".") } else { &plain };
    walk(root, &|path| matcher.is_match(path.strip_prefix("./").unwrap_or(path)), sources);
    Ok(())
}
