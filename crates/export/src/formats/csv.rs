//! Writes CSV in UTF-8. The files follow RFC 4180, except that each line ends with `\n`. The first line contains the names of the columns.
//!
//! A null is written as an empty field. The items of a list are joined with `;`. Within an item, `;` is written as `%3B` and `%` as `%25`, as in GFF3, so a
//! cell can always be split at `;`.

use super::file::{DataFile, FileInfo};
use super::tables::TableFile;
use crate::ExportError;
use crate::row::{Cell, RowBuffer};
use crate::table::TableInfo;
use std::io::Write;
use std::marker::PhantomData;

/// The number of bytes that are collected in memory before they are written to the file.
const BUFFER: usize = 1 << 18;

/// The syntax of a text format for tables: how fields are separated, quoted and escaped.
pub(super) trait Syntax: Send {
    /// The byte between two fields.
    const SEPARATOR: u8;

    /// Quotes or escapes the last field of `out`, which begins at byte `start`, if necessary.
    fn protect(start: usize, out: &mut Vec<u8>);
}

/// The syntax of CSV: commas between fields, and quotation marks around fields that need them.
pub(super) struct Csv;

impl Syntax for Csv {
    const SEPARATOR: u8 = b',';

    fn protect(start: usize, out: &mut Vec<u8>) {
        quote(start, out);
    }
}

/// A text file that contains one table. The first line is the header, and each other line is a row.
pub(super) struct LineFile<S> {
    file: DataFile,
    buffer: Vec<u8>,
    syntax: PhantomData<S>,
}

impl<S: Syntax> TableFile for LineFile<S> {
    fn create(file: DataFile, table: &TableInfo) -> Result<Self, ExportError> {
        let mut buffer = Vec::new();
        for (at, column) in table.columns.iter().enumerate() {
            if at > 0 {
                buffer.push(S::SEPARATOR);
            }
            push_field::<S>(column.name, &mut buffer);
        }
        buffer.push(b'\n');
        Ok(Self { file, buffer, syntax: PhantomData })
    }

    fn row(&mut self, row: &RowBuffer) -> Result<(), ExportError> {
        push_row::<S>(row, &mut self.buffer);
        if self.buffer.len() >= BUFFER { self.file.flush_buffer(&mut self.buffer) } else { Ok(()) }
    }

    fn finish(mut self) -> Result<FileInfo, ExportError> {
        self.file.flush_buffer(&mut self.buffer)?;
        Ok(self.file.finish())
    }
}

/// Appends a row to `out`.
pub(super) fn push_row<S: Syntax>(row: &RowBuffer, out: &mut Vec<u8>) {
    let mut number = itoa::Buffer::new();
    for (at, cell) in row.cells().enumerate() {
        if at > 0 {
            out.push(S::SEPARATOR);
        }
        match cell {
            Cell::Null => {}
            Cell::Text(text) | Cell::Json(text) => push_field::<S>(text, out),
            Cell::Integer(value) => out.extend_from_slice(number.format(value).as_bytes()),
            // Writing to memory does not fail.
            Cell::Float(value) => drop(write!(out, "{value}")),
            Cell::Double(value) => drop(write!(out, "{value}")),
            Cell::Boolean(value) => out.extend_from_slice(if value { b"true" } else { b"false" }),
            Cell::List(list) => {
                let start = out.len();
                for item in list.iter() {
                    if out.len() > start {
                        out.push(b';');
                    }
                    push_item(item, out);
                }
                S::protect(start, out);
            }
        }
    }
    out.push(b'\n');
}

/// Appends a list item, with `;` and `%` escaped.
fn push_item(item: &str, out: &mut Vec<u8>) {
    if !item.bytes().fold(false, |found, byte| found | matches!(byte, b';' | b'%')) {
        out.extend_from_slice(item.as_bytes());
        return;
    }
    for byte in item.bytes() {
        match byte {
            b';' => out.extend_from_slice(b"%3B"),
            b'%' => out.extend_from_slice(b"%25"),
            _ => out.push(byte),
        }
    }
}

/// Appends a field, quoted or escaped if necessary.
fn push_field<S: Syntax>(text: &str, out: &mut Vec<u8>) {
    let start = out.len();
    out.extend_from_slice(text.as_bytes());
    S::protect(start, out);
}

/// Puts the last field of `out`, which begins at byte `start`, in quotation marks if it needs them.
fn quote(start: usize, out: &mut Vec<u8>) {
    let field = &out[start..];
    // The loop has no early exit, so that the compiler can compare many bytes at once.
    if !field.iter().fold(false, |found, byte| found | matches!(byte, b',' | b'"' | b'\n' | b'\r')) {
        return;
    }
    let quotes = field.iter().filter(|byte| **byte == b'"').count();
    // The bytes of the field are moved in place, from the last to the first, so no second buffer is needed.
    let end = out.len();
    out.resize(end + quotes + 2, b'"');
    let mut to = out.len() - 1;
    for from in (start..end).rev() {
        let byte = out[from];
        to -= 1;
        out[to] = byte;
        if byte == b'"' {
            to -= 1;
            out[to] = b'"';
        }
    }
    out[start] = b'"';
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(fill: impl FnOnce(&mut RowBuffer)) -> String {
        let (mut row, mut out) = (RowBuffer::default(), Vec::new());
        fill(&mut row);
        push_row::<Csv>(&row, &mut out);
        String::from_utf8(out).expect("UTF-8")
    }

    #[test]
    fn lists_can_always_be_split() {
        let items = ["a;b", "50%", "plain", "x; y", "%3B", "c,d"];
        let text = line(|row| {
            row.list(|list| items.iter().for_each(|item| list.push(item)));
            row.list(|_| {});
        });
        assert_eq!(text, "\"a%3Bb;50%25;plain;x%3B y;%253B;c,d\",\n");
        let cell = text.trim_end_matches(",\n").trim_matches('"');
        let read: Vec<String> = cell.split(';').map(|item| item.replace("%3B", ";").replace("%25", "%")).collect();
        assert_eq!(read, items);
    }

    #[test]
    fn values() {
        let text = line(|row| {
            row.null();
            row.integer(4_294_967_295);
            row.float(0.1);
            row.boolean(true);
            row.json(|out| {
                out.push_str("{\"a\":1}");
                Some(())
            });
        });
        assert_eq!(text, ",4294967295,0.1,true,\"{\"\"a\"\":1}\"\n");
    }

    #[test]
    fn fields_read_back_as_they_were() {
        let fields = ["", "a", "a,b", "say \"no\"", "two\nlines", "cr\r", " blank ", "\"", "é;%"];
        let text = line(|row| fields.iter().for_each(|field| row.text(field)));
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
        let records: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>().expect("CSV");
        assert_eq!(records.len(), 1);
        assert_eq!(records[0].iter().collect::<Vec<_>>(), fields);
    }
}
