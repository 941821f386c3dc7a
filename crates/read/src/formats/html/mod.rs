//! Reads HTML files. Each file is one document.

mod elements;
mod events;
mod page;
mod regions;
#[cfg(test)]
mod tests;

pub(super) use page::{Html, parse};

use super::parts::Content;
use crate::{ReadError, ReadOptions};
use chancery_text::Metadata;

/// Reads an HTML file. If its bytes are not UTF-8, they are decoded in the encoding that the document declares, unless the options
/// name an encoding.
pub(super) fn read(bytes: Vec<u8>, options: &ReadOptions) -> Result<Content, ReadError> {
    let declared = declared_encoding(&bytes);
    let (source, encoding) = options.decoder.with_declared(declared.as_deref()).decode(bytes)?;
    let Html { text, marks, title, language } = parse(&source);
    let metadata = Metadata { encoding: Some(encoding.to_owned()), title, language, ..Metadata::default() };
    Ok(Content { text, source: Some(source), marks, pages: Vec::new(), metadata })
}

/// The number of bytes at the start of a file that may contain the encoding declaration (HTML Standard, 13.2.3.2).
const HEAD: usize = 1024;

/// Returns the encoding that an HTML source declares by `<meta charset="…">`, or by `charset=` in the attribute `content` of a
/// `meta` element.
fn declared_encoding(source: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(&source[..source.len().min(HEAD)]).to_ascii_lowercase();
    let name = |meta: &str| {
        let value = meta.split('>').next()?.split_once("charset")?.1.trim_start().strip_prefix('=')?;
        let value = value.trim_start().trim_start_matches(['"', '\'']);
        let end = value.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':'))).unwrap_or(value.len());
        Some(value[..end].to_owned()).filter(|name| !name.is_empty())
    };
    head.split("<meta").skip(1).find_map(name)
}
