//! Parquet with zstd, in row groups of bounded size. No clock and no machine in it: the same rows give the same bytes.

use super::TableWriter;
use crate::ExportError;
use crate::rows::Cell;
use crate::schema::{Kind, Table};
use arrow_array::builder::{BooleanBuilder, Float32Builder, StringBuilder, UInt32Builder};
use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::{DataType, Field, Schema};
use parquet::arrow::ArrowWriter;
use parquet::basic::{Compression, ZstdLevel};
use parquet::file::properties::WriterProperties;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Rows put together before they are encoded.
const BATCH: usize = 8192;
/// Rows of a row group.
const GROUP: usize = 1 << 18;

enum Builder {
    Text(StringBuilder),
    Count(UInt32Builder),
    Score(Float32Builder),
    Flag(BooleanBuilder),
}

pub(crate) struct ParquetTable {
    path: PathBuf,
    schema: Arc<Schema>,
    writer: ArrowWriter<File>,
    builders: Vec<Builder>,
    rows: usize,
}

impl ParquetTable {
    pub(crate) fn create(path: &Path, table: &Table) -> Result<Self, ExportError> {
        let fail = |e: &dyn ToString| ExportError::new(path, e.to_string());
        let file = File::create(path).map_err(|e| fail(&e))?;
        let fields: Vec<Field> =
            table.columns.iter().map(|column| Field::new(column.name, data_type(column.kind), column.optional)).collect();
        let schema = Arc::new(Schema::new(fields));
        let level = ZstdLevel::try_new(3).map_err(|e| fail(&e))?;
        let properties = WriterProperties::builder()
            .set_compression(Compression::ZSTD(level))
            .set_max_row_group_row_count(Some(GROUP))
            .set_created_by(concat!("chancery ", env!("CARGO_PKG_VERSION")).to_owned())
            .build();
        let writer = ArrowWriter::try_new(file, schema.clone(), Some(properties)).map_err(|e| fail(&e))?;
        let builders = table.columns.iter().map(|column| builder(column.kind)).collect();
        Ok(Self { path: path.to_owned(), schema, writer, builders, rows: 0 })
    }

    fn flush(&mut self) -> Result<(), ExportError> {
        if self.rows == 0 {
            return Ok(());
        }
        self.rows = 0;
        let columns: Vec<ArrayRef> = self
            .builders
            .iter_mut()
            .map(|builder| -> ArrayRef {
                match builder {
                    Builder::Text(b) => Arc::new(b.finish()),
                    Builder::Count(b) => Arc::new(b.finish()),
                    Builder::Score(b) => Arc::new(b.finish()),
                    Builder::Flag(b) => Arc::new(b.finish()),
                }
            })
            .collect();
        let batch = RecordBatch::try_new(self.schema.clone(), columns).map_err(|e| ExportError::new(&self.path, e))?;
        self.writer.write(&batch).map_err(|e| ExportError::new(&self.path, e))
    }
}

fn data_type(kind: Kind) -> DataType {
    match kind {
        Kind::Text => DataType::Utf8,
        Kind::Count => DataType::UInt32,
        Kind::Score => DataType::Float32,
        Kind::Flag => DataType::Boolean,
    }
}

fn builder(kind: Kind) -> Builder {
    match kind {
        Kind::Text => Builder::Text(StringBuilder::new()),
        Kind::Count => Builder::Count(UInt32Builder::new()),
        Kind::Score => Builder::Score(Float32Builder::new()),
        Kind::Flag => Builder::Flag(BooleanBuilder::new()),
    }
}

impl TableWriter for ParquetTable {
    fn row(&mut self, cells: &[Cell<'_>]) -> Result<(), ExportError> {
        for (builder, cell) in self.builders.iter_mut().zip(cells) {
            match (builder, cell) {
                (Builder::Text(b), Cell::Text(text)) => b.append_value(text),
                (Builder::Text(b), _) => b.append_null(),
                (Builder::Count(b), Cell::Count(number)) => b.append_value(*number),
                (Builder::Count(b), _) => b.append_null(),
                (Builder::Score(b), Cell::Score(number)) => b.append_value(*number),
                (Builder::Score(b), _) => b.append_null(),
                (Builder::Flag(b), Cell::Flag(flag)) => b.append_value(*flag),
                (Builder::Flag(b), _) => b.append_null(),
            }
        }
        self.rows += 1;
        if self.rows == BATCH { self.flush() } else { Ok(()) }
    }

    fn finish(mut self: Box<Self>) -> Result<(), ExportError> {
        self.flush()?;
        self.writer.close().map(|_| ()).map_err(|e| ExportError::new(&self.path, e))
    }
}
