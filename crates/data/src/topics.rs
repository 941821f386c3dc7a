//! `topics/*.toml`: labels and their terms.

use crate::diagnostic::Faults;
use crate::files::File;
use crate::value::{self, Node, Value};
use serde::{Deserialize, Serialize};

/// All terms, as plain lists.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Terms {
    /// Label, term, weight.
    pub(crate) terms: Vec<(String, String, f32)>,
    /// Phrases that keep the terms inside them from counting.
    pub(crate) cancels: Vec<String>,
}

/// Reads the files under `topics/`: `[[topic]]` tables with `id`, `label`, `terms` and `cancel`.
pub(crate) fn load(files: &[File], faults: &mut Faults) -> Terms {
    let mut all = Terms::default();
    for (number, file) in files.iter().enumerate() {
        if !file.inner.starts_with("topics/") {
            continue;
        }
        for node in value::parse(files, number, faults) {
            let Some(Value::List(topics)) = node.get("topic").map(|node| &node.value) else { continue };
            for topic in topics {
                read(files, topic, faults, &mut all);
            }
        }
    }
    all
}

fn read(files: &[File], topic: &Node, faults: &mut Faults, all: &mut Terms) {
    let Some(id) = topic.get("id").and_then(Node::as_text) else {
        faults.error(files, topic.at, "CH-D004", "this topic has no id", "write id = \"area.topic\"");
        return;
    };
    for (key, at, value) in topic.as_table().unwrap_or_default() {
        match (key.as_str(), &value.value) {
            ("id" | "label" | "src", _) => {}
            ("terms", Value::List(items)) => {
                for item in items {
                    let text = item.as_text().or_else(|| item.get("n").and_then(Node::as_text));
                    let weight =
                        if let Some(Value::Number(number)) = item.get("weight").map(|node| &node.value) { *number as f32 } else { 1.0 };
                    match text {
                        Some(text) => all.terms.push((id.to_owned(), text.to_owned(), weight)),
                        None => faults.error(
                            files,
                            item.at,
                            "CH-D003",
                            format!("a term is a string or a table with n, not {}", item.kind()),
                            "write { n = \"…\", weight = 2 }",
                        ),
                    }
                }
            }
            ("cancel", Value::List(items)) => all.cancels.extend(items.iter().filter_map(Node::as_text).map(str::to_owned)),
            (other, _) => faults.error(
                files,
                *at,
                "CH-D002",
                format!("a topic knows no key \"{other}\" of this kind"),
                "known are id, label, terms, cancel, src",
            ),
        }
    }
}
