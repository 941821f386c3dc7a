//! How something is said, from words near the trigger.

use super::matcher::SentenceView;
use chancery_text::Modality;
use std::collections::BTreeMap;
use std::ops::Range;

/// Classes of words that tell a voice, and what a class of event becomes in it.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Voices {
    /// Number of a class of words and its voice (by name), the strongest first.
    pub(crate) cues: Vec<(u32, String)>,
    /// The same for words that govern an infinitive, from which they may stand further off.
    pub(crate) governors: Vec<(u32, String)>,
    /// Number of the class of words that make an infinitive ("to").
    pub(crate) infinitive: Option<u32>,
    /// Act and voice to class.
    pub(crate) conversions: BTreeMap<(String, String), String>,
}

/// How far before the trigger its auxiliaries stand.
const REACH: usize = 4;
/// How far before an infinitive its governor stands ("urged all the States of the region to withdraw").
const GOVERNOR_REACH: usize = 9;

impl Voices {
    /// The voice of what a trigger says: the first in order of which a cue stands just before the trigger. An infinitive has the voice of the nearest word that
    /// governs it; `None` if there is none, for then nobody is said to do it.
    pub(crate) fn voice(&self, frame: &SentenceView<'_>, trigger: &Range<usize>, sentence: &Range<usize>) -> Option<Modality> {
        let before = |end: usize, reach: usize| &frame.doc.tokens[end.saturating_sub(reach).max(sentence.start)..end];
        // One adverb may stand between.
        let infinitive =
            self.infinitive.and_then(|class| before(trigger.start, 2).iter().rev().position(|token| frame.in_class(class, token)));
        if let Some(back) = infinitive {
            let to = trigger.start - 1 - back;
            let named = |token| self.governors.iter().find(|(class, _)| frame.in_class(*class, token));
            return before(to, GOVERNOR_REACH).iter().rev().find_map(named).and_then(|(_, voice)| voice.parse().ok());
        }
        let cues = before(trigger.start, REACH);
        // What is a part of a time is no cue ("On 23 May").
        let cue = self.cues.iter().find(|(class, _)| cues.iter().any(|token| frame.in_class(*class, token) && !frame.in_time(token)));
        Some(cue.and_then(|(_, voice)| voice.parse().ok()).unwrap_or(Modality::Asserted))
    }

    /// The class of an act said in a voice.
    pub(crate) fn class(&self, act: &str, voice: Modality) -> String {
        self.conversions.get(&(act.to_owned(), voice.as_str().to_owned())).map_or(act, String::as_str).to_owned()
    }
}
