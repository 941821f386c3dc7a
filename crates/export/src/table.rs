//! The tables of a dataset. Each table contains the records of one kind, one record per row.

use crate::ExportError;
use crate::column::{Column, ColumnInfo, Row};
use crate::content::Part;
use crate::context::Context;
use crate::row::RowBuffer;
use chancery_text::Document;

/// How the records of a table are written in JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum JsonShape {
    /// Each column is a key of the document's JSON object. Columns whose value is null are left out.
    Document,
    /// The records form a list of JSON objects. The JSON object of the document contains this list under the name of the table.
    Objects,
    /// The records form a list of pairs `[start, end]`. The JSON object of the document contains this list under the name of the table.
    Spans,
    /// Each record is a JSON object on a line of its own. This shape is used for failures: the line takes the place of the document's object.
    Line,
    /// The records are not written in JSON.
    None,
}

/// A table of records of type `R`.
pub(crate) struct Table<R: 'static> {
    /// The name of the table and of its folder.
    pub(crate) name: &'static str,
    /// A noun phrase that says what each row represents ("a document that was read").
    pub(crate) row: &'static str,
    pub(crate) json: JsonShape,
    /// The optional part of a dataset to which the table belongs; `None` if the table is always written.
    pub(crate) part: Option<Part>,
    /// The function that returns the records of a document; `None` if the records of the table do not come from a document.
    pub(crate) records: Option<fn(&Document) -> &[R]>,
    pub(crate) columns: &'static [Column<R>],
}

impl<R> Table<R> {
    /// Fills `row` with the cells of a record. Columns that are not in `needed` are null.
    pub(crate) fn fill(&self, record: Row<'_, R>, needed: Columns, row: &mut RowBuffer) {
        row.clear();
        for (at, column) in self.columns.iter().enumerate() {
            if needed.contains(at) { column.fill(record, row) } else { row.null() }
        }
    }
}

/// A set of columns of one table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Columns(u64);

impl Columns {
    /// All columns of a table. A table has at most 64 columns.
    pub(crate) const ALL: Self = Self(u64::MAX);

    pub(crate) const fn contains(self, column: usize) -> bool {
        column < 64 && self.0 >> column & 1 == 1
    }

    pub(crate) const fn with(self, column: usize) -> Self {
        Self(self.0 | 1 << column)
    }

    pub(crate) const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// The description of a table, without the functions that read its records.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct TableInfo {
    /// The name of the table and of its folder.
    pub name: &'static str,
    /// A noun phrase that says what each row represents ("a document that was read").
    pub row: &'static str,
    /// How the records are written in JSON.
    pub json: JsonShape,
    /// The optional part of a dataset to which the table belongs; `None` if the table is always written.
    pub part: Option<Part>,
    /// The columns, in order.
    pub columns: Vec<ColumnInfo>,
}

impl TableInfo {
    /// Returns the index of the column with the given name, or `None` if there is none.
    #[must_use]
    pub fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.name == name)
    }

    /// Returns the column that contains the class of each record, or `None` if the table has no such column.
    #[must_use]
    pub fn class_column(&self) -> Option<&ColumnInfo> {
        self.columns.iter().find(|column| column.class)
    }
}

/// A table, whatever the type of its records.
pub(crate) trait AnyTable: Sync {
    /// Returns the description of the table.
    fn info(&self) -> TableInfo;

    /// Fills `row` from each record of a document, and passes it to `take`. If the records of the table do not come from a document, `take` is never called.
    fn rows(
        &self,
        context: &Context<'_>,
        needed: Columns,
        row: &mut RowBuffer,
        take: &mut dyn FnMut(&RowBuffer) -> Result<(), ExportError>,
    ) -> Result<(), ExportError>;
}

impl<R> AnyTable for Table<R> {
    fn info(&self) -> TableInfo {
        let columns = self.columns.iter().map(Column::info).collect();
        TableInfo { name: self.name, row: self.row, json: self.json, part: self.part, columns }
    }

    fn rows(
        &self,
        context: &Context<'_>,
        needed: Columns,
        row: &mut RowBuffer,
        take: &mut dyn FnMut(&RowBuffer) -> Result<(), ExportError>,
    ) -> Result<(), ExportError> {
        let records = self.records.map_or(&[] as &[R], |records| records(context.doc));
        for (number, record) in records.iter().enumerate() {
            self.fill(Row { record, number: number as u32, context }, needed, row);
            take(row)?;
        }
        Ok(())
    }
}
