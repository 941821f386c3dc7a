//! Finds the topic of a statement that is directed at nobody.

use crate::cue::Cue;
use crate::resolved::Resolved;
use crate::sides::{self, Place};
use crate::tables::Slot;
use crate::view::View;
use chancery_text::{ClauseKind, ParticipantKind, PhraseKind};

/// If the source owns a thing on the target side, removes the owner from this thing: "Kenya strengthened Kenyan laws" is not an act directed at Kenya.
pub(crate) fn own_things(source: &[Resolved], target: &mut [Resolved]) {
    for who in target.iter_mut().filter(|who| who.kind == ParticipantKind::Thing) {
        if source.iter().any(|source| source.of == who.of) {
            who.of = None;
        }
    }
}

/// Returns the topic of a statement. The topic is read from the clause that the verb or the object of the statement governs: "the Council" in "believe that the
/// Council should be reformed", and "cooperation" in "the importance of strengthening cooperation".
pub(crate) fn topic(view: &View<'_>, place: &Place<'_>, number: u32) -> Vec<Resolved> {
    let child = sides::complement(view, place.sentence, number);
    let slot = match child.map(|child| view.clause(child)) {
        Some(clause) if clause.kind == ClauseKind::Content && !clause.passive => Slot::ComplementSubject,
        Some(clause) if clause.kind != ClauseKind::Infinitive => Slot::ComplementObject,
        Some(_) => return Vec::new(),
        None => {
            let governed = place.object.and_then(|object| sides::governed(view, place.sentence, object));
            let Some(clause) = governed.filter(|clause| view.clause(*clause).kind == ClauseKind::Gerund) else { return Vec::new() };
            return sides::resolved(view, &Place::verb(view, clause), Slot::Object);
        }
    };
    sides::resolved(view, place, slot)
}

/// Returns `true` if a content clause depends on the verb of the clause `number`: "believe that we should".
pub(crate) fn is_content(view: &View<'_>, place: &Place<'_>, number: u32) -> bool {
    sides::complement(view, place.sentence, number).is_some_and(|child| view.clause(child).kind == ClauseKind::Content)
}

/// Returns the pronoun that is the subject of the content clause of a statement: "this" in "believe that this is a step forward". Returns `None` for the speaker, and
/// for "it" with a predicate, which often stands for nothing ("believe that it is time to").
pub(crate) fn pronoun_topic(view: &View<'_>, place: &Place<'_>, number: u32) -> Option<Resolved> {
    let clause = view.clause(sides::complement(view, place.sentence, number)?);
    let phrase = clause.subject.map(|subject| view.phrase(subject)).filter(|phrase| phrase.kind == PhraseKind::Pronoun)?;
    let empty = view.is(phrase.head, Cue::Neuter) && clause.predicate.is_some();
    let other = view.is(phrase.head, Cue::Speaker) || view.is(phrase.head, Cue::NotSide);
    let topic = clause.kind == ClauseKind::Content && !empty && !other;
    topic.then(|| Resolved { is_pronoun: true, ..Resolved::new(ParticipantKind::Unknown, view.span(phrase.tokens)) })
}

/// If `target` consists of things only, returns the participants to whom the first of them belongs: the Secretary-General in "thanks for the work of the
/// Secretary-General" and "welcomed his report on the services of". Returns nothing if the text does not name the owner of a thing.
pub(crate) fn owners(view: &View<'_>, place: &Place<'_>, target: &[Resolved]) -> Vec<Resolved> {
    /// The maximum number of phrases between a thing and its owner ("the results of the work of the Council").
    const DEPTH: usize = 2;
    let things = !target.is_empty() && target.iter().all(|who| who.kind == ParticipantKind::Thing && who.of.is_none() && !who.place);
    let Some(first) = target.first().filter(|_| things) else { return Vec::new() };
    let known = |all: &[Resolved]| all.iter().any(|who| who.entity.is_some() || who.of.is_some());
    let mut here = view.phrase_at(first.span);
    for _ in 0..DEPTH {
        let Some(phrase) = here else { break };
        let inner = Place { noun: Some(phrase), ..*place };
        for slot in [Slot::ObjectOwner, Slot::ObjectPreposition(view.tables.agent), Slot::ObjectPreposition(view.tables.of)] {
            let found = sides::resolved(view, &inner, slot);
            if found.iter().all(Resolved::is_actor) && known(&found) {
                return found;
            }
        }
        here = sides::inside(view, place.sentence, Some(phrase)).iter().find(|(key, _)| *key == view.tables.of).map(|(_, phrase)| *phrase);
    }
    Vec::new()
}

/// Whether a verb has no object that can be a topic: it has no object at all, or its object is a time expression or a pronoun.
pub(crate) fn no_topic(view: &View<'_>, place: &Place<'_>) -> bool {
    place.object.is_none_or(|object| matches!(view.phrase(object).kind, PhraseKind::Time | PhraseKind::Pronoun))
}
