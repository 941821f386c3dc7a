//! Parses TOML and JSON into values with positions, so that every diagnostic has a line and a column.

use crate::codes::Code;
use crate::diagnostic::{Diagnostics, Position};
use crate::files::File;
use std::borrow::Cow;
use toml::de::{DeTable, DeValue};

/// A value and its position.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    pub(crate) value: Value,
    pub(crate) at: Position,
}

/// A key, its position, and the value under it.
pub(crate) type Row = (String, Position, Node);

/// A value in a data file, of either format.
#[derive(Clone, Debug)]
pub(crate) enum Value {
    Text(String),
    Number(f64),
    Bool(bool),
    List(Vec<Node>),
    /// Rows in the order of the file.
    Table(Vec<Row>),
    /// Anything else, such as null or a date without quotation marks.
    Other,
}

impl Node {
    pub(crate) fn as_text(&self) -> Option<&str> {
        if let Value::Text(text) = &self.value { Some(text) } else { None }
    }

    pub(crate) fn as_table(&self) -> Option<&[Row]> {
        if let Value::Table(rows) = &self.value { Some(rows) } else { None }
    }

    /// Returns the elements of a list. Any other value counts as a list of one element.
    pub(crate) fn items(&self) -> &[Self] {
        if let Value::List(items) = &self.value { items } else { std::slice::from_ref(self) }
    }

    /// Returns the value of a key. Returns `None` if this is not a table or the key is missing.
    pub(crate) fn get(&self, key: &str) -> Option<&Self> {
        self.as_table()?.iter().find(|(name, ..)| name == key).map(|(.., node)| node)
    }

    /// Describes the kind of value, for messages.
    pub(crate) fn kind(&self) -> &'static str {
        match self.value {
            Value::Text(_) => "a string",
            Value::Number(_) => "a number",
            Value::Bool(_) => "true or false",
            Value::List(_) => "a list",
            Value::Table(_) => "a table",
            Value::Other => "something else (dates need quotation marks)",
        }
    }
}

/// Parses a file into tables: a TOML file is one table, and each line of a JSONL file is one.
pub(crate) fn parse(files: &[File], number: usize, diagnostics: &mut Diagnostics) -> Vec<Node> {
    let file = &files[number];
    if file.path.ends_with(".jsonl") { json_lines(file, number, diagnostics) } else { toml_file(file, number, diagnostics) }
}

fn json_lines(file: &File, number: usize, diagnostics: &mut Diagnostics) -> Vec<Node> {
    let mut nodes = Vec::new();
    let mut start = 0;
    for line in file.text.split_inclusive('\n') {
        let at = Position { file: number as u32, byte: start as u32, end: start as u32 };
        start += line.len();
        if line.trim().is_empty() {
            continue;
        }
        match serde_json::from_str::<serde_json::Value>(line.trim_end()) {
            Ok(value) => nodes.push(from_json(value, at)),
            Err(error) => {
                let byte = at.byte + error.column().saturating_sub(1) as u32;
                let reason = error.to_string();
                // The position that serde_json adds to the message is removed, because the diagnostic has its own.
                let reason = reason.rsplit_once(" at line ").map_or(reason.as_str(), |(reason, _)| reason);
                diagnostics.add(
                    Code::Syntax,
                    Position { byte, end: byte, ..at },
                    format!("this line is not JSON: {reason}"),
                    "each line of a .jsonl file is one JSON object",
                );
            }
        }
    }
    nodes
}

fn toml_file(file: &File, number: usize, diagnostics: &mut Diagnostics) -> Vec<Node> {
    let (table, errors) = DeTable::parse_recoverable(&file.text);
    for error in errors {
        let span = error.span().unwrap_or(0..0);
        diagnostics.add(
            Code::Syntax,
            place(number as u32, &span),
            format!("this is not TOML: {}", error.message().trim()),
            "put text in quotation marks and lists in [ ], and begin every [[table]] on its own line",
        );
    }
    vec![Node { value: from_table(table.into_inner(), number as u32), at: Position::start_of(number) }]
}

fn place(file: u32, span: &std::ops::Range<usize>) -> Position {
    Position { file, byte: span.start as u32, end: span.end as u32 }
}

fn from_table(table: DeTable<'_>, file: u32) -> Value {
    let mut rows: Vec<Row> = table
        .into_iter()
        .map(|(key, value)| {
            let at = place(file, &key.span());
            (Cow::into_owned(key.into_inner()), at, from_toml(value, file))
        })
        .collect();
    rows.sort_by_key(|(_, at, _)| *at);
    Value::Table(rows)
}

fn from_toml(value: toml::Spanned<DeValue<'_>>, file: u32) -> Node {
    let at = place(file, &value.span());
    let value = match value.into_inner() {
        DeValue::String(text) => Value::Text(text.into_owned()),
        DeValue::Integer(number) => number.as_str().parse().map_or(Value::Other, Value::Number),
        DeValue::Float(number) => number.as_str().parse().map_or(Value::Other, Value::Number),
        DeValue::Boolean(flag) => Value::Bool(flag),
        DeValue::Array(items) => Value::List(items.into_iter().map(|item| from_toml(item, file)).collect()),
        DeValue::Table(table) => from_table(table, file),
        DeValue::Datetime(_) => Value::Other,
    };
    Node { value, at }
}

fn from_json(value: serde_json::Value, at: Position) -> Node {
    let value = match value {
        serde_json::Value::String(text) => Value::Text(text),
        serde_json::Value::Number(number) => number.as_f64().map_or(Value::Other, Value::Number),
        serde_json::Value::Bool(flag) => Value::Bool(flag),
        serde_json::Value::Array(items) => Value::List(items.into_iter().map(|item| from_json(item, at)).collect()),
        serde_json::Value::Object(map) => Value::Table(map.into_iter().map(|(key, value)| (key, at, from_json(value, at))).collect()),
        serde_json::Value::Null => Value::Other,
    };
    Node { value, at }
}
