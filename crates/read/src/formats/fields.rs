//! Creates a document from the named fields of a record.

use super::parts::Place;
use crate::{ReadError, ReadErrorKind, ReadOptions, sha256};
use chancery_text::{Date, DateSource, DateText, Document, Metadata};
use serde_json::{Map, Value};

/// Creates a document from a record. `options` names the fields that contain the text, the id, the
/// date and the speaker. The fields `language` and `title` become the language and title of the
/// document. All other fields are copied to the `fields` of the metadata.
pub(super) fn document(place: Place<'_>, mut object: Fields, options: &ReadOptions) -> Result<Document, ReadError> {
    let id = match object.remove(&options.id_field) {
        Some(Value::String(id)) => Some(id),
        Some(Value::Number(id)) => Some(id.to_string()),
        _ => None,
    };
    let text = match object.remove(&options.text_field) {
        Some(Value::String(text)) => text,
        other => {
            let field = &options.text_field;
            let message = match other {
                Some(_) => format!("the field \"{field}\" must be a string (text in quotation marks)"),
                None => format!("there is no field \"{field}\"; use --text-field to name the field that contains the text"),
            };
            let error = ReadError::new(ReadErrorKind::Field, message);
            return Err(if let Some(id) = id { error.of_document(id) } else { error });
        }
    };
    let id = id.unwrap_or_else(|| format!("{}#{}", place.path, place.record));
    let mut metadata = Metadata {
        path: Some(place.path.to_owned()),
        record: Some(place.record),
        encoding: Some("UTF-8".to_owned()),
        reader: Some(place.reader.to_owned()),
        sha256: Some(sha256(text.as_bytes())),
        ..Metadata::default()
    };
    apply(object, options, &mut metadata);
    Ok(Document::new(id, text).with_metadata(metadata))
}

/// Adds the metadata in a row of a metadata table to the metadata of a document. Values in the row
/// replace existing values. Returns the id of the document, if the row contains one.
pub(crate) fn join(row: &Fields, options: &ReadOptions, metadata: &mut Metadata) -> Option<String> {
    let mut row = row.clone();
    let id = string(&mut row, &options.id_field);
    apply(row, options, metadata);
    id
}

/// The fields of a record or row, by name.
type Fields = Map<String, Value>;

/// Sets the metadata that the fields of a record contain. Other metadata are not changed.
fn apply(mut object: Fields, options: &ReadOptions, metadata: &mut Metadata) {
    set_date(object.remove(&options.date_field), &options.date_field, metadata);
    metadata.language = string(&mut object, "language").or(metadata.language.take());
    metadata.title = string(&mut object, "title").or(metadata.title.take());
    metadata.speaker = string(&mut object, &options.speaker_field).filter(|speaker| !speaker.is_empty()).or(metadata.speaker.take());
    for (key, value) in object {
        let value = if let Value::String(value) = value { value } else { value.to_string() };
        metadata.fields.insert(key, value);
    }
}

/// Sets the date from a field. The value may be YYYY-MM-DD, YYYY-MM or YYYY, with or without a time
/// of day. Any other value is stored as text, from which the pipeline later reads the date.
fn set_date(value: Option<Value>, field: &str, metadata: &mut Metadata) {
    let text = match value {
        None | Some(Value::Null) => return,
        Some(Value::String(text)) => text,
        Some(other) => other.to_string(),
    };
    let (day, time) = text.split_at(text.find(['T', ' ']).unwrap_or(text.len()));
    if time.trim_start_matches('T').bytes().all(|byte| byte.is_ascii_digit() || b" :.,+-Z".contains(&byte))
        && let Ok(date) = day.parse::<Date>()
    {
        metadata.date = Some(date);
        metadata.date_source = Some(DateSource::Field);
    } else if !text.trim().is_empty() {
        metadata.date_text = Some(DateText { field: field.to_owned(), text });
    }
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
