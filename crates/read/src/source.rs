//! A file or standard input, from which documents are read.

use std::fs::Metadata;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

/// A file to read, or standard input.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Source {
    /// The path of the file; `None` for standard input.
    pub path: Option<PathBuf>,
    /// The name in messages and tables: the path as the user gave it, or `-` for standard input. Bytes
    /// that are not UTF-8 are written as `\xNN`.
    pub name: String,
    /// Size of the file in bytes; 0 if unknown.
    pub size: u64,
    /// Time of the last change to the file, in nanoseconds since 1970 (UTC); 0 if unknown.
    pub modified: u64,
    /// The byte range of the document's id within `name`.
    id: Range<usize>,
    /// The length of `name` in bytes, which is also where the file extension ends.
    end: usize,
}

impl Source {
    /// Creates a source for a file. The id is the file name without its extension.
    #[must_use]
    pub fn from_path(path: impl Into<PathBuf>) -> Self {
        let path = path.into();
        let about = std::fs::metadata(&path).ok();
        let parent = path.parent().unwrap_or(Path::new("")).to_owned();
        Self::new(&parent, path, about.as_ref())
    }

    /// Creates a source for a file in the folder `root`. The id is the path of the file relative to
    /// that folder, without the file extension.
    pub(crate) fn within(root: &Path, path: PathBuf) -> Self {
        let about = std::fs::metadata(&path).ok();
        Self::new(root, path, about.as_ref())
    }

    fn new(root: &Path, path: PathBuf, about: Option<&Metadata>) -> Self {
        let modified = about.and_then(|about| about.modified().ok()).and_then(|time| time.duration_since(UNIX_EPOCH).ok());
        let size = about.filter(|about| about.is_file()).map_or(0, |about| about.len());
        let name = Self::name_of(&path);
        let relative = Self::name_of(path.strip_prefix(root).unwrap_or(&path));
        let start = name.len().saturating_sub(relative.len());
        let start = if name.is_char_boundary(start) { start } else { 0 };
        let id = start..start + without_ending(&name[start..]).len();
        let end = name.len();
        Self { path: Some(path), name, size, modified: modified.map_or(0, |time| u64::try_from(time.as_nanos()).unwrap_or(0)), id, end }
    }

    /// Creates the source for standard input.
    #[must_use]
    pub fn stdin() -> Self {
        Self { path: None, name: "-".to_owned(), size: 0, modified: 0, id: 0..1, end: 1 }
    }

    /// Creates a source for a document of `size` bytes in memory. `name` is treated as a file name.
    pub(crate) fn in_memory(name: &str, size: u64) -> Self {
        let path = PathBuf::from(name);
        let parent = path.parent().unwrap_or(Path::new("")).to_owned();
        Self { size, ..Self::new(&parent, path, None) }
    }

    /// Returns the id of the document in the file: the file name without its extension. For a file
    /// in a folder that the user gave, the id is the path relative to that folder, also without the
    /// extension. For standard input, it is `stdin`.
    #[must_use]
    pub fn id(&self) -> &str {
        if self.path.is_some() { &self.name[self.id.clone()] } else { "stdin" }
    }

    /// Returns the path of the file relative to the folder that the user gave, or the file name if
    /// the user gave the file itself.
    pub(crate) fn relative(&self) -> &str {
        &self.name[self.id.start..self.end]
    }

    /// Adds the file extension to the id.
    pub(crate) fn use_ending_in_id(&mut self) {
        self.id.end = self.end;
    }

    /// Uses the whole `name` as the id.
    pub(crate) fn use_name_as_id(&mut self) {
        self.id = 0..self.end;
    }

    /// Returns the name of a path for messages and tables. Different paths have different names.
    pub(crate) fn name_of(path: &Path) -> String {
        let mut name = String::new();
        for chunk in path.as_os_str().as_encoded_bytes().utf8_chunks() {
            name.push_str(chunk.valid());
            chunk.invalid().iter().for_each(|byte| name.push_str(&format!("\\x{byte:02X}")));
        }
        if cfg!(windows) { name.replace('\\', "/") } else { name }
    }
}

/// Returns a path without its file extension and without the extension of a compressed file (`.gz`,
/// `.zst`). A file name whose only dot is its first character has no extension.
pub(crate) fn without_ending(path: &str) -> &str {
    let folder = path.rfind('/').map_or(0, |at| at + 1);
    let name = &path[folder..];
    let inner = [".gz", ".zst"].into_iter().find_map(|ending| {
        let at = name.len().checked_sub(ending.len())?;
        name.is_char_boundary(at).then(|| name.split_at(at)).filter(|(_, end)| end.eq_ignore_ascii_case(ending)).map(|(inner, _)| inner)
    });
    let inner = inner.filter(|inner| !inner.is_empty()).unwrap_or(name);
    let stem = match inner.rsplit_once('.') {
        Some((stem, _)) if !stem.is_empty() => stem,
        _ => inner,
    };
    &path[..folder + stem.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_have_no_ending() {
        for (name, expected) in [
            ("a/b.txt", "a/b"),
            ("b.c.html.gz", "b.c"),
            ("x.y/.txt", "x.y/.txt"),
            ("b", "b"),
            ("b.ZST", "b"),
            ("v1.2/notes", "v1.2/notes"),
            (".gz", ".gz"),
        ] {
            assert_eq!(without_ending(name), expected, "{name}");
        }
        assert_eq!(Source::from_path("a/b.txt").id(), "b");
        assert_eq!(Source::within(Path::new("a"), "a/b/c.txt.gz".into()).id(), "b/c");
        assert_eq!(Source::stdin().id(), "stdin");
    }

    #[cfg(unix)]
    #[test]
    fn names_that_are_not_utf_8_differ() {
        use std::os::unix::ffi::OsStrExt;
        let name = |bytes: &[u8]| Source::name_of(Path::new(std::ffi::OsStr::from_bytes(bytes)));
        assert_eq!(name(b"caf\xE9.txt"), "caf\\xE9.txt");
        assert_ne!(name(b"caf\xE9.txt"), name(b"caf\xE8.txt"));
    }
}
