//! Writes the embedded data files into a folder, so that users can read them or use them as a
//! starting point.

use super::init::write;
use chancery_data::Data;
use std::io;
use std::path::Path;

/// Writes all embedded files into a folder. Returns the number of these files. Also writes
/// `ATTRIBUTION.md`, which lists the sources and licences of the data and is not counted.
///
/// # Errors
/// Returns an error if `folder` is a file or a folder that is not empty, or if a file cannot be
/// written.
pub fn export_embedded(folder: &Path) -> io::Result<usize> {
    if folder.exists() && (!folder.is_dir() || folder.read_dir()?.next().is_some()) {
        let message = format!("{} already exists and is not empty; choose another folder", folder.display());
        return Err(io::Error::new(io::ErrorKind::AlreadyExists, message));
    }
    let files = Data::files(&[]).map_err(io::Error::other)?;
    for file in &files {
        write(&folder.join(&file.inner), file.text.as_bytes())?;
    }
    write(&folder.join("ATTRIBUTION.md"), Data::attribution().as_bytes())?;
    Ok(files.len())
}
