//! Which files are meant.

use crate::error::{ReadError, bail};
use crate::format::Format;
use globset::GlobBuilder;
use std::path::{Path, PathBuf};

/// A file to read, or standard input.
#[derive(Clone, Debug)]
pub struct Source {
    /// `None` for standard input.
    pub path: Option<PathBuf>,
    /// As it is told to people and written to tables.
    pub name: String,
    /// Bytes, as far as known.
    pub size: u64,
}

impl Source {
    pub(super) fn new(path: PathBuf) -> Self {
        let size = std::fs::metadata(&path).map_or(0, |meta| meta.len());
        Self { name: path.display().to_string(), path: Some(path), size }
    }
}

/// The files behind the arguments, in the order of the arguments, inside a folder or glob by name. Nothing is read twice.
///
/// # Errors
/// If a file, folder or pattern names nothing that can be read.
pub fn find(documents: &[String]) -> Result<Vec<Source>, ReadError> {
    let mut sources = Vec::new();
    for document in documents {
        let before = sources.len();
        let path = Path::new(document);
        if document == "-" {
            sources.push(Source { path: None, name: "-".to_owned(), size: 0 });
        } else if path.is_dir() {
            walk(path, &|path| Format::of(path).is_some(), &mut sources);
            if sources.len() == before {
                bail!(
                    "the folder {document} holds no document: files that end in {} are read, and these packed as .gz or .zst",
                    Format::endings()
                );
            }
        } else if path.exists() {
            sources.push(Source::new(path.to_owned()));
        } else if document.contains(['*', '?', '[', '{']) {
            glob(document, &mut sources)?;
            if sources.len() == before {
                bail!("nothing fits the pattern {document}");
            }
        } else {
            bail!("there is no file or folder {document}");
        }
    }
    let mut seen = std::collections::HashSet::new();
    sources.retain(|source| seen.insert(source.path.clone()));
    Ok(sources)
}

/// Files below a folder, by name; what cannot be entered is told when it is read.
fn walk(root: &Path, fits: &dyn Fn(&Path) -> bool, sources: &mut Vec<Source>) {
    for entry in walkdir::WalkDir::new(root).follow_links(true).sort_by_file_name() {
        match entry {
            Ok(entry) if entry.file_type().is_file() && fits(entry.path()) => sources.push(Source::new(entry.into_path())),
            Ok(_) => {}
            Err(error) => {
                if let Some(path) = error.path() {
                    sources.push(Source::new(path.to_owned()));
                }
            }
        }
    }
}

fn glob(pattern: &str, sources: &mut Vec<Source>) -> Result<(), ReadError> {
    let matcher = match GlobBuilder::new(pattern).literal_separator(true).build() {
        Ok(glob) => glob.compile_matcher(),
        Err(error) => bail!("{pattern} is no pattern: {}", error.kind()),
    };
    // The part before the first wildcard is where to look.
    let plain: PathBuf =
        Path::new(pattern).components().take_while(|part| !part.as_os_str().to_string_lossy().contains(['*', '?', '[', '{'])).collect();
    let root = if plain.as_os_str().is_empty() { Path::new(".") } else { &plain };
    walk(root, &|path| matcher.is_match(path.strip_prefix("./").unwrap_or(path)), sources);
    Ok(())
}
