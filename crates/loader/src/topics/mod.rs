//! Loads `topics/**/*.toml`. The module [`read`] reads the topics, and this module merges their layers.

mod read;

use crate::codes::Code;
use crate::diagnostic::Diagnostics;
use crate::fields::Fields;
use crate::files::File;
use crate::labels::TopicLabel;
use crate::placement::{LOWER_LAYERS, Place, place};
use crate::value;
use chancery_classifier::{ClassifierBuilder, is_topic};
use read::RawTopic;
use std::collections::BTreeMap;

/// The merged topics of all layers, with their terms.
#[derive(Clone, Debug, Default)]
pub(crate) struct Topics {
    topics: Vec<RawTopic>,
    /// For each layer, the number of topics and the number of terms in its files.
    pub(crate) counts: BTreeMap<u32, (usize, usize)>,
}

/// Reads the files under `topics/`. If a file contains `replace = true` at the top level, the topics of all lower layers are removed.
pub(crate) fn load(files: &[File], diagnostics: &mut Diagnostics) -> Topics {
    let mut all = Topics::default();
    let mut topics = Vec::new();
    let mut lowest = 0;
    for number in (0..files.len()).filter(|number| place(&files[*number]) == Place::Topics) {
        let layer = files[number].layer;
        for node in value::parse(files, number, diagnostics) {
            let Some(fields) = Fields::new(&node, "a topics file", &["topic", "replace"], diagnostics) else { continue };
            if fields.flag("replace", diagnostics) == Some(true) {
                lowest = lowest.max(layer);
            }
            topics.extend(fields.tables("topic", diagnostics).iter().filter_map(|topic| read::read(topic, layer, diagnostics)));
        }
    }
    for topic in &topics {
        let counts = all.counts.entry(topic.layer).or_default();
        *counts = (counts.0 + 1, counts.1 + topic.terms.len());
    }
    topics.retain(|topic| topic.layer >= lowest);
    topics.sort_by_key(|topic| (topic.layer, !topic.off, topic.extend));
    for topic in topics {
        all.put(files, topic, diagnostics);
    }
    all
}

impl Topics {
    fn put(&mut self, files: &[File], topic: RawTopic, diagnostics: &mut Diagnostics) {
        let known = self.topics.iter().position(|known| known.id == topic.id);
        let below = known.filter(|known| self.topics[*known].layer < topic.layer);
        match (known, below) {
            (_, Some(_)) if topic.off => {
                self.topics.retain(|known| known.layer >= topic.layer || !is_topic(&known.id, &topic.id));
            }
            (Some(known), _) if topic.extend => self.topics[known].extend(topic, diagnostics),
            (_, None) if topic.off || topic.extend => {
                let message = format!("no lower layer has a topic {}", topic.id);
                let help = format!("correct the id, or remove extend or off; {LOWER_LAYERS}");
                diagnostics.add(Code::NothingBelow, topic.at, message, help);
            }
            (None, _) => self.topics.push(topic),
            (_, Some(_)) => diagnostics.add(
                Code::Duplicate,
                topic.at,
                format!("the topic {} is already defined in the embedded data or in an earlier folder", topic.id),
                "to add to the existing topic, write extend = true; to replace it, switch it off in a separate [[topic]] table with off = true; otherwise choose another id",
            ),
            (Some(known), None) => {
                let file = &files[self.topics[known].at.file as usize].path;
                let message = format!("the topic {} is already defined in {file}", topic.id);
                diagnostics.add(Code::Duplicate, topic.at, message, "add the terms to that topic, or choose another id");
            }
        }
    }

    /// Returns the labels of the topics, for the output tables.
    pub(crate) fn labels(&self) -> Vec<TopicLabel> {
        self.topics
            .iter()
            .map(|topic| TopicLabel {
                id: topic.id.clone(),
                label: topic.label.clone().unwrap_or_default(),
                plover: topic.plover.clone().unwrap_or_default(),
                cap: topic.cap.clone().unwrap_or_default(),
            })
            .collect()
    }

    /// Adds all terms and cancelling phrases to a builder. A term inside a cancelling phrase does not count.
    pub(crate) fn fill(&self, builder: &mut ClassifierBuilder) {
        for topic in &self.topics {
            for (term, weight) in &topic.terms {
                builder.term(&topic.id, term, *weight);
            }
        }
        for phrase in self.topics.iter().flat_map(|topic| &topic.cancel) {
            builder.cancel(phrase);
        }
    }
}
