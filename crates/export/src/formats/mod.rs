//! The formats of a dataset.

mod csv;
mod file;
mod jsonl;
#[cfg(feature = "parquet")]
mod parquet;
mod sheet;
mod tables;
mod tsv;
mod writer;

pub use file::FileInfo;
pub(crate) use file::hexadecimal;
pub(crate) use jsonl::JsonObjects;
pub(crate) use writer::Writer;

use crate::ExportError;
use crate::place::Place;
use crate::table::TableInfo;
use std::fmt;
use std::str::FromStr;

/// A format of a dataset.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize), serde(rename_all = "lowercase"))]
#[non_exhaustive]
pub enum Format {
    /// Tables as CSV.
    Csv,
    /// Tables as tab-separated values.
    Tsv,
    /// Tables as CSV for spreadsheet programs, with an apostrophe before text that such a program would run as a formula.
    Sheet,
    /// Tables as Parquet.
    #[cfg(feature = "parquet")]
    Parquet,
    /// One JSON object per document.
    Jsonl,
}

impl Format {
    /// All formats.
    pub const ALL: &[Self] = &[
        Self::Csv,
        Self::Tsv,
        Self::Sheet,
        #[cfg(feature = "parquet")]
        Self::Parquet,
        Self::Jsonl,
    ];

    /// Returns the name of the format: `csv`, `tsv`, `sheet`, `parquet`, `jsonl`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Tsv => "tsv",
            Self::Sheet => "sheet",
            #[cfg(feature = "parquet")]
            Self::Parquet => "parquet",
            Self::Jsonl => jsonl::EXTENSION,
        }
    }

    /// Returns the file name extension of the format. It is `csv` for the format `sheet`, and the name of the format for all others.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Sheet => Self::Csv.as_str(),
            _ => self.as_str(),
        }
    }

    /// Returns a short description of the format and its use.
    #[must_use]
    pub const fn description(self) -> &'static str {
        match self {
            Self::Csv => "Tables for spreadsheets, R and Python",
            Self::Tsv => "Tables for cut, awk and sort: one line for each row, no quoted cells",
            Self::Sheet => "CSV for spreadsheet programs: an apostrophe is added before text that would run as a formula",
            #[cfg(feature = "parquet")]
            Self::Parquet => "Tables for DuckDB, pandas, polars and Arrow: small and fast",
            Self::Jsonl => "One JSON object for each document",
        }
    }

    /// Creates the writer of one part of a dataset in this format. `tables` has the same indexes as [`TABLES`](crate::tables::TABLES); a
    /// table that is not written is `None`.
    pub(crate) fn create(self, place: Place, tables: &[Option<TableInfo>]) -> Result<Box<dyn Writer>, ExportError> {
        Ok(match self {
            Self::Csv => Box::new(tables::TableFiles::<csv::LineFile<csv::Csv>>::new(place, self.as_str(), tables)),
            Self::Tsv => Box::new(tables::TableFiles::<csv::LineFile<tsv::Tsv>>::new(place, self.as_str(), tables)),
            Self::Sheet => Box::new(tables::TableFiles::<csv::LineFile<sheet::Sheet>>::new(place, self.extension(), tables)),
            #[cfg(feature = "parquet")]
            Self::Parquet => Box::new(tables::TableFiles::<parquet::ParquetFile>::new(place, self.as_str(), tables)),
            Self::Jsonl => Box::new(jsonl::JsonlFile::create(&place, tables)?),
        })
    }
}

/// The error returned when a string is not the name of a [`Format`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownFormat(String);

impl fmt::Display for UnknownFormat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<&str> = Format::ALL.iter().map(|format| format.as_str()).collect();
        write!(f, "unknown format \"{}\"; expected one of {}", self.0, names.join(", "))
    }
}

impl std::error::Error for UnknownFormat {}

impl FromStr for Format {
    type Err = UnknownFormat;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        Self::ALL.iter().copied().find(|format| format.as_str() == name).ok_or_else(|| UnknownFormat(name.to_owned()))
    }
}
