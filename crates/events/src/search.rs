//! Finds the frame that matches a verb.

use crate::conditions::{self, Facts};
use crate::cue::Cue;
use crate::place::Place;
use crate::tables::{CompiledFrame, Tables, Verb};
use crate::view::View;
use crate::words::{NONE, Uses};
use chancery_text::PhraseKind;

/// The number of tokens that are searched for each word of a continuation, that is, of the fixed words after a verb ("on" in "call on").
const REACH: u32 = 4;

/// The maximum number of prepositions beyond `REACH` that are compared with a continuation of one word.
const LATER: usize = 3;

impl Tables {
    /// Returns the best frame of `verb` that matches at the position `base`, and this position, adapted by [`continued`] to the continuation of the frame.
    ///
    /// The best frame is the one with the longest continuation. Among frames with equally long continuations, it is the one with the most conditions, not
    /// counting those that forbid something. Among frames that are equal in both respects, it is the first one.
    pub(crate) fn best<'t, 'a>(&'t self, view: &View<'a>, verb: &'t Verb, base: &Place<'a>) -> Option<(&'t CompiledFrame, Place<'a>)> {
        let mut best: Option<(u32, Place<'a>, usize)> = None;
        let next = (base.from..base.from + REACH).chain(later_prepositions(view, base));
        let next = next.filter(|token| view.serves(*token, Uses::CONTINUES)).map(|token| view.key(token));
        for continuation in verb.candidates(next) {
            let length = continuation.rest.len();
            if best.is_some_and(|(.., longest)| length < longest) || base.adjectival && length == 0 {
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

    /// Returns the firmness of the speech act that the verb or noun at the token `head` expresses, or 0 if the verb or noun does not express a speech act.
    pub(crate) fn firmness(&self, view: &View<'_>, base: &Place<'_>, head: u32) -> u8 {
        let lists = view.lemmas(head).into_iter().filter_map(|lemma| self.firmness.get(&lemma)).flatten();
        let mut there = lists.filter(|(rest, _)| continued(view, *base, rest).is_some());
        there.next().map_or(0, |(_, firmness)| *firmness)
    }

    /// Replaces `best` with the first frame of `list` that matches, if this frame is better than `best`. A frame with more conditions is better. Among frames
    /// with equally many conditions, the one with the lower index is better. `list` must be sorted from the best frame to the worst.
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

/// Returns the lemmas whose frames are tried for the clause `number`, each with the [`Place`] at which its frames are tried. The lemmas of the main verb come
/// first. In a passive clause, the lemmas of its auxiliary verbs may follow, because the participle may be the continuation of an auxiliary verb ("be" with the
/// continuation "prepared" in "is prepared to").
pub(crate) fn verbs<'a>(view: &View<'a>, number: u32) -> impl Iterator<Item = (u32, Place<'a>)> {
    let clause = view.clause(number);
    let lemmas = |token: u32| view.lemmas(token).into_iter().filter(|lemma| *lemma != NONE);
    let used = |token: &u32| view.serves(*token, Uses::VERB);
    let own = Some(clause.head).filter(used).map(|head| (head, Place::verb(view, number)));
    let continues = clause.passive && view.serves(clause.head, Uses::CONTINUES);
    let before = if continues { clause.verb.start..clause.head } else { 0..0 };
    // A negation is not an auxiliary, but it can begin the verb of a frame ("not hesitate to").
    let auxiliaries = before.rev().filter(move |token| view.serves(*token, Uses::VERB));
    own.into_iter()
        .chain(auxiliaries.map(move |token| (token, Place::adjectival(view, number))))
        .flat_map(move |(token, place)| lemmas(token).map(move |lemma| (lemma, place)))
}

/// Returns the first `LATER` prepositions that modify the verb at `place` and are at least [`REACH`] tokens after it. One of them may be the continuation of
/// the verb: "for" in "called, by its resolution 3395, for". Returns nothing if the verb is passive or has an object.
fn later_prepositions<'a>(view: &View<'a>, place: &Place<'a>) -> impl Iterator<Item = u32> {
    let clause = place.clause.filter(|(_, clause)| clause.object.is_none() && !clause.passive);
    let links = clause.map_or(&[][..], |_| view.prepositions_near(place.sentence, place.from));
    let (number, far) = (clause.map(|(number, _)| number), place.from + REACH);
    links
        .iter()
        .filter(move |link| link.clause == number && link.after.is_none() && link.preposition >= far)
        .map(|link| link.preposition)
        .take(LATER)
}

/// Returns `place`, adapted to the continuation `rest` of the verb, or `None` if the text does not contain the continuation. If the continuation ends in a
/// preposition and the verb is active, the phrase after this preposition becomes the object.
pub(crate) fn continued<'a>(view: &View<'a>, mut place: Place<'a>, rest: &[u64]) -> Option<Place<'a>> {
    if rest.is_empty() {
        return Some(place);
    }
    let (_, clause) = place.clause?;
    let mut at = place.from;
    let end = view.doc.sentences[place.sentence as usize].token_range.end;
    let mut last = at;
    for word in rest {
        let fits = |token: &u32| view.key(*token) == *word;
        let near = (at..end.min(at + REACH)).find(fits);
        if near.is_none() && rest.len() == 1 {
            last = later_prepositions(view, &place).find(fits)?;
            break;
        }
        let found = near?;
        // In "believe it has assisted in" and "believe that our experience in", the preposition "in" belongs to another clause, so it is not the continuation
        // of "believe".
        let crossed = || {
            let mut near = view.clauses_near(place.sentence, at);
            near.any(|(_, other)| {
                (at..found).contains(&other.verb.start) || other.marker.is_some_and(|marker| (at..found).contains(&marker))
            })
        };
        if found > at && rest.len() == 1 && crossed() {
            return None;
        }
        // The object may come before a particle: "carried the attack out". A particle has no object of its own. In "called for a moratorium on fishing", "on"
        // has one, so it is not a particle of "called".
        let particle = || {
            let links = view.prepositions_near(place.sentence, found);
            view.is(found, Cue::Particle) && found <= at + 3 && rest.len() == 1 && !links.iter().any(|link| link.preposition == found)
        };
        if view.phrase_between(at, found) && !particle() {
            return None;
        }
        // In "believe in particular that", "in particular" is an adverb, and "in" does not belong to the verb.
        if rest.len() == 1 && view.is(found, Cue::Where) && view.is(found + 1, Cue::Manner) {
            return None;
        }
        last = found;
        at = found + 1;
    }
    // In "give way", the noun is part of the verb, not its object.
    let part = |object: u32| {
        let phrase = view.phrase(object);
        phrase.tokens.start == phrase.head && phrase.head <= last && rest.contains(&view.key(phrase.head))
    };
    if !clause.passive && place.object.is_some_and(part) {
        place.object = place.indirect.take();
    }
    if let Some(link) = view.prepositions_near(place.sentence, last).iter().find(|link| link.preposition == last) {
        // A preposition before a time expression does not belong to the verb: "marched on Saturday".
        if view.phrase(link.phrase).kind == PhraseKind::Time {
            return None;
        }
        place.used = Some(last);
        if !clause.passive || place.adjectival {
            place.indirect = place.object.filter(|object| view.phrase(*object).head < last);
            place.object = Some(link.phrase);
        }
    }
    Some(place)
}
