//! Classes of words, groups of types, voices and conversions.

use super::Rules;
use crate::diagnostic::Diagnostics;
use crate::files::File;
use crate::value::{Node, Value};
use chancery_text::Modality;

/// PLOVER 2021's classes of events.
pub(super) const CLASSES: [&str; 16] = [
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
];

pub(super) fn read(files: &[File], node: &Node, faults: &mut Diagnostics, all: &mut Rules) {
    for (key, at, value) in node.as_table().unwrap_or_default() {
        match (key.as_str(), &value.value) {
            ("classes", Value::Table(rows)) => {
                for (name, _, words) in rows {
                    single(files, words, faults);
                    all.classes.push((name.clone(), texts(words)));
                }
            }
            ("groups", Value::Table(rows)) => all.groups.extend(rows.iter().map(|(name, _, types)| (name.clone(), texts(types)))),
            ("voice", Value::List(items)) => {
                for item in items {
                    let infinitive = match text(item, "of").as_deref() {
                        None => false,
                        Some("infinitive") => true,
                        Some(other) => {
                            faults.error(
                                files,
                                item.at,
                                "CH-D003",
                                format!("a voice is of no \"{other}\""),
                                "write of = \"infinitive\", or leave it out",
                            );
                            continue;
                        }
                    };
                    match (text(item, "class"), voice(files, item, faults)) {
                        (Some(class), Some(voice)) => all.voices.push(super::Voiced { class, voice, infinitive, at: item.at }),
                        _ => faults.error(files, item.at, "CH-D004", "a voice needs class and voice", ""),
                    }
                }
            }
            ("convert", Value::List(items)) => {
                for item in items {
                    match (text(item, "act"), voice(files, item, faults), text(item, "class")) {
                        (Some(act), Some(voice), Some(class)) if CLASSES.contains(&act.as_str()) && CLASSES.contains(&class.as_str()) => {
                            all.conversions.push((act, voice, class));
                        }
                        _ => faults.error(
                            files,
                            item.at,
                            "CH-D004",
                            "a conversion needs act, voice and class",
                            format!("classes are {}", CLASSES.join(", ")),
                        ),
                    }
                }
            }
            ("rule", Value::List(_)) => {}
            (other, _) => faults.error(
                files,
                *at,
                "CH-D002",
                format!("a rules file knows no \"{other}\" of this kind at its top"),
                "known are [[rule]], [classes], [groups], [[voice]] and [[convert]]",
            ),
        }
    }
}

fn voice(files: &[File], item: &Node, faults: &mut Diagnostics) -> Option<Modality> {
    let name = text(item, "voice")?;
    let voice = name.parse::<Modality>().ok();
    if voice.is_none() {
        faults.error(
            files,
            item.at,
            "CH-D003",
            format!("there is no voice \"{name}\""),
            "asserted, negated, future, obliged, conditional, requested, denied, historical",
        );
    }
    voice
}

fn text(item: &Node, key: &str) -> Option<String> {
    item.get(key).and_then(Node::as_text).map(str::to_owned)
}

pub(super) fn texts(node: &Node) -> Vec<String> {
    let items: &[Node] = if let Value::List(items) = &node.value { items } else { std::slice::from_ref(node) };
    items.iter().filter_map(Node::as_text).map(str::to_owned).collect()
}

/// Tells of every phrase where only single words are looked at.
pub(super) fn single(files: &[File], words: &Node, faults: &mut Diagnostics) {
    let items: &[Node] = if let Value::List(items) = &words.value { items } else { std::slice::from_ref(words) };
    for item in items {
        if let Some(phrase) = item.as_text().filter(|text| text.trim().contains(char::is_whitespace)) {
            faults.error(
                files,
                item.at,
                "CH-R007",
                format!("\"{phrase}\" is a phrase, and single words are looked at here"),
                "write one of its words, or use the phrase as a trigger",
            );
        }
    }
}
