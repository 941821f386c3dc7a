//! Reads CSV and TSV. The first row contains the names of the columns; each row after it is one document.

use super::fields;
use super::parts::{Parse, Place, Record};
use crate::{ReadError, ReadErrorKind, ReadOptions};
use chancery_text::Document;
use std::io::Read;
use std::sync::Arc;

/// Returns the rows of an input that is separated by commas.
pub(super) fn comma_separated<'a>(input: Box<dyn Read + Send + 'a>, options: &ReadOptions) -> Box<dyn Iterator<Item = Record> + Send + 'a> {
    records(input, b',', options)
}

/// Returns the rows of an input that is separated by tabs.
pub(super) fn tab_separated<'a>(input: Box<dyn Read + Send + 'a>, options: &ReadOptions) -> Box<dyn Iterator<Item = Record> + Send + 'a> {
    records(input, b'\t', options)
}

fn records<'a>(input: Box<dyn Read + Send + 'a>, delimiter: u8, options: &ReadOptions) -> Box<dyn Iterator<Item = Record> + Send + 'a> {
    let mut rows = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(input);
    match header(&mut rows, options) {
        Ok(header) => Box::new(Rows { rows, header, number: 0 }),
        Err(error) => Box::new(std::iter::once(Record::broken(None, error))),
    }
}

/// Returns the names of the columns. Columns that the options name must be among them.
fn header(rows: &mut csv::Reader<impl Read>, options: &ReadOptions) -> Result<Arc<[String]>, ReadError> {
    let unreadable = |error: csv::Error| ReadError::new(ReadErrorKind::Malformed, "the first line cannot be read").with_source(error);
    let header: Arc<[String]> = rows
        .byte_headers()
        .map_err(unreadable)?
        .iter()
        .enumerate()
        .map(|(at, name)| {
            let name = if at == 0 { name.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(name) } else { name };
            String::from_utf8_lossy(name).into_owned()
        })
        .collect();
    let usual = ReadOptions::default();
    let wanted = [
        (&options.text_field, true, "text"),
        // Without these columns a document gets a number as its id, and no date. But a column that the user has named must exist.
        (&options.id_field, options.id_field != usual.id_field, "id"),
        (&options.date_field, options.date_field != usual.date_field, "date"),
        (&options.speaker_field, options.speaker_field != usual.speaker_field, "speaker"),
    ];
    let missing = wanted.into_iter().find(|(name, required, _)| *required && !header.contains(name));
    let Some((name, _, what)) = missing else { return Ok(header) };
    let columns = header.join(", ");
    let hint = if header.len() == 1 && columns.contains([';', '\t']) {
        "; columns must be separated by commas, or by tabs in a .tsv file"
    } else {
        ""
    };
    let message =
        format!("there is no column \"{name}\"; name the one that holds the {what} with --{what}-field (there are: {columns}){hint}");
    Err(ReadError::new(ReadErrorKind::Field, message))
}

struct Rows<'a> {
    rows: csv::Reader<Box<dyn Read + Send + 'a>>,
    header: Arc<[String]>,
    number: u64,
}

impl Iterator for Rows<'_> {
    type Item = Record;

    fn next(&mut self) -> Option<Record> {
        let mut row = csv::ByteRecord::new();
        self.number += 1;
        match self.rows.read_byte_record(&mut row) {
            Ok(false) => None,
            Ok(true) => {
                let size = row.as_slice().len() as u64;
                let header = self.header.clone();
                let parse: Parse = Box::new(move |place, options| parse(place, &header, &row, options));
                Some(Record { number: Some(self.number), size, content: Ok(parse) })
            }
            Err(error) => {
                let error = ReadError::new(ReadErrorKind::Malformed, "this row cannot be read").with_source(error);
                Some(Record::broken(Some(self.number), error))
            }
        }
    }
}

fn parse(place: Place<'_>, header: &[String], row: &csv::ByteRecord, options: &ReadOptions) -> Result<Document, ReadError> {
    let mut object = serde_json::Map::new();
    let mut encoding = "UTF-8";
    let decoder = options.decoder.for_parts();
    for (name, cell) in header.iter().zip(row) {
        let (text, found) = if cell.is_ascii() {
            (String::from_utf8_lossy(cell).into_owned(), "UTF-8")
        } else {
            decoder.decode(cell.to_vec()).map_err(|error| error.within(&format!("column \"{name}\"")))?
        };
        if found != "UTF-8" {
            encoding = found;
        }
        if !text.is_empty() || *name == options.text_field {
            object.insert(name.clone(), text.into());
        }
    }
    let mut doc = fields::document(place, object, options)?;
    doc.metadata.encoding = Some(encoding.to_owned());
    Ok(doc)
}
