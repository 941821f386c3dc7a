//! The table of files that were not read.

use crate::column;
use crate::table::{JsonShape, Table};

/// A file that was found in a folder but not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skipped {
    /// The path of the file: the folder as the user gave it, followed by the path within the folder.
    pub path: String,
    /// The reason why the file was not read.
    pub reason: String,
}

type Column = column::Column<Skipped>;

pub(crate) static SKIPPED: Table<Skipped> = Table {
    name: "skipped",
    row: "a file that was found in a folder but not read",
    json: JsonShape::None,
    part: None,
    records: None,
    columns: &[
        Column::text("path", "path of the file", |row| &row.record.path),
        Column::text("reason", "reason why the file was not read", |row| &row.record.reason),
    ],
};
