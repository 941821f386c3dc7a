//! Parquet with Snappy, in row groups of bounded size. The same rows give the same bytes.
//!
//! Texts are `STRING`, lists are `LIST` of `STRING`, integers are unsigned `INT32`. JSON values are `STRING`, since few readers know the type `JSON`.

use super::tables::TableFile;
use crate::ExportError;
use crate::column::{ColumnInfo, Type};
use crate::error::ExportErrorKind;
use crate::row::{Cell, RowBuffer};
use crate::table::TableInfo;
use parquet::basic::{Compression, ConvertedType, Encoding, LogicalType, Repetition, Type as Physical};
use parquet::data_type::{BoolType, ByteArray, ByteArrayType, DataType, FloatType, Int32Type};
use parquet::errors::ParquetError;
use parquet::file::properties::{EnabledStatistics, WriterProperties};
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use parquet::schema::types::{ColumnPath, Type as Schema, TypePtr};
use std::fs::File;
use std::mem;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Rows of a row group, at most.
const GROUP_ROWS: usize = 1 << 18;
/// Bytes that a table holds in memory before they become a row group: a bound, and still some 100,000 rows of most tables.
const GROUP_BYTES: usize = 1 << 24;

pub(super) struct ParquetFile {
    path: PathBuf,
    writer: SerializedFileWriter<File>,
    columns: Vec<ColumnBuffer>,
    rows: usize,
    bytes: usize,
}

impl ParquetFile {
    fn flush(&mut self) -> Result<(), ExportError> {
        if self.rows == 0 {
            return Ok(());
        }
        (self.rows, self.bytes) = (0, 0);
        write_group(&mut self.writer, &mut self.columns).map_err(|source| ExportError::new(ExportErrorKind::Encoding, &self.path, source))
    }
}

impl TableFile for ParquetFile {
    fn create(path: &Path, table: &TableInfo) -> Result<Self, ExportError> {
        let fail = |source: ParquetError| ExportError::new(ExportErrorKind::Encoding, path, source);
        let file = File::create(path).map_err(ExportError::io(path))?;
        let fields = table.columns.iter().map(field).collect::<Result<_, _>>().map_err(fail)?;
        let schema = Schema::group_type_builder(table.name).with_fields(fields).build().map_err(fail)?;
        let mut properties = WriterProperties::builder()
            .set_compression(Compression::SNAPPY)
            .set_statistics_enabled(EnabledStatistics::Chunk)
            .set_created_by(concat!("chancery ", env!("CARGO_PKG_VERSION")).to_owned());
        for column in table.columns.iter().filter(|column| column.column_type == Type::Integer) {
            // Offsets hardly repeat, and grow from row to row.
            let path = ColumnPath::from(column.name);
            properties =
                properties.set_column_dictionary_enabled(path.clone(), false).set_column_encoding(path, Encoding::DELTA_BINARY_PACKED);
        }
        let writer = SerializedFileWriter::new(file, Arc::new(schema), Arc::new(properties.build())).map_err(fail)?;
        let columns = table.columns.iter().map(ColumnBuffer::new).collect();
        Ok(Self { path: path.to_owned(), writer, columns, rows: 0, bytes: 0 })
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

    fn finish(mut self) -> Result<(), ExportError> {
        self.flush()?;
        self.writer.close().map_err(|source| ExportError::new(ExportErrorKind::Encoding, &self.path, source))?;
        Ok(())
    }
}

/// The Parquet type of a column.
fn field(column: &ColumnInfo) -> Result<TypePtr, ParquetError> {
    let repetition = if column.nullable { Repetition::OPTIONAL } else { Repetition::REQUIRED };
    let primitive = |physical, logical| {
        Schema::primitive_type_builder(column.name, physical).with_repetition(repetition).with_logical_type(logical).build().map(Arc::new)
    };
    match column.column_type {
        Type::Text | Type::Json => primitive(Physical::BYTE_ARRAY, Some(LogicalType::String)),
        Type::Integer => primitive(Physical::INT32, Some(LogicalType::integer(32, false))),
        Type::Float => primitive(Physical::FLOAT, None),
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

/// Texts one after another. A text that repeats the last one is stored once.
#[derive(Default)]
struct Texts {
    bytes: Vec<u8>,
    ranges: Vec<Range>,
}

/// Bytes of `Texts`, half-open.
#[derive(Clone, Copy)]
struct Range {
    start: u32,
    end: u32,
}

impl Texts {
    /// Adds a text and returns the bytes of memory it takes.
    fn push(&mut self, text: &str) -> Result<usize, String> {
        let entry = mem::size_of::<Range>();
        if let Some(&last) = self.ranges.last()
            && &self.bytes[last.start as usize..last.end as usize] == text.as_bytes()
        {
            self.ranges.push(last);
            return Ok(entry);
        }
        let offset = |at: usize| u32::try_from(at).map_err(|_| "a row group cannot hold more than 4 GiB of text".to_owned());
        let (start, end) = (offset(self.bytes.len())?, offset(self.bytes.len() + text.len())?);
        self.bytes.extend_from_slice(text.as_bytes());
        self.ranges.push(Range { start, end });
        Ok(entry + text.len())
    }

    fn take(&mut self) -> Vec<ByteArray> {
        let bytes = ByteArray::from(mem::take(&mut self.bytes));
        let text = |range: Range| bytes.slice(range.start as usize, (range.end - range.start) as usize);
        mem::take(&mut self.ranges).into_iter().map(text).collect()
    }
}

enum Values {
    Texts(Texts),
    Integers(Vec<i32>),
    Floats(Vec<f32>),
    Booleans(Vec<bool>),
}

/// The values of one column in the present row group.
struct ColumnBuffer {
    name: &'static str,
    values: Values,
    nullable: bool,
    list: bool,
    /// For each row of a nullable column whether it has a value; for each item of a list 1, for an empty list 0.
    definitions: Vec<i16>,
    /// For each item of a list whether it continues the list of the item before.
    repetitions: Vec<i16>,
}

impl ColumnBuffer {
    fn new(column: &ColumnInfo) -> Self {
        let values = match column.column_type {
            Type::Text | Type::Json | Type::List => Values::Texts(Texts::default()),
            Type::Integer => Values::Integers(Vec::new()),
            Type::Float => Values::Floats(Vec::new()),
            Type::Boolean => Values::Booleans(Vec::new()),
        };
        let list = column.column_type == Type::List;
        Self { name: column.name, values, nullable: column.nullable, list, definitions: Vec::new(), repetitions: Vec::new() }
    }

    /// Adds a cell and returns the bytes of memory it takes. A cell that does not fit the column is an error.
    fn push(&mut self, cell: Cell<'_>) -> Result<usize, String> {
        let bytes = match (&mut self.values, cell) {
            (Values::Texts(texts), Cell::List(list)) if self.list => {
                let (mut repetition, mut bytes) = (0, 0);
                for item in list.iter() {
                    bytes += texts.push(item)? + 2 * mem::size_of::<i16>();
                    self.definitions.push(1);
                    self.repetitions.push(repetition);
                    repetition = 1;
                }
                if repetition == 0 {
                    self.definitions.push(0);
                    self.repetitions.push(0);
                }
                return Ok(bytes + mem::size_of::<i16>());
            }
            (_, Cell::Null) if self.nullable => {
                self.definitions.push(0);
                return Ok(mem::size_of::<i16>());
            }
            (Values::Texts(texts), Cell::Text(text) | Cell::Json(text)) if !self.list => texts.push(text)?,
            (Values::Integers(values), Cell::Integer(value)) => {
                values.push(value.cast_signed());
                mem::size_of::<i32>()
            }
            (Values::Floats(values), Cell::Float(value)) => {
                values.push(value);
                mem::size_of::<f32>()
            }
            (Values::Booleans(values), Cell::Boolean(value)) => {
                values.push(value);
                mem::size_of::<bool>()
            }
            (_, cell) => return Err(format!("the column {} cannot hold {cell:?}", self.name)),
        };
        if self.nullable {
            self.definitions.push(1);
        }
        Ok(bytes)
    }

    fn write(&mut self, column: &mut SerializedColumnWriter<'_>) -> Result<(), ParquetError> {
        let definitions = mem::take(&mut self.definitions);
        let repetitions = mem::take(&mut self.repetitions);
        let definitions = (self.nullable || self.list).then_some(definitions.as_slice());
        let repetitions = self.list.then_some(repetitions.as_slice());
        match &mut self.values {
            Values::Texts(texts) => write::<ByteArrayType>(column, &texts.take(), definitions, repetitions),
            Values::Integers(values) => write::<Int32Type>(column, &mem::take(values), definitions, repetitions),
            Values::Floats(values) => write::<FloatType>(column, &mem::take(values), definitions, repetitions),
            Values::Booleans(values) => write::<BoolType>(column, &mem::take(values), definitions, repetitions),
        }
    }
}

fn write<T: DataType>(
    column: &mut SerializedColumnWriter<'_>,
    values: &[T::T],
    definitions: Option<&[i16]>,
    repetitions: Option<&[i16]>,
) -> Result<(), ParquetError> {
    column.typed::<T>().write_batch(values, definitions, repetitions).map(|_| ())
}

fn write_group(writer: &mut SerializedFileWriter<File>, columns: &mut [ColumnBuffer]) -> Result<(), ParquetError> {
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
mod tests {
    use super::*;
    use crate::tables::TABLES;
    use parquet::file::reader::{FileReader, SerializedFileReader};
    use parquet::record::Field;

    fn column(column_type: Type, nullable: bool) -> ColumnInfo {
        let mut column = TABLES[0].info().columns[0];
        (column.column_type, column.nullable) = (column_type, nullable);
        column
    }

    #[test]
    fn a_cell_of_another_type_is_an_error() {
        for (column_type, nullable, cell) in [
            (Type::Integer, true, Cell::Text("1")),
            (Type::Integer, false, Cell::Null),
            (Type::Text, true, Cell::Integer(1)),
            (Type::Float, false, Cell::Integer(1)),
            (Type::Boolean, false, Cell::Text("true")),
            (Type::List, false, Cell::Text("a")),
            (Type::List, false, Cell::Null),
        ] {
            let mut buffer = ColumnBuffer::new(&column(column_type, nullable));
            assert!(buffer.push(cell).is_err(), "{column_type:?} {cell:?}");
        }
    }

    fn table() -> TableInfo {
        let mut table = TABLES[0].info();
        let all = [(Type::Text, true), (Type::List, false), (Type::Integer, true), (Type::Float, false), (Type::Boolean, true)];
        table.columns = all.iter().map(|(column_type, nullable)| column(*column_type, *nullable)).collect();
        for (column, name) in table.columns.iter_mut().zip(["text", "list", "integer", "float", "boolean"]) {
            column.name = name;
        }
        table
    }

    fn write(path: &Path, rows: u32) {
        let mut file = ParquetFile::create(path, &table()).expect("a file");
        let mut row = RowBuffer::default();
        for number in 0..rows {
            row.clear();
            if number % 3 == 0 {
                row.null()
            } else {
                row.text(["", "é", "中🏛"][number as usize % 3])
            }
            row.list(|list| (0..number % 4).for_each(|item| list.push(["KAZ", "CHN;", "RUS"][item as usize])));
            if number % 2 == 0 {
                row.null()
            } else {
                row.integer(u32::MAX - number)
            }
            row.float(number as f32 / 2.0);
            if number % 5 == 0 {
                row.null()
            } else {
                row.boolean(number % 2 == 1)
            }
            file.row(&row).expect("a row");
        }
        file.finish().expect("the end");
    }

    #[test]
    fn rows_read_back_as_they_were() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.parquet");
        let rows = GROUP_ROWS as u32 + 100;
        write(&path, rows);
        let reader = SerializedFileReader::new(File::open(&path).expect("a file")).expect("Parquet");
        assert_eq!(reader.metadata().num_row_groups(), 2);
        let mut read = 0;
        for (number, row) in (0..).zip(reader.get_row_iter(None).expect("rows")) {
            let row = row.expect("a row");
            let cells: Vec<&Field> = row.get_column_iter().map(|(_, field)| field).collect();
            let text = if number % 3 == 0 { Field::Null } else { Field::Str(["", "é", "中🏛"][number as usize % 3].to_owned()) };
            assert_eq!(cells[0], &text);
            let Field::ListInternal(list) = cells[1] else { panic!("{:?} is not a list", cells[1]) };
            let items: Vec<String> = list.elements().iter().map(|item| item.to_string()).collect();
            assert_eq!(items, ["\"KAZ\"", "\"CHN;\"", "\"RUS\""][..number as usize % 4]);
            assert_eq!(cells[2], &if number % 2 == 0 { Field::Null } else { Field::UInt(u32::MAX - number) });
            assert_eq!(cells[3], &Field::Float(number as f32 / 2.0));
            assert_eq!(cells[4], &if number % 5 == 0 { Field::Null } else { Field::Bool(number % 2 == 1) });
            read += 1;
        }
        assert_eq!(read, rows);
    }

    #[test]
    fn the_same_rows_give_the_same_bytes() {
        let folder = tempfile::tempdir().expect("a folder");
        let paths = ["a.parquet", "b.parquet"].map(|name| folder.path().join(name));
        let files = paths.map(|path| {
            write(&path, 5000);
            std::fs::read(path).expect("a file")
        });
        assert!(files[0] == files[1]);
    }

    #[test]
    fn no_rows() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.parquet");
        write(&path, 0);
        let reader = SerializedFileReader::new(File::open(&path).expect("a file")).expect("Parquet");
        assert_eq!(reader.metadata().file_metadata().num_rows(), 0);
        assert_eq!(reader.metadata().file_metadata().schema_descr().num_columns(), 5);
    }
}
