//! Each line of a JSONL file is one document.

use crate::format;
use crate::{Item, Reading, Source, sha256};
use chancery_text::{Date, DateSource, Document, Metadata};
use serde_json::{Map, Value};
use std::io::{BufRead, BufReader};
use std::sync::Arc;

/// Which fields hold what.
#[derive(Clone, Debug)]
pub struct Fields {
    /// Field with the text. "text" by default.
    pub text: String,
    /// Field with the id. "id" by default.
    pub id: String,
    /// Field with the date. "date" by default.
    pub date: String,
}

impl Default for Fields {
    fn default() -> Self {
        Self { text: "text".to_owned(), id: "id".to_owned(), date: "date".to_owned() }
    }
}

/// The lines of a file.
pub(super) fn items(source: Source, reading: Arc<Reading>) -> Box<dyn Iterator<Item = Item>> {
    let path = source.name;
    match source.path.as_deref().map(format::open) {
        Some(Ok(file)) => {
            Box::new(Lines { reader: Box::new(BufReader::with_capacity(1 << 18, file)), path, record: 0, reading, done: false })
        }
        Some(Err(error)) => Box::new(std::iter::once(Item::Broken { path, record: None, reason: format!("cannot be read: {error}") })),
        None => Box::new(standard_input(reading)),
    }
}

/// The lines of standard input.
pub fn standard_input(reading: Arc<Reading>) -> impl Iterator<Item = Item> {
    Lines { reader: Box::new(BufReader::with_capacity(1 << 18, std::io::stdin())), path: "-".to_owned(), record: 0, reading, done: false }
}

struct Lines {
    reader: Box<dyn BufRead>,
    path: String,
    record: u64,
    reading: Arc<Reading>,
    done: bool,
}

impl Iterator for Lines {
    type Item = Item;

    fn next(&mut self) -> Option<Item> {
        while !self.done {
            let mut line = Vec::new();
            self.record += 1;
            match self.reader.read_until(b'\n', &mut line) {
                Ok(0) => self.done = true,
                Ok(_) if line.iter().all(u8::is_ascii_whitespace) => {}
                Ok(_) => return Some(Item::Line { path: self.path.clone(), record: self.record, line, reading: self.reading.clone() }),
                Err(error) => {
                    self.done = true;
                    return Some(Item::Broken {
                        path: self.path.clone(),
                        record: Some(self.record),
                        reason: format!("cannot be read: {error}"),
                    });
                }
            }
        }
        None
    }
}

/// Reads one line.
pub(super) fn read(path: &str, record: u64, line: &[u8], reading: &Reading) -> Result<Document, String> {
    let line = line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(line);
    let value: Value = serde_json::from_slice(line).map_err(|error| format!("not JSON: {error}"))?;
    let Value::Object(object) = value else { return Err("a line must be a JSON object, with the text in a field of it".to_owned()) };
    document(path, record, object, "jsonl", &reading.fields)
}

/// A document from named fields: text, id and date as `fields` says; language and title by these names; the rest is carried through.
pub(super) fn document(path: &str, record: u64, mut object: Map<String, Value>, reader: &str, fields: &Fields) -> Result<Document, String> {
    let text = match object.remove(&fields.text) {
        Some(Value::String(text)) => text,
        Some(_) => return Err(format!("the field \"{}\" is no string", fields.text)),
        None => return Err(format!("there is no field \"{}\"; name the one that holds the text with --text-field", fields.text)),
    };
    let id = match object.remove(&fields.id) {
        Some(Value::String(id)) => id,
        Some(Value::Number(id)) => id.to_string(),
        _ => format!("{path}#{record}"),
    };
    let mut metadata = Metadata {
        path: Some(path.to_owned()),
        record: Some(record),
        encoding: Some("UTF-8".to_owned()),
        reader: Some(reader.to_owned()),
        sha256: Some(sha256(text.as_bytes())),
        ..Metadata::default()
    };
    date(object.remove(&fields.date), &fields.date, &mut metadata)?;
    metadata.language = text_field(&mut object, "language");
    metadata.title = text_field(&mut object, "title");
    for (key, value) in object {
        let value = if let Value::String(value) = value { value } else { value.to_string() };
        metadata.fields.insert(key, value);
    }
    Ok(Document::new(id, text).with_metadata(metadata))
}

fn date(value: Option<Value>, field: &str, metadata: &mut Metadata) -> Result<(), String> {
    let text = match value {
        None | Some(Value::Null) => return Ok(()),
        Some(Value::String(text)) => text,
        Some(other) => other.to_string(),
    };
    if text.is_empty() {
        return Ok(());
    }
    // A time of day behind the date is left aside.
    let day = text.split(['T', ' ']).next().unwrap_or_default();
    let date: Date = day.parse().map_err(|error| format!("the field \"{field}\" holds no date: {error}"))?;
    metadata.date = Some(date);
    metadata.date_source = Some(DateSource::Field);
    Ok(())
}

fn text_field(object: &mut Map<String, Value>, name: &str) -> Option<String> {
    match object.get(name) {
        Some(Value::String(_)) => object.remove(name).and_then(|value| value.as_str().map(str::to_owned)),
        _ => None,
    }
}
