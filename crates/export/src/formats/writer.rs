//! The trait that every format implements.

use super::file::FileInfo;
use crate::ExportError;
use crate::row::RowBuffer;
use crate::table::{Columns, TableInfo};

/// Writes a dataset in one format.
///
/// For each document, a writer receives the row of the document itself, then the rows of the other tables in the order of [`TABLES`](crate::tables::TABLES), and
/// then a call of [`end_document`](Self::end_document). Rows that do not belong to a document, such as failures, come between documents.
pub(crate) trait Writer: Send {
    /// Returns the columns of a table that the format writes. All other columns may be null in the rows that the writer receives.
    fn columns(&self, table: &TableInfo) -> Columns;

    /// Adds a row to the table with the given index in [`TABLES`](crate::tables::TABLES).
    fn row(&mut self, table: usize, row: &RowBuffer) -> Result<(), ExportError>;

    /// Ends a document.
    fn end_document(&mut self) -> Result<(), ExportError> {
        Ok(())
    }

    /// Writes all buffered rows, closes all files, and returns the files in the order of the tables.
    fn finish(self: Box<Self>) -> Result<Vec<FileInfo>, ExportError>;
}
