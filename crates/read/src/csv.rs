//! Each row of a CSV or TSV file is one document.

use crate::format::{self, Format};
use crate::{Item, Reading, Source, jsonl};
use chancery_text::Document;
use std::io::Read;
use std::sync::Arc;

/// The rows of a file.
pub(super) fn items(source: Source, format: Format, reading: Arc<Reading>) -> Box<dyn Iterator<Item = Item>> {
    let path = source.name;
    let broken = |reason: String| -> Box<dyn Iterator<Item = Item>> {
        Box::new(std::iter::once(Item::Broken { path: path.clone(), record: None, reason }))
    };
    let input = match source.path.as_deref().map(format::open) {
        Some(Ok(input)) => input,
        Some(Err(error)) => return broken(format!("cannot be read: {error}")),
        None => Box::new(std::io::stdin()),
    };
    let delimiter = if format == Format::Tsv { b'\t' } else { b',' };
    let mut rows = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(input);
    let header = match rows.byte_headers() {
        Ok(header) => header
            .iter()
            .enumerate()
            .map(|(at, name)| {
                String::from_utf8_lossy(if at == 0 { name.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(name) } else { name }).into_owned()
            })
            .collect::<Vec<_>>(),
        Err(error) => return broken(format!("its first line cannot be read: {error}")),
    };
    let usual = jsonl::Fields::default();
    let wanted = [
        (&reading.fields.text, true, "text"),
        // Without these documents are told by their number and have no date; but whoever names one means it.
        (&reading.fields.id, reading.fields.id != usual.id, "id"),
        (&reading.fields.date, reading.fields.date != usual.date, "date"),
    ];
    if let Some((name, _, what)) = wanted.into_iter().find(|(name, must, _)| *must && !header.contains(name)) {
        let fields = header.join(", ");
        let hint = if header.len() == 1 && fields.contains([';', '\t']) {
            "; its columns must be divided by commas, or by tabs in a .tsv"
        } else {
            ""
        };
        return broken(format!(
            "there is no column \"{name}\"; name the one that holds the {what} with --{what}-field (there are: {fields}){hint}"
        ));
    }
    Box::new(Rows { rows, header: header.into(), path, format, record: 0, reading })
}

struct Rows {
    rows: csv::Reader<Box<dyn Read>>,
    header: Arc<[String]>,
    path: String,
    format: Format,
    record: u64,
    reading: Arc<Reading>,
}

impl Iterator for Rows {
    type Item = Item;

    fn next(&mut self) -> Option<Item> {
        let mut row = csv::ByteRecord::new();
        self.record += 1;
        match self.rows.read_byte_record(&mut row) {
            Ok(false) => None,
            Ok(true) => {
                let cells = row.iter().map(<[u8]>::to_vec).collect();
                let (path, header, reading) = (self.path.clone(), self.header.clone(), self.reading.clone());
                Some(Item::Row { path, record: self.record, format: self.format, header, cells, reading })
            }
            Err(error) => {
                let reason = format!("this row cannot be read: {error}");
                Some(Item::Broken { path: self.path.clone(), record: Some(self.record), reason })
            }
        }
    }
}

/// Reads one row.
pub(super) fn read(
    path: &str,
    record: u64,
    format: Format,
    header: &[String],
    cells: Vec<Vec<u8>>,
    reading: &Reading,
) -> Result<Document, String> {
    let mut object = serde_json::Map::new();
    let mut encoding = "UTF-8";
    for (name, cell) in header.iter().zip(cells) {
        let (text, found) = if cell.is_ascii() {
            (String::from_utf8_lossy(&cell).into_owned(), "UTF-8")
        } else {
            reading.decoder.strictly().decode(cell).map_err(|reason| format!("column \"{name}\": {reason}"))?
        };
        if found != "UTF-8" {
            encoding = found;
        }
        if !text.is_empty() || *name == reading.fields.text {
            object.insert(name.clone(), text.into());
        }
    }
    let mut doc = jsonl::document(path, record, object, format.reader(), &reading.fields)?;
    doc.metadata.encoding = Some(encoding.to_owned());
    Ok(doc)
}
