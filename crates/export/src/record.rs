//! Writes documents as JSON objects.

use crate::ExportError;
use crate::column::Row;
use crate::content::Content;
use crate::context::Context;
use crate::error::ExportErrorKind;
use crate::formats::JsonObjects;
use crate::row::RowBuffer;
use crate::table::Columns;
use crate::tables::{self, FAILURES, Failure};
use chancery_text::{Catalog, Document};
use serde_json::Value;
use std::path::Path;

/// Writes documents as JSON lines to a byte buffer, in the same form as the files of the format [`Jsonl`](crate::Format::Jsonl). The writer reuses its internal
/// buffers for all documents.
pub struct RecordWriter {
    content: Content,
    needed: Vec<Option<Columns>>,
    objects: JsonObjects,
    row: RowBuffer,
}

impl RecordWriter {
    /// Creates a writer. Its records contain the optional parts that `content` requests.
    #[must_use]
    pub fn new(content: Content) -> Self {
        let tables = tables::requested(content);
        let needed = tables.iter().map(|table| table.as_ref().map(JsonObjects::columns)).collect();
        Self { content, needed, objects: JsonObjects::new(&tables), row: RowBuffer::default() }
    }

    /// Appends the record of a document, followed by a line break. `docs/schema.md` describes the record. Offsets count UTF-8 bytes by default, and characters
    /// if [`Content::char_offsets`] is set.
    ///
    /// # Errors
    /// Returns an error if a value cannot be written as JSON. This never happens with documents that Chancery produces.
    pub fn document(&mut self, doc: &Document, catalog: &dyn Catalog, out: &mut Vec<u8>) -> Result<(), ExportError> {
        let context = Context::new(doc, catalog, self.content);
        let objects = &mut self.objects;
        tables::document_rows(&context, &self.needed, &mut self.row, &mut |table, row| objects.row(table, row, out).map_err(unwritten))?;
        objects.end_document(out);
        Ok(())
    }

    /// Appends the record of a document that could not be read or analysed, followed by a line break.
    ///
    /// # Errors
    /// See [`document`](Self::document).
    pub fn failure(&mut self, failure: &Failure, out: &mut Vec<u8>) -> Result<(), ExportError> {
        let doc = Document::default();
        let context = Context::new(&doc, &(), self.content);
        FAILURES.fill(Row { record: failure, number: 0, context: &context }, Columns::ALL, &mut self.row);
        self.objects.row(tables::index(FAILURES.name), &self.row, out).map_err(unwritten)
    }
}

fn unwritten(source: serde_json::Error) -> ExportError {
    ExportError::new(ExportErrorKind::Encoding, Path::new("a JSON record"), source)
}

/// Returns the record of a document as a JSON value, for callers that want to extend it. [`RecordWriter`] is faster.
///
/// # Errors
/// See [`RecordWriter::document`].
pub fn record(doc: &Document, catalog: &dyn Catalog, content: Content) -> Result<Value, ExportError> {
    let mut out = Vec::new();
    RecordWriter::new(content).document(doc, catalog, &mut out)?;
    serde_json::from_slice(&out).map_err(unwritten)
}
