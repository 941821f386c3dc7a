//! Finds the frame of a verb.

use crate::conditions::{self, Facts};
use crate::cue::Cue;
use crate::sides::Place;
use crate::tables::{CompiledFrame, Tables, Verb};
use crate::view::View;
use crate::words::Uses;

/// How many tokens ahead the next word of a continuation may stand.
const REACH: u32 = 4;

impl Tables {
    /// Returns the frame with the longest continuation. Among equals, the frame with the most conditions that hold wins, and then the
    /// first.
    pub(crate) fn best<'t, 'a>(&'t self, view: &View<'a>, verb: &'t Verb, base: &Place<'a>) -> Option<(&'t CompiledFrame, Place<'a>)> {
        let mut best: Option<(u32, Place<'a>, usize)> = None;
        let after = base.clause.map_or(0, |(_, clause)| clause.head + 1);
        let next = (after..after + REACH).filter(|token| view.serves(*token, Uses::CONTINUES)).map(|token| view.key(token));
        for continuation in verb.candidates(next) {
            let length = continuation.rest.len();
            if best.is_some_and(|(.., longest)| length < longest) {
                break;
            }
            let Some(place) = continued(view, *base, &continuation.rest) else { continue };
            let facts = Facts::new(place);
            let mut found = best.map(|(frame, ..)| frame);
            self.first(view, &facts, &continuation.open, &mut found);
            if !continuation.by_object.is_empty() {
                for lemma in facts.object_lemmas(view) {
                    if let Some(list) = continuation.by_object.get(&lemma) {
                        self.first(view, &facts, list, &mut found);
                    }
                }
            }
            if let Some(frame) = found.filter(|found| best.is_none_or(|(best, ..)| best != *found)) {
                best = Some((frame, place, length));
            }
        }
        best.map(|(frame, place, _)| (&self.frames[frame as usize], place))
    }

    /// Returns how firm the verb of a clause is; 0 if it is not an act of speech.
    pub(crate) fn firmness(&self, view: &View<'_>, base: &Place<'_>, head: u32) -> u8 {
        let lists = view.lemmas(head).into_iter().filter_map(|lemma| self.firmness.get(&lemma)).flatten();
        let mut there = lists.filter(|(rest, _)| continued(view, *base, rest).is_some());
        there.next().map_or(0, |(_, firmness)| *firmness)
    }

    /// Replaces the best frame so far with the first frame of a list that applies, if that one is better. The list is sorted with the best
    /// frames first.
    fn first(&self, view: &View<'_>, facts: &Facts<'_>, list: &[u32], best: &mut Option<u32>) {
        for number in list {
            let outline = &self.outlines[*number as usize];
            let better = best.is_none_or(|best| {
                let weight = self.outlines[best as usize].weight;
                outline.weight > weight || outline.weight == weight && *number < best
            });
            if !better {
                return;
            }
            if facts.fits(view, outline) && conditions::hold(view, &self.frames[*number as usize], facts) {
                *best = Some(*number);
                return;
            }
        }
    }
}

/// Returns the place of a verb whose continuation is present. Its object is then the phrase of the last preposition.
pub(crate) fn continued<'a>(view: &View<'a>, mut place: Place<'a>, rest: &[u64]) -> Option<Place<'a>> {
    if rest.is_empty() {
        return Some(place);
    }
    let (_, clause) = place.clause?;
    let mut at = clause.head + 1;
    let end = view.doc.sentences[place.sentence as usize].token_range.end;
    let mut last = at;
    for word in rest {
        let found = (at..end.min(at + REACH)).find(|token| view.key(*token) == *word)?;
        if view.phrase_between(at, found) && !(view.is(found, Cue::Particle) && found <= at + 3 && rest.len() == 1) {
            return None;
        }
        last = found;
        at = found + 1;
    }
    if let Some(link) = view.prepositions_near(place.sentence, last).iter().find(|link| link.preposition == last) {
        place.used = Some(last);
        if !clause.passive {
            place.indirect = place.object.filter(|object| view.phrase(*object).head < last);
            place.object = Some(link.phrase);
        }
    }
    Some(place)
}
