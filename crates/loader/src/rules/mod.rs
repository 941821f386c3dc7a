//! `rules/**/*.toml`: word classes and voices ([`kinds`]), rules ([`read`]), and their examples ([`check`]).

mod check;
mod kinds;
mod read;

pub use check::Tested;
pub(crate) use check::{check, patterns, topics};

use crate::diagnostic::{Diagnostics, Position};
use crate::files::File;
use crate::language::Languages;
use crate::value;
use chancery_classifier::{ClassifierBuilder, Rule};

/// Everything that rules files say.
#[derive(Clone, Debug, Default)]
pub(crate) struct Rules {
    /// Class and its words.
    classes: Vec<(String, Vec<String>)>,
    /// Group and its types.
    groups: Vec<(String, Vec<String>)>,
    voices: Vec<Voiced>,
    conversions: Vec<(String, chancery_text::Modality, String)>,
    pub(crate) rules: Vec<Written>,
}

/// A class of words that tells of a voice.
#[derive(Clone, Debug)]
struct Voiced {
    class: String,
    voice: chancery_text::Modality,
    /// Whether it is the voice of infinitives that the words govern.
    infinitive: bool,
    at: Position,
}

/// A rule as it is written, with its examples.
#[derive(Clone, Debug)]
pub(crate) struct Written {
    pub(crate) rule: Rule,
    pub(crate) at: Position,
    /// Where each pattern stands.
    pub(crate) patterns_at: Vec<Position>,
    /// Where each topic stands.
    pub(crate) topics_at: Vec<Position>,
    pub(crate) accept: Vec<Example>,
    pub(crate) reject: Vec<Example>,
}

/// A text, and what an event found in it must be; empty parts are not looked at.
#[derive(Clone, Debug, Default)]
pub(crate) struct Example {
    pub(crate) at: Position,
    pub(crate) text: String,
    pub(crate) source: Option<Vec<String>>,
    pub(crate) target: Option<Vec<String>>,
    pub(crate) class: Option<String>,
    pub(crate) voice: Option<String>,
}

/// Reads the files under `rules/`.
pub(crate) fn load(files: &[File], languages: &Languages, faults: &mut Diagnostics) -> Rules {
    let mut all = Rules::default();
    for (number, file) in files.iter().enumerate() {
        if !file.inner.starts_with("rules/") {
            continue;
        }
        for node in value::parse(files, number, faults) {
            kinds::read(files, &node, faults, &mut all);
            read::read(files, &node, languages, faults, &mut all);
        }
    }
    for Voiced { class, at, .. } in &all.voices {
        if !all.classes.iter().any(|(known, _)| known == class) {
            faults.error(files, *at, "CH-R004", format!("there is no class \"{class}\" for this voice"), "add it under [classes]");
        }
    }
    all
}

impl Rules {
    /// Puts everything into a builder.
    pub(crate) fn fill(&self, builder: &mut ClassifierBuilder) {
        for (name, words) in &self.classes {
            builder.class(name, words.iter().map(String::as_str));
        }
        for (name, types) in &self.groups {
            builder.group(name, types.iter().map(String::as_str));
        }
        builder.types(crate::gazetteer::TYPES);
        for Voiced { class, voice, infinitive, .. } in &self.voices {
            if *infinitive {
                builder.governor(class, *voice)
            } else {
                builder.modality(class, *voice)
            };
        }
        for (act, voice, class) in &self.conversions {
            builder.conversion(act, *voice, class);
        }
        for written in &self.rules {
            builder.rule(written.rule.clone());
        }
    }
}
