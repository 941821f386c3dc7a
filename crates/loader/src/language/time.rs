//! `language/<code>/time.toml`: words and rules of time expressions, and the examples of the rules.

use crate::diagnostic::{Diagnostics, Position};
use crate::files::File;
use crate::value::{Node, Value};
use chancery_temporal::{Normalizer, Rule, TemporalTagger, WordValue};
use chancery_text::{Document, TimexType, WordBreaker};
use serde::{Deserialize, Serialize};

/// Words and rules of all languages, as plain lists.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Times {
    /// Class, word, value.
    words: Vec<(String, String, String)>,
    ordinals: Vec<String>,
    rules: Vec<RuleRow>,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct RuleRow {
    name: String,
    timex: String,
    pattern: String,
    make: String,
    set: Vec<(String, String)>,
    value: String,
    #[serde(skip)]
    at: Position,
    /// Text, expression, value.
    #[serde(skip)]
    accept: Vec<(Position, [String; 3])>,
    #[serde(skip)]
    reject: Vec<(Position, String)>,
}

/// The date of the document that examples are read in: a Friday.
const EXAMPLE_DATE: &str = "1998-03-06";
const TYPES: [(&str, TimexType); 4] =
    [("DATE", TimexType::Date), ("TIME", TimexType::Time), ("DURATION", TimexType::Duration), ("SET", TimexType::Set)];

impl Times {
    /// Adds the content of a file.
    pub(crate) fn read(&mut self, files: &[File], nodes: &[Node], faults: &mut Diagnostics) {
        for (key, at, value) in nodes.iter().filter_map(Node::as_table).flatten() {
            match (key.as_str(), &value.value) {
                ("ordinals", Value::List(items)) => self.ordinals.extend(items.iter().filter_map(Node::as_text).map(str::to_owned)),
                ("classes", Value::Table(classes)) => {
                    for (class, at, words) in classes {
                        self.class(files, class, *at, words, faults);
                    }
                }
                ("rule", Value::List(rules)) => {
                    for rule in rules {
                        self.rule(files, rule, faults);
                    }
                }
                (other, _) => faults.error(
                    files,
                    *at,
                    "CH-D002",
                    format!("a time file knows no \"{other}\" of this kind at its top"),
                    "known are ordinals = [\"th\"], [classes.NAME] tables and [[rule]] tables",
                ),
            }
        }
    }

    fn class(&mut self, files: &[File], class: &str, at: Position, words: &Node, faults: &mut Diagnostics) {
        match &words.value {
            Value::Table(rows) => {
                for (word, at, value) in rows {
                    let text = match &value.value {
                        Value::Number(number) => number.to_string(),
                        _ => value.as_text().unwrap_or_default().to_owned(),
                    };
                    if text.parse::<WordValue>().is_ok() {
                        self.words.push((class.to_owned(), word.clone(), text));
                    } else {
                        faults.error(
                            files,
                            *at,
                            "CH-D003",
                            format!("\"{text}\" is no value for \"{word}\" in the class {class}"),
                            "units are \"day\", \"week\", \"month\" …; all other values are numbers",
                        );
                    }
                }
            }
            Value::List(items) => {
                self.words.extend(items.iter().filter_map(Node::as_text).map(|word| (class.to_owned(), word.to_owned(), "0".to_owned())));
            }
            _ => faults.error(files, at, "CH-D003", format!("a class is a table or a list of words, not {}", words.kind()), ""),
        }
    }

    fn rule(&mut self, files: &[File], node: &Node, faults: &mut Diagnostics) {
        let mut row = RuleRow { at: node.at, timex: "DATE".to_owned(), ..RuleRow::default() };
        for (key, at, value) in node.as_table().unwrap_or_default() {
            let text = value.as_text().unwrap_or_default().to_owned();
            match key.as_str() {
                "name" => row.name = text,
                "type" if TYPES.iter().any(|(name, _)| *name == text) => row.timex = text,
                "pattern" => row.pattern = text,
                "make" if text.parse::<Normalizer>().is_ok() => row.make = text,
                "value" => row.value = text,
                "set" => {
                    for (slot, _, value) in value.as_table().unwrap_or_default() {
                        let value = match &value.value {
                            Value::Number(number) => number.to_string(),
                            _ => value.as_text().unwrap_or_default().to_owned(),
                        };
                        row.set.push((slot.clone(), value));
                    }
                }
                "accept" | "reject" => examples(files, key, value, &mut row, faults),
                "note" => {}
                other => faults.error(
                    files,
                    *at,
                    "CH-D002",
                    format!("a time rule knows no \"{other}\" with this value"),
                    "known are name, type (DATE, TIME, DURATION, SET), pattern, make, set, value, accept, reject, note",
                ),
            }
        }
        if row.name.is_empty() || row.pattern.is_empty() || row.make.is_empty() {
            faults.error(files, node.at, "CH-D004", "a time rule needs name, pattern and make", "");
        } else if row.accept.is_empty() && row.make != "nothing" {
            faults.error(
                files,
                node.at,
                "CH-D018",
                format!("the rule {} has no example", row.name),
                "write accept = [[\"on 5 June 2001\", \"5 June 2001\", \"2001-06-05\"]]",
            );
        } else {
            self.rules.push(row);
        }
    }

    /// The engine.
    pub(crate) fn temporal_tagger(&self, clitics: &[String]) -> Result<TemporalTagger, chancery_temporal::BuildError> {
        let mut builder = TemporalTagger::builder();
        for (class, word, value) in &self.words {
            if let Ok(value) = value.parse::<WordValue>() {
                builder.word(class, word, value);
            }
        }
        for ending in &self.ordinals {
            builder.ordinal_ending(ending);
        }
        for clitic in clitics {
            builder.clitic(clitic);
        }
        for row in &self.rules {
            let Ok(normalizer) = row.make.parse::<Normalizer>() else { continue };
            let mut rule = Rule::new(&row.name, &row.pattern, normalizer);
            rule.timex_type = TYPES.iter().find(|(name, _)| *name == row.timex).map_or(TimexType::Date, |(_, kind)| *kind);
            rule.set.clone_from(&row.set);
            rule.value.clone_from(&row.value);
            builder.rule(rule);
        }
        builder.build()
    }

    /// Tries all examples.
    pub(crate) fn check(&self, files: &[File], clitics: &[String], breaker: &dyn WordBreaker, faults: &mut Diagnostics) {
        let temporal_tagger = match self.temporal_tagger(clitics) {
            Ok(temporal_tagger) => temporal_tagger,
            Err(error) => {
                let at = self.rules.iter().find(|row| row.name == error.rule()).map_or(Position::default(), |row| row.at);
                return faults.error(files, at, "CH-D019", error.to_string(), "data/language/README.md tells what a pattern may hold");
            }
        };
        let read = |text: &str| {
            let mut doc = Document::new("example", text);
            doc.metadata.date = EXAMPLE_DATE.parse().ok();
            let mut tokens = Vec::new();
            breaker.break_words(text, &mut tokens);
            doc.tokens = tokens;
            temporal_tagger.run(&mut doc);
            doc
        };
        for row in &self.rules {
            for (at, [text, surface, value]) in &row.accept {
                let doc = read(text);
                let found = doc.times.iter().find(|time| time.rule == row.name && doc.slice(time.span) == surface);
                if found.is_none_or(|time| time.value != *value) {
                    let got: Vec<String> =
                        doc.times.iter().map(|time| format!("\"{}\" = {} ({})", doc.slice(time.span), time.value, time.rule)).collect();
                    let got = if got.is_empty() { "nothing".to_owned() } else { got.join(", ") };
                    faults.error(
                        files,
                        *at,
                        "CH-D018",
                        format!("the rule {} should find \"{surface}\" = {value} here", row.name),
                        format!("found was {got} (in a document of {EXAMPLE_DATE})"),
                    );
                }
            }
            for (at, text) in &row.reject {
                if let Some(time) = read(text).times.iter().find(|time| time.rule == row.name) {
                    faults.error(
                        files,
                        *at,
                        "CH-D018",
                        format!("the rule {} should find nothing here, and finds {}", row.name, time.value),
                        "narrow the pattern, or write a rule with make = \"nothing\" for what it must leave alone",
                    );
                }
            }
        }
    }
}

fn examples(files: &[File], key: &str, value: &Node, row: &mut RuleRow, faults: &mut Diagnostics) {
    let Value::List(items) = &value.value else {
        return faults.error(files, value.at, "CH-D003", format!("{key} is a list, not {}", value.kind()), "");
    };
    for item in items {
        match (key, &item.value) {
            ("reject", Value::Text(text)) => row.reject.push((item.at, text.clone())),
            ("accept", Value::List(parts)) if parts.len() == 3 && parts.iter().all(|part| part.as_text().is_some()) => {
                let part = |at: usize| parts[at].as_text().unwrap_or_default().to_owned();
                row.accept.push((item.at, [part(0), part(1), part(2)]));
            }
            _ => faults.error(
                files,
                item.at,
                "CH-D003",
                "an example to accept is [\"text\", \"expression\", \"value\"], one to reject is a text",
                "",
            ),
        }
    }
}
