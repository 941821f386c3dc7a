//! Finds what an infinitive or -ing clause below a statement is about.

use crate::cue::Cue;
use crate::nature::nature;
use crate::place::Place;
use crate::resolved::Resolved;
use crate::sides;
use crate::tables::Slot;
use crate::view::View;
use chancery_text::{Clause, ClauseKind};

/// Returns what the act of an infinitive concerns: its object, the agent if it is passive, or the phrase after its first preposition. If the infinitive has no
/// object and governs another infinitive, the inner one is used: "them" in "continue to refuse to cooperate with them". `number` is the index of the infinitive
/// clause.
pub(super) fn of_infinitive(view: &View<'_>, sentence: u32, number: u32) -> Vec<Resolved> {
    /// The maximum number of infinitives that are searched.
    const DEPTH: usize = 3;
    let mut inner = Some(number);
    for _ in 0..DEPTH {
        let Some(number) = inner else { break };
        let inside = Place::verb(view, number);
        let mut found = match sides::behind_light_object(view, &inside) {
            // A noun such as "utmost" only says how somebody acts. In "to do our utmost to find the causes", the act is that of the inner infinitive.
            Some(found) => found,
            // In "the need to give Kenya support", the act concerns the receiver.
            None if inside.indirect.is_some_and(|receiver| nature(view, receiver).actor) => sides::resolved(view, &inside, Slot::Indirect),
            None => sides::resolved(view, &inside, Slot::Object),
        };
        inner = sides::complement(view, sentence, number);
        if found.is_empty() && inner.is_none() && view.clause(number).passive {
            found = sides::resolved(view, &inside, Slot::Subject);
        }
        if let Some((key, _)) = sides::links(view, &inside).first().filter(|_| found.is_empty() && inner.is_none()) {
            found = sides::resolved(view, &inside, Slot::Preposition(*key));
        }
        if !found.is_empty() {
            return found;
        }
    }
    Vec::new()
}

/// Returns what a noun such as "ways" is about: the object of the clause `inner` that it governs ("ways of solving the problem"), or the actor in a relative clause
/// ("the way in which the chairman led us"). A noun with an owner is not replaced ("his ability to lead us").
pub(super) fn behind_way(view: &View<'_>, sentence: u32, noun: u32, inner: u32) -> Vec<Resolved> {
    let phrase = view.phrase(noun);
    let clause = view.clause(inner);
    let owned = phrase.possessor.is_some() || [Cue::ThirdOwner, Cue::SpeakerOwner].into_iter().any(|cue| view.is(phrase.tokens.start, cue));
    let of = || clause.marker.is_some_and(|marker| view.key(marker) == view.tables.of);
    match clause.kind {
        _ if owned => Vec::new(),
        ClauseKind::Infinitive => of_infinitive(view, sentence, inner),
        ClauseKind::Gerund if of() => of_infinitive(view, sentence, inner),
        ClauseKind::Relative if !clause.passive && clause.predicate.is_none() && clause.subject != Some(noun) => {
            let mut doer = sides::resolved(view, &Place::verb(view, inner), Slot::Subject);
            doer.retain(Resolved::is_actor);
            doer
        }
        _ => Vec::new(),
    }
}

/// Returns `true` if the subject of the clause `number` is an "it" that often does not refer to anything, because the clause has a predicate or governs an
/// infinitive: "it is time to", "it is of great importance to".
pub(super) fn stands_for_nothing(view: &View<'_>, number: u32, clause: &Clause) -> bool {
    let empty = clause.subject.is_some_and(|subject| view.is(view.phrase(subject).head, Cue::Neuter));
    let infinitive =
        || sides::complement(view, clause.sentence.0, number).is_some_and(|inner| view.clause(inner).kind == ClauseKind::Infinitive);
    empty && (clause.predicate.is_some() || clause.object.is_none() && infinitive())
}
