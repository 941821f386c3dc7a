//! Tests whether the conditions of a frame hold.

use crate::country::is_capital;
use crate::few::Few;
use crate::inside;
use crate::nature::{Nature, nature};
use crate::place::Place;
use crate::sides::{self, complement, governed, phrases};
use crate::tables::{CompiledFrame, Conditions, Heads, Outline, Slot, preposition_bit};
use crate::view::View;
use crate::words::{NONE, Uses};
use chancery_text::{ClauseKind, PhraseKind};
use std::cell::OnceCell;
use std::ops::Range;

/// The verb or noun at which frames are tried, with the facts that the conditions of frames test. Several frames may need the same fact. Each fact is therefore
/// computed when it is first needed, and kept for later tests.
pub(crate) struct Facts<'a> {
    pub(crate) place: Place<'a>,
    object: OnceCell<Few<u32>>,
    subject: OnceCell<Few<u32>>,
    /// The phrases that follow prepositions, each with the hash key of its preposition, and the set of these prepositions as a bitmap.
    links: OnceCell<(Few<(u64, u32)>, u32)>,
    words: OnceCell<Range<u32>>,
    complement: OnceCell<Option<u32>>,
}

impl<'a> Facts<'a> {
    pub(crate) const fn new(place: Place<'a>) -> Self {
        Self {
            place,
            object: OnceCell::new(),
            subject: OnceCell::new(),
            links: OnceCell::new(),
            words: OnceCell::new(),
            complement: OnceCell::new(),
        }
    }

    /// Returns the phrases of the object. If the frame is tried at a noun, these are the phrases after "of".
    fn object(&self, view: &View<'_>) -> &[u32] {
        let slot = if self.place.noun.is_some() { Slot::ObjectPreposition(view.tables.of) } else { Slot::Object };
        self.object.get_or_init(|| phrases(view, &self.place, slot))
    }

    /// Returns the lemmas of the heads of the object and its conjuncts. The lemmas of a noun that describes a name ("chief" in "the party chief Smith") or a sum of
    /// money ("aid" in "$30 million in aid") are included.
    pub(crate) fn object_lemmas<'v>(&'v self, view: &'v View<'_>) -> impl Iterator<Item = u32> + 'v {
        let conjuncts = self.object(view).iter().flat_map(|phrase| view.clauses().conjuncts(*phrase).take(20));
        let with_content = conjuncts.flat_map(|phrase| std::iter::once(phrase).chain(view.content(phrase)));
        let heads = with_content.flat_map(|phrase| std::iter::once(view.phrase(phrase).head).chain(view.title(phrase)));
        heads.flat_map(|head| view.lemmas(head)).filter(|lemma| *lemma != NONE)
    }

    /// Returns the phrases of the logical subject.
    fn subject(&self, view: &View<'_>) -> &[u32] {
        self.subject.get_or_init(|| phrases(view, &self.place, Slot::Subject))
    }

    /// Returns the phrases that follow prepositions, each with the hash key of its preposition. Also returns the set of these prepositions as a bitmap. Phrases
    /// with the same preposition are in the order of the text.
    fn links(&self, view: &View<'_>) -> &(Few<(u64, u32)>, u32) {
        self.links.get_or_init(|| {
            let mut all = sides::links(view, &self.place);
            // In a passive clause, the logical object and the phrases that belong to it precede the verb: "the withdrawal of troops from Lebanon was announced".
            let before = self.place.clause.is_some_and(|(_, clause)| clause.passive);
            if self.place.noun.is_some() || before {
                let inside = inside::inside(view, self.place.sentence, self.place.noun.or(self.place.object));
                all.extend(inside.iter().copied());
            }
            for (_, phrase) in all.iter_mut() {
                *phrase = view.real(self.place.sentence, *phrase);
            }
            let set = all.iter().fold(0, |set, (key, _)| set | preposition_bit(*key));
            (all, set)
        })
    }

    /// Returns the phrases that follow the preposition with this hash key.
    fn preposition<'v>(&'v self, view: &'v View<'_>, preposition: u64) -> impl Iterator<Item = u32> + 'v {
        self.links(view).0.iter().filter(move |(key, _)| *key == preposition).map(|(_, phrase)| *phrase)
    }

    /// Returns `true` if the clause has the form that a frame requires: passive or active, negated or not, and with the required subject, object and
    /// prepositions. This quick test does not look at the words in these parts.
    #[inline]
    pub(crate) fn fits(&self, view: &View<'_>, outline: &Outline) -> bool {
        let clause = self.place.clause.map(|(_, clause)| clause);
        let passive = outline.passive.is_none_or(|passive| clause.is_some_and(|clause| clause.passive == passive));
        let negated = outline.negated.is_none_or(|negated| clause.is_none_or(|clause| (clause.negated && !self.place.affirmed) == negated));
        passive
            && negated
            && !(outline.object && self.object(view).is_empty())
            && !(outline.subject && self.subject(view).is_empty())
            && (outline.prepositions == 0 || outline.prepositions & !self.links(view).1 == 0)
    }
}

/// Returns `true` if all conditions of a frame hold.
pub(crate) fn hold(view: &View<'_>, frame: &CompiledFrame, facts: &Facts<'_>) -> bool {
    failing(view, frame, facts).is_none()
}

/// Returns the first condition that does not hold, as its key in data files, such as "object" or "not_subject". Returns `None` if all conditions hold.
pub(crate) fn failing(view: &View<'_>, frame: &CompiledFrame, facts: &Facts<'_>) -> Option<&'static str> {
    let asks = &frame.asks;
    let clause = facts.place.clause.map(|(_, clause)| clause);
    if asks.passive.is_some_and(|passive| clause.is_none_or(|clause| clause.passive != passive)) {
        return Some("passive");
    }
    if asks.negated.is_some_and(|negated| clause.is_some_and(|clause| (clause.negated && !facts.place.affirmed) != negated)) {
        return Some("negated");
    }
    if asks.object.as_ref().is_some_and(|heads| {
        !any(view, heads, facts.object(view).iter().copied()) && (frame.deed || !is_capital_addressed(view, heads, facts))
    }) {
        return Some("object");
    }
    if asks.not_object.as_ref().is_some_and(|heads| excluded(view, heads, facts.object(view).iter().copied())) {
        return Some("not_object");
    }
    if asks.subject.as_ref().is_some_and(|heads| !acts(view, heads, facts.subject(view))) {
        return Some("subject");
    }
    if asks.not_subject.as_ref().is_some_and(|heads| excluded(view, heads, facts.subject(view).iter().copied())) {
        return Some("not_subject");
    }
    // The condition `*` does not accept a time expression: "agreed on Friday" is not an agreement on a matter.
    let matter = |heads: &Heads, phrase: u32| !heads.any || view.phrase(phrase).kind != PhraseKind::Time;
    let required = |key: u64, heads: &Heads| any(view, heads, facts.preposition(view, key).filter(|phrase| matter(heads, *phrase)));
    if !asks.prepositions.iter().all(|(key, heads)| required(*key, heads)) {
        return Some("prep");
    }
    if asks.not_prepositions.iter().any(|(key, heads)| any(view, heads, facts.preposition(view, *key))) {
        return Some("not_prep");
    }
    if (asks.clause != 0 || asks.complement.is_some()) && !governs(view, asks, facts) {
        return Some("clause or complement");
    }
    if asks.words.is_some() || asks.unless.is_some() {
        let tokens = facts.words.get_or_init(|| words(view, &facts.place));
        if asks.words.as_ref().is_some_and(|heads| !found(view, heads, tokens.clone())) {
            return Some("words");
        }
        if asks.unless.as_ref().is_some_and(|heads| found(view, heads, tokens.clone())) {
            return Some("unless");
        }
    }
    None
}

/// The maximum number of tokens on each side of a verb or noun that are searched for the words in the conditions `words` and `unless`.
const REACH: u32 = 150;

/// Returns the range of tokens that is searched for the words in the conditions `words` and `unless`: the clause of a verb, or the sentence around a noun.
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

/// Returns `true` if a range of tokens contains one of the words in `heads`.
fn found(view: &View<'_>, heads: &Heads, mut tokens: Range<u32>) -> bool {
    tokens.any(|token| view.serves(token, Uses::LOOKED_FOR) && has(view, heads, token))
}

/// Returns `true` if the verb or noun governs a clause that meets the conditions `clause` and `complement`.
fn governs(view: &View<'_>, asks: &Conditions, facts: &Facts<'_>) -> bool {
    let sentence = facts.place.sentence;
    let child = *facts.complement.get_or_init(|| match (facts.place.noun, facts.place.clause) {
        (Some(noun), _) => governed(view, sentence, noun),
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
    (asks.clause == 0 || asks.clause & bit != 0) && asks.complement.as_ref().is_none_or(|heads| has(view, heads, clause.head))
}

/// Returns `true` if one of the phrases or one of their conjuncts matches `heads`.
fn any(view: &View<'_>, heads: &Heads, mut phrases: impl Iterator<Item = u32>) -> bool {
    phrases.any(|phrase| view.clauses().conjuncts(phrase).take(20).any(|conjunct| is(view, heads, conjunct)))
}

/// Returns `true` if `heads` accepts actors or governments, and the object is a capital city. The name of the city then stands for the government ("warned London").
fn is_capital_addressed(view: &View<'_>, heads: &Heads, facts: &Facts<'_>) -> bool {
    (heads.actor || heads.government) && facts.object(view).iter().any(|object| is_capital(view, *object))
}

/// Returns `true` if one of the subjects matches `heads`. If `heads` accepts actors or governments, a capital city also matches, because its name may stand for
/// the government ("Seoul and Hanoi traded goods").
fn acts(view: &View<'_>, heads: &Heads, subjects: &[u32]) -> bool {
    let actor = heads.actor || heads.government;
    any(view, heads, subjects.iter().copied()) || actor && subjects.iter().any(|subject| is_capital(view, *subject))
}

/// Returns `true` if one of the phrases matches `heads`, or if the head of one of its conjuncts has one of the lemmas in `heads`. Conjuncts are not tested for the
/// built-in names such as `@actor` and `@thing`, because an actor may be coordinated with a thing ("Kenya and its measures").
fn excluded(view: &View<'_>, heads: &Heads, mut phrases: impl Iterator<Item = u32>) -> bool {
    let named = |phrase: u32| view.clauses().conjuncts(phrase).take(20).any(|conjunct| has(view, heads, view.phrase(conjunct).head));
    phrases.any(|phrase| is(view, heads, phrase) || named(phrase))
}

/// Returns `true` if a phrase matches `heads`.
fn is(view: &View<'_>, heads: &Heads, phrase: u32) -> bool {
    if heads.any || has(view, heads, view.phrase(phrase).head) {
        return true;
    }
    if view.title(phrase).is_some_and(|title| has(view, heads, title)) {
        return true;
    }
    // If the phrase is a sum of money, the noun that says what the money is may match instead: "aid" in "froze $30 million in aid".
    if view.content(phrase).is_some_and(|content| has(view, heads, view.phrase(content).head)) {
        return true;
    }
    if !(heads.actor || heads.place || heads.thing || heads.government || heads.people || heads.official) {
        return false;
    }
    let Nature { actor, place, government, people, official } = nature(view, phrase);
    heads.actor && actor
        || heads.place && place
        || heads.thing && !actor && !place
        || heads.government && government
        || heads.people && people
        || heads.official && official
}

/// Returns `true` if a token has one of the lemmas in `heads`, or if one of the terms of several words in `heads` ends at the token.
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
