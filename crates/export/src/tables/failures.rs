//! The table of failures.

use crate::column;
use crate::table::{JsonShape, Table};

/// A document that could not be read or analysed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The path of the file, as the user gave it.
    pub path: String,
    /// The number of the record in the file, counted from 1; `None` if the failure concerns the whole file.
    pub record: Option<u64>,
    /// The id of the document, if it could be read.
    pub id: Option<String>,
    /// The stage that failed: `read`, or a stage of the analysis, such as `tokenize` or `gazetteer`.
    pub stage: &'static str,
    /// The reason why the stage failed, as a message for people.
    pub reason: String,
}

type Column = column::Column<Failure>;

pub(crate) static FAILURES: Table<Failure> = Table {
    name: "failures",
    row: "a document that could not be read or analysed",
    json: JsonShape::Line,
    part: None,
    records: None,
    columns: &[
        Column::text("path", "path of the file, as the user gave it", |row| &row.record.path),
        Column::optional_integer("record", "number of the record in that file, from 1", |row| {
            row.record.record.map(|record| u32::try_from(record).unwrap_or(u32::MAX))
        }),
        Column::optional_text("doc_id", "id of the document, if it could be read", |row| row.record.id.as_deref()).key("id"),
        Column::text("stage", "stage that failed: `read`, or a stage of the analysis, such as `tokenize` or `gazetteer`", |row| {
            row.record.stage
        }),
        Column::text("reason", "reason for the failure", |row| &row.record.reason).key("error"),
    ],
};
