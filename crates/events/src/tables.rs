//! Compiled frames and word lists.

use crate::cue::Cue;
use crate::words::Words;
use chancery_text::Modality;
use chancery_text::key::KeyMap;

/// What the head of a phrase is asked for.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Heads {
    /// Lemmas, sorted.
    pub(crate) lemmas: Vec<u32>,
    /// Terms of several words: the lemmas before the last, and the last.
    pub(crate) terms: Vec<Vec<u32>>,
    pub(crate) actor: bool,
    pub(crate) place: bool,
    pub(crate) thing: bool,
    pub(crate) any: bool,
}

/// A side, with the preposition as a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) enum Slot {
    Subject,
    Object,
    Indirect,
    Preposition(u64),
    ObjectOwner,
    ObjectPreposition(u64),
    SubjectPreposition(u64),
    SubjectOwner,
    ComplementPreposition(u64),
    ComplementSubject,
    ComplementObject,
}

/// A compiled frame.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct CompiledFrame {
    pub(crate) id: String,
    pub(crate) act: String,
    /// The class of the act, before the conversion for its voice.
    pub(crate) class: String,
    /// The class, if what it says must be done by somebody ("said that Iran must"); empty for none.
    pub(crate) obliged: String,
    pub(crate) mode: String,
    pub(crate) cameo: String,
    pub(crate) none: bool,
    pub(crate) source: Vec<Slot>,
    pub(crate) target: Vec<Slot>,
    pub(crate) noun_source: Vec<Slot>,
    pub(crate) noun_target: Vec<Slot>,
    pub(crate) reciprocal: bool,
    /// Whether the target is who does what the object names ("condemned the raid by").
    pub(crate) asks_doer: bool,
    pub(crate) object: Option<Heads>,
    pub(crate) not_object: Option<Heads>,
    pub(crate) subject: Option<Heads>,
    pub(crate) not_subject: Option<Heads>,
    pub(crate) prepositions: Vec<(u64, Heads)>,
    pub(crate) not_prepositions: Vec<(u64, Heads)>,
    /// Bits: 1 to, 2 that, 4 ing.
    pub(crate) clause: u8,
    pub(crate) complement: Option<Heads>,
    pub(crate) passive: Option<bool>,
    pub(crate) words: Option<Heads>,
    pub(crate) unless: Option<Heads>,
    pub(crate) negated: Option<bool>,
    /// How many conditions there are.
    pub(crate) weight: u32,
}

/// A verb or noun of a frame: the lemmas of its continuation, and the frame.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Use {
    pub(crate) rest: Vec<u64>,
    pub(crate) frame: u32,
}

/// A noun of people or bodies.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct SectorNoun {
    /// The words before the last, by their keys.
    pub(crate) before: Vec<u64>,
    pub(crate) sector: u16,
}

/// Everything that the coder looks up.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Tables {
    pub(crate) words: Words,
    /// The preposition before who acts in a passive clause, and the one before whose something is.
    pub(crate) agent: u64,
    pub(crate) of: u64,
    pub(crate) frames: Vec<CompiledFrame>,
    /// Uses by the number of the first lemma, longest continuation first.
    pub(crate) verbs: KeyMap<u32, Vec<Use>>,
    pub(crate) nouns: KeyMap<u32, Vec<Use>>,
    /// Support verbs, by the number of the first lemma, with their continuations.
    pub(crate) support: KeyMap<u32, Vec<Vec<u64>>>,
    pub(crate) sectors: Vec<String>,
    /// Nouns of people by the form of their last word, longest first.
    pub(crate) people: KeyMap<u64, Vec<SectorNoun>>,
    /// Cues of voice by form.
    pub(crate) cues: KeyMap<u64, Vec<Cue>>,
    pub(crate) conversions: Vec<(String, Modality, String)>,
}

impl Tables {
    /// Whether a form is a cue of a kind.
    pub(crate) fn is_cue(&self, key: u64, cue: Cue) -> bool {
        self.cues.get(&key).is_some_and(|cues| cues.contains(&cue))
    }

    /// The class of an act in a voice.
    pub(crate) fn class<'t>(&'t self, class: &'t str, voice: Modality) -> &'t str {
        let found = self.conversions.iter().find(|(act, of, _)| act == class && *of == voice);
        found.map_or(class, |(.., class)| class)
    }
}
