//! Creates a document from the named fields of a record.

use super::parts::Place;
use crate::error::bail;
use crate::{ReadError, ReadErrorKind, ReadOptions, sha256};
use chancery_text::{Date, DateSource, Document, Metadata};
use serde_json::{Map, Value};

/// Creates a document from a record. The options name the fields of the text, the id and the date. The fields `language` and `title` are metadata too. All other
/// fields are copied to the fields of the metadata.
pub(super) fn document(place: Place<'_>, mut object: Map<String, Value>, options: &ReadOptions) -> Result<Document, ReadError> {
    let text = match object.remove(&options.text_field) {
        Some(Value::String(text)) => text,
        Some(_) => bail!(Field, "the field \"{}\" is not a string", options.text_field),
        None => bail!(Field, "there is no field \"{}\"; name the one that holds the text with --text-field", options.text_field),
    };
    let id = match object.remove(&options.id_field) {
        Some(Value::String(id)) => id,
        Some(Value::Number(id)) => id.to_string(),
        _ => format!("{}#{}", place.path, place.record),
    };
    let mut metadata = Metadata {
        path: Some(place.path.to_owned()),
        record: Some(place.record),
        encoding: Some("UTF-8".to_owned()),
        reader: Some(place.reader.to_owned()),
        sha256: Some(sha256(text.as_bytes())),
        ..Metadata::default()
    };
    if let Some(date) = date(object.remove(&options.date_field), &options.date_field)? {
        metadata.date = Some(date);
        metadata.date_source = Some(DateSource::Field);
    }
    metadata.language = string(&mut object, "language");
    metadata.title = string(&mut object, "title");
    metadata.speaker = string(&mut object, &options.speaker_field).filter(|speaker| !speaker.is_empty());
    for (key, value) in object {
        let value = if let Value::String(value) = value { value } else { value.to_string() };
        metadata.fields.insert(key, value);
    }
    Ok(Document::new(id, text).with_metadata(metadata))
}

fn date(value: Option<Value>, field: &str) -> Result<Option<Date>, ReadError> {
    let text = match value {
        None | Some(Value::Null) => return Ok(None),
        Some(Value::String(text)) => text,
        Some(other) => other.to_string(),
    };
    if text.is_empty() {
        return Ok(None);
    }
    // A time of day after the date is ignored.
    let day = text.split(['T', ' ']).next().unwrap_or_default();
    let invalid = |error| ReadError::new(ReadErrorKind::Field, format!("the field \"{field}\" does not hold a date")).with_source(error);
    day.parse().map(Some).map_err(invalid)
}

fn string(object: &mut Map<String, Value>, name: &str) -> Option<String> {
    if !object.get(name)?.is_string() {
        return None;
    }
    match object.remove(name) {
        Some(Value::String(text)) => Some(text),
        _ => None,
    }
}
