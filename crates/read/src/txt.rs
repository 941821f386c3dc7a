//! A file of text, Markdown or HTML is one document.

use crate::format::{self, Format};
use crate::{Reading, Source, head, markup, sha256};
use chancery_text::{DateSource, Document, Metadata};
use std::io::Read;

/// Largest file, unpacked, in bytes.
const LARGEST: u64 = 1 << 30;

pub(super) fn read(source: &Source, format: Format, reading: &Reading) -> Result<Document, String> {
    let bytes = bytes(source).map_err(|error| format!("cannot be read: {error}"))?;
    let mut metadata = Metadata {
        path: Some(source.name.clone()),
        reader: Some(format.reader().to_owned()),
        sha256: Some(sha256(&bytes)),
        ..Metadata::default()
    };
    let declared = if format == Format::Html { head::declared_encoding(&bytes) } else { None };
    let (text, encoding) = reading.decoder.declared(declared.as_deref()).decode(bytes)?;
    metadata.encoding = Some(encoding.to_owned());
    let masked = match format {
        Format::Markdown => {
            for (key, value) in head::front_matter(&text) {
                match key.as_str() {
                    "title" => metadata.title = Some(value),
                    "lang" | "language" => metadata.language = Some(value),
                    "date" => {
                        metadata.date = value.split(['T', ' ']).next().and_then(|day| day.parse().ok());
                        metadata.date_source = metadata.date.map(|_| DateSource::Field);
                    }
                    _ => {
                        metadata.fields.insert(key, value);
                    }
                }
            }
            Some(markup::markdown(&text))
        }
        Format::Html => {
            let said = head::html_head(&text);
            (metadata.title, metadata.language) = (said.title, said.language);
            Some(markup::html(&text))
        }
        _ => None,
    };
    let stem = source.path.as_deref().map_or_else(|| "stdin".to_owned(), format::stem);
    let mut id = None;
    if let (Some(pattern), Some(_)) = (&reading.pattern, &source.path) {
        id = pattern.apply(&stem, &mut metadata)?;
    }
    let id = id.unwrap_or(stem);
    let doc = match masked {
        Some((seen, marks)) => {
            let mut doc = Document::new(id, seen).with_source(text);
            doc.marks = marks;
            doc
        }
        None => Document::new(id, text),
    };
    Ok(doc.with_metadata(metadata))
}

fn bytes(source: &Source) -> std::io::Result<Vec<u8>> {
    let input: Box<dyn Read> = match &source.path {
        Some(path) => format::open(path)?,
        None => Box::new(std::io::stdin()),
    };
    let mut bytes = Vec::with_capacity(source.size.min(LARGEST) as usize);
    // One byte more than may be: the decoder tells that it is too much.
    input.take(LARGEST + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}
