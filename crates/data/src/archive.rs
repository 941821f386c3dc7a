//! Reads and writes data folders that are packed into zip archives.

use std::io::{self, Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

/// The maximum size of the unpacked files of an archive, in bytes (1 GiB). For comparison, the embedded data files take about 9 MB.
const MOST: u64 = 1 << 30;

/// The names of the folders inside a data folder.
const KNOWN: [&str; 5] = ["gazetteer", "language", "topics", "rules", "frames"];

/// Packs files into a zip archive and returns its bytes. Each file is given as its name and contents. The same files always give the
/// same bytes.
///
/// # Errors
/// Returns an error if a name or a file is too long for the zip format.
pub fn archive(files: &[(String, Vec<u8>)]) -> io::Result<Vec<u8>> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated).last_modified_time(DateTime::default());
    for (name, bytes) in files {
        writer.start_file(name, options)?;
        writer.write_all(bytes)?;
    }
    Ok(writer.finish()?.into_inner())
}

/// Returns the paths and contents of the files in an archive. If all files are in a single folder, and its name is not in [`KNOWN`],
/// then this folder is the data folder, and its name is removed from the paths.
pub(crate) fn unpack(bytes: &[u8]) -> io::Result<Vec<(String, Vec<u8>)>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes))?;
    let mut files = Vec::new();
    let mut left = MOST;
    for number in 0..archive.len() {
        let mut file = archive.by_index(number)?;
        let name = file.name()?.replace('\\', "/");
        if file.is_dir() || name.starts_with("__MACOSX/") {
            continue;
        }
        let mut bytes = Vec::new();
        file.by_ref().take(left + 1).read_to_end(&mut bytes)?;
        left = left.checked_sub(bytes.len() as u64).ok_or_else(|| io::Error::other("the archive contains more than 1 GiB"))?;
        files.push((name, bytes));
    }
    let top = files.first().and_then(|(name, _)| name.split_once('/')).map(|(top, _)| format!("{top}/"));
    if let Some(top) =
        top.filter(|top| !KNOWN.contains(&top.trim_end_matches('/')) && files.iter().all(|(name, _)| name.starts_with(top.as_str())))
    {
        files.iter_mut().for_each(|(name, _)| *name = name.split_off(top.len()));
    }
    Ok(files)
}
