//! What every format implements.

use crate::ExportError;
use crate::row::RowBuffer;
use crate::table::{Columns, TableInfo};

/// Writes a dataset in one format.
///
/// It gets the rows of a document table by table, in the order of the registry and beginning with that of the document itself, then
/// [`end_document`](Self::end_document). Rows of the whole dataset come between documents.
pub(crate) trait Writer: Send {
    /// The columns that the format writes of a table. The others of its rows may be null.
    fn columns(&self, table: &TableInfo) -> Columns;

    /// Adds a row to the table with this index in the registry.
    fn row(&mut self, table: usize, row: &RowBuffer) -> Result<(), ExportError>;

    /// Ends a document.
    fn end_document(&mut self) -> Result<(), ExportError> {
        Ok(())
    }

    /// Writes what is held back and closes all files.
    fn finish(self: Box<Self>) -> Result<(), ExportError>;
}
