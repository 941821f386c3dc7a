//! The compiled terms and rules.

use crate::rules::{Pattern, Vocabulary};
use chancery_phrases::Phrases;
use chancery_text::Modality;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What a phrase is, packed into the value that it has in the phrase set.
#[derive(Clone, Copy)]
pub(crate) enum Role {
    /// A term, by the number of its votes.
    Term(u32),
    /// A trigger, by its number.
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

/// What terms speak for.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Terms {
    pub(crate) labels: Vec<Arc<str>>,
    /// Labels (by number) and weights. Terms with equal votes share an element; it is empty for phrases that only cancel the terms inside them.
    pub(crate) votes: Vec<Vec<(u32, f32)>>,
}

/// The classes of words that express a modality, and what an act becomes in it.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Modalities {
    /// Classes of words just before a trigger and their modality, strongest first.
    pub(crate) cues: Vec<(u32, Modality)>,
    /// The same for words that govern an infinitive; they may stand further away.
    pub(crate) governors: Vec<(u32, Modality)>,
    /// The class of words that introduce an infinitive ("to").
    pub(crate) infinitive: Option<u32>,
    /// Class of event by act and modality; by default the act itself.
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
    /// Rule and form of each trigger, by number.
    pub(crate) triggers: Vec<(u32, u16)>,
    /// Names of the forms.
    pub(crate) forms: Vec<String>,
    pub(crate) vocabulary: Vocabulary,
    pub(crate) modalities: Modalities,
    /// The classes `coordinator`, `barrier` and `article`, by number.
    pub(crate) coordinators: Option<u32>,
    pub(crate) barriers: Option<u32>,
    pub(crate) articles: Option<u32>,
}
