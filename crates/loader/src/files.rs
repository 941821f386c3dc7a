//! The files of a data folder.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// One file of a data folder.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct File {
    /// The path shown in messages, with `/` as separator. For embedded files it is relative to the data folder; for user files it begins with the folder as the
    /// user gave it.
    pub path: String,
    /// The path inside the data folder, with `/` as separator. It determines how the file is read.
    /// If a folder contains no data files, a placeholder with an empty path stands for it.
    pub inner: String,
    /// The content of the file. It is empty for a file that is not a data file.
    pub text: String,
    /// 0 for generated files, 1 for hand-written embedded files, 2 and more for the user's folders.
    pub layer: u32,
}

impl File {
    /// Returns whether the file name has the ending of a data file.
    pub(crate) fn is_data(&self) -> bool {
        is_data(&self.inner)
    }
}

fn is_data(name: &str) -> bool {
    name.ends_with(".toml") || name.ends_with(".jsonl") || is_sheet(name)
}

/// Returns whether this is the name of a file for the clause reader. These files are not TOML. They
/// contain one word or rule per line.
fn is_sheet(name: &str) -> bool {
    name.starts_with("language/") && (name.ends_with(".tsv") || name.ends_with("/grammar.txt") || name.ends_with("/lists.txt"))
}

/// Returns whether a file may lie in a data folder without being reported: a hidden file, a backup,
/// Markdown, plain text or a licence.
fn is_aside(name: &str) -> bool {
    let last = name.rsplit('/').next().unwrap_or(name);
    if is_sheet(name) {
        return false;
    }
    // "names.toml.txt", or a text file among data files, is probably a mistake.
    let doubled = last.ends_with(".toml.txt") || last.ends_with(".jsonl.txt");
    let note = ["readme", "licen", "note", "copying"].iter().any(|start| last.to_lowercase().starts_with(start));
    if doubled || name.contains('/') && last.ends_with(".txt") && !note {
        return false;
    }
    name.split('/').any(|part| part.starts_with('.'))
        || [".md", ".txt", "~", ".bak", ".swp"].iter().any(|ending| last.ends_with(ending))
        || ["README", "LICENSE", "LICENCE"].iter().any(|start| last.starts_with(start))
}

/// Lists the files of a folder, sorted by path. The text of data files (`.toml` and `.jsonl`) is read. Other files are listed without their text, so that
/// [`read`](crate::read) can report them. Hidden files, backups, Markdown, plain text and licences are left out.
///
/// # Errors
/// If the folder or a file cannot be read, or a data file is not UTF-8.
pub fn read_folder(root: &Path) -> io::Result<Vec<File>> {
    let mut files = Vec::new();
    for entry in walk(root) {
        let (path, name) = entry?;
        let read = || std::fs::read(&path).map_err(|e| named(&path, e));
        files.push(file(&name, &path.display().to_string(), read)?);
    }
    Ok(complete(files))
}

/// Returns a SHA-256 in lower-case hexadecimal digits. It is computed from the names of the files
/// that [`read_folder`] lists and from the contents of the data files. The files are not kept in
/// memory.
///
/// # Errors
/// If the folder or a file cannot be read.
pub fn folder_hash(root: &Path) -> io::Result<String> {
    let mut hash = Sha256::new();
    let mut buffer = vec![0; 1 << 20];
    for entry in walk(root) {
        let (path, name) = entry?;
        hash.update((name.len() as u64).to_le_bytes());
        hash.update(name.as_bytes());
        if !is_data(&name) {
            continue;
        }
        let mut file = std::fs::File::open(&path).map_err(|e| named(&path, e))?;
        let mut length = 0;
        loop {
            let count = file.read(&mut buffer).map_err(|e| named(&path, e))?;
            if count == 0 {
                break;
            }
            hash.update(&buffer[..count]);
            length += count as u64;
        }
        hash.update(length.to_le_bytes());
    }
    Ok(hex(hash.finalize().as_slice()))
}

/// Returns the files of a folder and its subfolders, sorted by name, each with its path inside the
/// folder. Files that [`read_folder`] ignores are left out.
fn walk(root: &Path) -> impl Iterator<Item = io::Result<(PathBuf, String)>> {
    let entries = walkdir::WalkDir::new(root).follow_links(true).sort_by_file_name().into_iter();
    entries.filter_map(move |entry| {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                return Some(Err(match error.io_error() {
                    Some(io) => io::Error::new(io.kind(), io.to_string()),
                    None => io::Error::other(error.to_string()),
                }));
            }
        };
        let path = entry.path();
        let inner = path.strip_prefix(root).unwrap_or(path);
        let name: Vec<_> = inner.components().map(|part| part.as_os_str().to_string_lossy()).collect();
        let name = name.join("/");
        (entry.file_type().is_file() && !is_aside(&name)).then(|| Ok((path.to_owned(), name)))
    })
}

fn named(path: &Path, error: io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}

/// Returns the files of a data folder that is not on disk, such as one in an archive. `shown` is
/// the name of the archive in messages. `contents` lists the path and the bytes of each file.
///
/// # Errors
/// If a data file is not UTF-8.
pub fn files_of(shown: &str, contents: impl IntoIterator<Item = (String, Vec<u8>)>) -> io::Result<Vec<File>> {
    let mut files = Vec::new();
    for (name, bytes) in contents {
        if !is_aside(&name) {
            files.push(file(&name, &format!("{shown}/{name}"), || Ok(bytes))?);
        }
    }
    Ok(complete(files))
}

/// Sorts the files. If none of them is a data file, adds a placeholder with an empty path.
fn complete(mut files: Vec<File>) -> Vec<File> {
    files.sort_by(|a, b| a.path.cmp(&b.path));
    if !files.iter().any(File::is_data) {
        files.push(File { layer: 1, ..File::default() });
    }
    files
}

fn file(name: &str, shown: &str, read: impl FnOnce() -> io::Result<Vec<u8>>) -> io::Result<File> {
    let text = if is_data(name) { decoded(read()?, shown)? } else { String::new() };
    let layer = u32::from(!name.contains("generated/"));
    Ok(File { path: name.to_owned(), inner: name.to_owned(), text, layer })
}

fn decoded(bytes: Vec<u8>, shown: &str) -> io::Result<String> {
    let text = String::from_utf8(bytes)
        .map_err(|e| io::Error::new(io::ErrorKind::InvalidData, format!("{shown}: not UTF-8 at byte {}", e.utf8_error().valid_up_to())))?;
    Ok(match text.strip_prefix('\u{FEFF}') {
        Some(rest) => rest.to_owned(),
        None => text,
    })
}

/// Returns the SHA-256 of some bytes in lower-case hexadecimal digits.
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    hex(Sha256::digest(bytes).as_slice())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Returns the SHA-256 of all data files: their layers, their paths inside the data folder and their contents. It is written in lower-case hexadecimal digits.
///
/// If `layered` is not set, the layers are left out, so a folder has the same hash in any layer.
pub(crate) fn content_hash<'f>(files: impl IntoIterator<Item = &'f File>, layered: bool) -> String {
    let mut hash = Sha256::new();
    for file in files.into_iter().filter(|file| file.is_data()) {
        if layered {
            hash.update(file.layer.to_le_bytes());
        }
        hash.update((file.inner.len() as u64).to_le_bytes());
        hash.update(file.inner.as_bytes());
        hash.update((file.text.len() as u64).to_le_bytes());
        hash.update(file.text.as_bytes());
    }
    hex(hash.finalize().as_slice())
}
