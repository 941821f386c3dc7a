//! The trait that every format implements.

use super::file::FileInfo;
use crate::ExportError;
use crate::row::RowBuffer;
use crate::table::{Columns, TableInfo};

/// Writes a dataset in one format.
///
/// A writer receives the rows of a document table by table, in the order of the registry, beginning with the row of the document itself. Then
/// [`end_document`](Self::end_document) is called. Rows of the whole dataset come between documents.
pub(crate) trait Writer: Send {
    /// Returns the columns of a table that the format writes. All other columns of its rows may be null.
    fn columns(&self, table: &TableInfo) -> Columns;

    /// Adds a row to the table that has this index in the registry.
    fn row(&mut self, table: usize, row: &RowBuffer) -> Result<(), ExportError>;

    /// Ends a document.
    fn end_document(&mut self) -> Result<(), ExportError> {
        Ok(())
    }

    /// Writes all buffered rows and closes all files. Returns the files, in the order of the tables.
    fn finish(self: Box<Self>) -> Result<Vec<FileInfo>, ExportError>;
}
