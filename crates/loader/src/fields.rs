//! Typed access to the keys of a table. Every unknown key and every value of a wrong type is reported.

use crate::codes::Code;
use crate::diagnostic::{Diagnostics, Position};
use crate::suggest::suggestion;
use crate::value::{Node, Row, Value};

/// A table whose keys are known.
#[derive(Clone, Copy)]
pub(crate) struct Fields<'n> {
    rows: &'n [Row],
}

impl<'n> Fields<'n> {
    /// The table, with all keys that are not in `keys` reported; `what` it is, with its article ("an entry"). Nothing if it is not a table.
    pub(crate) fn new(node: &'n Node, what: &str, keys: &[&str], diagnostics: &mut Diagnostics) -> Option<Self> {
        let Some(rows) = node.as_table() else {
            diagnostics.add(
                Code::WrongValue,
                node.at,
                format!("{what} is a table, not {}", node.kind()),
                format!("known keys: {}", keys.join(", ")),
            );
            return None;
        };
        for (key, at, _) in rows {
            if !keys.contains(&key.as_str()) {
                unknown_key(what, key, *at, keys, diagnostics);
            }
        }
        Some(Self { rows })
    }

    /// The value under a key.
    pub(crate) fn get(&self, key: &str) -> Option<&'n Node> {
        self.rows.iter().find(|(name, ..)| name == key).map(|(.., node)| node)
    }

    pub(crate) fn text(&self, key: &str, diagnostics: &mut Diagnostics) -> Option<String> {
        self.get(key).and_then(|node| text(node, diagnostics))
    }

    pub(crate) fn texts(&self, key: &str, diagnostics: &mut Diagnostics) -> Vec<String> {
        self.get(key).map_or(Vec::new(), |node| texts(node, diagnostics))
    }

    pub(crate) fn flag(&self, key: &str, diagnostics: &mut Diagnostics) -> Option<bool> {
        let node = self.get(key)?;
        if let Value::Bool(flag) = node.value {
            return Some(flag);
        }
        wrong(node, &format!("{key} is true or false"), "write it without quotation marks", diagnostics);
        None
    }

    /// A number in a range.
    pub(crate) fn number(&self, key: &str, range: std::ops::RangeInclusive<f64>, diagnostics: &mut Diagnostics) -> Option<f64> {
        let node = self.get(key)?;
        match node.value {
            Value::Number(number) if range.contains(&number) => Some(number),
            _ => {
                wrong(
                    node,
                    &format!("{key} is a number from {} to {}", range.start(), range.end()),
                    "write it without quotation marks",
                    diagnostics,
                );
                None
            }
        }
    }

    /// A whole number from 0 to `most`.
    pub(crate) fn whole(&self, key: &str, most: u32, diagnostics: &mut Diagnostics) -> Option<u32> {
        self.get(key).and_then(|node| whole(node, key, most, diagnostics))
    }

    /// The tables of `[[key]]`.
    pub(crate) fn tables(&self, key: &str, diagnostics: &mut Diagnostics) -> &'n [Node] {
        match self.get(key) {
            None => &[],
            Some(node) => match &node.value {
                Value::List(items) => items,
                _ => {
                    wrong(
                        node,
                        &format!("{key} is a list of tables"),
                        &format!("write [[{key}]], with two brackets, before each table"),
                        diagnostics,
                    );
                    &[]
                }
            },
        }
    }

    /// The rows of `[key]`.
    pub(crate) fn rows(&self, key: &str, diagnostics: &mut Diagnostics) -> &'n [Row] {
        self.get(key).map_or(&[], |node| rows(node, key, diagnostics))
    }
}

/// Reports a key that is not known.
pub(crate) fn unknown_key(what: &str, key: &str, at: Position, known: &[&str], diagnostics: &mut Diagnostics) {
    diagnostics.add(
        Code::UnknownKey,
        at,
        format!("{what} has no key \"{key}\""),
        format!("{}known keys: {}", suggestion(key, known), known.join(", ")),
    );
}

/// Reports a value of a wrong type.
pub(crate) fn wrong(node: &Node, expected: &str, help: &str, diagnostics: &mut Diagnostics) {
    let found = match &node.value {
        Value::Text(text) => format!("\"{text}\""),
        Value::Number(number) => number.to_string(),
        _ => node.kind().to_owned(),
    };
    diagnostics.add(Code::WrongValue, node.at, format!("{expected}, not {found}"), help);
}

/// A string.
pub(crate) fn text(node: &Node, diagnostics: &mut Diagnostics) -> Option<String> {
    if node.as_text().is_none() {
        diagnostics.add(Code::WrongValue, node.at, format!("expected a string, not {}", node.kind()), "put it in quotation marks");
    }
    node.as_text().map(str::to_owned)
}

/// A list of strings; a single string counts as a list of one.
pub(crate) fn texts(node: &Node, diagnostics: &mut Diagnostics) -> Vec<String> {
    node.items().iter().filter_map(|item| text(item, diagnostics)).collect()
}

/// A whole number from 0 to `most`.
pub(crate) fn whole(node: &Node, what: &str, most: u32, diagnostics: &mut Diagnostics) -> Option<u32> {
    match node.value {
        Value::Number(number) if number.fract() == 0.0 && (0.0..=f64::from(most)).contains(&number) => Some(number as u32),
        _ => {
            wrong(node, &format!("{what} is a whole number from 0 to {most}"), "write it without quotation marks", diagnostics);
            None
        }
    }
}

/// The rows of a table.
pub(crate) fn rows<'n>(node: &'n Node, what: &str, diagnostics: &mut Diagnostics) -> &'n [Row] {
    node.as_table().unwrap_or_else(|| {
        wrong(node, &format!("{what} is a table"), &format!("write [{what}] and one line for each key"), diagnostics);
        &[]
    })
}
