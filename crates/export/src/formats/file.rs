//! The files of a dataset, whose bytes are counted and hashed while they are written.

use crate::ExportError;
use sha2::{Digest, Sha256};
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// A file of a dataset that has been written.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct FileInfo {
    /// The path relative to the dataset, with `/` as the separator.
    pub path: String,
    /// The size in bytes.
    pub bytes: u64,
    /// The SHA-256 of the bytes, in lower-case hexadecimal digits.
    pub sha256: String,
}

/// A file of a dataset that is being written.
pub(crate) struct DataFile {
    relative: String,
    path: PathBuf,
    file: File,
    bytes: u64,
    hash: Sha256,
}

impl DataFile {
    /// Creates the file at a path relative to the dataset, with its parent folders. An existing file is overwritten.
    pub(crate) fn create(root: &Path, relative: String) -> Result<Self, ExportError> {
        let path = root.join(&relative);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(ExportError::io(folder))?;
        }
        let file = File::create(&path).map_err(ExportError::io(&path))?;
        Ok(Self { relative, path, file, bytes: 0, hash: Sha256::new() })
    }

    /// Writes a buffer to the file and clears it.
    pub(crate) fn flush_buffer(&mut self, buffer: &mut Vec<u8>) -> Result<(), ExportError> {
        let written = self.write_all(buffer);
        written.map_err(ExportError::io(&self.path))?;
        buffer.clear();
        Ok(())
    }

    /// Returns the full path of the file.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Closes the file and returns its description.
    pub(crate) fn finish(self) -> FileInfo {
        FileInfo { path: self.relative, bytes: self.bytes, sha256: hexadecimal(&self.hash.finalize()) }
    }
}

impl Write for DataFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let count = self.file.write(bytes)?;
        self.hash.update(&bytes[..count]);
        self.bytes += count as u64;
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

/// Returns bytes as lower-case hexadecimal digits.
pub(crate) fn hexadecimal(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]).map(|digit| char::from(DIGITS[usize::from(digit)])).collect()
}
