//! `topics/*.toml`: labels and their terms.

use crate::diagnostic::Diagnostics;
use crate::files::File;
use crate::value::{self, Node, Value};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A label of the taxonomy and what it is elsewhere.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TopicLabel {
    /// Id: "area" or "area.topic".
    pub id: String,
    /// Name for people.
    pub label: String,
    /// Contexts of PLOVER.
    pub plover: Vec<String>,
    /// Major topics of the Comparative Agendas Project.
    pub cap: Vec<u32>,
}

/// All terms, as plain lists.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Terms {
    pub(crate) labels: Vec<TopicLabel>,
    /// Label, term, weight.
    pub(crate) terms: Vec<(String, String, f32)>,
    /// Phrases that keep the terms inside them from counting.
    pub(crate) cancels: Vec<String>,
    /// Labels and terms read so far.
    #[serde(skip)]
    seen: BTreeSet<(String, String)>,
}

/// Reads the files under `topics/`: `[[topic]]` tables with `id`, `label`, `terms` and `cancel`. A file with `replace = true` at its top takes away all that lower layers
/// have.
pub(crate) fn load(files: &[File], faults: &mut Diagnostics) -> Terms {
    let mut parsed = Vec::new();
    let mut lowest = 0;
    for (number, file) in files.iter().enumerate().filter(|(_, file)| file.inner.starts_with("topics/")) {
        for node in value::parse(files, number, faults) {
            match node.get("replace").map(|node| (node.at, &node.value)) {
                Some((_, Value::Bool(true))) => lowest = lowest.max(file.layer),
                None | Some((_, Value::Bool(false))) => {}
                Some((at, _)) => faults.error(files, at, "CH-D003", "replace is true or false", "write replace = true"),
            }
            parsed.push((file.layer, node));
        }
    }
    let mut all = Terms::default();
    for (layer, node) in parsed {
        if layer >= lowest {
            let Some(Value::List(topics)) = node.get("topic").map(|node| &node.value) else { continue };
            for topic in topics {
                read(files, topic, faults, &mut all);
            }
        }
    }
    all
}

fn read(files: &[File], topic: &Node, faults: &mut Diagnostics, all: &mut Terms) {
    let Some(id) = topic.get("id").and_then(Node::as_text) else {
        faults.error(files, topic.at, "CH-D004", "this topic has no id", "write id = \"area.topic\"");
        return;
    };
    let mut label = TopicLabel { id: id.to_owned(), ..TopicLabel::default() };
    for (key, at, value) in topic.as_table().unwrap_or_default() {
        match (key.as_str(), &value.value) {
            ("id" | "src" | "note", _) => {}
            ("label", Value::Text(text)) => label.label.clone_from(text),
            ("plover", Value::List(items)) => label.plover = items.iter().filter_map(Node::as_text).map(str::to_owned).collect(),
            ("cap", Value::List(items)) => {
                label.cap = items
                    .iter()
                    .filter_map(|item| if let Value::Number(number) = item.value { Some(number as u32) } else { None })
                    .collect();
            }
            ("terms", Value::List(items)) => {
                for item in items {
                    term(files, id, item, faults, all);
                }
            }
            ("cancel", Value::List(items)) => {
                for item in items {
                    all.cancels.extend(spelled(files, item, item.as_text().unwrap_or_default(), faults));
                }
            }
            (other, _) => faults.error(
                files,
                *at,
                "CH-D002",
                format!("a topic knows no key \"{other}\" of this kind"),
                "known are id, label, plover, cap, terms, cancel, src, note",
            ),
        }
    }
    if all.labels.iter().any(|known| known.id == label.id) {
        faults.error(
            files,
            topic.at,
            "CH-D007",
            format!("the topic {} is there already", label.id),
            "add its terms to the other, or choose another id",
        );
    }
    all.labels.push(label);
}

fn term(files: &[File], id: &str, item: &Node, faults: &mut Diagnostics, all: &mut Terms) {
    let text = item.as_text().or_else(|| item.get("n").and_then(Node::as_text));
    let weight = match item.get("weight").map(|node| (node.at, &node.value)) {
        None => 1.0,
        Some((_, Value::Number(number))) if *number > 0.0 => *number as f32,
        Some((at, _)) => {
            return faults.error(
                files,
                at,
                "CH-D003",
                "a weight is a number above 0",
                "2 for sure terms, 1 for usual ones, 0.5 for weak ones",
            );
        }
    };
    let Some(text) = text else {
        return faults.error(
            files,
            item.at,
            "CH-D003",
            format!("a term is a string or a table with n, not {}", item.kind()),
            "write { n = \"…\", weight = 2 }",
        );
    };
    for text in spelled(files, item, text, faults) {
        if !all.seen.insert((id.to_owned(), text.clone())) {
            faults.warning(files, item.at, "CH-D015", format!("{id} has \"{text}\" twice"), "take one of them out");
        } else {
            all.terms.push((id.to_owned(), text, weight));
        }
    }
}

/// What a term with braces stands for.
fn spelled(files: &[File], item: &Node, text: &str, faults: &mut Diagnostics) -> Vec<String> {
    match crate::gazetteer::braces::expand(text) {
        Ok(spelled) => spelled,
        Err(reason) => {
            faults.error(files, item.at, "CH-D011", format!("\"{text}\": {reason}"), "{a,b} multiplies spellings");
            Vec::new()
        }
    }
}
