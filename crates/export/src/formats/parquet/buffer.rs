//! Collects the values of each column of a row group until they are encoded. A row group is a range of rows that Parquet stores together.

use crate::column::{ColumnInfo, Type};
use crate::row::Cell;
use parquet::data_type::{BoolType, ByteArray, ByteArrayType, DataType, DoubleType, FloatType, Int32Type};
use parquet::errors::ParquetError;
use parquet::file::writer::SerializedColumnWriter;
use std::mem;

/// The number of rows or list items that are passed to the encoder at once.
const CHUNK: usize = 4096;

/// Strings that are stored one after another. A string that equals the previous one is stored only once.
#[derive(Default)]
struct Texts {
    bytes: Vec<u8>,
    ranges: Vec<Range>,
}

/// A half-open range of bytes in `Texts`.
#[derive(Clone, Copy, PartialEq)]
struct Range {
    start: u32,
    end: u32,
}

impl Texts {
    /// Adds a string. Returns the number of bytes of memory that the string uses.
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

    fn clear(&mut self) {
        self.bytes.clear();
        self.ranges.clear();
    }
}

/// The values of a column, without nulls.
enum Values {
    Texts(Texts),
    Integers(Vec<i32>),
    Floats(Vec<f32>),
    Doubles(Vec<f64>),
    Booleans(Vec<bool>),
}

/// The values of one column in the current row group.
pub(super) struct ColumnBuffer {
    pub(super) name: &'static str,
    values: Values,
    nullable: bool,
    list: bool,
    /// Definition levels. In a nullable column, the level is 1 for a value and 0 for a null. In a list column, the level is 1 for each item and 0 for an
    /// empty list.
    definitions: Vec<i16>,
    /// Repetition levels of a list column: 0 for the first item of a list and for an empty list, 1 for every other item.
    repetitions: Vec<i16>,
}

impl ColumnBuffer {
    pub(super) fn new(column: &ColumnInfo) -> Self {
        let values = match column.column_type {
            Type::Text | Type::Json | Type::List => Values::Texts(Texts::default()),
            Type::Integer => Values::Integers(Vec::new()),
            Type::Float => Values::Floats(Vec::new()),
            Type::Double => Values::Doubles(Vec::new()),
            Type::Boolean => Values::Booleans(Vec::new()),
        };
        let list = column.column_type == Type::List;
        Self { name: column.name, values, nullable: column.nullable, list, definitions: Vec::new(), repetitions: Vec::new() }
    }

    /// Adds a cell. Returns the number of bytes of memory that the cell uses, or an error if the cell does not fit the type of the column.
    pub(super) fn push(&mut self, cell: Cell<'_>) -> Result<usize, String> {
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
            (Values::Doubles(values), Cell::Double(value)) => {
                values.push(value);
                mem::size_of::<f64>()
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

    /// Writes the values and clears the buffer. The buffer keeps its memory for the next row group.
    pub(super) fn write(&mut self, column: &mut SerializedColumnWriter<'_>) -> Result<(), ParquetError> {
        let levels = Levels {
            definitions: (self.nullable || self.list).then_some(self.definitions.as_slice()),
            repetitions: self.list.then_some(self.repetitions.as_slice()),
        };
        match &mut self.values {
            Values::Texts(texts) => {
                write_texts(column, texts, &levels)?;
                texts.clear();
            }
            Values::Integers(values) => write::<Int32Type>(column, values, &levels)?,
            Values::Floats(values) => write::<FloatType>(column, values, &levels)?,
            Values::Doubles(values) => write::<DoubleType>(column, values, &levels)?,
            Values::Booleans(values) => write::<BoolType>(column, values, &levels)?,
        }
        self.definitions.clear();
        self.repetitions.clear();
        Ok(())
    }
}

/// The definition and repetition levels of a column; `None` for levels that the column does not have.
struct Levels<'a> {
    definitions: Option<&'a [i16]>,
    repetitions: Option<&'a [i16]>,
}

fn write<T: DataType>(column: &mut SerializedColumnWriter<'_>, values: &mut Vec<T::T>, levels: &Levels<'_>) -> Result<(), ParquetError> {
    column.typed::<T>().write_batch(values, levels.definitions, levels.repetitions)?;
    values.clear();
    Ok(())
}

/// Writes strings in chunks of whole rows, so that only one chunk is copied at a time.
fn write_texts(column: &mut SerializedColumnWriter<'_>, texts: &Texts, levels: &Levels<'_>) -> Result<(), ParquetError> {
    let mut ranges = texts.ranges.as_slice();
    let mut chunk: Vec<ByteArray> = Vec::with_capacity(CHUNK);
    let entries = levels.definitions.map_or(texts.ranges.len(), <[i16]>::len);
    let (mut from, mut to) = (0, 0);
    while from < entries {
        to = entries.min(to + CHUNK);
        while to < entries && levels.repetitions.is_some_and(|repetitions| repetitions[to] != 0) {
            to += 1;
        }
        let definitions = levels.definitions.map(|definitions| &definitions[from..to]);
        let count = definitions.map_or(to - from, |definitions| definitions.iter().filter(|definition| **definition == 1).count());
        let (here, rest) = ranges.split_at(count);
        ranges = rest;
        fill_chunk(&texts.bytes, here, &mut chunk);
        column.typed::<ByteArrayType>().write_batch(&chunk, definitions, levels.repetitions.map(|repetitions| &repetitions[from..to]))?;
        from = to;
    }
    Ok(())
}

/// Fills `chunk` with the strings at `ranges` in `bytes`. The new strings share one buffer. A string that equals the previous one is copied only once.
fn fill_chunk(bytes: &[u8], ranges: &[Range], chunk: &mut Vec<ByteArray>) {
    let repeats = |at: usize| at > 0 && ranges[at] == ranges[at - 1];
    let mut shared = Vec::new();
    for (_, range) in ranges.iter().enumerate().filter(|(at, _)| !repeats(*at)) {
        shared.extend_from_slice(&bytes[range.start as usize..range.end as usize]);
    }
    let shared = ByteArray::from(shared);
    chunk.clear();
    let mut end = 0;
    for (at, range) in ranges.iter().enumerate() {
        let length = (range.end - range.start) as usize;
        if !repeats(at) {
            end += length;
        }
        chunk.push(shared.slice(end - length, length));
    }
}
