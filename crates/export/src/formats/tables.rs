//! Support for formats that have one file for each table.

use super::writer::Writer;
use crate::ExportError;
use crate::part::part;
use crate::row::RowBuffer;
use crate::table::{Columns, TableInfo};
use std::fs;
use std::path::Path;

/// A file that contains one table.
pub(super) trait TableFile: Send + Sized {
    fn create(path: &Path, table: &TableInfo) -> Result<Self, ExportError>;

    fn row(&mut self, row: &RowBuffer) -> Result<(), ExportError>;

    fn finish(self) -> Result<(), ExportError>;
}

/// The files of all tables, by the index of the table.
pub(super) struct TableFiles<F>(Vec<Option<F>>);

impl<F: TableFile> TableFiles<F> {
    pub(super) fn create(folder: &Path, extension: &str, tables: &[Option<TableInfo>]) -> Result<Self, ExportError> {
        let file = |table: &TableInfo| {
            let folder = folder.join(table.name);
            fs::create_dir_all(&folder).map_err(ExportError::io(&folder))?;
            F::create(&folder.join(part(extension)), table)
        };
        tables.iter().map(|table| table.as_ref().map(file).transpose()).collect::<Result<_, _>>().map(Self)
    }
}

impl<F: TableFile> Writer for TableFiles<F> {
    fn columns(&self, _: &TableInfo) -> Columns {
        Columns::ALL
    }

    fn row(&mut self, table: usize, row: &RowBuffer) -> Result<(), ExportError> {
        match self.0.get_mut(table) {
            Some(Some(file)) => file.row(row),
            _ => Ok(()),
        }
    }

    fn finish(self: Box<Self>) -> Result<(), ExportError> {
        self.0.into_iter().flatten().try_for_each(F::finish)
    }
}
