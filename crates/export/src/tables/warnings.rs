//! The table of warnings.

use super::shared::doc_id;
use crate::column;
use crate::table::{JsonShape, Table};
use chancery_text::Warning;

type Column = column::Column<Warning>;

pub(crate) static WARNINGS: Table<Warning> = Table {
    name: "warnings",
    row: "a piece of metadata that could not be used. The document was processed without it",
    json: JsonShape::Objects,
    part: None,
    records: Some(|doc| &doc.warnings),
    columns: &[
        doc_id(),
        Column::text("field", "source of the metadata: the name of a field or column, or `file name`", |row| &row.record.field),
        Column::text("value", "the value that could not be used", |row| &row.record.value),
        Column::text("reason", "reason why the value could not be used", |row| &row.record.reason),
    ],
};
