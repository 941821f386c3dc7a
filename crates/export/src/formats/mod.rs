//! The formats a table is written in.

mod csv;
#[cfg(feature = "parquet")]
mod parquet;

pub(crate) use csv::CsvTable;
#[cfg(feature = "parquet")]
pub(crate) use parquet::ParquetTable;

use crate::ExportError;
use crate::rows::Cell;

/// Writes the rows of one table to one file.
pub(crate) trait TableWriter: Send {
    /// As many cells as the table has columns, of their kinds.
    fn row(&mut self, cells: &[Cell<'_>]) -> Result<(), ExportError>;
    /// Ends the file.
    fn finish(self: Box<Self>) -> Result<(), ExportError>;
}
