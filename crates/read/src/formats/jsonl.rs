//! Reads JSON Lines. Each line is one JSON object and one document.

use super::fields;
use super::lines::{self, Line};
use super::parts::{Parse, Place, Record};
use crate::error::bail;
use crate::{ReadError, ReadErrorKind, ReadOptions};
use chancery_text::Document;
use serde_json::Value;
use std::io::{BufReader, Read};

/// Number of bytes that are read at once.
const BUFFER: usize = 1 << 18;

/// Returns one record for each line of `input` that is not blank. The number of a record is the
/// number of its line, counted from 1.
pub(super) fn records<'a>(input: Box<dyn Read + Send + 'a>, _: &ReadOptions) -> Box<dyn Iterator<Item = Record> + Send + 'a> {
    Box::new(Lines { input: BufReader::with_capacity(BUFFER, input), number: 0, done: false })
}

struct Lines<'a> {
    input: BufReader<Box<dyn Read + Send + 'a>>,
    number: u64,
    done: bool,
}

impl Iterator for Lines<'_> {
    type Item = Record;

    fn next(&mut self) -> Option<Record> {
        while !self.done {
            let mut line = Vec::new();
            self.number += 1;
            match lines::read(&mut self.input, lines::LARGEST, &mut line) {
                Ok(Line::End) => self.done = true,
                Ok(Line::TooLong) => {
                    let error = ReadError::new(ReadErrorKind::TooLarge, "the line is longer than 1 GiB");
                    return Some(Record::broken(Some(self.number), error));
                }
                Ok(Line::Whole) if line.iter().all(u8::is_ascii_whitespace) => {}
                Ok(Line::Whole) => {
                    let size = line.len() as u64;
                    let parse: Parse = Box::new(move |place, options| parse(place, &line, options));
                    return Some(Record { number: Some(self.number), size, content: Ok(parse) });
                }
                Err(error) => {
                    self.done = true;
                    return Some(Record::broken(Some(self.number), ReadError::io(error)));
                }
            }
        }
        None
    }
}

fn parse(place: Place<'_>, line: &[u8], options: &ReadOptions) -> Result<Document, ReadError> {
    let line = line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(line);
    let not_json = |error: serde_json::Error| ReadError::new(ReadErrorKind::Malformed, "this line is not JSON").with_source(error);
    match serde_json::from_slice(line).map_err(not_json)? {
        Value::Object(object) => fields::document(place, object, options),
        _ => bail!(Malformed, "each line must be a JSON object with the text in one of its fields, such as {{\"text\": \"…\"}}"),
    }
}
