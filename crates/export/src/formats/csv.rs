//! CSV as RFC 4180 has it, UTF-8, with a header line and `\n` at line ends.

use super::TableWriter;
use crate::ExportError;
use crate::rows::Cell;
use crate::schema::Table;
use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};

pub(crate) struct CsvTable {
    path: PathBuf,
    writer: csv::Writer<File>,
    buffer: Vec<u8>,
}

impl CsvTable {
    pub(crate) fn create(path: &Path, table: &Table) -> Result<Self, ExportError> {
        let file = File::create(path).map_err(|e| ExportError::new(path, e))?;
        let mut writer = csv::WriterBuilder::new().buffer_capacity(1 << 18).from_writer(file);
        writer.write_record(table.columns.iter().map(|column| column.name)).map_err(|e| ExportError::new(path, e))?;
        Ok(Self { path: path.to_owned(), writer, buffer: Vec::new() })
    }
}

impl TableWriter for CsvTable {
    fn row(&mut self, cells: &[Cell<'_>]) -> Result<(), ExportError> {
        let fail = |e: csv::Error| ExportError::new(&self.path, e);
        for cell in cells {
            self.buffer.clear();
            // Writing to memory does not fail.
            let _ = match cell {
                Cell::Null => Ok(()),
                Cell::Text(text) => {
                    self.writer.write_field(text.as_ref()).map_err(fail)?;
                    continue;
                }
                Cell::Count(number) => write!(self.buffer, "{number}"),
                Cell::Score(number) => write!(self.buffer, "{number}"),
                Cell::Flag(flag) => write!(self.buffer, "{flag}"),
            };
            self.writer.write_field(&self.buffer).map_err(fail)?;
        }
        self.writer.write_record(None::<&[u8]>).map_err(fail)
    }

    fn finish(mut self: Box<Self>) -> Result<(), ExportError> {
        self.writer.flush().map_err(|e| ExportError::new(&self.path, e))
    }
}
