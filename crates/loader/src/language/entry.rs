//! Reads the entries of a language file. Each word, row or rule is one entry.

use super::lists::{Shape, is_group, keys, list};
use crate::braces;
use crate::codes::Code;
use crate::diagnostic::{Diagnostics, Position};
use crate::fields::{self, Fields};
use crate::placement::Sheet;
use crate::value::{Node, Value};

/// One entry of a language file: a word, a letter or a rule, with its value.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    /// The key of the list that contains the entry ("starters"). If the list is in a group, the
    /// name of the group comes first ("words.say").
    pub(crate) list: String,
    /// The keys of the entry: the spellings of a word, or the name of a rule.
    pub(crate) keys: Vec<String>,
    /// The value of the entry, as written in the file. In a list of words, the value is the word
    /// itself.
    pub(crate) node: Node,
    /// Whether the entry is a plural noun. Only the words in a `[[body]]` table can be marked as
    /// plurals.
    pub(crate) plural: bool,
    pub(crate) at: Position,
    pub(crate) layer: u32,
    /// The family of the list: a set of lists that together may contain each word only once. An entry of an
    /// upper layer replaces the entries with the same key in all lists of the family.
    pub(super) family: String,
}

/// Reads all lists of a file.
pub(super) fn read(node: &Node, sheet: Sheet, layer: u32, diagnostics: &mut Diagnostics) -> Vec<Entry> {
    let mut reader = Reader { sheet, layer, entries: Vec::new(), diagnostics };
    for (key, at, value) in node.as_table().unwrap_or_default() {
        if key == "drop" || key == "replace" {
            continue;
        }
        if is_group(sheet, key) {
            for (name, _, value) in fields::rows(value, key, reader.diagnostics) {
                reader.list(&format!("{key}.{name}"), value);
            }
        } else if list(sheet, key).is_some() {
            reader.list(key, value);
        } else {
            unknown(sheet, key, *at, reader.diagnostics);
        }
    }
    reader.entries
}

fn unknown(sheet: Sheet, key: &str, at: Position, diagnostics: &mut Diagnostics) {
    let homes: Vec<&str> = super::lists::homes(key).map(Sheet::file).collect();
    if homes.is_empty() {
        fields::unknown_key("this language file", key, at, &keys(sheet), diagnostics);
    } else {
        diagnostics.add(
            Code::UnknownKey,
            at,
            format!("\"{key}\" does not belong in this file"),
            format!("move the key to {} in the same folder", homes.join(" or ")),
        );
    }
}

struct Reader<'d> {
    sheet: Sheet,
    layer: u32,
    entries: Vec<Entry>,
    diagnostics: &'d mut Diagnostics,
}

impl Reader<'_> {
    fn list(&mut self, path: &str, node: &Node) {
        let Some((shape, family)) = list(self.sheet, path) else { return };
        let family = if family.is_empty() { path } else { family };
        match shape {
            Shape::Flag => match node.value {
                Value::Bool(_) => self.push(path, family, vec![path.to_owned()], node, node.at),
                _ => fields::wrong(
                    node,
                    &format!("{path} must be true or false"),
                    "write true or false, without quotation marks",
                    self.diagnostics,
                ),
            },
            Shape::Words => self.words(path, family, node, false),
            Shape::Spelled => self.words(path, family, node, true),
            Shape::Values if matches!(node.value, Value::List(_) | Value::Text(_)) => self.words(path, family, node, false),
            Shape::Values => self.rows(path, family, node, |value, diagnostics| match value.value {
                Value::Text(_) | Value::Number(_) => true,
                _ => {
                    fields::wrong(value, "a value must be a number or the name of a unit", "write january = 1", diagnostics);
                    false
                }
            }),
            Shape::Numbers => {
                self.rows(path, family, node, |value, diagnostics| fields::whole(value, "the value", 255, diagnostics).is_some())
            }
            Shape::Letters => self.rows(path, family, node, |value, diagnostics| fields::text(value, diagnostics).is_some()),
            Shape::Forms => self.rows(path, family, node, |value, diagnostics| {
                let four = fields::texts(value, diagnostics).len() == 4;
                if !four {
                    let help = "write meet = [\"meets\", \"meeting\", \"met\", \"met\"]";
                    let message = "a verb must have four forms: third person, -ing form, past tense and past participle";
                    diagnostics.add(Code::WrongValue, value.at, message, help);
                }
                four
            }),
            Shape::Bodies => self.bodies(path, node),
            Shape::Rules(name) => self.rules(path, name, node),
        }
    }

    fn push(&mut self, path: &str, family: &str, keys: Vec<String>, node: &Node, at: Position) {
        let (list, family) = (path.to_owned(), family.to_owned());
        self.entries.push(Entry { list, keys, node: node.clone(), plural: false, at, layer: self.layer, family });
    }

    fn words(&mut self, path: &str, family: &str, node: &Node, braced: bool) {
        for item in node.items() {
            let Some(text) = fields::text(item, self.diagnostics) else { continue };
            let keys = if braced { spelled(&text, item.at, self.diagnostics) } else { vec![text] };
            if !keys.is_empty() {
                self.push(path, family, keys, item, item.at);
            }
        }
    }

    fn rows(&mut self, path: &str, family: &str, node: &Node, good: impl Fn(&Node, &mut Diagnostics) -> bool) {
        for (word, at, value) in fields::rows(node, path, self.diagnostics) {
            if good(value, self.diagnostics) {
                self.push(path, family, vec![word.clone()], value, *at);
            }
        }
    }

    fn bodies(&mut self, path: &str, node: &Node) {
        let Value::List(bodies) = &node.value else {
            return fields::wrong(
                node,
                "body must be a list of tables",
                "write [[body]], with two brackets, before each table",
                self.diagnostics,
            );
        };
        for body in bodies {
            let Some(fields) = Fields::new(body, "a body", &["sector", "words", "plurals"], self.diagnostics) else { continue };
            if fields.get("sector").is_none() {
                self.diagnostics.add(Code::Missing, body.at, "this body has no sector", "write sector = \"GOV\"");
            }
            for (key, plural) in [("words", false), ("plurals", true)] {
                let Some(list) = fields.get(key) else { continue };
                let first = self.entries.len();
                self.words(path, path, list, true);
                for entry in &mut self.entries[first..] {
                    entry.plural = plural;
                    entry.node = fields.get("sector").unwrap_or(body).clone();
                }
            }
        }
    }

    fn rules(&mut self, path: &str, name: &str, node: &Node) {
        let Value::List(rules) = &node.value else {
            let help = format!("write [[{path}]], with two brackets, before each table");
            return fields::wrong(node, &format!("{path} must be a list of tables"), &help, self.diagnostics);
        };
        for rule in rules {
            match rule.get(name).map(|name| (name.as_text(), name)) {
                Some((Some(key), _)) => self.push(path, path, vec![key.to_owned()], rule, rule.at),
                Some((None, name)) => fields::wrong(name, "expected a string", "put the value in quotation marks", self.diagnostics),
                None if name == "example" => self.diagnostics.add(
                    Code::NoSource,
                    rule.at,
                    "this rule has no example",
                    "write example = \"…\" and example_forms = [\"…\"]",
                ),
                None => self.diagnostics.add(Code::Missing, rule.at, format!("this rule has no {name}"), format!("write {name} = \"…\"")),
            }
        }
    }
}

/// Returns the spellings of a word after its braces are expanded. If the braces cannot be expanded,
/// reports an error and returns no spellings.
pub(super) fn spelled(text: &str, at: Position, diagnostics: &mut Diagnostics) -> Vec<String> {
    braces::expand(text).unwrap_or_else(|reason| {
        diagnostics.add(Code::Braces, at, format!("\"{text}\": {reason}"), "{a,b} lists alternatives: polit{buro,bureau}");
        Vec::new()
    })
}
