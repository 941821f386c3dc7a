//! The contents of a verb dictionary, and the facts about its language that are needed to read it.

use crate::dictionary::Note;
use std::collections::BTreeMap;

/// Provides the facts about a language that the reader of a verb dictionary needs. Callers implement this trait.
pub trait Lexicon {
    /// Returns whether a word in lower case is a preposition.
    fn is_preposition(&self, word: &str) -> bool;

    /// Returns whether a word in lower case is a modal verb or a form of an auxiliary verb.
    fn is_auxiliary(&self, word: &str) -> bool;

    /// Returns whether a word in lower case is a negation.
    fn is_negation(&self, word: &str) -> bool;

    /// Returns whether a word in lower case introduces an infinitive.
    fn is_infinitive_marker(&self, word: &str) -> bool;

    /// Returns whether a word in lower case is a verb in its base form.
    fn is_verb(&self, word: &str) -> bool;

    /// Returns whether a preposition introduces the actor in a passive clause, as "by" does.
    fn is_agent_marker(&self, word: &str) -> bool;

    /// Returns whether a preposition introduces an owner, as "of" does.
    fn is_owner_marker(&self, word: &str) -> bool;

    /// Returns the parts of a clause in which the target is searched for if a pattern does not specify any. The parts are named as in the key `target` of a
    /// frame.
    fn default_target(&self) -> Vec<String>;
}

/// A frame that was made from patterns of the dictionary, with its conditions. The fields have the same meaning as the keys of frames in data files
/// (`docs/events.md` describes them).
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct VerbFrame {
    /// The verbs of the frame, as lemmas (dictionary forms). If an item has further words after the verb ("beef up"), these words must follow the verb in the
    /// text.
    pub verbs: Vec<String>,
    /// The code of the event in CAMEO, a classification of political events. Empty if the frame states that the verb, under these conditions, does not denote
    /// an event.
    pub cameo: String,
    /// The parts of the clause in which the source is searched for. Empty if the default applies.
    pub source: Vec<String>,
    /// The parts of the clause in which the target is searched for. Empty if the default applies.
    pub target: Vec<String>,
    /// Whether the act is mutual. If a mutual act has several sources but no target, the sources
    /// are also the targets.
    pub reciprocal: bool,
    /// If not empty, one of these words must be the head of the subject.
    pub subject: Vec<String>,
    /// If not empty, one of these words must be the head of the object.
    pub object: Vec<String>,
    /// For each preposition, a list of words. One of them must be the head of the phrase after the
    /// preposition.
    pub prepositions: BTreeMap<String, Vec<String>>,
    /// If not empty, the verb of the frame must govern one of these verbs as an infinitive.
    pub complement: Vec<String>,
    /// If not empty, one of these words must be in the clause.
    pub words: Vec<String>,
    /// Whether the verb must be negated.
    pub negated: bool,
    /// Whether the clause must be passive.
    pub passive: bool,
    /// The line numbers of the patterns from which the frame was made.
    pub lines: Vec<usize>,
}

/// A verb dictionary.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct VerbDictionary {
    /// Sets of words, keyed by name. Frames refer to a set as `@name`.
    pub classes: BTreeMap<String, Vec<String>>,
    /// The inflected forms that the dictionary lists for some verbs, keyed by verb.
    pub forms: BTreeMap<String, Vec<String>>,
    /// Frames in the order of the file.
    pub frames: Vec<VerbFrame>,
    /// The number of patterns that were read. A verb with a code but without a pattern counts as
    /// one.
    pub patterns: usize,
    /// Notes that say what was left out or changed, and why.
    pub notes: Vec<Note>,
}

impl VerbDictionary {
    pub(crate) fn note(&mut self, line: usize, text: impl Into<String>) {
        self.notes.push(Note { line, text: text.into() });
    }
}
