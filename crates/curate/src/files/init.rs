//! Creates a data folder from templates.

use std::io;
use std::path::{Path, PathBuf};

/// The files of a new folder, with explanations and examples.
const FILES: [(&str, &str); 7] = [
    ("README.md", include_str!("../../templates/README.md")),
    ("pack.toml", include_str!("../../templates/pack.toml")),
    ("gazetteer/organisations.toml", include_str!("../../templates/organisations.toml")),
    ("gazetteer/places.toml", include_str!("../../templates/places.toml")),
    ("gazetteer/people.toml", include_str!("../../templates/people.toml")),
    ("topics/topics.toml", include_str!("../../templates/topics.toml")),
    ("frames/frames.toml", include_str!("../../templates/frames.toml")),
];

/// Creates a data folder with commented templates. Returns the paths of the files.
///
/// # Errors
/// Returns an error if `folder` is a file, if one of the files to create already exists, or if a
/// file cannot be written.
pub fn init(folder: &Path) -> io::Result<Vec<PathBuf>> {
    if folder.is_file() {
        let message = format!("{} is a file; name a folder, which is created if it does not exist", folder.display());
        return Err(io::Error::new(io::ErrorKind::AlreadyExists, message));
    }
    let files: Vec<(PathBuf, &str)> = FILES.iter().map(|(name, text)| (folder.join(name), *text)).collect();
    if let Some((path, _)) = files.iter().find(|(path, _)| path.exists()) {
        let message = format!("{} already exists; choose another folder", path.display());
        return Err(io::Error::new(io::ErrorKind::AlreadyExists, message));
    }
    for (path, text) in &files {
        write(path, text.as_bytes())?;
    }
    Ok(files.into_iter().map(|(path, _)| path).collect())
}

/// Writes a file, and creates the folders above it.
pub(super) fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let named = |error: io::Error| io::Error::new(error.kind(), format!("{}: {error}", path.display()));
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(named)?;
    }
    std::fs::write(path, bytes).map_err(named)
}
