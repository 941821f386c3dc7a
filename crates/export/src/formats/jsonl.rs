//! Writes JSON lines, with one object per document.
//!
//! The object of a document contains the columns of the table `documents`. It also contains a list of rows for each table with the shape [`JsonShape::Objects`]
//! or [`JsonShape::Spans`]. Empty lists are written too.

use super::file::{DataFile, FileInfo};
use super::writer::Writer;
use crate::ExportError;
use crate::error::ExportErrorKind;
use crate::place::Place;
use crate::row::{Cell, RowBuffer};
use crate::table::{Columns, JsonShape, TableInfo};

/// The folder of the JSONL files in a dataset.
pub(super) const FOLDER: &str = "jsonl";
/// The extension of JSONL files.
pub(super) const EXTENSION: &str = "jsonl";

/// The number of bytes that are collected in memory before they are written to the file.
const BUFFER: usize = 1 << 18;

/// A column that is written in JSON.
struct Field {
    column: usize,
    /// The key as written, with its quotation marks and colon: `"key":`.
    key: String,
    /// Whether the column belongs to an optional [`Part`](crate::Part). The key of such a column is left out of the object if the value is null.
    on_request: bool,
}

/// A table whose rows are written in JSON.
struct ObjectTable {
    shape: JsonShape,
    /// The text that opens the list of the table: `,"name":[`.
    open: String,
    fields: Vec<Field>,
}

/// Assembles rows into objects, one per document.
pub(crate) struct JsonObjects {
    tables: Vec<Option<ObjectTable>>,
    /// The index of the first table whose list has not been opened yet in the current object.
    next: usize,
    /// Whether a list has been opened and not yet closed.
    open: bool,
}

impl JsonObjects {
    pub(crate) fn new(tables: &[Option<TableInfo>]) -> Self {
        let object = |table: &TableInfo| ObjectTable { shape: table.json, open: format!(",\"{}\":[", table.name), fields: fields(table) };
        Self { tables: tables.iter().map(|table| table.as_ref().map(object)).collect(), next: 0, open: false }
    }

    /// Returns the columns that are written in JSON.
    pub(crate) fn columns(table: &TableInfo) -> Columns {
        fields(table).iter().fold(Columns::default(), |columns, field| columns.with(field.column))
    }

    /// Appends a row of the table with the index `table` to the object of its document. The row of `documents` begins a new object.
    pub(crate) fn row(&mut self, table: usize, row: &RowBuffer, out: &mut Vec<u8>) -> serde_json::Result<()> {
        match self.tables.get(table).and_then(Option::as_ref).map(|table| table.shape) {
            None | Some(JsonShape::None) => return Ok(()),
            Some(JsonShape::Document) => {
                self.next = 0;
                out.push(b'{');
            }
            Some(JsonShape::Line) => out.push(b'{'),
            Some(JsonShape::Objects | JsonShape::Spans) => {
                if self.next <= table {
                    self.open_lists(table, out);
                } else {
                    out.push(b',');
                }
            }
        }
        let Some(Some(table)) = self.tables.get(table) else { return Ok(()) };
        match table.shape {
            JsonShape::Document => push_fields(&table.fields, row, true, out),
            JsonShape::Line => {
                push_fields(&table.fields, row, true, out)?;
                out.extend_from_slice(b"}\n");
                Ok(())
            }
            JsonShape::Spans => {
                out.push(b'[');
                for (at, field) in table.fields.iter().enumerate() {
                    if at > 0 {
                        out.push(b',');
                    }
                    push_value(row.cell(field.column), out)?;
                }
                out.push(b']');
                Ok(())
            }
            _ => {
                out.push(b'{');
                push_fields(&table.fields, row, false, out)?;
                out.push(b'}');
                Ok(())
            }
        }
    }

    /// Ends the object and its line.
    pub(crate) fn end_document(&mut self, out: &mut Vec<u8>) {
        self.open_lists(self.tables.len(), out);
        out.extend_from_slice(b"}\n");
    }

    /// Closes the last list, writes the empty lists of the tables before `table`, and opens the list of `table`.
    fn open_lists(&mut self, table: usize, out: &mut Vec<u8>) {
        while self.next <= table {
            if self.open {
                out.push(b']');
                self.open = false;
            }
            if let Some(Some(table)) = self.tables.get(self.next)
                && matches!(table.shape, JsonShape::Objects | JsonShape::Spans)
            {
                out.extend_from_slice(table.open.as_bytes());
                self.open = true;
            }
            self.next += 1;
        }
    }
}

/// Returns the fields of a table. If the shape of the table is [`JsonShape::Spans`], the fields are `start` and `end`. Otherwise, the fields are all
/// columns with a JSON key.
fn fields(table: &TableInfo) -> Vec<Field> {
    let wanted = |name: &str| match table.json {
        JsonShape::None => false,
        JsonShape::Spans => matches!(name, "start" | "end"),
        _ => true,
    };
    let columns = table.columns.iter().enumerate().filter(|(_, column)| wanted(column.name));
    columns
        .filter_map(|(column, info)| Some(Field { column, key: format!("\"{}\":", info.json_key?), on_request: info.part.is_some() }))
        .collect()
}

/// Appends the keys and values of a row. If `no_nulls` is `true`, fields whose value is null are left out.
fn push_fields(fields: &[Field], row: &RowBuffer, no_nulls: bool, out: &mut Vec<u8>) -> serde_json::Result<()> {
    let start = out.len();
    for field in fields {
        let cell = row.cell(field.column);
        if cell == Cell::Null && (no_nulls || field.on_request) {
            continue;
        }
        if out.len() > start {
            out.push(b',');
        }
        out.extend_from_slice(field.key.as_bytes());
        push_value(cell, out)?;
    }
    Ok(())
}

fn push_value(cell: Cell<'_>, out: &mut Vec<u8>) -> serde_json::Result<()> {
    match cell {
        Cell::Null => out.extend_from_slice(b"null"),
        Cell::Text(text) => serde_json::to_writer(out, text)?,
        Cell::Integer(value) => out.extend_from_slice(itoa::Buffer::new().format(value).as_bytes()),
        Cell::Float(value) => serde_json::to_writer(out, &value)?,
        Cell::Double(value) => serde_json::to_writer(out, &value)?,
        Cell::Boolean(value) => out.extend_from_slice(if value { b"true" } else { b"false" }),
        Cell::Json(json) => out.extend_from_slice(json.as_bytes()),
        Cell::List(list) => {
            out.push(b'[');
            for (at, item) in list.iter().enumerate() {
                if at > 0 {
                    out.push(b',');
                }
                serde_json::to_writer(&mut *out, item)?;
            }
            out.push(b']');
        }
    }
    Ok(())
}

pub(super) struct JsonlFile {
    file: DataFile,
    objects: JsonObjects,
    buffer: Vec<u8>,
}

impl JsonlFile {
    pub(super) fn create(place: &Place, tables: &[Option<TableInfo>]) -> Result<Self, ExportError> {
        let file = DataFile::create(place.root(), place.relative(FOLDER, EXTENSION))?;
        Ok(Self { file, objects: JsonObjects::new(tables), buffer: Vec::new() })
    }
}

impl Writer for JsonlFile {
    fn columns(&self, table: &TableInfo) -> Columns {
        JsonObjects::columns(table)
    }

    fn row(&mut self, table: usize, row: &RowBuffer) -> Result<(), ExportError> {
        let written = self.objects.row(table, row, &mut self.buffer);
        written.map_err(|source| ExportError::new(ExportErrorKind::Encoding, self.file.path(), source))?;
        if self.buffer.len() >= BUFFER { self.file.flush_buffer(&mut self.buffer) } else { Ok(()) }
    }

    fn end_document(&mut self) -> Result<(), ExportError> {
        self.objects.end_document(&mut self.buffer);
        Ok(())
    }

    fn finish(mut self: Box<Self>) -> Result<Vec<FileInfo>, ExportError> {
        self.file.flush_buffer(&mut self.buffer)?;
        Ok(vec![self.file.finish()])
    }
}
