//! The readers of all formats, one file for each reader.
//!
//! To add a format, add a file to this folder, a line to [`Reads::of`], and a variant to [`Format`]
//! in `format.rs`.

mod columns;
mod csv;
mod csv_rows;
mod fields;
mod flow;
mod html;
mod jsonl;
mod lines;
mod markdown;
mod mask;
mod office;
mod parts;
mod pdf;
mod spreadsheet;
mod text;

#[cfg(test)]
mod tests;

pub(crate) use csv::table_rows;
pub(crate) use fields::join;
pub(crate) use parts::{Content, Parse, Place, Record};
pub(crate) use spreadsheet::first_sheet;

use crate::{Format, ReadError, ReadOptions};
use std::io::Read;

/// The records of a file, in order.
type Records<'a> = Box<dyn Iterator<Item = Record> + Send + 'a>;

/// The function that reads a format.
#[derive(Clone, Copy)]
pub(crate) enum Reads {
    /// Each file is one document.
    Document(fn(Vec<u8>, &ReadOptions) -> Result<Content, ReadError>),
    /// A file contains several records, each of which is one document.
    Records(for<'a> fn(Box<dyn Read + Send + 'a>, &ReadOptions) -> Records<'a>),
}

impl Reads {
    /// Returns the reader of a format.
    pub(crate) const fn of(format: Format) -> Self {
        match format {
            Format::Text => Self::Document(text::read),
            Format::Markdown => Self::Document(markdown::read),
            Format::Html => Self::Document(html::read),
            Format::Docx => Self::Document(office::read_docx),
            Format::Odt => Self::Document(office::read_odt),
            Format::Pdf => Self::Document(pdf::read),
            Format::Jsonl => Self::Records(jsonl::records),
            Format::Csv => Self::Records(csv::comma_separated),
            Format::Tsv => Self::Records(csv::tab_separated),
            Format::Spreadsheet => Self::Records(spreadsheet::records),
        }
    }
}
