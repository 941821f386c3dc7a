//! Packs a data folder into a single file.

use chancery_data::{Data, LoadError, Pack};
use std::io;
use std::path::{Path, PathBuf};
use thiserror::Error;

/// The reason why a folder could not be packed.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum PackError {
    /// The folder cannot be read.
    #[error(transparent)]
    Load(#[from] LoadError),
    /// The files have errors.
    #[error("{0} has {1} errors; `chancery gazetteer check --data {0}` shows them")]
    Errors(String, usize),
    /// `pack.toml` is missing or incomplete.
    #[error("{0}/pack.toml must contain a {1}: write {1} = \"…\" (`chancery gazetteer init` writes an example)")]
    Unnamed(String, &'static str),
    /// A packed file with this version exists, and its content differs.
    #[error(
        "{0} already exists with different content; raise the version in pack.toml, name another file with --out, or delete the existing file"
    )]
    Version(PathBuf),
    /// A file cannot be read or written.
    #[error("{0} cannot be read or written")]
    Io(PathBuf, #[source] io::Error),
}

/// A packed folder.
#[derive(Clone, Debug)]
pub struct Packed {
    /// The description in the folder's `pack.toml`, and the hash of the files in the folder.
    pub pack: Pack,
    /// The file that was written.
    pub file: PathBuf,
    /// The number of files in the packed file.
    pub files: usize,
}

/// Packs a data folder into one file. `lower` contains the folders of lower layers. `out` is the
/// file to write. If `out` is `None`, the file is written next to the folder. Its name then
/// consists of the name and version in `pack.toml`, as in `NAME-VERSION.zip`.
///
/// # Errors
/// Returns an error in these cases:
///
/// - The data have errors.
/// - `pack.toml` lacks a name, version or licence.
/// - A file cannot be read or written.
/// - `out` is `None`, and a packed file of the same version with different content already exists.
pub fn pack(folder: &Path, lower: &[PathBuf], out: Option<&Path>) -> Result<Packed, PackError> {
    let shown = folder.display().to_string();
    let folders: Vec<PathBuf> = lower.iter().cloned().chain([folder.to_owned()]).collect();
    let errors = Data::check(&folders)?.diagnostics.iter().filter(|problem| problem.is_error()).count();
    if errors > 0 {
        return Err(PackError::Errors(shown, errors));
    }
    let pack = Data::packs_of(&folders)?.pop().unwrap_or_default();
    for (what, text) in [("name", &pack.name), ("version", &pack.version), ("licence", &pack.licence)] {
        if text.is_empty() {
            return Err(PackError::Unnamed(shown, what));
        }
    }
    let mut names = Vec::new();
    list(folder, folder, &mut names).map_err(|error| PackError::Io(folder.to_owned(), error))?;
    names.sort();
    let mut files = Vec::new();
    for name in names {
        let path = folder.join(&name);
        files.push((name, std::fs::read(&path).map_err(|error| PackError::Io(path, error))?));
    }
    let plain = |text: &str| text.chars().map(|c| if c.is_alphanumeric() || ".-_".contains(c) { c } else { '-' }).collect::<String>();
    let file = out.map_or_else(|| folder.with_file_name(format!("{}-{}.zip", plain(&pack.name), plain(&pack.version))), Path::to_owned);
    let bytes = chancery_data::archive(&files).map_err(|error| PackError::Io(file.clone(), error))?;
    if out.is_none() && std::fs::read(&file).is_ok_and(|known| known != bytes) {
        return Err(PackError::Version(file));
    }
    std::fs::write(&file, bytes).map_err(|error| PackError::Io(file.clone(), error))?;
    Ok(Packed { pack, file, files: files.len() })
}

/// Adds the paths of the files in `folder` and its subfolders to `names`, relative to `root`.
/// Hidden files and folders are left out.
fn list(root: &Path, folder: &Path, names: &mut Vec<String>) -> io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        if hidden {
            continue;
        }
        if path.is_dir() {
            list(root, &path, names)?;
        } else if let Ok(inner) = path.strip_prefix(root) {
            names.push(inner.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/"));
        }
    }
    Ok(())
}
