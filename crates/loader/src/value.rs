//! Parses TOML and JSON into values. Each value has its position in the file, so that every
//! diagnostic has a line and a column.

use crate::bracket;
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

/// A value in a TOML or JSON file.
#[derive(Clone, Debug)]
pub(crate) enum Value {
    Text(String),
    Number(f64),
    Bool(bool),
    List(Vec<Node>),
    /// Rows in the order of the file.
    Table(Vec<Row>),
    /// Any other value, such as null or a date without quotation marks.
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

    /// Returns the value of a key. Returns `None` if this node is not a table or the key is missing.
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
            Value::Other => "another kind of value (dates need quotation marks)",
        }
    }
}

/// Parses the file `files[number]` into tables. A TOML file is one table or, if the file is large, one
/// table for each part. In a JSONL file, each line is a table.
pub(crate) fn parse(files: &[File], number: usize, diagnostics: &mut Diagnostics) -> Vec<Node> {
    let mut nodes = Vec::new();
    parse_each(files, number, diagnostics, |node, _| nodes.push(node));
    nodes
}

/// Parses the file `files[number]` into tables, and passes each table to `use_node` as soon as it is
/// parsed.
pub(crate) fn parse_each(files: &[File], number: usize, diagnostics: &mut Diagnostics, mut use_node: impl FnMut(Node, &mut Diagnostics)) {
    let file = &files[number];
    if file.path.ends_with(".jsonl") {
        return json_lines(file, number, diagnostics, use_node);
    }
    for part in parts(&file.text) {
        let node = toml_file(&file.text[part.clone()], part.start as u32, number, diagnostics);
        use_node(node, diagnostics);
    }
}

/// The size in bytes above which a TOML file is parsed in parts. This limits memory use, because parsed
/// values take many times as much memory as their text.
const LARGE: usize = 4 << 20;

/// The text at the beginning of an entry.
const ENTRY: &str = "\n[[entity]]";

/// The delimiters of multi-line strings. A file that contains one of them is not divided into parts,
/// because text such as [`ENTRY`] does not begin an entry if it is inside a multi-line string.
const LONG_TEXTS: [&str; 2] = ["\"\"\"", "'''"];

/// Divides a large TOML file into parts, each of which consists of whole entries. Any other file is
/// a single part.
fn parts(text: &str) -> Vec<std::ops::Range<usize>> {
    let mut parts = Vec::new();
    let mut start = 0;
    if text.len() > LARGE && !LONG_TEXTS.iter().any(|quotes| text.contains(quotes)) {
        // The size limit may fall inside a character, which has at most four bytes. The search
        // begins at the next character boundary.
        while let Some(rest) = (0..4).find_map(|more| text.get(start + LARGE + more..)) {
            let Some(at) = rest.find(ENTRY) else { break };
            let end = text.len() - rest.len() + at + 1;
            parts.push(start..end);
            start = end;
        }
    }
    parts.push(start..text.len());
    parts
}

/// The number of lines in a batch. The lines of a large JSONL file are parsed in batches on another
/// thread, while earlier lines are processed.
const LINES: usize = 4096;

/// The maximum number of parsed batches that wait to be processed.
const WAITING: usize = 4;

fn json_lines(file: &File, number: usize, diagnostics: &mut Diagnostics, mut use_node: impl FnMut(Node, &mut Diagnostics)) {
    let mut start = 0;
    let lines = file.text.split_inclusive('\n').filter_map(move |line| {
        let at = Position { file: number as u32, byte: start as u32, end: start as u32 };
        start += line.len();
        (!line.trim().is_empty()).then(|| json_line(line, at))
    });
    let mut use_line = |line: Result<Node, (Position, String)>| match line {
        Ok(node) => use_node(node, diagnostics),
        Err((at, message)) => diagnostics.add(Code::Syntax, at, message, "each line of a .jsonl file is one JSON object"),
    };
    if file.text.len() <= LARGE {
        return lines.for_each(use_line);
    }
    let (sender, receiver) = std::sync::mpsc::sync_channel(WAITING);
    std::thread::scope(|scope| {
        scope.spawn(move || {
            let mut lines = lines.peekable();
            while lines.peek().is_some() {
                let batch: Vec<_> = lines.by_ref().take(LINES).collect();
                if sender.send(batch).is_err() {
                    return;
                }
            }
        });
        for line in receiver.into_iter().flatten() {
            use_line(line);
        }
    });
}

/// Parses a line of a JSONL file.
fn json_line(line: &str, at: Position) -> Result<Node, (Position, String)> {
    serde_json::from_str::<serde_json::Value>(line.trim_end()).map(|value| from_json(value, at)).map_err(|error| {
        let byte = at.byte + error.column().saturating_sub(1) as u32;
        let reason = error.to_string();
        // The position that serde_json adds to the message is removed, because the diagnostic has its own.
        let reason = reason.rsplit_once(" at line ").map_or(reason.as_str(), |(reason, _)| reason);
        (Position { byte, end: byte, ..at }, format!("this line is not valid JSON: {reason}"))
    })
}

/// Parses `text`, a part of a TOML file. `start` is the byte offset in the file at which the part
/// begins.
fn toml_file(text: &str, start: u32, number: usize, diagnostics: &mut Diagnostics) -> Node {
    let (table, errors) = DeTable::parse_recoverable(text);
    let origin = Origin { file: number as u32, start };
    // Only the first error is reported. Most later errors result from it.
    if let Some(error) = errors.first() {
        let span = error.span().unwrap_or(0..0);
        match bracket::unclosed(text, span.start) {
            Some((at, close)) => diagnostics.add(
                Code::Syntax,
                origin.place(&(at..at + 1)),
                format!("this is not valid TOML: the bracket here is not closed; a `{close}` is missing"),
                format!("add `{close}` at the end of the list or table that begins here"),
            ),
            None => diagnostics.add(
                Code::Syntax,
                origin.place(&span),
                format!("this is not valid TOML: {}", error.message().trim()),
                help(text.get(span).unwrap_or_default(), error.message()),
            ),
        }
    }
    Node { value: from_table(table.into_inner(), origin), at: Position::start_of(number) }
}

/// Returns the help text for a syntax error. `text` is the text at the error.
fn help(text: &str, message: &str) -> &'static str {
    if text.contains(['“', '”', '„', '«', '»', '‘', '’']) {
        "use straight quotation marks: \"…\""
    } else if message.contains("duplicate key") {
        "a table contains each key only once; put several values in one list, as in alias.en = [\"…\", \"…\"], or write the missing [[entity]] before the next entry"
    } else if message.contains("missing comma") {
        "put a comma between the values"
    } else {
        "put text in quotation marks and lists in [ ], and begin every [[table]] on its own line"
    }
}

/// The beginning of a part: its file and byte offset.
#[derive(Clone, Copy)]
struct Origin {
    file: u32,
    start: u32,
}

impl Origin {
    fn place(self, span: &std::ops::Range<usize>) -> Position {
        Position { file: self.file, byte: self.start + span.start as u32, end: self.start + span.end as u32 }
    }
}

fn from_table(table: DeTable<'_>, origin: Origin) -> Value {
    let mut rows: Vec<Row> = table
        .into_iter()
        .map(|(key, value)| {
            let at = origin.place(&key.span());
            (Cow::into_owned(key.into_inner()), at, from_toml(value, origin))
        })
        .collect();
    rows.sort_by_key(|(_, at, _)| *at);
    Value::Table(rows)
}

fn from_toml(value: toml::Spanned<DeValue<'_>>, origin: Origin) -> Node {
    let at = origin.place(&value.span());
    let value = match value.into_inner() {
        DeValue::String(text) => Value::Text(text.into_owned()),
        DeValue::Integer(number) => number.as_str().parse().map_or(Value::Other, Value::Number),
        DeValue::Float(number) => number.as_str().parse().map_or(Value::Other, Value::Number),
        DeValue::Boolean(flag) => Value::Bool(flag),
        DeValue::Array(items) => Value::List(items.into_iter().map(|item| from_toml(item, origin)).collect()),
        DeValue::Table(table) => from_table(table, origin),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn large_files_are_read_in_parts_with_the_right_places() {
        let entry = |number: usize| format!("[[entity]]\nid = \"igo.x{number}\"\nname.en = \"Совет {number}\"\n");
        let text: String = (0..120_000).map(entry).collect();
        let found = parts(&text);
        assert!(
            found.len() > 1 && found.windows(2).all(|pair| pair[0].end == pair[1].start && text[pair[1].clone()].starts_with(ENTRY.trim()))
        );
        let file = File { path: "x.toml".to_owned(), inner: "x.toml".to_owned(), text, layer: 2, ..File::default() };
        let mut ids = 0;
        for node in parse(std::slice::from_ref(&file), 0, &mut Diagnostics::default()) {
            for item in node.get("entity").expect("entries").items() {
                let id = item.get("id").expect("an id");
                assert_eq!(&file.text[id.at.byte as usize..id.at.end as usize], format!("\"igo.x{ids}\""));
                ids += 1;
            }
        }
        assert_eq!(ids, 120_000);
        // A multi-line string may contain text that looks like the beginning of an entry.
        assert_eq!(parts(&format!("{}\"\"\"", file.text)).len(), 1);
    }
}
