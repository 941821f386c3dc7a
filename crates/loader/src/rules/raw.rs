//! Rules as their files state them.

use crate::diagnostic::Position;
use chancery_classifier::Rule;
use chancery_text::Modality;
use std::collections::BTreeMap;

/// Everything that rules files say.
#[derive(Clone, Debug, Default)]
pub(crate) struct Rules {
    /// Class and its words.
    pub(super) classes: Vec<(String, Vec<String>)>,
    /// Group and its types.
    pub(super) groups: Vec<(String, Vec<String>)>,
    /// The types that slots may have.
    pub(super) types: Vec<String>,
    pub(super) voices: Vec<Voiced>,
    pub(super) conversions: Vec<(String, Modality, String)>,
    pub(crate) rules: Vec<Written>,
    /// How many rules the files of each layer have.
    pub(crate) counts: BTreeMap<u32, usize>,
}

/// A rule as it is written, with its examples.
#[derive(Clone, Debug)]
pub(crate) struct Written {
    pub(crate) rule: Rule,
    pub(super) layer: u32,
    pub(super) off: bool,
    /// Where its id is.
    pub(super) at: Position,
    /// Where its table begins.
    pub(super) table: Position,
    /// Where each pattern is.
    pub(super) patterns_at: Vec<Position>,
    /// Where each topic is.
    pub(super) topics_at: Vec<Position>,
    pub(crate) accept: Vec<Example>,
    pub(crate) reject: Vec<Example>,
}

/// A text, and what an event found in it must be; empty parts are not compared.
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

/// A class of words that indicates a voice.
#[derive(Clone, Debug)]
pub(super) struct Voiced {
    pub(super) class: String,
    pub(super) voice: Modality,
    /// Whether it is the voice of infinitives that the words govern.
    pub(super) infinitive: bool,
    pub(super) at: Position,
}
