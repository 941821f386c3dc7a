//! Event rules as they are written in data files.

use crate::diagnostic::Position;
use chancery_classifier::Rule;
use chancery_text::Modality;
use std::collections::BTreeMap;

/// The content of all rules files.
#[derive(Clone, Debug, Default)]
pub(crate) struct Rules {
    /// The classes of words, each with its name and its words.
    pub(super) classes: Vec<(String, Vec<String>)>,
    /// The groups of entity types, each with its name and its types.
    pub(super) groups: Vec<(String, Vec<String>)>,
    /// The entity types that a slot (a part of a pattern that a name fills) may require.
    pub(super) types: Vec<String>,
    pub(super) voices: Vec<Voiced>,
    pub(super) conversions: Vec<(String, Modality, String)>,
    pub(crate) rules: Vec<Written>,
    /// Number of rules in the files of each layer.
    pub(crate) counts: BTreeMap<u32, usize>,
}

/// A rule as written in a data file, with its examples.
#[derive(Clone, Debug)]
pub(crate) struct Written {
    pub(crate) rule: Rule,
    pub(crate) layer: u32,
    pub(super) off: bool,
    /// Position of the id in the file.
    pub(super) at: Position,
    /// Position of the rule's table in the file.
    pub(super) table: Position,
    /// Position of each pattern in the file.
    pub(super) patterns_at: Vec<Position>,
    /// Position of each topic that the rule requires.
    pub(super) topics_at: Vec<Position>,
    pub(crate) accept: Vec<Example>,
    pub(crate) reject: Vec<Example>,
}

/// An example of a rule: a text and the event that must be found in the text. Fields that are
/// `None` are not compared.
#[derive(Clone, Debug, Default)]
pub(crate) struct Example {
    pub(crate) at: Position,
    pub(crate) text: String,
    pub(crate) source: Option<Vec<String>>,
    pub(crate) target: Option<Vec<String>>,
    pub(crate) class: Option<String>,
    pub(crate) act: Option<String>,
    pub(crate) voice: Option<String>,
}

/// A class of words that indicates the voice of an act.
#[derive(Clone, Debug)]
pub(super) struct Voiced {
    pub(super) class: String,
    pub(super) voice: Modality,
    /// Whether the voice applies to infinitives that these words govern.
    pub(super) infinitive: bool,
    pub(super) at: Position,
}
