//! Finds the files to read, given file names, folders and glob patterns.

use crate::Format;
use crate::error::{ReadError, bail};
use crate::source::Source;
use globset::GlobBuilder;
use std::collections::{BTreeMap, HashSet};
use std::fs::FileType;
use std::path::{Path, PathBuf};

/// The result of [`find`]: the files to read, and the files that were skipped.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Found {
    /// The files to read, in the order of the inputs. They include standard input if an input is
    /// `-`.
    pub sources: Vec<Source>,
    /// The files in folders that will not be read.
    pub skipped: Vec<Skip>,
}

/// A file in a folder that will not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Skip {
    /// The name of the file, as in [`Source::name`].
    pub name: String,
    /// The reason why the file will not be read, as a message for users.
    pub reason: String,
}

/// Finds the files to read. Each of the `inputs` is a file name, a folder or a glob pattern; `-`
/// stands for standard input.
///
/// The files are in the order of `inputs`; files of one folder or pattern are sorted by name. Folders
/// are searched recursively. A file in a folder is in [`Found::sources`] if its [`Format`] is known,
/// and in [`Found::skipped`] otherwise. Each file is returned only once. Files with different names
/// have different ids ([`Source::id`]).
///
/// # Errors
/// Returns an error if a pattern is not valid, or if a name, folder or pattern does not lead to any
/// file that can be read.
pub fn find<S: AsRef<str>>(inputs: &[S]) -> Result<Found, ReadError> {
    let mut found = Found::default();
    for input in inputs.iter().map(AsRef::as_ref) {
        let before = (found.sources.len(), found.skipped.len());
        let path = Path::new(input);
        if input == "-" {
            found.sources.push(Source::stdin());
        } else if path.is_dir() {
            walk(path, &|path, kind| reason_to_skip(path, kind), &mut found);
            if found.sources.len() == before.0 {
                let others = endings_of(&found.skipped[before.1..]);
                bail!(
                    NotFound,
                    "the folder {input} contains no readable documents{others}. Chancery reads files that end in {}, optionally followed by .gz or .zst",
                    endings()
                );
            }
        } else if path.exists() {
            found.sources.push(Source::from_path(path));
        } else if input.contains(['*', '?', '[', '{']) {
            glob(input, &mut found)?;
            if found.sources.len() == before.0 {
                bail!(NotFound, "no file matches the pattern {input}; check the folder and the file extension");
            }
        } else {
            bail!(NotFound, "there is no file or folder {input}");
        }
    }
    let mut seen = HashSet::new();
    found.sources.retain(|source| seen.insert(source.path.clone()));
    drop(seen);
    distinguish(&mut found.sources);
    Ok(found)
}

/// Changes ids so that files with different names have different ids. If several files have the
/// same id, the file extension is added to each of these ids. If some ids are still equal, the
/// whole name of the file becomes the id.
fn distinguish(sources: &mut [Source]) {
    for longer in [Source::use_ending_in_id, Source::use_name_as_id] {
        let mut seen = HashSet::new();
        let repeated: HashSet<String> =
            sources.iter().map(Source::id).filter(|id| !seen.insert((*id).to_owned())).map(str::to_owned).collect();
        sources.iter_mut().filter(|source| repeated.contains(source.id())).for_each(longer);
    }
}

/// Returns the file extensions of all formats, for messages.
fn endings() -> String {
    let endings = Format::ALL.iter().flat_map(|format| format.endings());
    endings.map(|ending| format!(".{ending}")).collect::<Vec<_>>().join(", ")
}

/// Returns the file extensions of skipped files with the number of files that have each extension,
/// for messages: `, only other files (12 .jpg, 1 .doc)`.
fn endings_of(skipped: &[Skip]) -> String {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for skip in skipped {
        let ending = Path::new(&skip.name).extension().and_then(|ending| ending.to_str());
        *counts.entry(ending.unwrap_or_default()).or_default() += 1;
    }
    let told = |(ending, count): (&str, usize)| {
        if ending.is_empty() { format!("{count} without an extension") } else { format!("{count} .{ending}") }
    };
    let told: Vec<String> = counts.into_iter().map(told).collect();
    if told.is_empty() { String::new() } else { format!(", only other files ({})", told.join(", ")) }
}

/// Returns why the file `path` in a folder will not be read, or `None` if it will be read.
fn reason_to_skip(path: &Path, kind: FileType) -> Option<String> {
    if !kind.is_file() {
        return Some("it is not a regular file".to_owned());
    }
    if Format::from_path(path).is_some() {
        return None;
    }
    Some(match path.extension() {
        None => "its name has no extension, so its format is unknown; to read it as text, give the path of the file".to_owned(),
        Some(ending) => format!("files that end in .{} are not read", ending.to_string_lossy().to_lowercase()),
    })
}

/// Adds the files in the folder `root` and its subfolders to `found`, sorted by name. `skip`
/// returns the reason why a file will not be read, or `None` if it will be read. If the reason is
/// empty, the file is not listed as skipped. A path that cannot be accessed is added as a source,
/// so that reading it reports the error.
fn walk(root: &Path, skip: &dyn Fn(&Path, FileType) -> Option<String>, found: &mut Found) {
    for entry in walkdir::WalkDir::new(root).follow_links(true).sort_by_file_name() {
        match entry {
            Ok(entry) if entry.file_type().is_dir() => {}
            Ok(entry) => match skip(entry.path(), entry.file_type()) {
                None => found.sources.push(Source::within(root, entry.into_path())),
                Some(reason) if reason.is_empty() => {}
                Some(reason) => found.skipped.push(Skip { name: Source::name_of(entry.path()), reason }),
            },
            Err(error) => {
                let Some(path) = error.path() else { continue };
                if error.loop_ancestor().is_some() {
                    found.skipped.push(Skip { name: Source::name_of(path), reason: "it is a link to a parent folder".to_owned() });
                } else {
                    found.sources.push(Source::within(root, path.to_owned()));
                }
            }
        }
    }
}

fn glob(pattern: &str, found: &mut Found) -> Result<(), ReadError> {
    let matcher = match GlobBuilder::new(pattern).literal_separator(true).build() {
        Ok(glob) => glob.compile_matcher(),
        Err(error) => bail!(InvalidOption, "{pattern} is not a valid pattern: {}", error.kind()),
    };
    // The search begins in the folder before the first part of the path with a wildcard.
    let plain: PathBuf =
        Path::new(pattern).components().take_while(|part| !part.as_os_str().to_string_lossy().contains(['*', '?', '[', '{'])).collect();
    let root = if plain.as_os_str().is_empty() { Path::new(".") } else { &plain };
    let skip = |path: &Path, kind: FileType| {
        if !matcher.is_match(path.strip_prefix("./").unwrap_or(path)) {
            return Some(String::new());
        }
        (!kind.is_file()).then(|| "it is not a regular file".to_owned())
    };
    walk(root, &skip, found);
    Ok(())
}
