//! Reads the words and rules for time expressions from `time.toml`, and checks the examples of the rules.

use super::entry::Entry;
use super::layers::Layered;
use crate::codes::Code;
use crate::diagnostic::{Diagnostics, Position};
use crate::fields::{self, Fields};
use crate::times::{TYPES, TimeRule, Times, normalizer};
use crate::value::{Node, Value};
use chancery_temporal::{TemporalTagger, WordValue};
use chancery_text::{Document, WordBreaker};

const KEYS: [&str; 9] = ["name", "type", "pattern", "make", "set", "value", "accept", "reject", "note"];

/// The date of the documents that are created from the examples. This day is a Friday.
const EXAMPLE_DATE: &str = "1998-03-06";

/// The examples of a rule.
struct Examples {
    rule: String,
    at: Position,
    layer: u32,
    /// The accepted examples. Each consists of a text, the time expression in the text, and the value
    /// of the expression.
    accept: Vec<(Position, [String; 3])>,
    reject: Vec<(Position, String)>,
}

/// Reads the time files of all languages and checks the examples.
pub(super) fn load(languages: &[Layered], clitics: &[String], breaker: &dyn WordBreaker, diagnostics: &mut Diagnostics) -> Times {
    let mut times = Times { clitics: clitics.to_vec(), ..Times::default() };
    let mut examples = Vec::new();
    let top = languages.iter().map(Layered::top).max().unwrap_or(0);
    for layered in languages {
        times.ordinals.extend(layered.words("ordinals"));
        times.plurals.extend(layered.words("plurals"));
        times.past.extend(layered.words("past"));
        for (class, entry) in layered.group("classes") {
            word(class, entry, &mut times, diagnostics);
        }
        for entry in layered.list("rule") {
            rule(entry, &mut times, &mut examples, diagnostics);
        }
    }
    match times.temporal_tagger() {
        Ok(tagger) => check(&tagger, &examples, top, breaker, diagnostics),
        Err(error) => {
            let at = examples.iter().find(|known| known.rule == error.rule()).map_or(Position::default(), |known| known.at);
            diagnostics.add(Code::TimeRule, at, error.to_string(), "data/language/README.md explains patterns");
        }
    }
    times
}

fn word(class: &str, entry: &Entry, times: &mut Times, diagnostics: &mut Diagnostics) {
    for word in &entry.keys {
        let value = match &entry.node.value {
            Value::Number(number) => number.to_string(),
            // A plain list gives its words no value, so the value 0 is used.
            _ if entry.at == entry.node.at => "0".to_owned(),
            Value::Text(text) => text.clone(),
            _ => String::new(),
        };
        if value.parse::<WordValue>().is_ok() {
            times.words.push((class.to_owned(), word.clone(), value));
        } else {
            diagnostics.add(
                Code::WrongValue,
                entry.at,
                format!("\"{value}\" is not a valid value for \"{word}\" in the class {class}"),
                "write a number or a unit: \"day\", \"week\", \"month\" …",
            );
        }
    }
}

fn rule(entry: &Entry, times: &mut Times, all: &mut Vec<Examples>, diagnostics: &mut Diagnostics) {
    let Some(fields) = Fields::new(&entry.node, "a time rule", &KEYS, diagnostics) else { return };
    let name = entry.keys.concat();
    let mut row = TimeRule {
        name: name.clone(),
        timex: fields.text("type", diagnostics).unwrap_or_else(|| "DATE".to_owned()),
        pattern: fields.text("pattern", diagnostics).unwrap_or_default(),
        make: fields.text("make", diagnostics).unwrap_or_default(),
        set: Vec::new(),
        value: fields.text("value", diagnostics).unwrap_or_default(),
    };
    if let Some(node) = fields.get("type").filter(|_| !TYPES.iter().any(|(name, _)| *name == row.timex)) {
        fields::wrong(node, "type must be DATE, TIME, DURATION or SET", "for dates, leave type out", diagnostics);
    }
    if let Some(node) = fields.get("make").filter(|_| normalizer(&row.make).is_none()) {
        fields::wrong(
            node,
            "the key make must contain the name of a normalizer, which computes the value",
            "the documentation of chancery-temporal lists the names",
            diagnostics,
        );
    }
    for (slot, _, value) in fields.rows("set", diagnostics) {
        match &value.value {
            Value::Number(number) => row.set.push((slot.clone(), number.to_string())),
            Value::Text(text) => row.set.push((slot.clone(), text.clone())),
            _ => fields::wrong(value, "a slot must be a number or the name of a unit", "write set = { shift = 1 }", diagnostics),
        }
    }
    let (mut accept, mut reject) = (Vec::new(), Vec::new());
    if let Some(list) = fields.get("accept") {
        accept.extend(list.items().iter().filter_map(|item| Some((item.at, accepted(item, diagnostics)?))));
    }
    if let Some(list) = fields.get("reject") {
        reject.extend(list.items().iter().filter_map(|item| Some((item.at, fields::text(item, diagnostics)?))));
    }
    if row.pattern.is_empty() || row.make.is_empty() {
        return diagnostics.add(
            Code::Missing,
            entry.at,
            format!("the time rule {name} needs the keys pattern and make"),
            "data/language/README.md lists the keys",
        );
    }
    if accept.is_empty() && row.make != "nothing" {
        let help = "write accept = [[\"on 5 June 2001\", \"5 June 2001\", \"2001-06-05\"]]";
        return diagnostics.add(Code::ExampleFails, entry.at, format!("the time rule {name} has no example"), help);
    }
    times.rules.push(row);
    all.push(Examples { rule: name, at: entry.at, layer: entry.layer, accept, reject });
}

fn accepted(item: &Node, diagnostics: &mut Diagnostics) -> Option<[String; 3]> {
    let parts: Vec<&str> = item.items().iter().filter_map(Node::as_text).collect();
    if let [text, expression, value] = parts[..] {
        return Some([text.to_owned(), expression.to_owned(), value.to_owned()]);
    }
    let message = "an accepted example must have three strings: a text, the time expression in it, and the value of the expression";
    diagnostics.add(Code::WrongValue, item.at, message, "write [\"on 5 June 2001\", \"5 June 2001\", \"2001-06-05\"]");
    None
}

/// Runs the examples of all rules and reports those that fail.
fn check(tagger: &TemporalTagger, all: &[Examples], top: u32, breaker: &dyn WordBreaker, diagnostics: &mut Diagnostics) {
    let read = |text: &str| {
        let mut doc = Document::new("example", text);
        doc.metadata.date = EXAMPLE_DATE.parse().ok();
        let mut tokens = Vec::new();
        breaker.break_words(text, &mut tokens);
        doc.tokens = tokens;
        tagger.run(&mut doc);
        doc
    };
    for Examples { rule, layer, accept, reject, .. } in all {
        let code = if *layer < top { Code::LowerExample } else { Code::ExampleFails };
        for (at, [text, surface, value]) in accept {
            let doc = read(text);
            let found = doc.times.iter().find(|time| time.rule == *rule && doc.slice(time.span) == surface);
            if found.is_none_or(|time| time.value != *value) {
                let got: Vec<String> =
                    doc.times.iter().map(|time| format!("\"{}\" = {} ({})", doc.slice(time.span), time.value, time.rule)).collect();
                let got = if got.is_empty() { "nothing".to_owned() } else { got.join(", ") };
                diagnostics.add(
                    code,
                    *at,
                    format!("the rule {rule} should find \"{surface}\" = {value} here"),
                    format!("found: {got} (in a document dated {EXAMPLE_DATE})"),
                );
            }
        }
        for (at, text) in reject {
            if let Some(time) = read(text).times.iter().find(|time| time.rule == *rule) {
                diagnostics.add(
                    code,
                    *at,
                    format!("the rule {rule} should find nothing here, but finds {}", time.value),
                    "narrow the pattern, or write a rule with make = \"nothing\" for text that looks like a time expression but is not one",
                );
            }
        }
    }
}
