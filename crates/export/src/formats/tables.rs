//! Helpers for formats that have one file for each table.

use super::file::{DataFile, FileInfo};
use super::writer::Writer;
use crate::ExportError;
use crate::place::Place;
use crate::row::RowBuffer;
use crate::table::{Columns, TableInfo};

/// A file that contains one table.
pub(super) trait TableFile: Send + Sized {
    /// Begins the file, for example with a header.
    fn create(file: DataFile, table: &TableInfo) -> Result<Self, ExportError>;

    /// Adds a row.
    fn row(&mut self, row: &RowBuffer) -> Result<(), ExportError>;

    /// Writes all buffered rows and closes the file.
    fn finish(self) -> Result<FileInfo, ExportError>;
}

/// The file of a table, which is created when the first row is written. In the first part of a dataset, it is created
/// even if the table has no rows.
struct Lazy<F> {
    table: TableInfo,
    file: Option<F>,
}

/// The files of all tables in one format. `tables` has the same indexes as [`TABLES`](crate::tables::TABLES); a
/// table that is not written is `None`.
pub(super) struct TableFiles<F> {
    place: Place,
    extension: &'static str,
    tables: Vec<Option<Lazy<F>>>,
}

impl<F: TableFile> TableFiles<F> {
    pub(super) fn new(place: Place, extension: &'static str, tables: &[Option<TableInfo>]) -> Self {
        let lazy = |table: &TableInfo| Lazy { table: table.clone(), file: None };
        Self { place, extension, tables: tables.iter().map(|table| table.as_ref().map(lazy)).collect() }
    }
}

impl<F: TableFile> Lazy<F> {
    /// Returns the file. Creates it if it does not exist yet.
    fn open(&mut self, place: &Place, extension: &str) -> Result<&mut F, ExportError> {
        let file = match self.file.take() {
            Some(file) => file,
            None => F::create(DataFile::create(place.root(), place.relative(self.table.name, extension))?, &self.table)?,
        };
        Ok(self.file.insert(file))
    }
}

impl<F: TableFile> Writer for TableFiles<F> {
    fn columns(&self, _: &TableInfo) -> Columns {
        Columns::ALL
    }

    fn row(&mut self, table: usize, row: &RowBuffer) -> Result<(), ExportError> {
        match self.tables.get_mut(table) {
            Some(Some(lazy)) => lazy.open(&self.place, self.extension)?.row(row),
            _ => Ok(()),
        }
    }

    fn finish(self: Box<Self>) -> Result<Vec<FileInfo>, ExportError> {
        let Self { place, extension, tables } = *self;
        let mut files = Vec::new();
        for mut lazy in tables.into_iter().flatten() {
            // The first part has a file for every table, so programs that read a table always find its columns.
            if place.is_first() {
                lazy.open(&place, extension)?;
            }
            if let Some(file) = lazy.file {
                files.push(file.finish()?);
            }
        }
        Ok(files)
    }
}
