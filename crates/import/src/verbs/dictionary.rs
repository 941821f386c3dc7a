//! A verb dictionary, and the facts about the language that its reader needs.

use crate::dictionary::Note;
use std::collections::BTreeMap;

/// The facts about the language of a dictionary that the reader needs.
pub trait Lexicon {
    /// Whether a word in lower case is a preposition.
    fn is_preposition(&self, word: &str) -> bool;

    /// Whether a word in lower case is a form of an auxiliary verb, or a modal verb.
    fn is_auxiliary(&self, word: &str) -> bool;

    /// Whether a word in lower case is a negation.
    fn is_negation(&self, word: &str) -> bool;

    /// Whether a word in lower case introduces an infinitive.
    fn is_infinitive_marker(&self, word: &str) -> bool;

    /// Whether a word in lower case is a verb in its base form.
    fn is_verb(&self, word: &str) -> bool;

    /// Whether a preposition marks the actor in a passive clause.
    fn is_agent_marker(&self, word: &str) -> bool;

    /// Whether a preposition marks an owner.
    fn is_owner_marker(&self, word: &str) -> bool;

    /// Returns where the target is looked for if a pattern does not say. These are parts of a clause, written as in the key `target` of
    /// frames.
    fn default_target(&self) -> Vec<String>;
}

/// A frame, as far as a dictionary determines it. The lists have the same meaning as the keys of frames in data files.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct VerbFrame {
    /// Lemmas of verbs. Words after the first are a fixed continuation.
    pub verbs: Vec<String>,
    /// CAMEO code; empty for a sense that is not an event.
    pub cameo: String,
    /// Where the source is looked for; empty for the default.
    pub source: Vec<String>,
    /// Where the target is looked for; empty for the default.
    pub target: Vec<String>,
    /// Whether the act is mutual.
    pub reciprocal: bool,
    /// Heads of the subject, one of which must be present.
    pub subject: Vec<String>,
    /// Heads of the object, one of which must be present.
    pub object: Vec<String>,
    /// Prepositions with the heads of their phrases.
    pub prepositions: BTreeMap<String, Vec<String>>,
    /// Verbs of the governed infinitive, one of which must be present.
    pub complement: Vec<String>,
    /// Words of the clause, one of which must be present.
    pub words: Vec<String>,
    /// Whether the verb must be negated.
    pub negated: bool,
    /// Whether the clause must be passive.
    pub passive: bool,
    /// Lines of the patterns from which the frame was made.
    pub lines: Vec<usize>,
}

/// A verb dictionary.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct VerbDictionary {
    /// Sets of words with the names by which frames refer to them (`@name`).
    pub classes: BTreeMap<String, Vec<String>>,
    /// Verbs with the forms that the dictionary gives them.
    pub forms: BTreeMap<String, Vec<String>>,
    /// Frames in the order of the file.
    pub frames: Vec<VerbFrame>,
    /// The number of patterns that were read, including codes of verbs without a pattern.
    pub patterns: usize,
    /// Notes on everything that was left out or changed, with the reason.
    pub notes: Vec<Note>,
}

impl VerbDictionary {
    pub(crate) fn note(&mut self, line: usize, text: impl Into<String>) {
        self.notes.push(Note { line, text: text.into() });
    }
}
