//! Values of TOML and JSON with their places, so that every fault can be told by line and column.

use crate::diagnostic::{Diagnostics, Position};
use crate::files::File;
use std::borrow::Cow;
use toml::de::{DeTable, DeValue};

/// A value and where it stands.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    pub(crate) value: Value,
    pub(crate) at: Position,
}

/// What data files are made of.
#[derive(Clone, Debug)]
pub(crate) enum Value {
    Text(String),
    Number(f64),
    Bool(bool),
    List(Vec<Node>),
    /// Keys with their places, in the order of the file (TOML: of the alphabet).
    Table(Vec<(String, Position, Node)>),
    /// Anything else (dates without quotes, null).
    Other,
}

impl Node {
    pub(crate) fn as_text(&self) -> Option<&str> {
        if let Value::Text(text) = &self.value { Some(text) } else { None }
    }

    pub(crate) fn as_table(&self) -> Option<&[(String, Position, Node)]> {
        if let Value::Table(rows) = &self.value { Some(rows) } else { None }
    }

    /// The value under a key.
    pub(crate) fn get(&self, key: &str) -> Option<&Node> {
        self.as_table()?.iter().find(|(name, ..)| name == key).map(|(.., node)| node)
    }

    /// What it is, for messages.
    pub(crate) fn kind(&self) -> &'static str {
        match self.value {
            Value::Text(_) => "a string",
            Value::Number(_) => "a number",
            Value::Bool(_) => "true or false",
            Value::List(_) => "a list",
            Value::Table(_) => "a table",
            Value::Other => "something else (dates stand in quotes)",
        }
    }
}

/// The tables of one file: the whole file for TOML, each line for JSONL. Faults of syntax are added to `faults`.
pub(crate) fn parse(files: &[File], number: usize, faults: &mut Diagnostics) -> Vec<Node> {
    let file = &files[number];
    let place = |byte: usize| Position { file: number as u32, byte: byte as u32 };
    if file.path.ends_with(".jsonl") {
        let mut nodes = Vec::new();
        let mut start = 0;
        for line in file.text.split_inclusive('\n') {
            let at = place(start);
            start += line.len();
            if line.trim().is_empty() {
                continue;
            }
            match serde_json::from_str::<serde_json::Value>(line) {
                Ok(value) => nodes.push(from_json(value, at)),
                Err(error) => {
                    let at = Position { byte: at.byte + error.column().saturating_sub(1) as u32, ..at };
                    faults.error(
                        files,
                        at,
                        "CH-D001",
                        format!("this line is not JSON: {error}"),
                        "each line of a .jsonl file is one JSON object",
                    );
                }
            }
        }
        return nodes;
    }
    let (table, errors) = DeTable::parse_recoverable(&file.text);
    for error in errors {
        let at = place(error.span().map_or(0, |span| span.start));
        faults.error(
            files,
            at,
            "CH-D001",
            format!("this is not TOML: {}", error.message().trim()),
            "text stands in quotes, lists in [ ], and every [[entity]] begins with its own line",
        );
    }
    let at = place(0);
    vec![Node { value: from_table(table.into_inner(), number as u32), at }]
}

fn from_table(table: DeTable<'_>, file: u32) -> Value {
    let mut rows: Vec<(String, Position, Node)> = table
        .into_iter()
        .map(|(key, value)| {
            let at = Position { file, byte: key.span().start as u32 };
            (Cow::into_owned(key.into_inner()), at, from_toml(value, file))
        })
        .collect();
    rows.sort_by_key(|(_, at, _)| *at);
    Value::Table(rows)
}

fn from_toml(value: toml::Spanned<DeValue<'_>>, file: u32) -> Node {
    let at = Position { file, byte: value.span().start as u32 };
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
