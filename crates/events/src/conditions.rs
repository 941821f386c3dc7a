//! Whether a frame applies.

use crate::resolve;
use crate::sides::{Place, complement, phrases};
use crate::tables::{CompiledFrame, Heads, Slot};
use crate::view::View;
use crate::words::NONE;
use chancery_text::ClauseKind;

/// Whether all conditions of a frame hold.
pub(crate) fn hold(view: &View<'_>, frame: &CompiledFrame, place: &Place<'_>) -> bool {
    failing(view, frame, place).is_none()
}

/// The key of the first condition that does not hold.
pub(crate) fn failing(view: &View<'_>, frame: &CompiledFrame, place: &Place<'_>) -> Option<&'static str> {
    let clause = place.clause.map(|(_, clause)| clause);
    if frame.passive.is_some_and(|passive| clause.is_none_or(|clause| clause.passive != passive)) {
        return Some("passive");
    }
    if frame.negated.is_some_and(|negated| clause.is_some_and(|clause| clause.negated != negated)) {
        return Some("negated");
    }
    let object = || match place.noun {
        Some(_) => phrases(view, place, Slot::ObjectPreposition(view.tables.of)),
        None => phrases(view, place, Slot::Object),
    };
    let subject = || phrases(view, place, Slot::Subject);
    let wants = |heads: &Option<Heads>, all: &dyn Fn() -> Vec<u32>| heads.as_ref().is_some_and(|heads| !any(view, heads, &all()));
    let refuses = |heads: &Option<Heads>, all: &dyn Fn() -> Vec<u32>| heads.as_ref().is_some_and(|heads| any(view, heads, &all()));
    if wants(&frame.object, &object) {
        return Some("object");
    }
    if refuses(&frame.not_object, &object) {
        return Some("not_object");
    }
    if wants(&frame.subject, &subject) {
        return Some("subject");
    }
    if refuses(&frame.not_subject, &subject) {
        return Some("not_subject");
    }
    let preposition = |preposition: u64| {
        let mut all = phrases(view, place, Slot::Preposition(preposition));
        if place.noun.is_some() {
            all.extend(phrases(view, place, Slot::ObjectPreposition(preposition)));
        }
        all
    };
    if !frame.prepositions.iter().all(|(key, heads)| any(view, heads, &preposition(*key))) {
        return Some("prep");
    }
    if frame.not_prepositions.iter().any(|(key, heads)| any(view, heads, &preposition(*key))) {
        return Some("not_prep");
    }
    if (frame.clause != 0 || frame.complement.is_some()) && !governs(view, frame, place) {
        return Some("clause or complement");
    }
    if frame.words.is_some() || frame.unless.is_some() {
        let tokens = words(view, place);
        if frame.words.as_ref().is_some_and(|heads| !tokens.clone().any(|token| has(view, heads, token))) {
            return Some("words");
        }
        if frame.unless.as_ref().is_some_and(|heads| tokens.clone().any(|token| has(view, heads, token))) {
            return Some("unless");
        }
    }
    None
}

/// The tokens of the clause or, for a noun, of the sentence around it.
fn words(view: &View<'_>, place: &Place<'_>) -> std::ops::Range<u32> {
    let sentence = view.doc.sentences[place.sentence as usize].token_range;
    match place.clause {
        Some((number, clause)) => {
            let start = clause.subject.map_or(clause.verb.start, |subject| view.phrase(subject).tokens.start.min(clause.verb.start));
            let end = view
                .clauses_in(place.sentence)
                .find(|(other, next)| *other > number && !matches!(next.kind, ClauseKind::Infinitive | ClauseKind::Gerund))
                .map_or(sentence.end, |(_, next)| next.verb.start);
            start..end.max(clause.verb.end)
        }
        None => sentence.start..sentence.end,
    }
}

fn governs(view: &View<'_>, frame: &CompiledFrame, place: &Place<'_>) -> bool {
    let Some((number, _)) = place.clause else { return false };
    let Some(child) = complement(view, place.sentence, number) else { return false };
    let clause = view.clause(child);
    let bit = match clause.kind {
        ClauseKind::Infinitive => 1,
        ClauseKind::Content => 2,
        _ => 4,
    };
    (frame.clause == 0 || frame.clause & bit != 0) && frame.complement.as_ref().is_none_or(|heads| has(view, heads, clause.head))
}

/// Whether one of some phrases, or a conjunct, has one of these heads.
fn any(view: &View<'_>, heads: &Heads, phrases: &[u32]) -> bool {
    phrases.iter().any(|phrase| view.clauses().conjuncts(*phrase).take(20).any(|conjunct| is(view, heads, conjunct)))
}

fn is(view: &View<'_>, heads: &Heads, phrase: u32) -> bool {
    if heads.any || has(view, heads, view.phrase(phrase).head) {
        return true;
    }
    if !(heads.actor || heads.place || heads.thing) {
        return false;
    }
    let who = resolve::resolve(view, phrase);
    heads.actor && who.is_actor() || heads.place && who.place || heads.thing && !who.is_actor() && !who.place
}

/// Whether a token is one of the lemmas, or the last word of one of the terms.
fn has(view: &View<'_>, heads: &Heads, token: u32) -> bool {
    let lemmas = view.lemmas(token);
    let among = |lemma: u32| lemma != NONE && heads.lemmas.binary_search(&lemma).is_ok();
    if lemmas.into_iter().any(among) {
        return true;
    }
    heads.terms.iter().any(|term| {
        let Some((last, before)) = term.split_last() else { return false };
        let length = before.len() as u32;
        lemmas.contains(last)
            && token >= length
            && before.iter().zip(token - length..).all(|(lemma, token)| view.lemmas(token).contains(lemma))
    })
}
