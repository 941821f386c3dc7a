//! Loads `rules/**/*.toml`, which contain rules that find events. [`kinds`] reads the word classes and voices, and [`read`] reads the rules with their
//! examples.

mod kinds;
mod raw;
mod read;
mod trigger;

pub(crate) use kinds::CLASSES;
pub(crate) use raw::{Example, Rules, Written};
pub(crate) use read::example;

use crate::codes::Code;
use crate::diagnostic::{Diagnostics, Position};
use crate::fields::Fields;
use crate::files::File;
use crate::labels::TopicLabel;
use crate::language::Verbs;
use crate::placement::{LOWER_LAYERS, Place, place};
use crate::types::Types;
use crate::value;
use chancery_classifier::{ClassifierBuilder, is_topic};
use raw::Voiced;

const KEYS: [&str; 5] = ["rule", "classes", "groups", "voice", "convert"];

/// Reads the files under `rules/`.
pub(crate) fn load(files: &[File], types: &Types, verbs: &Verbs, diagnostics: &mut Diagnostics) -> Rules {
    let mut all = Rules { types: types.names().map(str::to_owned).collect(), ..Rules::default() };
    let mut rules = Vec::new();
    for (number, file) in files.iter().enumerate().filter(|(_, file)| place(file) == Place::Rules) {
        for node in value::parse(files, number, diagnostics) {
            let Some(fields) = Fields::new(&node, "a rules file", &KEYS, diagnostics) else { continue };
            kinds::read(&fields, types, diagnostics, &mut all);
            rules.extend(fields.tables("rule", diagnostics).iter().filter_map(|rule| read::read(rule, file.layer, verbs, diagnostics)));
        }
    }
    for Voiced { class, at, .. } in &all.voices {
        if !all.classes.iter().any(|(known, _)| known == class) {
            diagnostics.add(
                Code::Pattern,
                *at,
                format!("there is no class \"{class}\" for this voice"),
                "define the class under [classes]",
            );
        }
    }
    rules.sort_by_key(|rule| (rule.layer, !rule.off));
    for rule in rules {
        *all.counts.entry(rule.layer).or_default() += 1;
        all.put(files, rule, diagnostics);
    }
    all.check_patterns(diagnostics);
    all
}

impl Rules {
    fn put(&mut self, files: &[File], written: Written, diagnostics: &mut Diagnostics) {
        let known = self.rules.iter().position(|known| known.rule.id == written.rule.id);
        let id = &written.rule.id;
        match known.map(|known| (known, &self.rules[known])) {
            Some((number, known)) if written.off && known.layer < written.layer => {
                self.rules.remove(number);
            }
            _ if written.off => {
                let message = format!("no lower layer has a rule {id} to switch off");
                diagnostics.add(Code::NothingBelow, written.at, message, format!("correct the id, or remove the rule; {LOWER_LAYERS}"));
            }
            None => self.rules.push(written),
            Some((_, known)) if known.layer < written.layer => diagnostics.add(
                Code::DuplicateRule,
                written.at,
                format!("the rule {id} is already defined in the embedded data or in an earlier folder"),
                "choose another id; to replace the rule, switch it off in a separate [[rule]] with off = true",
            ),
            Some((_, known)) => {
                let message = format!("the rule {id} is already defined in {}", files[known.at.file as usize].path);
                diagnostics.add(Code::DuplicateRule, written.at, message, "choose another id");
            }
        }
    }

    /// Adds all classes, groups, voices, conversions and rules to a builder.
    pub(crate) fn fill(&self, builder: &mut ClassifierBuilder) {
        for (name, words) in &self.classes {
            builder.class(name, words.iter().map(String::as_str));
        }
        for (name, types) in &self.groups {
            builder.group(name, types.iter().map(String::as_str));
        }
        builder.types(self.types.iter().map(String::as_str));
        for Voiced { class, voice, infinitive, .. } in &self.voices {
            if *infinitive {
                builder.governor(class, *voice);
            } else {
                builder.modality(class, *voice);
            }
        }
        for (act, voice, class) in &self.conversions {
            builder.conversion(act, *voice, class);
        }
        for written in &self.rules {
            builder.rule(written.rule.clone());
        }
    }

    /// Adds the conversions to an event coder. A conversion sets the event class that an act has in a
    /// given voice.
    pub(crate) fn convert(&self, events: &mut chancery_events::EventCoderBuilder) {
        for (act, voice, class) in &self.conversions {
            events.conversion(act, *voice, class);
        }
    }

    /// Reports every pattern that cannot be read.
    fn check_patterns(&self, diagnostics: &mut Diagnostics) {
        let mut builder = ClassifierBuilder::new();
        self.fill(&mut builder);
        for error in builder.pattern_errors() {
            let (rule, number, part, reason) = (error.rule(), error.number(), error.part(), error.reason());
            if let Some(written) = self.rules.iter().find(|written| written.rule.id == rule) {
                let start = written.patterns_at[number];
                let offset = written.rule.patterns[number].rfind(part).unwrap_or(0) as u32;
                // `offset` counts from the first byte after the quotation mark that opens the
                // pattern.
                let byte = start.byte + 1 + offset;
                diagnostics.add(
                    Code::Pattern,
                    Position { byte, end: byte + part.len() as u32, ..start },
                    format!("\"{part}\" in a pattern of {rule}: {reason}"),
                    "docs/rules.md explains what a pattern may contain",
                );
            }
        }
    }

    /// Reports topics that a rule requires but that do not exist.
    pub(crate) fn check_topics(&self, labels: &[TopicLabel], diagnostics: &mut Diagnostics) {
        let known = |topic: &str| labels.iter().any(|label| is_topic(&label.id, topic));
        let mut areas: Vec<&str> = labels.iter().filter_map(|label| label.id.split('.').next()).collect();
        areas.sort_unstable();
        areas.dedup();
        for Written { rule, topics_at, .. } in &self.rules {
            let never = !rule.topics.iter().any(|topic| known(topic));
            for (topic, at) in rule.topics.iter().zip(topics_at).filter(|(topic, _)| !known(topic)) {
                let so = if never { "the rule never fires" } else { "only its other topics count" };
                diagnostics.add(
                    Code::UnknownTopic,
                    *at,
                    format!("the rule {} requires the topic \"{topic}\", which does not exist, so {so}", rule.id),
                    format!("write the id of an area ({}), or of a topic in it", areas.join(", ")),
                );
            }
        }
    }
}
