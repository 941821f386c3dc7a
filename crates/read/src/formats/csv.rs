//! Reads CSV and TSV. The first row contains the names of the columns; each row after it is one document.

use super::columns::Columns;
use super::csv_rows::{RawRow, RawRows};
use super::fields;
use super::parts::{Parse, Place, Record};
use crate::{ReadError, ReadErrorKind, ReadOptions};
use chancery_text::Document;
use std::io::Read;
use std::sync::Arc;

/// Returns the rows of an input in which cells are usually separated by commas.
pub(super) fn comma_separated<'a>(input: Box<dyn Read + Send + 'a>, options: &ReadOptions) -> Box<dyn Iterator<Item = Record> + Send + 'a> {
    records(input, b',', options)
}

/// Returns the rows of an input in which cells are usually separated by tabs.
pub(super) fn tab_separated<'a>(input: Box<dyn Read + Send + 'a>, options: &ReadOptions) -> Box<dyn Iterator<Item = Record> + Send + 'a> {
    records(input, b'\t', options)
}

fn records<'a>(input: Box<dyn Read + Send + 'a>, usual: u8, options: &ReadOptions) -> Box<dyn Iterator<Item = Record> + Send + 'a> {
    let mut rows = RawRows::new(input);
    match open(&mut rows, usual, options) {
        Ok(header) => Box::new(Rows { rows, header: Arc::new(header), number: 0 }),
        Err(error) => Box::new(std::iter::once(Record::broken(None, error))),
    }
}

/// The first row: the names of the columns, and the byte that separates them.
struct Header {
    names: Vec<String>,
    delimiter: u8,
}

/// Finds the delimiter and reads the names of the columns. Returns an error if a column that
/// `options` requires is missing. `usual` is the delimiter of the format.
fn open(rows: &mut RawRows<impl Read>, usual: u8, options: &ReadOptions) -> Result<Header, ReadError> {
    let delimiter = delimiter(rows, usual, options)?;
    let names = match rows.next_row() {
        None => Vec::new(),
        Some(Err((_, error))) => return Err(error),
        Some(Ok(row)) => names(&row.bytes, delimiter)?,
    };
    let mut columns = Columns::new(names.into_iter());
    let hint = if columns.names.len() == 1 { "; if the columns are not separated by commas, give --delimiter" } else { "" };
    columns.check(options, hint)?;
    Ok(Header { names: columns.names, delimiter })
}

/// Finds the delimiter of `rows`, sets it, and returns it. `usual` is the delimiter of the format.
fn delimiter(rows: &mut RawRows<impl Read>, usual: u8, options: &ReadOptions) -> Result<u8, ReadError> {
    let start = rows.peek().map_err(ReadError::io)?;
    let line = start.split(|byte| matches!(byte, b'\n' | b'\r')).next().unwrap_or_default();
    let delimiter = options.delimiter.unwrap_or_else(|| likeliest_delimiter(line, usual, options));
    rows.set_delimiter(delimiter);
    Ok(delimiter)
}

/// Reads the names of the columns.
fn names(line: &[u8], delimiter: u8) -> Result<Vec<String>, ReadError> {
    let line = line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(line);
    let row = fields_of(line, delimiter)?;
    Ok(row.iter().map(|cell| String::from_utf8_lossy(cell).into_owned()).collect())
}

/// Returns the likeliest delimiter. `line` is the first line of the file, and `usual` is the delimiter of
/// the format. A delimiter that yields a column with the name of the text column is preferred. If this
/// does not decide, the delimiter that yields the most columns is preferred. If several yield the same
/// number of columns, `usual` is preferred.
fn likeliest_delimiter(line: &[u8], usual: u8, options: &ReadOptions) -> u8 {
    let text = options.text_field.to_lowercase();
    let columns = |delimiter: u8| names(line, delimiter).unwrap_or_default();
    let rank = |delimiter: u8| {
        let columns = columns(delimiter);
        (columns.iter().any(|name| name.trim().to_lowercase() == text), columns.len(), delimiter == usual)
    };
    DELIMITERS.into_iter().max_by_key(|delimiter| rank(*delimiter)).unwrap_or(usual)
}

/// The delimiters that are recognised.
const DELIMITERS: [u8; 4] = *b",;\t|";

/// Reads a whole table. Returns the names of its columns, and its rows. Each row has the number of
/// its first line, counted from 1.
pub(crate) fn table_rows(bytes: &[u8], options: &ReadOptions) -> Result<(Vec<String>, Vec<TableRow>), ReadError> {
    let mut rows = RawRows::new(bytes);
    let delimiter = delimiter(&mut rows, b',', options)?;
    let mut header: Option<Columns> = None;
    let mut table = Vec::new();
    while let Some(row) = rows.next_row() {
        let row = row.map_err(|(_, error)| error)?;
        if row.bytes.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        let Some(header) = &header else {
            let mut columns = Columns::new(names(&row.bytes, delimiter)?.into_iter());
            columns.adopt(options);
            header = Some(columns);
            continue;
        };
        let cells = fields_of(&row.bytes, delimiter)?;
        if cells.len() != header.names.len() {
            return Err(wrong_count(row.line, cells.len(), header.names.len()));
        }
        let decoder = options.decoder.for_parts();
        let decoded = cells.iter().map(|cell| decoder.decode(cell.to_vec()).map(|(text, _)| text)).collect::<Result<_, _>>();
        table.push((row.line, decoded.map_err(|error| error.within(&format!("line {}", row.line)))?));
    }
    Ok((header.map(|columns| columns.names).unwrap_or_default(), table))
}

/// A row of a table: the number of its first line, and its cells.
type TableRow = (u64, Vec<String>);

fn wrong_count(line: impl std::fmt::Display, cells: usize, columns: usize) -> ReadError {
    ReadError::new(
        ReadErrorKind::Malformed,
        format!(
            "the row in line {line} has {cells} cells, but there are {columns} columns; put cells that contain the delimiter in quotation marks"
        ),
    )
}

fn fields_of(row: &[u8], delimiter: u8) -> Result<csv::ByteRecord, ReadError> {
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).delimiter(delimiter).buffer_capacity(row.len().clamp(64, 1 << 16)).from_reader(row);
    let mut record = csv::ByteRecord::new();
    let read = reader.read_byte_record(&mut record);
    read.map_err(|error| ReadError::new(ReadErrorKind::Malformed, "this row cannot be read").with_source(error))?;
    Ok(record)
}

struct Rows<'a> {
    rows: RawRows<Box<dyn Read + Send + 'a>>,
    header: Arc<Header>,
    number: u64,
}

impl Iterator for Rows<'_> {
    type Item = Record;

    fn next(&mut self) -> Option<Record> {
        loop {
            let row = self.rows.next_row()?;
            match row {
                Ok(row) if row.bytes.iter().all(u8::is_ascii_whitespace) => {}
                Ok(row) => {
                    self.number += 1;
                    let size = row.bytes.len() as u64;
                    let header = self.header.clone();
                    let parse: Parse = Box::new(move |place, options| parse(place, &header, &row, options));
                    return Some(Record { number: Some(self.number), size, content: Ok(parse) });
                }
                Err((_, error)) => {
                    self.number += 1;
                    return Some(Record::broken(Some(self.number), error));
                }
            }
        }
    }
}

fn parse(place: Place<'_>, header: &Header, row: &RawRow, options: &ReadOptions) -> Result<Document, ReadError> {
    let cells = fields_of(&row.bytes, header.delimiter)?;
    if cells.len() != header.names.len() {
        return Err(wrong_count(row.line, cells.len(), header.names.len()));
    }
    let mut object = serde_json::Map::new();
    let mut encoding = "UTF-8";
    let decoder = options.decoder.for_parts();
    for (name, cell) in header.names.iter().zip(&cells) {
        let (text, found) = if cell.is_ascii() {
            (String::from_utf8_lossy(cell).into_owned(), "UTF-8")
        } else {
            decoder.decode(cell.to_vec()).map_err(|error| error.within(&format!("column \"{name}\"")))?
        };
        if found != "UTF-8" {
            encoding = found;
        }
        if !text.is_empty() || *name == options.text_field {
            object.insert(name.clone(), text.into());
        }
    }
    let mut doc = fields::document(place, object, options)?;
    doc.metadata.encoding = Some(encoding.to_owned());
    Ok(doc)
}

#[cfg(test)]
mod tests {
    use crate::{Format, ReadOptions, records};

    /// Returns the id and the text of each row, or the reason why the row cannot be read.
    fn read(text: &str, options: ReadOptions) -> Vec<Result<(String, String), String>> {
        let rows = records("rows.csv", text.as_bytes(), Format::Csv, options);
        rows.map(|row| row.read().map(|doc| (doc.id().to_owned(), doc.text().to_owned())).map_err(|error| error.to_string())).collect()
    }

    fn row(id: &str, text: &str) -> Result<(String, String), String> {
        Ok((id.to_owned(), text.to_owned()))
    }

    #[test]
    fn the_delimiter_is_found() {
        for delimiter in [",", ";", "\t", "|"] {
            let text = "id,text,x\na,Peru; Chad | Mali,1\n".replace(',', delimiter).replace("; Chad", " Chad").replace(" | Mali", "");
            assert_eq!(read(&text, ReadOptions::new()), [row("a", "Peru Chad")], "{delimiter}");
        }
        assert_eq!(read("text\nPeru; Chad\n", ReadOptions::new()), [row("rows.csv#1", "Peru; Chad")]);
        assert_eq!(read("id;a, b, c, d;text\n1;2;3\n", ReadOptions::new()), [row("1", "3")]);
        let mut given = ReadOptions::new();
        given.delimiter("#").unwrap();
        assert_eq!(read("id#text\n1#a,b\n", given), [row("1", "a,b")]);
        assert!(ReadOptions::new().delimiter("ab").is_err() && ReadOptions::new().delimiter("tab").is_ok());
    }

    #[test]
    fn columns_are_found_without_regard_to_case() {
        assert_eq!(read("ID,Text\n1,a\n", ReadOptions::new()), [row("1", "a")]);
        assert_eq!(read("Text,text,text\n1,a,b\n", ReadOptions::new()), [row("rows.csv#1", "a")]);
    }

    #[test]
    fn a_bad_row_costs_itself() {
        let rows = read("id,text\n1,a\n2,b,c\n\n3,\"d\n4,e\n", ReadOptions::new());
        assert_eq!(rows[0], row("1", "a"));
        let cells = "the row in line 3 has 3 cells, but there are 2 columns; put cells that contain the delimiter in quotation marks";
        assert_eq!(rows[1], Err(cells.to_owned()));
        let unclosed = "a quoted field in the row that begins in line 5 is not closed; add the closing quotation mark, or double a quotation mark that is part of the text";
        assert_eq!(rows[2], Err(unclosed.to_owned()));
        assert_eq!(rows[3], row("4", "e"));
        let header = read(&format!("id,\"text\n{}", "1,a\n".repeat(100_000)), ReadOptions::new());
        assert!(header.len() == 1 && header[0].as_ref().is_err_and(|error| error.len() < 200), "{header:?}");
    }
}
