//! A plain text file is one document.

use super::{Reading, Source, sha256};
use chancery_text::{Document, Metadata};
use std::io::Read;

pub(super) fn read(source: &Source, reading: &Reading) -> Result<Document, String> {
    let bytes = bytes(source)?;
    let mut metadata =
        Metadata { path: Some(source.name.clone()), reader: Some("txt".to_owned()), sha256: Some(sha256(&bytes)), ..Metadata::default() };
    let (text, encoding) = reading.decoder.decode(bytes)?;
    metadata.encoding = Some(encoding.to_owned());
    let stem = source
        .path
        .as_deref()
        .and_then(|path| path.file_stem())
        .map_or_else(|| "stdin".to_owned(), |stem| stem.to_string_lossy().into_owned());
    let mut id = None;
    if let (Some(pattern), Some(_)) = (&reading.pattern, &source.path) {
        id = pattern.apply(&stem, &mut metadata)?;
    }
    Ok(Document::new(id.unwrap_or(stem), text).with_metadata(metadata))
}

fn bytes(source: &Source) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let result = match &source.path {
        Some(path) => std::fs::read(path).map(|read| bytes = read),
        None => std::io::stdin().lock().read_to_end(&mut bytes).map(|_| ()),
    };
    match result {
        Ok(()) => Ok(bytes),
        Err(error) => Err(format!("cannot be read: {error}")),
    }
}
