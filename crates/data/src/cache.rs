//! Caches the engines (gazetteer, classifier and so on) that were compiled from the user's folders. Later runs reuse these engines until a folder or the
//! program changes.

use crate::embedded;
use crate::kept::Kept;
use chancery_loader::{folder_hash, sha256};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// The first bytes of a cache file.
const MAGIC: &[u8; 8] = b"chncry02";

/// The number of bytes of the checksum, which follows `MAGIC`.
const SUM: usize = 4;

/// The number of bytes of the hash of the folders, which follows the checksum.
const HASH: usize = 64;

/// The file name extension of finished cache files.
const ENDING: &str = "compiled";
/// The file name extension of cache files that are being written.
const UNFINISHED: &str = "unfinished";

/// The maximum number of finished cache files that are kept. If there are more, the oldest are removed.
const MOST: usize = 8;

/// The age at which an unfinished file is removed.
const ABANDONED: Duration = Duration::from_secs(24 * 60 * 60);

/// Returns the path of the cache file for `folders`, which are data folders or archives. The name of the file is a hash of their paths, of the embedded data, and
/// of the code that compiles the data.
pub(crate) fn path(cache: &Path, folders: &[PathBuf]) -> PathBuf {
    let mut name = format!("{}\n{}\n", embedded::BUILD, embedded::HASH);
    // The paths are part of the name, because the cached warnings contain them.
    folders.iter().for_each(|folder| name.push_str(&format!("{}\n", folder.display())));
    cache.join(sha256(name.as_bytes())).with_extension(ENDING)
}

/// Returns a hash of the contents of `folders`.
fn contents(folders: &[PathBuf]) -> io::Result<String> {
    let mut all = String::new();
    for folder in folders {
        all.push_str(&if folder.is_file() { sha256(&std::fs::read(folder)?) } else { folder_hash(folder)? });
    }
    Ok(sha256(all.as_bytes()))
}

/// Hashes the contents of `folders`, and reads the cache file `path`. Returns both results:
///
/// - the hash, or `None` if a folder cannot be read
/// - the content of the cache file, or `None` if the file does not exist, is damaged, or was made from other contents of the folders
///
/// Hashing and reading take about the same time, so they run on two threads.
pub(crate) fn read(path: &Path, folders: &[PathBuf]) -> (Option<String>, Option<Kept>) {
    let (hash, found) = std::thread::scope(|scope| {
        let hash = scope.spawn(|| contents(folders).ok());
        let found = load(path);
        (hash.join(), found)
    });
    let hash = match hash {
        Ok(hash) => hash,
        Err(panic) => std::panic::resume_unwind(panic),
    };
    let kept = found.filter(|(made_from, _)| hash.as_ref() == Some(made_from)).map(|(_, kept)| kept);
    (hash, kept)
}

/// Returns the hash of the contents from which a cache file was made, and the content of the file.
fn load(path: &Path) -> Option<(String, Kept)> {
    let bytes = std::fs::read(path).ok()?;
    let rest = bytes.strip_prefix(MAGIC)?;
    let (sum, rest) = rest.split_at_checked(SUM)?;
    let (hash, content) = rest.split_at_checked(HASH)?;
    if checksum(content) != sum {
        return None;
    }
    Some((String::from_utf8(hash.to_vec()).ok()?, postcard::from_bytes(content).ok()?))
}

/// Returns the checksum of `content`. A wrong checksum in a cache file shows that the file is damaged, for example because the disk was full
/// when it was written.
fn checksum(content: &[u8]) -> [u8; SUM] {
    let mut sum = flate2::Crc::new();
    sum.update(content);
    sum.sum().to_le_bytes()
}

/// Writes a cache file and removes old cache files. `hash` is the hash of the contents of the folders (see [`read`]). The file gets its name only when it is
/// complete, so that no other program can read an incomplete file.
pub(crate) fn write(path: &Path, hash: &str, kept: &Kept) -> io::Result<()> {
    let content = postcard::to_stdvec(kept).map_err(io::Error::other)?;
    let folder = path.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder)?;
    let unfinished = path.with_extension(format!("{}.{UNFINISHED}", std::process::id()));
    let write = || -> io::Result<()> {
        let mut file = std::fs::File::create(&unfinished)?;
        for part in [MAGIC.as_slice(), &checksum(&content), hash.as_bytes(), &content] {
            io::Write::write_all(&mut file, part)?;
        }
        std::fs::rename(&unfinished, path)
    };
    let done = write();
    if done.is_err() {
        let _ = std::fs::remove_file(&unfinished);
    }
    clean(folder);
    done
}

/// Removes unfinished files that are older than [`ABANDONED`]. If there are more than [`MOST`] finished cache files, also removes the oldest of
/// them.
fn clean(folder: &Path) {
    let now = SystemTime::now();
    let mut files: Vec<(Duration, PathBuf)> = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let age = entry.metadata().and_then(|data| data.modified()).ok().and_then(|time| now.duration_since(time).ok()).unwrap_or_default();
        match entry.path().extension().and_then(|ending| ending.to_str()) {
            Some(ENDING) => files.push((age, entry.path())),
            Some(UNFINISHED) if age > ABANDONED => {
                let _ = std::fs::remove_file(entry.path());
            }
            _ => {}
        }
    }
    files.sort();
    for (_, path) in files.iter().skip(MOST) {
        let _ = std::fs::remove_file(path);
    }
}
