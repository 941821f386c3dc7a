//! Describes the tables and their columns, also as Markdown.

pub use crate::column::{ColumnInfo, Type};
pub use crate::table::{JsonShape, TableInfo};

use crate::tables::TABLES;
use std::fmt::Write;

/// Returns all tables, in the order in which they are documented.
#[must_use]
pub fn tables() -> Vec<TableInfo> {
    TABLES.iter().map(|table| table.info()).collect()
}

/// Returns the table with this name.
#[must_use]
pub fn table(name: &str) -> Option<TableInfo> {
    tables().into_iter().find(|table| table.name == name)
}

const HEAD: &str = "# Schema

A dataset is a folder. CSV, TSV and Parquet have one folder for each table, with one file for each part of the input: `<table>/part-00000.csv`, `.tsv` or `.parquet`. The first part has a file for
every table, the others only for tables with rows. If a dataset has several of these formats, each has a folder of its own above: `csv/<table>/part-00000.csv`. JSONL has one object for each
document, in `jsonl/part-00000.jsonl`. `manifest.json` says which version, data and options produced the dataset, lists its parts and counts its records. A dataset without it is not finished.

All offsets are half-open and point into the source text. `start` and `end` count bytes of UTF-8; `char_start` and `char_end` count characters (Unicode scalar values, as Python, R and
pandas count them).

| type | meaning | CSV | Parquet | JSON |
|---|---|---|---|---|
| text | UTF-8 text | the text | `STRING` | string |
| integer | unsigned integer of 32 bits | digits | `INT32`, unsigned | number |
| float | floating-point number of 32 bits | shortest decimal form | `FLOAT` | number |
| double | floating-point number of 64 bits | shortest decimal form | `DOUBLE` | number |
| boolean | true or false | `true` or `false` | `BOOLEAN` | boolean |
| list | texts in order, none of them empty | the items joined with `;` | `LIST` of `STRING` | array of strings |
| json | a JSON value | the value as JSON text | `STRING` | the value |

A *nullable* column may have no value: null in Parquet and JSON, an empty field in CSV. A list is never null; without items it is empty. In CSV, an item's own `;` is written `%3B` and its `%`
is written `%25`, so that a list can always be split at `;`.

TSV has the cells of CSV, but fields are never quoted. A tab in a field is written `\\t`, a line break `\\n` or `\\r`, and a backslash `\\\\`.

`chancery schema` prints this file.
";

const RECORD: &str = "
## JSON records

`chancery annotate` and the format JSONL write one object for each document. It is made of the same columns, with the names below. The object has the columns of `documents` that are not null.
Records are objects with all columns of their table, also those that are null. Offsets count UTF-8 bytes. A document that failed is an object with `error` in place of the record.
`chancery annotate --trace` adds `names_not_taken` and `rules`: the names and rules that were tried, with the reason why each was not taken.

";

/// Returns the text of `docs/schema.md`.
#[must_use]
pub fn markdown() -> String {
    let mut text = HEAD.to_owned();
    for table in tables() {
        text.push('\n');
        text.push_str(&table.markdown());
    }
    text.push_str(RECORD);
    text.push_str("| key | value | keys of each object |\n|---|---|---|\n");
    for table in tables() {
        if let Some(line) = table.json_markdown() {
            text.push_str(&line);
        }
    }
    text
}

impl TableInfo {
    /// Returns the description of the table, as a section of Markdown.
    #[must_use]
    pub fn markdown(&self) -> String {
        let mut text = format!("## {}\n\nOne row is {}.", self.name, self.row);
        if let Some(part) = self.part {
            let _ = write!(text, " Written with `{}` only.", part.option());
        }
        text.push_str("\n\n| column | type | meaning |\n|---|---|---|\n");
        for column in &self.columns {
            let nullable = if column.nullable { ", nullable" } else { "" };
            let _ = write!(text, "| `{}` | {}{nullable} | {}", column.name, column.column_type.as_str(), column.meaning);
            if let Some(part) = column.part {
                let _ = write!(text, "; with `{}` only", part.option());
            }
            text.push_str(" |\n");
        }
        text
    }

    /// Returns the line that describes the table in the list of JSON keys.
    fn json_markdown(&self) -> Option<String> {
        let keys: Vec<String> = self.columns.iter().filter_map(|column| Some(format!("`{}`", column.json_key?))).collect();
        let keys = keys.join(", ");
        Some(match self.json {
            JsonShape::Document => format!("| (the document) | | {keys} |\n"),
            JsonShape::Objects => format!("| `{}` | list of objects | {keys} |\n", self.name),
            JsonShape::Spans => format!("| `{}` | list of `[start, end]` | |\n", self.name),
            JsonShape::Line => format!("| (a document that failed) | | {keys} |\n"),
            JsonShape::None => return None,
        })
    }
}
