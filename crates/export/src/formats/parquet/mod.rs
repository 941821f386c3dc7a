//! Writes Parquet with Snappy compression, in row groups of limited size. The same rows always give the same bytes.
//!
//! Text is written as `STRING`, lists as `LIST` of `STRING`, and integers as unsigned `INT32`. JSON values are written as `STRING`, because few Parquet
//! readers support the type `JSON`.

mod buffer;

use self::buffer::ColumnBuffer;
use super::file::{DataFile, FileInfo};
use super::tables::TableFile;
use crate::ExportError;
use crate::column::{ColumnInfo, Type};
use crate::error::ExportErrorKind;
use crate::row::RowBuffer;
use crate::table::TableInfo;
use parquet::basic::{Compression, ConvertedType, Encoding, LogicalType, Repetition, Type as Physical};
use parquet::errors::ParquetError;
use parquet::file::properties::{EnabledStatistics, WriterProperties};
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::types::{ColumnPath, Type as Schema, TypePtr};
use std::path::PathBuf;
use std::sync::Arc;

/// The maximum number of rows in a row group.
const GROUP_ROWS: usize = 1 << 18;
/// The number of bytes that a table collects in memory before it writes them as a row group. In most tables, a row group of this size has about 100,000
/// rows.
const GROUP_BYTES: usize = 1 << 24;

/// A Parquet file that contains one table.
pub(super) struct ParquetFile {
    path: PathBuf,
    writer: SerializedFileWriter<DataFile>,
    columns: Vec<ColumnBuffer>,
    rows: usize,
    bytes: usize,
}

impl ParquetFile {
    /// Writes the collected rows as a row group.
    fn flush(&mut self) -> Result<(), ExportError> {
        if self.rows == 0 {
            return Ok(());
        }
        (self.rows, self.bytes) = (0, 0);
        write_group(&mut self.writer, &mut self.columns).map_err(|source| ExportError::new(ExportErrorKind::Encoding, &self.path, source))
    }
}

impl TableFile for ParquetFile {
    fn create(file: DataFile, table: &TableInfo) -> Result<Self, ExportError> {
        let path = file.path().to_owned();
        let fail = |source: ParquetError| ExportError::new(ExportErrorKind::Encoding, &path, source);
        let fields = table.columns.iter().map(field).collect::<Result<_, _>>().map_err(fail)?;
        let schema = Schema::group_type_builder(table.name).with_fields(fields).build().map_err(fail)?;
        let mut properties = WriterProperties::builder()
            .set_compression(Compression::SNAPPY)
            .set_statistics_enabled(EnabledStatistics::Chunk)
            .set_created_by(concat!("chancery ", env!("CARGO_PKG_VERSION")).to_owned());
        for column in &table.columns {
            properties = match column.column_type {
                // Offsets increase from row to row and rarely repeat, so delta encoding suits them.
                Type::Integer => properties
                    .set_column_dictionary_enabled(column.name.into(), false)
                    .set_column_encoding(column.name.into(), Encoding::DELTA_BINARY_PACKED),
                // Text columns have no statistics, because finding the minimum and maximum strings would make writing them about a tenth slower.
                Type::Text | Type::Json => properties.set_column_statistics_enabled(column.name.into(), EnabledStatistics::None),
                Type::List => {
                    let item = ColumnPath::new(vec![column.name.to_owned(), "list".to_owned(), "element".to_owned()]);
                    properties.set_column_statistics_enabled(item, EnabledStatistics::None)
                }
                Type::Float | Type::Double | Type::Boolean => properties,
            };
        }
        let writer = SerializedFileWriter::new(file, Arc::new(schema), Arc::new(properties.build())).map_err(fail)?;
        let columns = table.columns.iter().map(ColumnBuffer::new).collect();
        Ok(Self { path, writer, columns, rows: 0, bytes: 0 })
    }

    fn row(&mut self, row: &RowBuffer) -> Result<(), ExportError> {
        let cells = row.cells();
        if cells.len() != self.columns.len() {
            let message = format!("a row has {} cells for {} columns", cells.len(), self.columns.len());
            return Err(ExportError::new(ExportErrorKind::Row, &self.path, message));
        }
        for (column, cell) in self.columns.iter_mut().zip(cells) {
            match column.push(cell) {
                Ok(bytes) => self.bytes += bytes,
                Err(message) => return Err(ExportError::new(ExportErrorKind::Row, &self.path, message)),
            }
        }
        self.rows += 1;
        if self.rows >= GROUP_ROWS || self.bytes >= GROUP_BYTES { self.flush() } else { Ok(()) }
    }

    fn finish(mut self) -> Result<FileInfo, ExportError> {
        self.flush()?;
        let file = self.writer.into_inner().map_err(|source| ExportError::new(ExportErrorKind::Encoding, &self.path, source))?;
        Ok(file.finish())
    }
}

/// Returns the Parquet type of a column.
fn field(column: &ColumnInfo) -> Result<TypePtr, ParquetError> {
    let repetition = if column.nullable { Repetition::OPTIONAL } else { Repetition::REQUIRED };
    let primitive = |physical, logical| {
        Schema::primitive_type_builder(column.name, physical).with_repetition(repetition).with_logical_type(logical).build().map(Arc::new)
    };
    match column.column_type {
        Type::Text | Type::Json => primitive(Physical::BYTE_ARRAY, Some(LogicalType::String)),
        Type::Integer => primitive(Physical::INT32, Some(LogicalType::integer(32, false))),
        Type::Float => primitive(Physical::FLOAT, None),
        Type::Double => primitive(Physical::DOUBLE, None),
        Type::Boolean => primitive(Physical::BOOLEAN, None),
        Type::List => {
            let element = Schema::primitive_type_builder("element", Physical::BYTE_ARRAY)
                .with_repetition(Repetition::REQUIRED)
                .with_logical_type(Some(LogicalType::String))
                .build()?;
            let list =
                Schema::group_type_builder("list").with_repetition(Repetition::REPEATED).with_fields(vec![Arc::new(element)]).build()?;
            let group = Schema::group_type_builder(column.name)
                .with_repetition(Repetition::REQUIRED)
                .with_logical_type(Some(LogicalType::List))
                .with_converted_type(ConvertedType::LIST)
                .with_fields(vec![Arc::new(list)])
                .build()?;
            Ok(Arc::new(group))
        }
    }
}

/// Writes the contents of the buffers as a row group, and clears the buffers.
fn write_group(writer: &mut SerializedFileWriter<DataFile>, columns: &mut [ColumnBuffer]) -> Result<(), ParquetError> {
    let mut group = writer.next_row_group()?;
    for buffer in columns {
        let Some(mut column) = group.next_column()? else {
            return Err(ParquetError::General(format!("the schema has no column {}", buffer.name)));
        };
        buffer.write(&mut column)?;
        column.close()?;
    }
    group.close().map(|_| ())
}

#[cfg(test)]
mod tests;
