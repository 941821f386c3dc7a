//! Describes the tables and their columns, as data and as Markdown.

pub use crate::column::{ColumnInfo, Type};
pub use crate::table::{JsonShape, TableInfo};

use crate::tables::TABLES;
use std::fmt::Write;

/// Returns all tables, in the order in which they are documented.
#[must_use]
pub fn tables() -> Vec<TableInfo> {
    TABLES.iter().map(|table| table.info()).collect()
}

/// Returns the table with the given name, or `None` if there is none.
#[must_use]
pub fn table(name: &str) -> Option<TableInfo> {
    tables().into_iter().find(|table| table.name == name)
}

const HEAD: &str = "# Schema

A dataset is a folder. In the formats CSV, TSV and Parquet, each table has a folder of its own, with one file for each part of the input: `<table>/part-00000.csv`, `.tsv` or `.parquet`. The first
part has a file for every table; the other parts have files only for tables with rows. If a dataset has several of these formats, the tables of each format are in a separate folder:
`csv/<table>/part-00000.csv`. In JSONL, each document is one object in `jsonl/part-00000.jsonl`. `manifest.json` names the version, data and options that produced the dataset, lists its parts and
counts its records. A dataset without this file is not finished.

All offsets refer to the source text. Spans are half-open: the end is the offset just after the span. `start` and `end` count bytes of UTF-8; `char_start` and `char_end` count characters
(Unicode scalar values, as in Python, R and pandas).

| type | meaning | CSV | Parquet | JSON |
|---|---|---|---|---|
| text | UTF-8 text | the text | `STRING` | string |
| integer | unsigned integer of 32 bits | digits | `INT32`, unsigned | number |
| float | floating-point number of 32 bits | shortest decimal form | `FLOAT` | number |
| double | floating-point number of 64 bits | shortest decimal form | `DOUBLE` | number |
| boolean | true or false | `true` or `false` | `BOOLEAN` | boolean |
| list | a sequence of texts, none of them empty | the items joined with `;` | `LIST` of `STRING` | array of strings |
| json | a JSON value | the value as JSON text | `STRING` | the value |

A *nullable* column may have no value, which is null in Parquet and JSON and an empty field in CSV. A list is never null, but it may be empty. In CSV, a `;` inside an item is written `%3B`, and a
`%` is written `%25`. A list can therefore always be split at `;`.

The cells of TSV are those of CSV, but they are never quoted. A tab in a cell is written `\\t`, a line break `\\n` or `\\r`, and a backslash `\\\\`.

`chancery schema` prints this file.
";

const RECORD: &str = "
## JSON records

`chancery annotate` and the format JSONL write one JSON object for each document. Its keys are the columns of `documents` that are not null, and the tables listed below. The value of a table is a
list with one entry for each row. In most tables, an entry is an object with all columns of the table, including those that are null; for `sentences` and `tokens`, it is the pair `[start, end]`.
Columns that are written only with an option are missing without it. Offsets count bytes of UTF-8, or characters with `chancery annotate --offsets chars`. If a document failed, its object has the keys
in the last line of the table.

`chancery annotate --trace` adds `names_not_taken`, `rules` and `frames`: the names that were not taken, and the rules and frames that were tried, with the reason for each rejection.

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
    /// Returns the description of the table as a Markdown section.
    #[must_use]
    pub fn markdown(&self) -> String {
        let mut text = format!("## {}\n\nOne row is {}.", self.name, self.row);
        if let Some(part) = self.part {
            let _ = write!(text, " This table is written only with `{}`.", part.option());
        }
        text.push_str("\n\n| column | type | meaning |\n|---|---|---|\n");
        for column in &self.columns {
            let nullable = if column.nullable { ", nullable" } else { "" };
            let _ = write!(text, "| `{}` | {}{nullable} | {}", column.name, column.column_type.as_str(), column.meaning);
            if let Some(part) = column.part {
                let _ = write!(text, "; only with `{}`", part.option());
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
