//! Reads topics.

use crate::braces;
use crate::codes::Code;
use crate::diagnostic::{Diagnostics, Position};
use crate::fields::{self, Fields};
use crate::value::Node;
use std::collections::BTreeSet;

const KEYS: [&str; 11] = ["id", "label", "plover", "cap", "terms", "cancel", "drop", "extend", "off", "src", "note"];

/// Maximum weight of a term.
const MOST: f64 = 1000.0;

/// A topic as it is written in a data file, or the changes that an upper layer makes to a topic.
#[derive(Clone, Debug)]
pub(super) struct RawTopic {
    pub(super) at: Position,
    pub(super) layer: u32,
    pub(super) id: String,
    pub(super) extend: bool,
    pub(super) off: bool,
    pub(super) label: Option<String>,
    pub(super) plover: Option<Vec<String>>,
    pub(super) cap: Option<Vec<u32>>,
    /// Terms with their weights, after braces have been expanded.
    pub(super) terms: Vec<(String, f32)>,
    /// Phrases that cancel all terms inside them, including the terms of other topics.
    pub(super) cancel: Vec<String>,
    /// Terms and phrases of lower layers that are removed.
    drop: Vec<(String, Position)>,
}

pub(super) fn read(node: &Node, layer: u32, diagnostics: &mut Diagnostics) -> Option<RawTopic> {
    let fields = Fields::new(node, "a topic", &KEYS, diagnostics)?;
    let Some(id) = fields.text("id", diagnostics) else {
        diagnostics.add(Code::Missing, node.at, "this topic has no id", "write id = \"area.topic\"");
        return None;
    };
    let list = |key| fields.get(key).map_or(&[][..], Node::items);
    let mut topic = RawTopic {
        at: fields.get("id").map_or(node.at, |id| id.at),
        layer,
        extend: fields.flag("extend", diagnostics) == Some(true),
        off: fields.flag("off", diagnostics) == Some(true),
        label: fields.text("label", diagnostics),
        plover: fields.get("plover").map(|list| fields::texts(list, diagnostics)),
        cap: fields.get("cap").map(|list| list.items().iter().filter_map(|item| fields::whole(item, "cap", 100, diagnostics)).collect()),
        terms: Vec::new(),
        cancel: list("cancel").iter().flat_map(|item| phrase(item, diagnostics)).collect(),
        drop: list("drop").iter().flat_map(|item| phrase(item, diagnostics).into_iter().map(|text| (text, item.at))).collect(),
        id,
    };
    let mut seen = BTreeSet::new();
    for item in list("terms") {
        term(&mut topic, item, &mut seen, diagnostics);
    }
    Some(topic)
}

fn phrase(item: &Node, diagnostics: &mut Diagnostics) -> Vec<String> {
    fields::text(item, diagnostics).map_or(Vec::new(), |text| spelled(item, &text, diagnostics))
}

fn term(topic: &mut RawTopic, item: &Node, seen: &mut BTreeSet<String>, diagnostics: &mut Diagnostics) {
    let (text, weight) = if let Some(text) = item.as_text() {
        (text.to_owned(), 1.0)
    } else if item.as_table().is_none() {
        return fields::wrong(
            item,
            "a term must be a string, or a table with n and weight",
            "write { n = \"…\", weight = 2 }",
            diagnostics,
        );
    } else {
        let Some(fields) = Fields::new(item, "a term", &["n", "weight", "note"], diagnostics) else { return };
        let weight = match fields.get("weight") {
            None => 1.0,
            Some(_) => match fields.number("weight", f64::MIN_POSITIVE..=MOST, diagnostics) {
                Some(weight) => weight as f32,
                None => return,
            },
        };
        let Some(text) = fields.text("n", diagnostics) else {
            return diagnostics.add(Code::Missing, item.at, "a term has no text", "write { n = \"…\", weight = 2 }");
        };
        (text, weight)
    };
    for text in spelled(item, &text, diagnostics) {
        if seen.insert(text.clone()) {
            topic.terms.push((text, weight));
        } else {
            diagnostics.add(Code::DoubleForm, item.at, format!("{} has \"{text}\" twice", topic.id), "remove one");
        }
    }
}

/// Expands the braces of a term to its spellings.
fn spelled(item: &Node, text: &str, diagnostics: &mut Diagnostics) -> Vec<String> {
    braces::expand(text).unwrap_or_else(|reason| {
        diagnostics.add(Code::Braces, item.at, format!("\"{text}\": {reason}"), "{a,b} lists alternatives");
        Vec::new()
    })
}

impl RawTopic {
    /// Applies the changes in the upper layer `over`. If both layers contain a term, the weight in
    /// the upper layer is used.
    pub(super) fn extend(&mut self, over: Self, diagnostics: &mut Diagnostics) {
        for (text, at) in over.drop {
            let before = self.terms.len() + self.cancel.len();
            self.terms.retain(|(term, _)| *term != text);
            self.cancel.retain(|phrase| *phrase != text);
            if self.terms.len() + self.cancel.len() == before {
                diagnostics.add(
                    Code::NothingToDrop,
                    at,
                    format!("{} has no term \"{text}\"", self.id),
                    "correct the spelling, or remove the term from drop",
                );
            }
        }
        let new: BTreeSet<&str> = over.terms.iter().map(|(term, _)| term.as_str()).collect();
        self.terms.retain(|(term, _)| !new.contains(term.as_str()));
        self.terms.extend(over.terms);
        self.cancel.extend(over.cancel);
        self.label = over.label.or(self.label.take());
        self.plover = over.plover.or(self.plover.take());
        self.cap = over.cap.or(self.cap.take());
    }
}
