//! Reads spreadsheets: XLSX (Office Open XML) and ODS (OpenDocument). The first row of a sheet
//! contains the names of the columns. Each row after it is one document.
//!
//! Sheets without the column that contains the text (see `ReadOptions::text_field`) are left out. If
//! no sheet has this column, an error is reported.

use super::columns::Columns;
use super::fields;
use super::parts::{Parse, Record};
use crate::error::bail;
use crate::{ReadError, ReadErrorKind, ReadOptions};
use calamine::{Data, DataType, Ods, Range, Reader, Xlsx};
use std::io::{Cursor, Read};
use std::sync::Arc;
use zip::ZipArchive;

/// Maximum size of a file, and of its contents after decompression, in bytes.
const LARGEST: u64 = 1 << 30;

/// The media type of an OpenDocument spreadsheet. An ODS file contains this string in its first
/// `HEAD` bytes.
const OPEN_DOCUMENT: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";
const HEAD: usize = 256;

/// Returns the rows of all sheets.
pub(super) fn records<'a>(input: Box<dyn Read + Send + 'a>, options: &ReadOptions) -> Box<dyn Iterator<Item = Record> + Send + 'a> {
    match rows(input, options) {
        Ok(rows) => Box::new(rows.into_iter()),
        Err(error) => Box::new(std::iter::once(Record::broken(None, error))),
    }
}

fn rows(input: Box<dyn Read + Send + '_>, options: &ReadOptions) -> Result<Vec<Record>, ReadError> {
    let sheets = sheets(input)?;
    let mut records = Vec::new();
    let mut missing = None;
    let mut number = 0;
    for (_, sheet) in sheets {
        let mut rows = sheet.rows();
        let Some(header) = rows.next() else { continue };
        let mut columns = Columns::new(header.iter().map(|cell| text_of(cell).trim().to_owned()));
        if let Err(error) = columns.check(options, "") {
            missing.get_or_insert(error);
            continue;
        }
        let columns = Arc::new(columns);
        for row in rows {
            number += 1;
            let cells: Vec<String> = row.iter().map(text_of).collect();
            if cells.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            let size = cells.iter().map(|cell| cell.len() as u64).sum();
            let columns = columns.clone();
            let parse: Parse = Box::new(move |place, options| {
                let filled = columns.names.iter().zip(cells).filter(|(name, cell)| !cell.is_empty() || **name == options.text_field);
                fields::document(place, filled.map(|(name, cell)| (name.clone(), cell.into())).collect(), options)
            });
            records.push(Record { number: Some(number), size, content: Ok(parse) });
        }
    }
    match missing {
        Some(error) if records.is_empty() => Err(error),
        _ => Ok(records),
    }
}

/// Returns the rows of the first sheet that has rows, with their cells as text.
pub(crate) fn first_sheet(input: Box<dyn Read + Send + '_>) -> Result<Vec<Vec<String>>, ReadError> {
    let sheet = sheets(input)?.into_iter().map(|(_, sheet)| sheet).find(|sheet| !sheet.is_empty());
    Ok(sheet.map_or_else(Vec::new, |sheet| sheet.rows().map(|row| row.iter().map(text_of).collect()).collect()))
}

/// Returns the sheets of a file, with their names.
fn sheets(input: Box<dyn Read + Send + '_>) -> Result<Vec<(String, Range<Data>)>, ReadError> {
    let mut bytes = Vec::new();
    input.take(LARGEST + 1).read_to_end(&mut bytes).map_err(ReadError::io)?;
    if bytes.len() as u64 > LARGEST {
        bail!(TooLarge, "the spreadsheet is larger than 1 GiB");
    }
    let bytes: Arc<[u8]> = bytes.into();
    if let Ok(mut archive) = ZipArchive::new(Cursor::new(&*bytes)) {
        let unpacked: u64 = (0..archive.len()).filter_map(|number| archive.by_index_raw(number).ok().map(|file| file.size())).sum();
        if unpacked > LARGEST {
            bail!(TooLarge, "the spreadsheet has {unpacked} bytes after decompression, which is more than the maximum of 1 GiB");
        }
    }
    let start = &bytes[..bytes.len().min(HEAD)];
    if memchr::memmem::find(start, OPEN_DOCUMENT).is_some() {
        return Ods::new(Cursor::new(bytes)).map(|mut book| book.worksheets()).map_err(unreadable);
    }
    Xlsx::new(Cursor::new(bytes)).map(|mut book| book.worksheets()).map_err(unreadable)
}

fn unreadable(error: impl std::error::Error + Send + Sync + 'static) -> ReadError {
    ReadError::new(ReadErrorKind::Malformed, "the file is not a valid spreadsheet, or it is encrypted").with_source(error)
}

/// Returns the value of a cell as text. Dates are written as in ISO 8601, and whole numbers without
/// a decimal point. A cell that contains an error value becomes an empty string.
fn text_of(cell: &Data) -> String {
    match cell {
        Data::Empty | Data::Error(_) => String::new(),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => number.to_string(),
        Data::Bool(value) => value.to_string(),
        Data::DateTime(_) => date(cell).unwrap_or_default(),
    }
}

/// Returns the date in a cell as text, followed by the time of day unless the time is midnight. A
/// duration becomes a number of days.
fn date(cell: &Data) -> Option<String> {
    let value = cell.get_datetime()?;
    if value.is_duration() {
        return Some(value.as_f64().to_string());
    }
    let (year, month, day, hour, minute, second, _) = value.to_ymd_hms_milli();
    let date = format!("{year:04}-{month:02}-{day:02}");
    Some(if (hour, minute, second) == (0, 0, 0) { date } else { format!("{date}T{hour:02}:{minute:02}:{second:02}") })
}
