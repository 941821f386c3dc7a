//! The compiled terms and rules.

use crate::rules::{Pattern, Vocabulary};
use chancery_phrases::Phrases;
use chancery_text::Modality;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The role of a phrase in the phrase set: a term of a topic, or a trigger of a rule. The role is packed into one integer, which the
/// phrase set stores as the value of the phrase.
#[derive(Clone, Copy)]
pub(crate) enum Role {
    /// A term. The value is the index of its votes in `Terms::votes`.
    Term(u32),
    /// A trigger. The value is its index in `Tables::triggers`.
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
    /// Whether every pattern of the rule has a slot that must be filled.
    pub(crate) wants_filler: bool,
}

/// The topic labels, and the votes of terms for these labels.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Terms {
    pub(crate) labels: Vec<Arc<str>>,
    /// The distinct sets of votes. A vote of a term for a topic consists of the index of the topic's label, and a weight. Terms with the same votes share a
    /// set. The set is empty for a phrase that only cancels the terms inside it.
    pub(crate) votes: Vec<Vec<(u32, f32)>>,
}

/// The word classes that express a modality, and the event class for each pair of act and modality.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Modalities {
    /// Word classes, each with the modality that its words express if they occur shortly before a trigger. If words of several classes
    /// occur there, the class that comes first in this list applies.
    pub(crate) cues: Vec<(u32, Modality)>,
    /// Word classes, each with the modality that its words express if they govern an infinitive. These words may be farther from the
    /// trigger than the words of `cues`.
    pub(crate) governors: Vec<(u32, Modality)>,
    /// The index of the word class `infinitive`, whose words introduce an infinitive ("to"); `None` if this class was not added.
    pub(crate) infinitive: Option<u32>,
    /// The event class for each pair of act and modality. If a pair has no entry, the class is the act itself.
    pub(crate) conversions: BTreeMap<(String, Modality), String>,
}

/// All data that a run uses.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Tables {
    /// The phrase set of all terms and triggers.
    pub(crate) phrases: Phrases,
    pub(crate) terms: Terms,
    pub(crate) rules: Vec<CompiledRule>,
    /// For each trigger, the index of its rule in `rules` and the index of its verb form in `forms`.
    pub(crate) triggers: Vec<(u32, u32)>,
    /// The names of the verb forms that triggers can have.
    pub(crate) forms: Vec<String>,
    pub(crate) vocabulary: Vocabulary,
    pub(crate) modalities: Modalities,
    /// The index of the word class `coordinator`; `None` if this class was not added.
    pub(crate) coordinators: Option<u32>,
    /// The index of the word class `barrier`; `None` if this class was not added. A gap in a pattern never extends across a barrier.
    pub(crate) barriers: Option<u32>,
    /// The index of the word class `article`; `None` if this class was not added.
    pub(crate) articles: Option<u32>,
}
