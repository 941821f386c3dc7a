//! The files of a data folder.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::io;
use std::path::Path;

/// One data file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct File {
    /// Path inside its data folder, with `/`; for users' folders with the folder as it was given.
    pub path: String,
    /// Path inside its data folder, always: by it a file is known for what it is.
    pub inner: String,
    /// Its content.
    pub text: String,
    /// 0 for generated files, 1 for files by hand, 2 and more for the user's folders.
    pub layer: u32,
}

/// All data files of a folder (`.toml` and `.jsonl`), sorted by path.
///
/// # Errors
/// If the folder or a file cannot be read, or a file is not UTF-8.
pub fn read_folder(root: &Path) -> io::Result<Vec<File>> {
    let mut files = Vec::new();
    for entry in walkdir::WalkDir::new(root).follow_links(true).sort_by_file_name() {
        let entry = entry.map_err(|error| match error.io_error() {
            Some(io) => io::Error::new(io.kind(), io.to_string()),
            None => io::Error::other(error.to_string()),
        })?;
        let path = entry.path();
        let known = path.extension().is_some_and(|ending| ending == "toml" || ending == "jsonl");
        if !entry.file_type().is_file() || !known {
            continue;
        }
        let inner = path.strip_prefix(root).unwrap_or(path);
        let name: Vec<_> = inner.components().map(|part| part.as_os_str().to_string_lossy()).collect();
        let name = name.join("/");
        let bytes = std::fs::read(path).map_err(|e| io::Error::new(e.kind(), format!("{}: {e}", path.display())))?;
        let text = String::from_utf8(bytes).map_err(|e| {
            io::Error::new(io::ErrorKind::InvalidData, format!("{}: not UTF-8 at byte {}", path.display(), e.utf8_error().valid_up_to()))
        })?;
        let layer = u32::from(!name.contains("generated/"));
        files.push(File { path: name.clone(), inner: name, text: text.strip_prefix('\u{FEFF}').unwrap_or(&text).to_owned(), layer });
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}

/// SHA-256 over the layers, the paths inside their folders, and the contents, in small hexadecimal digits.
pub(crate) fn content_hash(files: &[File]) -> String {
    let mut hash = Sha256::new();
    for file in files {
        hash.update(file.layer.to_le_bytes());
        hash.update((file.inner.len() as u64).to_le_bytes());
        hash.update(file.inner.as_bytes());
        hash.update((file.text.len() as u64).to_le_bytes());
        hash.update(file.text.as_bytes());
    }
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}
