//! Reads `outline.toml`, which contains words that indicate the type of a document and its parts.

use super::layers::Layered;
use crate::codes::Code;
use crate::diagnostic::Diagnostics;
use chancery_outline::{Cue, Outliner};
use chancery_tokenizer::Tokenizer;

/// The words of all languages, in the order of the files.
#[derive(Clone, Debug, Default)]
pub(crate) struct OutlineWords {
    types: Vec<String>,
    turns: Option<String>,
    dateline: Option<String>,
    /// The phrases. Each consists of a cue (what the phrase indicates), a class and the text. The
    /// class is empty for phrases of the table `[part]`.
    cues: Vec<(Cue, String, String)>,
}

/// The cues whose phrases are listed by class.
const CLASSED: [Cue; 9] =
    [Cue::Title, Cue::Opening, Cue::Formula, Cue::Line, Cue::Signature, Cue::Heading, Cue::Phrase, Cue::Recital, Cue::Provision];
const NAMES: [&str; 9] = ["title", "opening", "formula", "line", "signature", "heading", "phrase", "recital", "provision"];

impl OutlineWords {
    /// Adds the words of one language.
    pub(super) fn add(&mut self, layered: &Layered, diagnostics: &mut Diagnostics) {
        self.types.extend(layered.words("types"));
        self.turns = layered.words("turns_type").last().or(self.turns.take());
        self.dateline = layered.words("dateline_type").last().or(self.dateline.take());
        for (group, cue) in NAMES.iter().zip(CLASSED) {
            for (class, entry) in layered.group(group) {
                self.cues.extend(entry.keys.iter().map(|phrase| (cue, class.to_owned(), phrase.clone())));
            }
        }
        for (name, entry) in layered.group("part") {
            match name.parse::<Cue>() {
                Ok(cue) => self.cues.extend(entry.keys.iter().map(|phrase| (cue, String::new(), phrase.clone()))),
                Err(error) => {
                    let known: Vec<&str> = Cue::names().filter(|name| !NAMES.contains(name)).collect();
                    diagnostics.add(Code::UnknownKey, entry.at, error.to_string(), format!("known kinds: {}", known.join(", ")));
                }
            }
        }
    }

    /// Builds the outliner from these words.
    pub(crate) fn outliner(&self, tokenizer: &Tokenizer) -> Outliner {
        let mut builder = Outliner::builder(tokenizer);
        for name in &self.types {
            builder.document_type(name);
        }
        if let Some(name) = &self.turns {
            builder.type_with_turns(name);
        }
        if let Some(name) = &self.dateline {
            builder.type_with_dateline(name);
        }
        for (cue, class, phrase) in &self.cues {
            builder.cue(*cue, class, phrase);
        }
        builder.build()
    }
}
