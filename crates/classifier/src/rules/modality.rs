//! Finds the modality of an event from the words before its trigger.

use super::sentence_view::SentenceView;
use crate::tables::Modalities;
use chancery_text::Modality;
use std::ops::Range;

/// The number of tokens before the trigger that are searched for a cue (a word that expresses a modality).
const REACH: usize = 4;
/// The number of tokens before an infinitive that are searched for the word that governs it ("urged all the States of the region to withdraw").
const GOVERNOR_REACH: usize = 9;

impl Modalities {
    /// Returns the modality at a trigger.
    ///
    /// If the trigger is an infinitive, the nearest word that governs it determines the modality. If no word governs it, returns `None`, because the text does
    /// not say that the act takes place.
    ///
    /// If the trigger is not an infinitive, a cue shortly before it determines the modality. Of several cues, the one whose class was added to the builder
    /// first is used. Without a cue, the modality is [`Modality::Asserted`].
    pub(crate) fn at(&self, view: &SentenceView<'_>, trigger: &Range<usize>, sentence: &Range<usize>) -> Option<Modality> {
        let before = |end: usize, reach: usize| &view.doc.tokens[end.saturating_sub(reach).max(sentence.start)..end];
        // One adverb may come between "to" and the verb.
        let infinitive =
            self.infinitive.and_then(|class| before(trigger.start, 2).iter().rev().position(|token| view.in_class(class, token)));
        if let Some(back) = infinitive {
            let to = trigger.start - 1 - back;
            let governor = |token| self.governors.iter().find(|(class, _)| view.in_class(*class, token));
            return before(to, GOVERNOR_REACH).iter().rev().find_map(governor).map(|(_, modality)| *modality);
        }
        let tokens = before(trigger.start, REACH);
        // A word in a time expression is not a cue ("On 23 May").
        let cue = self.cues.iter().find(|(class, _)| tokens.iter().any(|token| view.in_class(*class, token) && !view.in_time(token)));
        Some(cue.map_or(Modality::Asserted, |(_, modality)| *modality))
    }

    /// Returns the class of events in which `act` has this modality.
    pub(crate) fn class(&self, act: &str, modality: Modality) -> String {
        self.conversions.get(&(act.to_owned(), modality)).map_or(act, String::as_str).to_owned()
    }
}
