//! The folder in which a dataset is kept until it is complete.
//!
//! A run writes to the folder `_incomplete` inside the folder of the dataset. When a part is finished, the run also writes a *mark*, that is, a small file that
//! records the counts and files of the part. With these marks, a stopped run can be continued.
//!
//! An older dataset in the folder stays unchanged until all parts are finished. Then the older dataset is removed, the tables are moved to their final place, and
//! the manifest is moved last.

use crate::formats::FileInfo;
use crate::layout::{self, MANIFEST};
use crate::part::PartInfo;
use chancery_text::Catalog;
use serde_json::{Map, Value, json};
use std::fs::{self, File, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::{error, fmt};

/// The name of the folder of an unfinished run.
pub const INCOMPLETE: &str = "_incomplete";
/// The name of the folder with the marks of finished parts.
pub const PARTS: &str = "_parts";
/// The name of the file that contains the key of the run: its version, data and options.
pub const RUN: &str = "run.json";
/// The name of the file that is locked while a program works on the folder.
const LOCK: &str = "lock";
/// The name of the file that is created when the older dataset has been removed. If it exists, all tables outside `_incomplete` belong to this run.
const PUBLISHING: &str = "publishing";

/// A description of the inputs of a part, from which a later run can see whether the inputs have changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PartInputs {
    /// The number of documents, including those that failed.
    pub count: u64,
    /// The first document: its path, or `path#record` for a record of a file.
    pub first: String,
    /// The last document, in the same form as `first`.
    pub last: String,
    /// A hash of all paths, record numbers and sizes.
    pub hash: u64,
    /// A hash of the modification times of the files. It is not written to the manifest, because these times differ between machines.
    pub modified: u64,
}

impl PartInputs {
    /// Returns the description of the inputs for the manifest.
    #[must_use]
    pub fn listing(&self) -> Value {
        json!({"count": self.count, "first": self.first, "last": self.last, "hash": format!("{:016x}", self.hash)})
    }

    fn from_json(value: &Value) -> Option<Self> {
        let text = |key: &str| value.get(key)?.as_str();
        let hash = |key: &str| u64::from_str_radix(text(key)?, 16).ok();
        let (first, last) = (text("first")?.to_owned(), text("last")?.to_owned());
        Some(Self { count: value.get("count")?.as_u64()?, first, last, hash: hash("hash")?, modified: hash("modified").unwrap_or(0) })
    }
}

/// A part that an earlier run has finished.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct DonePart {
    /// The counts and files of the part.
    pub info: PartInfo,
    /// The inputs from which the part was made.
    pub inputs: PartInputs,
}

/// The reason why a folder cannot be used for a run.
#[derive(Debug)]
#[non_exhaustive]
pub enum StagingError {
    /// Another program is writing to the folder.
    Locked(PathBuf),
    /// The folder contains an unfinished run with different settings. The list contains the names of the settings that differ.
    OtherRun(PathBuf, Vec<String>),
    /// A file that the run had written was changed or removed afterwards.
    Damaged(PathBuf),
    /// The operating system reported an error.
    Io(PathBuf, io::Error),
}

impl fmt::Display for StagingError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Locked(folder) => {
                write!(f, "another program is writing to {}; wait until it has finished, or give another folder", folder.display())
            }
            Self::OtherRun(folder, what) => {
                let what = what.join(", ");
                write!(
                    f,
                    "the unfinished run in {} has different settings ({what}); give the same settings to continue it, or --force to start again",
                    folder.display()
                )
            }
            Self::Damaged(file) => {
                write!(f, "{} was changed or removed after it was written; start again with --force", file.display())
            }
            Self::Io(path, _) => write!(f, "{} cannot be used", path.display()),
        }
    }
}

impl error::Error for StagingError {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        match self {
            Self::Io(_, source) => Some(source),
            _ => None,
        }
    }
}

fn io_error(path: &Path) -> impl FnOnce(io::Error) -> StagingError {
    |source| StagingError::Io(path.to_owned(), source)
}

/// The folder of an unfinished run.
#[derive(Debug)]
pub struct Staging {
    out: PathBuf,
    folder: PathBuf,
    /// The locked file. The operating system releases the lock when this value is dropped or the program ends, even if the program is killed.
    lock: File,
}

impl Staging {
    /// Returns `true` if a folder contains an unfinished run.
    #[must_use]
    pub fn is_in(out: &Path) -> bool {
        out.join(INCOMPLETE).join(RUN).is_file() && !Self::is_published(out)
    }

    /// Returns `true` if the run whose files are in `_incomplete` has published its dataset. The program may have been stopped before it removed `_incomplete`.
    fn is_published(out: &Path) -> bool {
        // The manifest of an older dataset is removed before the file `publishing` is created.
        let folder = out.join(INCOMPLETE);
        out.join(MANIFEST).is_file() && folder.is_dir() && (folder.join(PUBLISHING).is_file() || !folder.join(RUN).is_file())
    }

    /// Removes the folder `_incomplete` if its dataset is finished, which is the case if the program was stopped at the very end of [`publish`](Self::publish).
    ///
    /// # Errors
    /// Returns an error if a file cannot be removed.
    pub fn tidy(out: &Path) -> Result<(), StagingError> {
        if !Self::is_published(out) {
            return Ok(());
        }
        // Another program may have begun a run in the folder.
        let staging = match Self::locked(out) {
            Err(StagingError::Locked(_)) => return Ok(()),
            other => other?,
        };
        match fs::remove_dir_all(&staging.folder) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(StagingError::Io(staging.folder, error)),
            _ => Ok(()),
        }
    }

    /// Starts a run in the folder `out`. The files of an earlier unfinished run are removed. `key` is a JSON object that identifies the run by its version,
    /// data and options.
    ///
    /// # Errors
    /// Returns an error if another program is writing to the folder, or if the folder cannot be written.
    pub fn begin(out: &Path, key: &Value) -> Result<Self, StagingError> {
        let staging = Self::locked(out)?;
        let entries = fs::read_dir(&staging.folder).map_err(io_error(&staging.folder))?;
        for path in entries.flatten().map(|entry| entry.path()).filter(|path| !path.ends_with(LOCK)) {
            let removed = if path.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
            removed.map_err(io_error(&path))?;
        }
        let parts = staging.folder.join(PARTS);
        fs::create_dir_all(&parts).map_err(io_error(&parts))?;
        staging.write(RUN, &pretty(key))?;
        Ok(staging)
    }

    /// Continues the run in the folder `out`.
    ///
    /// # Errors
    /// Returns an error if another program is writing to the folder, if the unfinished run in the folder has a different key, or if a file cannot be read or
    /// created.
    pub fn resume(out: &Path, key: &Value) -> Result<Self, StagingError> {
        let staging = Self::locked(out)?;
        let file = staging.folder.join(RUN);
        let text = fs::read_to_string(&file).map_err(io_error(&file))?;
        let old: Value = serde_json::from_str(&text).map_err(|error| StagingError::Io(file, error.into()))?;
        let different = differences(&old, key);
        if different.is_empty() { Ok(staging) } else { Err(StagingError::OtherRun(out.to_owned(), different)) }
    }

    /// Creates the folder `_incomplete` if it does not exist, and locks it.
    fn locked(out: &Path) -> Result<Self, StagingError> {
        let folder = out.join(INCOMPLETE);
        fs::create_dir_all(&folder).map_err(io_error(&folder))?;
        let path = folder.join(LOCK);
        let lock = File::options().create(true).truncate(false).write(true).open(&path).map_err(io_error(&path))?;
        match lock.try_lock() {
            Ok(()) => Ok(Self { out: out.to_owned(), folder, lock }),
            Err(TryLockError::WouldBlock) => Err(StagingError::Locked(out.to_owned())),
            // Some network file systems do not support locks. The run then works without one.
            Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => Ok(Self { out: out.to_owned(), folder, lock }),
            Err(TryLockError::Error(error)) => Err(StagingError::Io(path, error)),
        }
    }

    /// Returns the folder in which to write the dataset.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Marks a part as finished. All files of the part must already be closed.
    ///
    /// # Errors
    /// Returns an error if the mark cannot be written.
    pub fn done(&self, info: &PartInfo, inputs: &PartInputs, catalog: &dyn Catalog) -> Result<(), StagingError> {
        let mut mark = info.to_json(catalog);
        if let (Value::Object(mark), Value::Object(mut listing)) = (&mut mark, inputs.listing()) {
            listing.insert("modified".to_owned(), format!("{:016x}", inputs.modified).into());
            mark.insert("inputs".to_owned(), Value::Object(listing));
        }
        let name = format!("{PARTS}/part-{:05}", info.number);
        let ids: Vec<u8> = info.ids.iter().flat_map(|id| id.to_le_bytes()).collect();
        self.write(&format!("{name}.ids"), &ids)?;
        self.write(&format!("{name}.json"), &pretty(&mark))
    }

    /// Writes a file under a temporary name and then renames it, so that the file is never incomplete.
    fn write(&self, name: &str, content: &[u8]) -> Result<(), StagingError> {
        let path = self.folder.join(name);
        let new = self.folder.join(format!("{name}.new"));
        let written = File::create(&new).and_then(|mut file| file.write_all(content));
        written.and_then(|()| fs::rename(&new, &path)).map_err(io_error(&path))
    }

    /// Returns `true` if all parts and tables are complete. Then only the call of [`publish`](Self::publish) is left.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.folder.join(MANIFEST).is_file()
    }

    /// Moves the finished dataset to its final place. An older dataset in that place is removed first. If `keep_marks` is `true`, the marks of the parts are kept
    /// in the folder `_parts`.
    ///
    /// If the program stops before this function returns, the run can be opened again with [`resume`](Self::resume), and the call can be repeated.
    ///
    /// # Errors
    /// Returns an error if a file cannot be moved or removed.
    pub fn publish(self, keep_marks: bool) -> Result<(), StagingError> {
        let manifest = self.out.join(MANIFEST);
        let publishing = self.folder.join(PUBLISHING);
        if !publishing.exists() {
            remove(&manifest)?;
            layout::folders().try_for_each(|name| remove_table(&self.out.join(name)))?;
            File::create(&publishing).map_err(io_error(&publishing))?;
        }
        for name in layout::folders() {
            let from = self.folder.join(name);
            if from.is_dir() {
                merge_folder(&from, &self.out.join(name))?;
            }
        }
        let (marks, kept) = (self.folder.join(PARTS), self.out.join(PARTS));
        if keep_marks && marks.is_dir() {
            if kept.is_dir() {
                fs::remove_dir_all(&kept).map_err(io_error(&kept))?;
            }
            fs::rename(&marks, &kept).map_err(io_error(&kept))?;
            let run = self.folder.join(RUN);
            fs::copy(&run, kept.join(RUN)).map_err(io_error(&kept))?;
        }
        let done = self.folder.join(MANIFEST);
        fs::rename(&done, &manifest).map_err(io_error(&manifest))?;
        // Without this file, the rest of the folder is recognised as a remnant (see `is_published`).
        remove(&self.folder.join(RUN))?;
        let Self { folder, lock, .. } = self;
        drop(lock);
        fs::remove_dir_all(&folder).map_err(io_error(&folder))
    }
}

/// Returns the finished parts whose marks (see [`Staging::done`]) are in the folder `parts`. The file paths in a mark are relative to the folder `dataset`.
///
/// A mark is skipped if it is damaged, or if a file of its part does not have the recorded size. The run must then write this part again.
///
/// # Errors
/// Returns an error if the folder `parts` cannot be read.
pub fn done_parts<'a>(
    dataset: &'a Path,
    parts: &Path,
    catalog: &'a dyn Catalog,
) -> Result<impl Iterator<Item = DonePart> + 'a, StagingError> {
    let entries = fs::read_dir(parts).map_err(io_error(parts))?;
    let marks = entries.flatten().map(|entry| entry.path()).filter(|path| {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        name.starts_with("part-") && name.ends_with(".json")
    });
    let whole = |file: &FileInfo| fs::metadata(dataset.join(&file.path)).is_ok_and(|about| about.len() == file.bytes);
    Ok(marks.filter_map(|mark| done_part(&mark, catalog)).filter(move |part| part.info.files.iter().all(whole)))
}

/// Reads a mark. Returns `None` if it is damaged.
fn done_part(mark: &Path, catalog: &dyn Catalog) -> Option<DonePart> {
    let value: Value = serde_json::from_str(&fs::read_to_string(mark).ok()?).ok()?;
    let mut info = PartInfo::from_json(&value, catalog)?;
    let ids = fs::read(mark.with_extension("ids")).ok()?;
    info.ids = ids.chunks_exact(8).map(|bytes| u64::from_le_bytes(bytes.try_into().unwrap_or_default())).collect();
    let inputs = PartInputs::from_json(value.get("inputs")?)?;
    (info.ids.len() as u64 == info.totals.documents).then_some(DonePart { info, inputs })
}

/// Returns the names of the properties in which two JSON objects differ.
fn differences(old: &Value, new: &Value) -> Vec<String> {
    let empty = Map::new();
    let (old, new) = (old.as_object().unwrap_or(&empty), new.as_object().unwrap_or(&empty));
    let mut different = Vec::new();
    for key in old.keys().chain(new.keys().filter(|key| !old.contains_key(*key))) {
        match (old.get(key), new.get(key)) {
            (Some(a), Some(b)) if a == b => {}
            (Some(a @ Value::Object(_)), Some(b @ Value::Object(_))) => different.extend(differences(a, b)),
            _ => different.push(key.clone()),
        }
    }
    different
}

fn pretty(value: &Value) -> Vec<u8> {
    format!("{value:#}\n").into_bytes()
}

/// Removes a file if it exists.
fn remove(file: &Path) -> Result<(), StagingError> {
    match fs::remove_file(file) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(StagingError::Io(file.to_owned(), error)),
        _ => Ok(()),
    }
}

/// Removes the data files in a folder, and in those subfolders that have the name of a table or format. A folder that is then empty is removed too. Other files
/// are not touched.
fn remove_table(folder: &Path) -> Result<(), StagingError> {
    let Ok(entries) = fs::read_dir(folder) else { return Ok(()) };
    for path in entries.flatten().map(|entry| entry.path()) {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if path.is_dir() && layout::folders().any(|table| table == name) {
            remove_table(&path)?;
        } else if layout::is_part(name) {
            remove(&path)?;
        }
    }
    // `remove_dir` removes only empty folders.
    let _ = fs::remove_dir(folder);
    Ok(())
}

/// Moves the folder `from` to `to`. If `to` already exists, for example because the user has put files into it, the contents of `from` are moved into it.
fn merge_folder(from: &Path, to: &Path) -> Result<(), StagingError> {
    if !to.exists() {
        return fs::rename(from, to).map_err(io_error(to));
    }
    for entry in fs::read_dir(from).map_err(io_error(from))? {
        let path = entry.map_err(io_error(from))?.path();
        let target = to.join(path.file_name().unwrap_or_default());
        if path.is_dir() {
            merge_folder(&path, &target)?;
        } else {
            fs::rename(&path, &target).map_err(io_error(&target))?;
        }
    }
    fs::remove_dir(from).map_err(io_error(from))
}
