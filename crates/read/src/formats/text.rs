//! Reads plain text. Each file is one document.

use super::parts::Content;
use crate::{ReadError, ReadOptions};
use chancery_text::Metadata;

/// Reads a file.
pub(super) fn read(bytes: Vec<u8>, options: &ReadOptions) -> Result<Content, ReadError> {
    let (text, encoding) = options.decoder.decode(bytes)?;
    let metadata = Metadata { encoding: Some(encoding.to_owned()), ..Metadata::default() };
    Ok(Content { text, source: None, marks: Vec::new(), pages: Vec::new(), metadata })
}
