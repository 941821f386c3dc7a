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
    /// The path inside the data folder, with `/` as separator. The path determines how the file is read. A folder without data files is represented by a
    /// placeholder with an empty path.
    pub inner: String,
    /// The content of the file. It is empty for a file that is not a data file.
    pub text: String,
    /// The layer: 0 for generated files, 1 for hand-written embedded files, 2 and above for the user's folders.
    pub layer: u32,
    /// Whether the content is not valid UTF-8. If so, `text` ends before the first invalid byte.
    pub is_broken: bool,
}

impl File {
    /// Returns the number of the line, counted from 1, that contains the byte at the offset `byte`.
    pub(crate) fn line(&self, byte: u32) -> usize {
        self.text.bytes().take(byte as usize).filter(|byte| *byte == b'\n').count() + 1
    }

    /// Returns whether the file name has the ending of a data file.
    pub(crate) fn is_data(&self) -> bool {
        is_data(&self.inner)
    }
}

fn is_data(name: &str) -> bool {
    name.ends_with(".toml") || name.ends_with(".jsonl") || is_sheet(name)
}

/// Returns whether `name` is the path of a file for the clause reader. Files for the clause reader are not written in TOML; they contain one word or rule per
/// line.
fn is_sheet(name: &str) -> bool {
    name.starts_with("language/") && (name.ends_with(".tsv") || name.ends_with("/grammar.txt") || name.ends_with("/lists.txt"))
}

/// Returns whether a file in a data folder is ignored without a report. Such files are hidden files, backups, Markdown, licences, and plain text. Plain text in
/// a subfolder is ignored only if its name shows that it is not data ("readme.txt", "notes.txt").
fn is_aside(name: &str) -> bool {
    let last = name.rsplit('/').next().unwrap_or(name);
    if is_sheet(name) {
        return false;
    }
    // "names.toml.txt" is probably a mistake, and so is a text file among the data files of a subfolder.
    let doubled = last.ends_with(".toml.txt") || last.ends_with(".jsonl.txt");
    let note = ["readme", "licen", "note", "copying"].iter().any(|start| last.to_lowercase().starts_with(start));
    if doubled || name.contains('/') && last.ends_with(".txt") && !note {
        return false;
    }
    name.split('/').any(|part| part.starts_with('.'))
        || [".md", ".txt", "~", ".bak", ".swp"].iter().any(|ending| last.ends_with(ending))
        || ["README", "LICENSE", "LICENCE"].iter().any(|start| last.starts_with(start))
}

/// Lists the files of a folder, sorted by path. The text of data files (`.toml`, `.jsonl`, and the word lists and grammar under `language/`) is read. Other
/// files are listed without their text, so that [`read`](crate::read) can report them. Hidden files, backups, Markdown, licences and notes in plain text are
/// left out.
///
/// # Errors
/// Returns an error if the folder or a file cannot be read.
pub fn read_folder(root: &Path) -> io::Result<Vec<File>> {
    let mut files = Vec::new();
    for entry in walk(root) {
        let (path, name) = entry?;
        let bytes = if is_data(&name) { std::fs::read(&path).map_err(|e| named(&path, e))? } else { Vec::new() };
        files.push(file(&name, bytes));
    }
    Ok(complete(files))
}

/// Returns a SHA-256 hash of a folder, in lower-case hexadecimal digits. The hash covers the names of the files that [`read_folder`] lists, and the contents of
/// the data files. Files are read in chunks, so no file is completely in memory at any time.
///
/// # Errors
/// Returns an error if the folder or a file cannot be read.
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

/// Returns the files of a data folder that is not on disk, such as a folder in an archive. `contents` contains the path and the bytes of each file.
pub fn files_of(contents: impl IntoIterator<Item = (String, Vec<u8>)>) -> Vec<File> {
    let read = contents.into_iter().filter(|(name, _)| !is_aside(name));
    complete(read.map(|(name, bytes)| file(&name, if is_data(&name) { bytes } else { Vec::new() })).collect())
}

/// Sorts the files. If none of them is a data file, adds a placeholder with an empty path, so that the empty folder can be reported.
fn complete(mut files: Vec<File>) -> Vec<File> {
    files.sort_by(|a, b| a.path.cmp(&b.path));
    if !files.iter().any(File::is_data) {
        files.push(File { layer: 1, ..File::default() });
    }
    files
}

fn file(name: &str, bytes: Vec<u8>) -> File {
    let layer = u32::from(!name.contains("generated/"));
    let (text, is_broken) = decoded(bytes);
    File { path: name.to_owned(), inner: name.to_owned(), text, layer, is_broken }
}

/// Decodes `bytes` as UTF-8. Returns the text before the first invalid byte, without a byte order mark, and whether there is an invalid byte.
fn decoded(bytes: Vec<u8>) -> (String, bool) {
    let (text, is_broken) = match String::from_utf8(bytes) {
        Ok(text) => (text, false),
        Err(error) => {
            let valid = error.utf8_error().valid_up_to();
            (String::from_utf8_lossy(&error.as_bytes()[..valid]).into_owned(), true)
        }
    };
    (text.strip_prefix('\u{FEFF}').map(str::to_owned).unwrap_or(text), is_broken)
}

/// Returns the SHA-256 hash of the bytes, in lower-case hexadecimal digits.
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    hex(Sha256::digest(bytes).as_slice())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Returns a SHA-256 hash of the data files, in lower-case hexadecimal digits. The hash covers the layer of each file, its path inside the
/// data folder, and its contents.
///
/// If `layered` is false, the hash does not cover the layers. A folder then has the same hash wherever it stands among the folders given with `--data`.
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
