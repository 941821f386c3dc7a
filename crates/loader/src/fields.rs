//! Typed access to the keys of a TOML or JSON table. Every unknown key and every value of the wrong
//! type is reported.

use crate::codes::Code;
use crate::diagnostic::{Cure, Diagnostics, Position};
use crate::suggest::{nearest, suggestion};
use crate::value::{Node, Row, Value};

/// A table whose keys have been checked.
#[derive(Clone, Copy)]
pub(crate) struct Fields<'n> {
    rows: &'n [Row],
}

impl<'n> Fields<'n> {
    /// Checks the keys of the table `node`, and reports every key that is not in `keys`. `what` describes the table in messages, with an article ("an entry").
    /// If `node` is not a table, reports this and returns `None`.
    pub(crate) fn new(node: &'n Node, what: &str, keys: &[&str], diagnostics: &mut Diagnostics) -> Option<Self> {
        let Some(rows) = node.as_table() else {
            diagnostics.add(
                Code::WrongValue,
                node.at,
                format!("{what} must be a table, not {}", node.kind()),
                format!("known keys: {}", keys.join(", ")),
            );
            return None;
        };
        for (key, at, value) in rows {
            if !keys.contains(&key.as_str()) {
                let has = |known: &str| rows.iter().any(|(other, _, node)| other == known && !are_disjoint(node, value));
                report_unknown_key(what, key, *at, keys, diagnostics);
                // A key is not corrected if the table already has the correct key, because a file with two equal keys is invalid.
                if let Some(known) = nearest(key, keys).filter(|known| !has(known)) {
                    diagnostics.cure(Cure::Replace(known.to_owned()));
                }
            }
        }
        Some(Self { rows })
    }

    /// Returns the value of `key`, or `None` if the table does not have this key.
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
        wrong(node, &format!("{key} must be true or false"), "write true or false, without quotation marks", diagnostics);
        None
    }

    /// Reads the number under the key `key`. If the value is not a number in `range`, reports the value and returns `None`.
    pub(crate) fn number(&self, key: &str, range: std::ops::RangeInclusive<f64>, diagnostics: &mut Diagnostics) -> Option<f64> {
        let node = self.get(key)?;
        match node.value {
            Value::Number(number) if range.contains(&number) => Some(number),
            _ => {
                wrong(
                    node,
                    &format!("{key} must be a number from {} to {}", range.start(), range.end()),
                    "write a number in this range, without quotation marks",
                    diagnostics,
                );
                None
            }
        }
    }

    /// Reads a whole number from 0 to `most`.
    pub(crate) fn whole(&self, key: &str, most: u32, diagnostics: &mut Diagnostics) -> Option<u32> {
        self.get(key).and_then(|node| whole(node, key, most, diagnostics))
    }

    /// Returns the tables written as `[[key]]`.
    pub(crate) fn tables(&self, key: &str, diagnostics: &mut Diagnostics) -> &'n [Node] {
        match self.get(key) {
            None => &[],
            Some(node) => match &node.value {
                Value::List(items) => items,
                _ => {
                    wrong(
                        node,
                        &format!("{key} must be a list of tables"),
                        &format!("write [[{key}]], with two brackets, before each table"),
                        diagnostics,
                    );
                    &[]
                }
            },
        }
    }

    /// Returns the rows (the keys with their values) of the table `[key]`.
    pub(crate) fn rows(&self, key: &str, diagnostics: &mut Diagnostics) -> &'n [Row] {
        self.get(key).map_or(&[], |node| rows(node, key, diagnostics))
    }
}

/// Returns whether two values are tables that have no key in common, such as the tables that `name.en = …` and `name.fr = …` define.
fn are_disjoint(one: &Node, other: &Node) -> bool {
    let tables = one.as_table().zip(other.as_table());
    tables.is_some_and(|(one, other)| one.iter().all(|(key, ..)| other.iter().all(|(same, ..)| key != same)))
}

/// Reports the unknown key `key`, and offers to replace it with the most similar key in `known`. `what` describes the table in messages.
pub(crate) fn unknown_key(what: &str, key: &str, at: Position, known: &[&str], diagnostics: &mut Diagnostics) {
    report_unknown_key(what, key, at, known, diagnostics);
    if let Some(known) = nearest(key, known) {
        diagnostics.cure(Cure::Replace(known.to_owned()));
    }
}

fn report_unknown_key(what: &str, key: &str, at: Position, known: &[&str], diagnostics: &mut Diagnostics) {
    diagnostics.add(
        Code::UnknownKey,
        at,
        format!("{what} has no key \"{key}\""),
        format!("{}known keys: {}", suggestion(key, known), known.join(", ")),
    );
}

/// Reports a value of the wrong type.
pub(crate) fn wrong(node: &Node, expected: &str, help: &str, diagnostics: &mut Diagnostics) {
    let found = match &node.value {
        Value::Text(text) => format!("\"{text}\""),
        Value::Number(number) => number.to_string(),
        _ => node.kind().to_owned(),
    };
    diagnostics.add(Code::WrongValue, node.at, format!("{expected}, not {found}"), help);
}

/// Reads a string.
pub(crate) fn text(node: &Node, diagnostics: &mut Diagnostics) -> Option<String> {
    if node.as_text().is_none() {
        diagnostics.add(Code::WrongValue, node.at, format!("expected a string, not {}", node.kind()), "put the value in quotation marks");
    }
    node.as_text().map(str::to_owned)
}

/// Reads a list of strings. A single string counts as a list with one item.
pub(crate) fn texts(node: &Node, diagnostics: &mut Diagnostics) -> Vec<String> {
    node.items().iter().filter_map(|item| text(item, diagnostics)).collect()
}

/// Reads a whole number from 0 to `most`.
pub(crate) fn whole(node: &Node, what: &str, most: u32, diagnostics: &mut Diagnostics) -> Option<u32> {
    match node.value {
        Value::Number(number) if number.fract() == 0.0 && (0.0..=f64::from(most)).contains(&number) => Some(number as u32),
        _ => {
            wrong(
                node,
                &format!("{what} must be a whole number from 0 to {most}"),
                "write a number in this range, without quotation marks",
                diagnostics,
            );
            None
        }
    }
}

/// Returns the rows of the table `node`, that is, its keys with their values. If `node` is not a table, reports this and returns no rows. `what` is the name
/// of the table in messages.
pub(crate) fn rows<'n>(node: &'n Node, what: &str, diagnostics: &mut Diagnostics) -> &'n [Row] {
    node.as_table().unwrap_or_else(|| {
        wrong(node, &format!("{what} must be a table"), &format!("write [{what}] and one line for each key"), diagnostics);
        &[]
    })
}
