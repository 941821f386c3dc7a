//! Reads rules; triggers are spelled out in all their forms.

use super::kinds::{CLASSES, texts};
use super::{Example, Rules, Written};
use crate::diagnostic::Diagnostics;
use crate::files::File;
use crate::gazetteer::braces;
use crate::language::{Languages, Verbs};
use crate::value::{Node, Value};
use chancery_classifier::{Rule, Trigger};

const KEYS: &str = "id, act, trigger, pattern, reciprocal, unless, topics, blocks, weight, gap, accept, reject, note";

pub(super) fn read(files: &[File], node: &Node, languages: &Languages, faults: &mut Diagnostics, all: &mut Rules) {
    let Some(Value::List(rules)) = node.get("rule").map(|node| &node.value) else { return };
    for rule in rules {
        if let Some(written) = one(files, rule, languages, faults) {
            if let Some(known) = all.rules.iter().find(|known| known.rule.id == written.rule.id) {
                let file = &files[known.at.file as usize].path;
                faults.error(
                    files,
                    written.at,
                    "CH-R002",
                    format!("the rule {} is already in {file}", written.rule.id),
                    "choose another id",
                );
            } else {
                all.rules.push(written);
            }
        }
    }
}

fn one(files: &[File], node: &Node, languages: &Languages, faults: &mut Diagnostics) -> Option<Written> {
    let (id, act) =
        (node.get("id").and_then(Node::as_text).unwrap_or_default(), node.get("act").and_then(Node::as_text).unwrap_or_default());
    if id.is_empty() {
        faults.error(files, node.at, "CH-R001", "this rule has no id", "write id = \"sign\"");
        return None;
    }
    if !CLASSES.contains(&act) {
        let at = node.get("act").map_or(node.at, |node| node.at);
        faults.error(
            files,
            at,
            "CH-R001",
            format!("\"{act}\" is no act of the rule {id}"),
            format!("acts are PLOVER's classes: {}", CLASSES.join(", ")),
        );
    }
    let mut written = Written {
        rule: Rule::new(id, act),
        at: node.at,
        patterns_at: Vec::new(),
        topics_at: Vec::new(),
        accept: Vec::new(),
        reject: Vec::new(),
    };
    let rule = &mut written.rule;
    for (key, at, value) in node.as_table().unwrap_or_default() {
        match (key.as_str(), &value.value) {
            ("id" | "act" | "note", Value::Text(_)) => {}
            ("trigger", _) => {
                for item in items(value) {
                    match item.as_text().map(|text| triggers(text, languages.verbs())) {
                        Some(Ok(found)) => rule.triggers.extend(found),
                        Some(Err(reason)) => faults.error(
                            files,
                            item.at,
                            "CH-R003",
                            reason,
                            "write \"sign/v\" for a verb in all its forms, \"treaty/n\" for a noun, \"peace talks\" as it is",
                        ),
                        None => faults.error(
                            files,
                            item.at,
                            "CH-D003",
                            format!("a trigger is a string, not {}", item.kind()),
                            "put it in quotes",
                        ),
                    }
                }
            }
            ("pattern", _) => {
                for item in items(value) {
                    match item.as_text() {
                        Some(text) => {
                            rule.patterns.push(text.to_owned());
                            written.patterns_at.push(item.at);
                        }
                        None => faults.error(
                            files,
                            item.at,
                            "CH-D003",
                            format!("a pattern is a string, not {}", item.kind()),
                            "put it in quotes",
                        ),
                    }
                }
            }
            ("reciprocal", Value::Bool(flag)) => rule.reciprocal = *flag,
            ("unless", _) => {
                super::kinds::single(files, value, faults);
                rule.unless = texts(value);
            }
            ("topics", _) => {
                for item in items(value) {
                    match item.as_text() {
                        Some(text) => {
                            rule.topics.push(text.to_owned());
                            written.topics_at.push(item.at);
                        }
                        None => {
                            faults.error(files, item.at, "CH-D003", format!("a topic is a string, not {}", item.kind()), "put it in quotes")
                        }
                    }
                }
            }
            ("blocks", _) => {
                rule.blocks = texts(value);
                if let Some(kind) = rule.blocks.iter().find(|kind| !["paragraph", "heading", "list-item"].contains(&kind.as_str())) {
                    faults.error(
                        files,
                        value.at,
                        "CH-D003",
                        format!("there are no blocks of the kind \"{kind}\""),
                        "paragraph, heading, list-item",
                    );
                }
            }
            ("weight", Value::Number(number)) => rule.weight = *number as f32,
            ("gap", Value::Number(number)) => rule.gap = *number as u16,
            ("accept", _) => written.accept = items(value).iter().filter_map(|item| example(files, item, faults)).collect(),
            ("reject", _) => written.reject = items(value).iter().filter_map(|item| example(files, item, faults)).collect(),
            (other, _) => {
                faults.error(files, *at, "CH-D002", format!("a rule knows no \"{other}\" of this kind"), format!("known are {KEYS}"))
            }
        }
    }
    for (list, what, example) in [
        (rule.triggers.is_empty(), "no trigger", "write trigger = [\"sign/v\"]"),
        (rule.patterns.is_empty(), "no pattern", "write pattern = \"source=$actor ... TRIGGER ... target=$actor\""),
        (
            written.accept.is_empty(),
            "no example that it must accept",
            "write accept = [{ text = \"Kenya signed a treaty.\", source = [\"KEN\"] }]",
        ),
        (
            written.reject.is_empty(),
            "no example that it must reject",
            "write reject = [\"a sentence with the trigger in which nothing of the kind is said\"]",
        ),
    ] {
        if list {
            faults.error(files, node.at, "CH-R001", format!("the rule {id} has {what}"), example);
        }
    }
    Some(written)
}

fn items(node: &Node) -> &[Node] {
    if let Value::List(items) = &node.value { items } else { std::slice::from_ref(node) }
}

fn example(files: &[File], node: &Node, faults: &mut Diagnostics) -> Option<Example> {
    let mut example = Example { at: node.at, ..Example::default() };
    match &node.value {
        Value::Text(text) => example.text.clone_from(text),
        Value::Table(rows) => {
            for (key, at, value) in rows {
                match key.as_str() {
                    "text" => example.text = value.as_text().unwrap_or_default().to_owned(),
                    "source" => example.source = Some(texts(value)),
                    "target" => example.target = Some(texts(value)),
                    "class" => example.class = value.as_text().map(str::to_owned),
                    "voice" => example.voice = value.as_text().map(str::to_owned),
                    other => faults.error(
                        files,
                        *at,
                        "CH-D002",
                        format!("an example knows no \"{other}\""),
                        "known are text, source, target, class, voice",
                    ),
                }
            }
        }
        _ => {}
    }
    if example.text.is_empty() {
        faults.error(files, node.at, "CH-D003", "an example is a text, or a table with text, source, target, class, voice", "");
        return None;
    }
    Some(example)
}

/// The forms of a trigger: `sign/v` all forms of the verb, `sign/v:past` one, `treaty/n` singular and plural; one word of a phrase may change.
fn triggers(text: &str, verbs: &Verbs) -> Result<Vec<Trigger>, String> {
    let words: Vec<&str> = text.split(' ').collect();
    let mut found = vec![Trigger { text: String::new(), form: String::new() }];
    for word in words {
        let forms: Vec<(String, String)> = match word.split_once('/') {
            Some((base, "v")) => verbs.verb(base).into_iter().map(|(form, text)| (text, form.to_owned())).collect(),
            Some((base, kind)) if kind.starts_with("v:") => {
                let wanted: Vec<&str> = kind[2..].split('|').collect();
                verbs.verb(base).into_iter().filter(|(form, _)| wanted.contains(form)).map(|(form, text)| (text, form.to_owned())).collect()
            }
            Some((base, "n")) => verbs.noun(base).into_iter().map(|text| (text, String::new())).collect(),
            Some((_, other)) => return Err(format!("there is no inflection \"/{other}\" (in \"{text}\")")),
            None => braces::expand(word)?.into_iter().map(|text| (text, String::new())).collect(),
        };
        if forms.is_empty() {
            return Err(format!("no form of \"{word}\" is known"));
        }
        found = found
            .iter()
            .flat_map(|before| {
                forms.iter().map(move |(text, form)| Trigger {
                    text: if before.text.is_empty() { text.clone() } else { format!("{} {text}", before.text) },
                    form: if before.form.is_empty() { form.clone() } else { before.form.clone() },
                })
            })
            .collect();
    }
    Ok(found)
}
