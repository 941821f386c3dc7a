//! How something is said, from words near the trigger.

use super::matcher::Frame;
use chancery_text::Voice;
use std::collections::BTreeMap;
use std::ops::Range;

/// Classes of words that tell a voice, and what a class of event becomes in it.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Voices {
    /// Number of a class of words and its voice (by name), the strongest first.
    pub(crate) cues: Vec<(u32, String)>,
    /// Act and voice to class.
    pub(crate) conversions: BTreeMap<(String, String), String>,
}

/// How far before the trigger its auxiliaries stand.
const REACH: usize = 4;

impl Voices {
    /// The voice of what a trigger says: the first in order of which a cue stands just before the trigger.
    pub(crate) fn voice(&self, frame: &Frame<'_>, trigger: &Range<usize>, sentence: &Range<usize>) -> Voice {
        let from = trigger.start.saturating_sub(REACH).max(sentence.start);
        let before = &frame.doc.tokens[from..trigger.start];
        let cue = self.cues.iter().find(|(class, _)| before.iter().any(|token| frame.in_class(*class, token)));
        cue.and_then(|(_, voice)| Voice::of(voice)).unwrap_or(Voice::Asserted)
    }

    /// The class of an act said in a voice.
    pub(crate) fn class(&self, act: &str, voice: Voice) -> String {
        self.conversions.get(&(act.to_owned(), voice.as_str().to_owned())).map_or(act, String::as_str).to_owned()
    }
}
