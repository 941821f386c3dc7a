//! Loads the embedded data together with the user's folders.

use chancery_data::{Data, LoadError};
use std::ffi::OsString;
use std::path::PathBuf;

/// The environment variable that names the cache folder for compiled data. If it is empty, nothing is cached.
const CACHE: &str = "CHANCERY_CACHE";

/// The environment variables that determine the cache folder if [`CACHE`] is not set, in the order
/// in which they are tried. Each variable names a folder; the second string is the path of the
/// cache folder relative to that folder.
const SYSTEM: [(&str, &str); 3] = [("XDG_CACHE_HOME", "chancery"), ("LOCALAPPDATA", "chancery"), ("HOME", ".cache/chancery")];

/// Loads the embedded data and the user's folders. The compiled data are cached, so the folders are not compiled again
/// until they change.
pub(crate) fn load(folders: &[PathBuf]) -> Result<Data, LoadError> {
    match cache_folder() {
        Some(cache) => Data::with_cached_layers(folders, &cache),
        None => Data::with_layers(folders),
    }
}

fn cache_folder() -> Option<PathBuf> {
    let is_set = |value: &OsString| !value.is_empty();
    match std::env::var_os(CACHE) {
        Some(folder) => Some(folder).filter(is_set).map(PathBuf::from),
        None => SYSTEM.iter().find_map(|(name, below)| Some(PathBuf::from(std::env::var_os(name).filter(is_set)?).join(below))),
    }
}
