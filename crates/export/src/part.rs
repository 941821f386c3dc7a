//! Writes one part of a dataset, that is, the rows of some of its documents. Each part has its own files.

use crate::column::Row;
use crate::content::Content;
use crate::context::Context;
use crate::error::ExportError;
use crate::formats::{FileInfo, Writer, hexadecimal};
use crate::layout;
use crate::options::Options;
use crate::place::Place;
use crate::row::{Cell, RowBuffer};
use crate::table::{Columns, TableInfo};
use crate::tables::{self, FAILURES, Failure};
use crate::totals::Totals;
use chancery_text::{Catalog, Document};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

/// A table to which rows are being written.
struct OpenTable {
    name: &'static str,
    /// The columns that must be filled: those that at least one format writes, and the column `rule`, from which the records of each rule are counted.
    needed: Columns,
    /// The index of the column `rule`, which names the rule that found the record; `None` if the table does not have this column.
    rule: Option<usize>,
    rows: u64,
}

/// The tables of a part in all formats.
pub(crate) struct Tables {
    /// The tables, with the same indexes as in [`TABLES`](tables::TABLES). A table that is not written is `None`.
    open: Vec<Option<OpenTable>>,
    /// The columns of each table that must be filled.
    needed: Vec<Option<Columns>>,
    writers: Vec<Box<dyn Writer>>,
}

impl Tables {
    /// Creates the files of a part. `infos` has the same indexes as [`TABLES`](tables::TABLES); a table that is not written is `None`.
    pub(crate) fn create(folder: &Path, options: &Options, number: u32, infos: &[Option<TableInfo>]) -> Result<Self, ExportError> {
        let place = |format| Place::new(folder, layout::prefix(&options.formats, format), number);
        let writers = options.formats.iter().map(|format| format.create(place(*format), infos)).collect::<Result<Vec<_>, _>>()?;
        let open = infos.iter().map(|info| {
            let info = info.as_ref()?;
            let rule = info.column("rule");
            let counted = rule.map_or(Columns::default(), |column| Columns::default().with(column));
            let needed = writers.iter().fold(counted, |needed, writer| needed.union(writer.columns(info)));
            Some(OpenTable { name: info.name, needed, rule, rows: 0 })
        });
        let open: Vec<Option<OpenTable>> = open.collect();
        let needed = open.iter().map(|table| table.as_ref().map(|table| table.needed)).collect();
        Ok(Self { open, needed, writers })
    }

    /// Adds a row to the table with the index `table`.
    pub(crate) fn row(&mut self, table: usize, row: &RowBuffer, totals: &mut Totals) -> Result<(), ExportError> {
        let Some(Some(open)) = self.open.get_mut(table) else { return Ok(()) };
        open.rows += 1;
        if let Some(column) = open.rule
            && let Cell::Text(rule) = row.cell(column)
        {
            totals.add_rule(open.name, rule);
        }
        self.writers.iter_mut().try_for_each(|writer| writer.row(table, row))
    }

    /// Closes all files and adds the number of rows of each table to `totals`.
    pub(crate) fn finish(self, totals: &mut Totals) -> Result<Vec<FileInfo>, ExportError> {
        for table in self.open.iter().flatten().filter(|table| table.rows > 0) {
            *totals.rows.entry(table.name).or_default() += table.rows;
        }
        let mut files = Vec::new();
        for writer in self.writers {
            files.extend(writer.finish()?);
        }
        Ok(files)
    }
}

/// Writes one part of a dataset. Parts are independent of each other, so several parts can be written at the same time.
///
/// The files of a part are named `part-<number>.<extension>`; [`layout`] describes their folders. Part 0 has a file for every table; the other parts have files
/// only for tables with rows. The writer needs memory for the largest document and, for Parquet, for one row group of about 16 MiB for each table.
pub struct PartWriter {
    number: u32,
    content: Content,
    tables: Tables,
    row: RowBuffer,
    totals: Totals,
    ids: Vec<u64>,
}

impl PartWriter {
    /// Creates the part with the given number in the folder of a dataset. The folder is created if it does not exist. Existing files of the same part are
    /// overwritten.
    ///
    /// # Errors
    /// Returns an error if the folder or a file cannot be created.
    pub fn create(folder: &Path, options: &Options, number: u32) -> Result<Self, ExportError> {
        std::fs::create_dir_all(folder).map_err(ExportError::io(folder))?;
        let tables = Tables::create(folder, options, number, &tables::of_parts(options.content))?;
        let (row, totals, ids) = (RowBuffer::default(), Totals::default(), Vec::new());
        Ok(Self { number, content: options.content, tables, row, totals, ids })
    }

    /// Adds a document.
    ///
    /// # Errors
    /// Returns an error if a file cannot be written, for example because the disk is full.
    pub fn document(&mut self, doc: &Document, catalog: &dyn Catalog) -> Result<(), ExportError> {
        let Self { content, tables, row, totals, .. } = self;
        let context = Context::new(doc, catalog, *content);
        let needed = std::mem::take(&mut tables.needed);
        let written = tables::document_rows(&context, &needed, row, &mut |table, row| tables.row(table, row, totals));
        tables.needed = needed;
        written?;
        tables.writers.iter_mut().try_for_each(|writer| writer.end_document())?;
        let mut hasher = DefaultHasher::new();
        doc.id().hash(&mut hasher);
        self.ids.push(hasher.finish());
        self.totals.add_document(doc, catalog);
        Ok(())
    }

    /// Adds a failure, that is, a document that could not be read or analysed.
    ///
    /// # Errors
    /// Returns an error if a file cannot be written.
    pub fn failure(&mut self, failure: &Failure) -> Result<(), ExportError> {
        self.totals.failures += 1;
        let doc = Document::default();
        let context = Context::new(&doc, &(), self.content);
        FAILURES.fill(Row { record: failure, number: 0, context: &context }, Columns::ALL, &mut self.row);
        self.tables.row(tables::index(FAILURES.name), &self.row, &mut self.totals)
    }

    /// Closes all files of the part.
    ///
    /// # Errors
    /// Returns an error if a file cannot be written.
    pub fn finish(self) -> Result<PartInfo, ExportError> {
        let Self { number, tables, mut totals, ids, .. } = self;
        let files = tables.finish(&mut totals)?;
        Ok(PartInfo { number, totals, files, ids })
    }
}

/// A part that has been written: its counts and its files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct PartInfo {
    /// The number of the part, counted from 0.
    pub number: u32,
    /// The counts of the part.
    pub totals: Totals,
    /// The files of the part, ordered by format and table.
    pub files: Vec<FileInfo>,
    /// A 64-bit hash of the id of each document. Equal hashes therefore almost certainly mean equal ids.
    pub ids: Vec<u64>,
}

impl PartInfo {
    /// Returns the part's entry in the manifest: its number, its counts, and one hash of all its files.
    #[must_use]
    pub fn listing(&self) -> Value {
        let mut hash = Sha256::new();
        for file in &self.files {
            hash.update(format!("{} {}\n", file.sha256, file.path));
        }
        let Totals { documents, failures, bytes, rows, .. } = &self.totals;
        let sha256 = hexadecimal(&hash.finalize());
        json!({"part": self.number, "documents": documents, "failures": failures, "bytes": bytes, "rows": rows, "sha256": sha256})
    }

    /// Returns the part as JSON, without the hashes of ids. A later run can read it with [`from_json`](Self::from_json).
    #[must_use]
    pub fn to_json(&self, catalog: &dyn Catalog) -> Value {
        let files: Vec<Value> =
            self.files.iter().map(|file| json!({"path": file.path, "bytes": file.bytes, "sha256": file.sha256})).collect();
        json!({"part": self.number, "totals": self.totals.to_json(catalog), "files": files})
    }

    /// Restores a part from the result of [`to_json`](Self::to_json). Returns `None` if `value` does not have the expected form, or if it
    /// contains an entity that is not in `catalog`.
    #[must_use]
    pub fn from_json(value: &Value, catalog: &dyn Catalog) -> Option<Self> {
        let file = |value: &Value| {
            let text = |key: &str| Some(value.get(key)?.as_str()?.to_owned());
            Some(FileInfo { path: text("path")?, bytes: value.get("bytes")?.as_u64()?, sha256: text("sha256")? })
        };
        Some(Self {
            number: u32::try_from(value.get("part")?.as_u64()?).ok()?,
            totals: Totals::from_json(value.get("totals")?, catalog)?,
            files: value.get("files")?.as_array()?.iter().map(file).collect::<Option<_>>()?,
            ids: Vec::new(),
        })
    }
}
