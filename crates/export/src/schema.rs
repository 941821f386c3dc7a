//! Describes the tables and their columns, as Rust values and as Markdown.

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

A dataset is a folder. A large input is divided into parts. In the formats CSV, TSV and Parquet, each table has its own folder, with one file for each part of the input: `<table>/part-00000.csv`,
`.tsv` or `.parquet`. The first part has a file for every table; the other parts have files only for tables with rows. If a dataset has several of these formats, the tables of each format are in a
separate folder: `csv/<table>/part-00000.csv`. JSONL has one file for each part of the input, `jsonl/part-00000.jsonl`, with one object for each document. `manifest.json` records the version, data and
options that produced the dataset, the parts, and the number of records. A dataset without `manifest.json` is incomplete.

All offsets refer to the source text. Spans are half-open: the end is the offset just after the span. `start` and `end` count bytes of UTF-8; `char_start` and `char_end` count characters
(Unicode scalar values, as in Python, R and pandas).

Some columns refer to PLOVER and CAMEO, two classifications of political events. In PLOVER, the sector of a person or body is its role in society, such as GOV (government) or MIL
(armed forces).

| type | meaning | CSV | Parquet | JSON |
|---|---|---|---|---|
| text | UTF-8 text | the text | `STRING` | string |
| integer | unsigned 32-bit integer | digits | `INT32`, unsigned | number |
| float | 32-bit floating-point number | shortest decimal form | `FLOAT` | number |
| double | 64-bit floating-point number | shortest decimal form | `DOUBLE` | number |
| boolean | true or false | `true` or `false` | `BOOLEAN` | boolean |
| list | a list of strings, none of which is empty | the items joined with `;` | `LIST` of `STRING` | array of strings |
| json | a JSON value | the value as JSON text | `STRING` | the value |

The value of a *nullable* column may be missing. A missing value is null in Parquet and JSON, and an empty field in CSV. A list is never null, but it may be empty. In a list item in CSV, `;` is
written as `%3B` and `%` as `%25`. A list can therefore always be split at `;`.

TSV cells have the same values as CSV cells, but are never quoted. In a TSV cell, a tab is written as `\\t`, a line break as `\\n` or `\\r`, and a backslash as `\\\\`.

`chancery schema` prints this file.
";

const RECORD: &str = "
## JSON records

`chancery annotate` and the JSONL format write one JSON object for each document. The object contains the columns of `documents` that are not null, and one key for each of the other tables in the list
below. The value of such a key is a list with one item for each row of the table. An item of `sentences` or `tokens` is the pair `[start, end]`. Every other item is an object with the keys listed
below, including those whose value is null. Some columns are written only if an option is given; otherwise their keys are absent. Offsets count bytes of UTF-8, or characters with
`chancery annotate --offsets chars`. A document that failed has an object with the keys in the last row of the list.

`chancery annotate --trace` adds three keys. `names_not_taken` lists the names that were rejected, each with a reason. `rules` and `frames` list the rules and frames that were tried. If a rule or
frame did not apply, its item contains the reason.

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
        let mut text = format!("## {}\n\nEach row represents {}.", self.name, self.row);
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

    /// Returns the line for this table in the Markdown table of JSON keys, or `None` if the records
    /// are not written in JSON.
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
