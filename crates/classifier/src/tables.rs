//! The compiled terms and rules.

use crate::rules::{Pattern, Vocabulary};
use chancery_phrases::Phrases;
use chancery_text::Modality;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The role of a phrase, packed into the value of the phrase in the phrase set.
#[derive(Clone, Copy)]
pub(crate) enum Role {
    /// A term: the index of its votes.
    Term(u32),
    /// A trigger: its number.
    Trigger(u32),
}

impl Role {
    pub(crate) const fn pack(self) -> u32 {
        match self {
            Self::Term(number) => number << 1,
            Self::Trigger(number) => number << 1 | 1,
        }
    }

    pub(crate) const fn unpack(value: u32) -> Self {
        if value & 1 == 0 { Self::Term(value >> 1) } else { Self::Trigger(value >> 1) }
    }
}

/// A compiled rule.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct CompiledRule {
    pub(crate) id: String,
    pub(crate) act: String,
    pub(crate) patterns: Vec<Pattern>,
    pub(crate) reciprocal: bool,
    pub(crate) unless: Vec<String>,
    pub(crate) topics: Vec<String>,
    pub(crate) blocks: Vec<String>,
    pub(crate) weight: f32,
    /// Whether each of its patterns has a slot that must be filled.
    pub(crate) wants_filler: bool,
}

/// The labels that terms vote for.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Terms {
    pub(crate) labels: Vec<Arc<str>>,
    /// Labels (by number) and weights. Terms with equal votes share an element; it is empty for phrases that only cancel the terms inside them.
    pub(crate) votes: Vec<Vec<(u32, f32)>>,
}

/// The classes of words that express a modality, and the classes of events that acts become in a modality.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Modalities {
    /// Classes of words that stand shortly before a trigger, and the modality that they express, strongest first.
    pub(crate) cues: Vec<(u32, Modality)>,
    /// Classes of words that govern an infinitive, and the modality that they express. These words may stand farther away.
    pub(crate) governors: Vec<(u32, Modality)>,
    /// The class of words that introduce an infinitive ("to").
    pub(crate) infinitive: Option<u32>,
    /// The class of the event for an act in a modality. If the map has no entry, the class is the act itself.
    pub(crate) conversions: BTreeMap<(String, Modality), String>,
}

/// Everything that a run looks up.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Tables {
    /// Terms and triggers.
    pub(crate) phrases: Phrases,
    pub(crate) terms: Terms,
    pub(crate) rules: Vec<CompiledRule>,
    /// For each trigger, the index of its rule and the index of its form.
    pub(crate) triggers: Vec<(u32, u32)>,
    /// The names of the forms of triggers.
    pub(crate) forms: Vec<String>,
    pub(crate) vocabulary: Vocabulary,
    pub(crate) modalities: Modalities,
    /// The number of the class `coordinator`; `None` if there is no such class.
    pub(crate) coordinators: Option<u32>,
    /// The number of the class `barrier`.
    pub(crate) barriers: Option<u32>,
    /// The number of the class `article`.
    pub(crate) articles: Option<u32>,
}
