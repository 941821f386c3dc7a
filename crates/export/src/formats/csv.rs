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
    /// The row that is being written: whole rows are written many times faster than their fields one by one.
    record: csv::ByteRecord,
    buffer: Vec<u8>,
    number: itoa::Buffer,
}

impl CsvTable {
    pub(crate) fn create(path: &Path, table: &Table) -> Result<Self, ExportError> {
        let file = File::create(path).map_err(|e| ExportError::new(path, e))?;
        let mut writer = csv::WriterBuilder::new().buffer_capacity(1 << 18).from_writer(file);
        writer.write_record(table.columns.iter().map(|column| column.name)).map_err(|e| ExportError::new(path, e))?;
        Ok(Self { path: path.to_owned(), writer, record: csv::ByteRecord::new(), buffer: Vec::new(), number: itoa::Buffer::new() })
    }
}

impl TableWriter for CsvTable {
    fn row(&mut self, cells: &[Cell<'_>]) -> Result<(), ExportError> {
        self.record.clear();
        for cell in cells {
            match cell {
                Cell::Null => self.record.push_field(b""),
                Cell::Text(text) => self.record.push_field(text.as_bytes()),
                Cell::Count(number) => self.record.push_field(self.number.format(*number).as_bytes()),
                Cell::Score(number) => {
                    self.buffer.clear();
                    // Writing to memory does not fail.
                    let _ = write!(self.buffer, "{number}");
                    self.record.push_field(&self.buffer);
                }
                Cell::Flag(flag) => self.record.push_field(if *flag { b"true" } else { b"false" }),
            }
        }
        self.writer.write_byte_record(&self.record).map_err(|e| ExportError::new(&self.path, e))
    }

    fn finish(mut self: Box<Self>) -> Result<(), ExportError> {
        self.writer.flush().map_err(|e| ExportError::new(&self.path, e))
    }
}
