//! Whether a frame applies.

use crate::resolve;
use crate::sides::{Place, complement, phrases};
use crate::tables::{CompiledFrame, Heads, Slot};
use crate::view::View;
use crate::words::NONE;
use chancery_text::ClauseKind;
use std::cell::OnceCell;
use std::ops::Range;

/// A place with what conditions ask of it. The frames of a verb ask the same, so each answer is looked up once.
pub(crate) struct Facts<'a> {
    pub(crate) place: Place<'a>,
    object: OnceCell<Vec<u32>>,
    subject: OnceCell<Vec<u32>>,
    words: OnceCell<Range<u32>>,
    complement: OnceCell<Option<u32>>,
}

impl<'a> Facts<'a> {
    pub(crate) const fn new(place: Place<'a>) -> Self {
        Self { place, object: OnceCell::new(), subject: OnceCell::new(), words: OnceCell::new(), complement: OnceCell::new() }
    }

    /// The phrases of the object or, for a noun, of what it is done to.
    fn object(&self, view: &View<'_>) -> &[u32] {
        let slot = if self.place.noun.is_some() { Slot::ObjectPreposition(view.tables.of) } else { Slot::Object };
        self.object.get_or_init(|| phrases(view, &self.place, slot))
    }

    /// The lemmas of the heads of the object.
    pub(crate) fn object_lemmas<'v>(&'v self, view: &'v View<'_>) -> impl Iterator<Item = u32> + 'v {
        let conjuncts = self.object(view).iter().flat_map(|phrase| view.clauses().conjuncts(*phrase).take(20));
        conjuncts.flat_map(|phrase| view.lemmas(view.phrase(phrase).head)).filter(|lemma| *lemma != NONE)
    }

    fn subject(&self, view: &View<'_>) -> &[u32] {
        self.subject.get_or_init(|| phrases(view, &self.place, Slot::Subject))
    }

    fn preposition(&self, view: &View<'_>, preposition: u64) -> Vec<u32> {
        let mut all = phrases(view, &self.place, Slot::Preposition(preposition));
        // "The withdrawal of troops from Lebanon was announced": what belongs to the object stands before the verb.
        let before = self.place.clause.is_some_and(|(_, clause)| clause.passive);
        if self.place.noun.is_some() || before {
            all.extend(phrases(view, &self.place, Slot::ObjectPreposition(preposition)));
        }
        all
    }
}

/// Whether all conditions of a frame hold.
pub(crate) fn hold(view: &View<'_>, frame: &CompiledFrame, facts: &Facts<'_>) -> bool {
    failing(view, frame, facts).is_none()
}

/// The key of the first condition that does not hold.
pub(crate) fn failing(view: &View<'_>, frame: &CompiledFrame, facts: &Facts<'_>) -> Option<&'static str> {
    let clause = facts.place.clause.map(|(_, clause)| clause);
    if frame.passive.is_some_and(|passive| clause.is_none_or(|clause| clause.passive != passive)) {
        return Some("passive");
    }
    if frame.negated.is_some_and(|negated| clause.is_some_and(|clause| clause.negated != negated)) {
        return Some("negated");
    }
    if frame.object.as_ref().is_some_and(|heads| !any(view, heads, facts.object(view))) {
        return Some("object");
    }
    if frame.not_object.as_ref().is_some_and(|heads| any(view, heads, facts.object(view))) {
        return Some("not_object");
    }
    if frame.subject.as_ref().is_some_and(|heads| !any(view, heads, facts.subject(view))) {
        return Some("subject");
    }
    if frame.not_subject.as_ref().is_some_and(|heads| any(view, heads, facts.subject(view))) {
        return Some("not_subject");
    }
    if !frame.prepositions.iter().all(|(key, heads)| any(view, heads, &facts.preposition(view, *key))) {
        return Some("prep");
    }
    if frame.not_prepositions.iter().any(|(key, heads)| any(view, heads, &facts.preposition(view, *key))) {
        return Some("not_prep");
    }
    if (frame.clause != 0 || frame.complement.is_some()) && !governs(view, frame, facts) {
        return Some("clause or complement");
    }
    if frame.words.is_some() || frame.unless.is_some() {
        let tokens = facts.words.get_or_init(|| words(view, &facts.place));
        if frame.words.as_ref().is_some_and(|heads| !tokens.clone().any(|token| has(view, heads, token))) {
            return Some("words");
        }
        if frame.unless.as_ref().is_some_and(|heads| tokens.clone().any(|token| has(view, heads, token))) {
            return Some("unless");
        }
    }
    None
}

/// How many tokens before and behind a verb or noun are looked at for single words.
const REACH: u32 = 150;

/// The tokens of the clause or, for a noun, of the sentence around it.
fn words(view: &View<'_>, place: &Place<'_>) -> Range<u32> {
    let sentence = view.doc.sentences[place.sentence as usize].token_range;
    match place.clause {
        Some((number, clause)) => {
            let start = clause.subject.map_or(clause.verb.start, |subject| view.phrase(subject).tokens.start.min(clause.verb.start));
            let end = view
                .clauses_near(place.sentence, clause.head)
                .find(|(other, next)| *other > number && !matches!(next.kind, ClauseKind::Infinitive | ClauseKind::Gerund))
                .map_or(sentence.end, |(_, next)| next.verb.start);
            start.max(clause.head.saturating_sub(REACH))..end.max(clause.verb.end).min(clause.head.saturating_add(REACH))
        }
        None => {
            let head = place.noun.map_or(sentence.start, |noun| view.phrase(noun).head);
            sentence.start.max(head.saturating_sub(REACH))..sentence.end.min(head.saturating_add(REACH))
        }
    }
}

fn governs(view: &View<'_>, frame: &CompiledFrame, facts: &Facts<'_>) -> bool {
    let sentence = facts.place.sentence;
    let child = *facts.complement.get_or_init(|| match (facts.place.noun, facts.place.clause) {
        // "the decision to sign"
        (Some(noun), _) => {
            view.clauses_near(sentence, view.phrase(noun).head).find(|(_, clause)| clause.governor == Some(noun)).map(|(child, _)| child)
        }
        (None, Some((number, _))) => complement(view, sentence, number),
        (None, None) => None,
    });
    let Some(child) = child else { return false };
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
