//! Reads event rules.

use super::kinds::{CLASSES, single};
use super::raw::{Example, Written};
use super::trigger::triggers;
use crate::codes::Code;
use crate::diagnostic::Diagnostics;
use crate::fields::{self, Fields};
use crate::language::Verbs;
use crate::value::Node;
use chancery_classifier::Rule;

const KEYS: [&str; 14] =
    ["id", "act", "trigger", "pattern", "reciprocal", "unless", "topics", "blocks", "weight", "gap", "accept", "reject", "off", "note"];
const BLOCKS: [&str; 3] = ["paragraph", "heading", "list-item"];
const EXAMPLE_KEYS: [&str; 7] = ["text", "source", "target", "class", "act", "voice", "note"];

pub(super) fn read(node: &Node, layer: u32, verbs: &Verbs, diagnostics: &mut Diagnostics) -> Option<Written> {
    let fields = Fields::new(node, "a rule", &KEYS, diagnostics)?;
    let Some(id) = fields.text("id", diagnostics).filter(|id| !id.is_empty()) else {
        diagnostics.add(Code::RulePart, node.at, "this rule has no id", "write id = \"sign\"");
        return None;
    };
    let off = fields.flag("off", diagnostics) == Some(true);
    let act = fields.text("act", diagnostics).unwrap_or_default();
    if !off && !CLASSES.contains(&act.as_str()) {
        let at = fields.get("act").map_or(node.at, |node| node.at);
        let help = format!("an act is one of the PLOVER classes: {}", CLASSES.join(", "));
        diagnostics.add(Code::RulePart, at, format!("\"{act}\" is not a valid act for the rule {id}"), help);
    }
    let mut rule = Rule::new(&id, &act);
    let list = |key| fields.get(key).map_or(&[][..], Node::items);
    for item in list("trigger") {
        let Some(text) = fields::text(item, diagnostics) else { continue };
        match triggers(&text, verbs) {
            Ok(found) => rule.triggers.extend(found),
            Err(reason) => {
                let help = "write \"sign/v\" for all forms of a verb, \"treaty/n\" for the singular and plural of a noun, and other words without a suffix";
                diagnostics.add(Code::Trigger, item.at, reason, help);
            }
        }
    }
    let patterns: Vec<_> = list("pattern").iter().filter_map(|item| Some((fields::text(item, diagnostics)?, item.at))).collect();
    let topics: Vec<_> = list("topics").iter().filter_map(|item| Some((fields::text(item, diagnostics)?, item.at))).collect();
    rule.patterns = patterns.iter().map(|(text, _)| text.clone()).collect();
    rule.topics = topics.iter().map(|(text, _)| text.clone()).collect();
    rule.reciprocal = fields.flag("reciprocal", diagnostics).unwrap_or(rule.reciprocal);
    if let Some(words) = fields.get("unless") {
        single(words, diagnostics);
        rule.unless = fields::texts(words, diagnostics);
    }
    rule.blocks = fields.texts("blocks", diagnostics);
    for item in list("blocks") {
        if item.as_text().is_some_and(|kind| !BLOCKS.contains(&kind)) {
            fields::wrong(item, "blocks must be paragraph, heading or list-item", "correct the value, or leave the key out", diagnostics);
        }
    }
    rule.weight = fields.number("weight", 0.0..=1000.0, diagnostics).map_or(rule.weight, |weight| weight as f32);
    rule.gap = fields.whole("gap", 1000, diagnostics).map_or(rule.gap, |gap| gap as u16);
    let accept: Vec<Example> = list("accept").iter().filter_map(|item| example(item, diagnostics)).collect();
    let reject: Vec<Example> = list("reject").iter().filter_map(|item| example(item, diagnostics)).collect();
    let written = Written {
        rule,
        layer,
        off,
        at: fields.get("id").map_or(node.at, |id| id.at),
        table: node.at,
        patterns_at: patterns.into_iter().map(|(_, at)| at).collect(),
        topics_at: topics.into_iter().map(|(_, at)| at).collect(),
        accept,
        reject,
    };
    if !off {
        complete(&written, diagnostics);
    }
    Some(written)
}

/// Reports required parts that are missing from a rule.
fn complete(written: &Written, diagnostics: &mut Diagnostics) {
    let rule = &written.rule;
    for (missing, what, help) in [
        (rule.triggers.is_empty(), "no trigger", "write trigger = [\"sign/v\"]"),
        (rule.patterns.is_empty(), "no pattern", "write pattern = \"source=$actor ... TRIGGER ... target=$actor\""),
        (written.accept.is_empty(), "no example in accept", "write accept = [{ text = \"Kenya signed a treaty.\", source = [\"KEN\"] }]"),
        (
            written.reject.is_empty(),
            "no example in reject",
            "write reject = [\"…\"] with a sentence that contains the trigger, but in which the rule must find no event",
        ),
    ] {
        if missing {
            diagnostics.add(Code::RulePart, written.table, format!("the rule {} has {what}", rule.id), help);
        }
    }
}

pub(crate) fn example(node: &Node, diagnostics: &mut Diagnostics) -> Option<Example> {
    let mut example = Example { at: node.at, ..Example::default() };
    if let Some(text) = node.as_text() {
        text.clone_into(&mut example.text);
    } else if node.as_table().is_some() {
        let fields = Fields::new(node, "an example", &EXAMPLE_KEYS, diagnostics)?;
        example.text = fields.text("text", diagnostics).unwrap_or_default();
        example.source = fields.get("source").map(|list| fields::texts(list, diagnostics));
        example.target = fields.get("target").map(|list| fields::texts(list, diagnostics));
        example.class = fields.text("class", diagnostics);
        example.act = fields.text("act", diagnostics);
        example.voice = fields.text("voice", diagnostics);
    }
    if example.text.is_empty() {
        fields::wrong(
            node,
            "an example must be a string, or a table with the key text and, optionally, source, target, class, act and voice",
            "write the example in quotation marks",
            diagnostics,
        );
        return None;
    }
    Some(example)
}
