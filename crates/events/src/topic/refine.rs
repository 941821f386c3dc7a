//! Steps that replace the target that the frame of a statement has found with a better target.

use super::infinitive::{behind_way, of_infinitive};
use super::owner::owners;
use super::statement::Statement;
use crate::cue::Cue;
use crate::inside;
use crate::place::Place;
use crate::resolved::Resolved;
use crate::sides;
use crate::tables::Slot;
use crate::view::View;
use chancery_text::{Clause, ClauseKind, ParticipantKind, PhraseKind};

/// A step: returns the new target, or `None` if the step does not apply.
pub(super) type Refinement = fn(&Statement<'_, '_>, &[Resolved]) -> Option<Vec<Resolved>>;

/// The steps in their order.
pub(super) const REFINEMENTS: [Refinement; 9] = [
    without_speaker,
    without_things_behind_object,
    thing_that_is_the_object,
    subject_of_the_fact,
    what_our_thing_is_for,
    what_is_due,
    what_the_way_leads_to,
    owner_of_the_thing,
    what_attention_is_for,
];

/// Returns the only participant of a target if it is a thing.
fn only_thing(target: &[Resolved]) -> Option<&Resolved> {
    let [only] = target else { return None };
    (only.kind == ParticipantKind::Thing).then_some(only)
}

/// Removes the speaker from the target: "we" is not the topic of "Kenya believes that we must pay attention to".
fn without_speaker(statement: &Statement<'_, '_>, target: &[Resolved]) -> Option<Vec<Resolved>> {
    let speaks = target.iter().all(|who| who.kind == ParticipantKind::Speaker);
    let applies = statement.frame.speech && statement.place.object.is_none() && speaks && statement.content().is_some();
    applies.then(Vec::new)
}

/// Empties the target if it consists only of things that follow the object and do not belong to it. Does not apply if the frame has a condition on the object
/// or names the object as the target.
fn without_things_behind_object(statement: &Statement<'_, '_>, target: &[Resolved]) -> Option<Vec<Resolved>> {
    let frame = statement.frame;
    let free = frame.asks.object.is_none() && !frame.target.contains(&Slot::Object);
    (free && only_behind_object(statement.view, statement.place, target)).then(Vec::new)
}

/// Returns the object, if it is a thing, instead of a thing within the object. In "condemn violations of human rights", the violations are condemned, and not
/// the rights.
fn thing_that_is_the_object(statement: &Statement<'_, '_>, target: &[Resolved]) -> Option<Vec<Resolved>> {
    let frame = statement.frame;
    let thing = |who: &Resolved| who.kind == ParticipantKind::Thing && who.of.is_none() && !who.place && !statement.is_source(who);
    let direct = (frame.asks.object.is_none() || !frame.speech) && frame.target.contains(&Slot::Object);
    if !direct || !target.iter().all(thing) {
        return None;
    }
    let object = sides::resolved(statement.view, statement.place, Slot::Object);
    (object.iter().all(thing) && !object.is_empty()).then_some(object)
}

/// If a that-clause follows the target, returns the subject of this clause: Cuba in "welcome the fact that Cuba has proved".
fn subject_of_the_fact(statement: &Statement<'_, '_>, target: &[Resolved]) -> Option<Vec<Resolved>> {
    let Statement { view, place, .. } = *statement;
    let noun = only_thing(target).and_then(|first| view.phrase_at(first.span))?;
    let that = || {
        let after = view.phrase(noun).tokens.end;
        statement.complement().filter(|clause| view.clause(*clause).marker == Some(after))
    };
    let content = sides::governed(view, place.sentence, noun).or_else(that);
    let content = content.filter(|clause| view.clause(*clause).kind == ClauseKind::Content)?;
    let slot = if view.clause(content).passive { Slot::Object } else { Slot::Subject };
    let mut topic = sides::resolved(view, &Place::verb(view, content), slot);
    // "The fact" itself says nothing, so its content may be a thing ("the fact that no progress has been made") or a pronoun for somebody else ("the fact that
    // you have been chosen").
    let fact = view.is(view.phrase(noun).head, Cue::Fact);
    let other = |who: &Resolved| fact && who.is_pronoun && who.kind != ParticipantKind::Speaker && !statement.is_source(who);
    topic.retain(|who| (statement.names(who) || other(who)) && (who.is_actor() || who.of.is_some() || fact));
    (!topic.is_empty()).then_some(topic)
}

/// If the target is a thing that belongs to the speaker, returns what this thing concerns: the island in "reaffirm our special concern for the island".
fn what_our_thing_is_for(statement: &Statement<'_, '_>, target: &[Resolved]) -> Option<Vec<Resolved>> {
    let Statement { view, place, .. } = *statement;
    let only = only_thing(target).filter(|_| statement.frame.speech)?;
    let object = place.object.filter(|object| view.span(view.phrase(*object).tokens) == only.span)?;
    if !view.is(view.phrase(object).tokens.start, Cue::SpeakerOwner) {
        return None;
    }
    let inside = inside::inside(view, place.sentence, Some(object));
    let (key, _) = inside.iter().find(|(key, _)| *key != view.tables.of).copied()?;
    let about = sides::resolved(view, place, Slot::ObjectPreposition(key));
    (statement.all_named(&about) && about.iter().all(|who| !who.place)).then_some(about)
}

/// If the subject of the content clause only says that something is due, returns what an infinitive in this clause concerns: the Council in "believe that the
/// time has come to reform the Council". If the infinitive has a subject that can act, returns this subject: Chad in "the time has come for Chad to act".
fn what_is_due(statement: &Statement<'_, '_>, target: &[Resolved]) -> Option<Vec<Resolved>> {
    let Statement { view, place, .. } = *statement;
    if !target.iter().all(|who| who.kind == ParticipantKind::Thing && who.of.is_none()) {
        return None;
    }
    let content = statement.complement().filter(|content| is_due(view, view.clause(*content)))?;
    let inner = sides::complement(view, place.sentence, content)?;
    let other = view.clause(inner).subject.filter(|subject| view.clause(content).subject != Some(*subject));
    let doer = other.map(|_| sides::resolved(view, &Place::verb(view, inner), Slot::Subject));
    let found = doer.filter(|doer| doer.iter().any(Resolved::is_actor)).unwrap_or_else(|| of_infinitive(view, place.sentence, inner));
    statement.all_named(&found).then_some(found)
}

/// If the target is a noun such as "ways", returns what this noun is about: the problem in "proposed ways of solving the problem", and the chairman in "thanks
/// for the way in which the chairman led us".
fn what_the_way_leads_to(statement: &Statement<'_, '_>, target: &[Resolved]) -> Option<Vec<Resolved>> {
    let Statement { view, place, .. } = *statement;
    let noun = only_thing(target).and_then(|only| view.phrase_at(only.span))?;
    let head = view.phrase(noun).head;
    let need = view.is(head, Cue::Lacking);
    if !need && !view.is(head, Cue::Purpose) {
        return None;
    }
    let end = view.phrase(noun).tokens.end;
    let behind = view.prepositions_near(place.sentence, end).iter().find(|link| link.preposition == end && need);
    // In "the need for reform", the reform is needed. In "the need of Chad for aid", Chad is the owner, so this step does not apply.
    if let Some(link) = behind {
        let what = sides::participants(view, place, link.phrase);
        return (view.is(link.preposition, Cue::Beneficiary) && statement.all_named(&what)).then_some(what);
    }
    let inner = sides::governed(view, place.sentence, noun)?;
    let found = behind_way(view, place.sentence, noun, inner);
    statement.all_named(&found).then_some(found)
}

/// Returns the owner of the thing in the target: the Secretary-General in "thanks for the work of the Secretary-General".
fn owner_of_the_thing(statement: &Statement<'_, '_>, target: &[Resolved]) -> Option<Vec<Resolved>> {
    let owners = owners(statement, target);
    let other = |who: &Resolved| !statement.source.iter().any(|source| source.of.is_some() && source.of == who.of);
    owners.iter().any(|who| !statement.is_source(who) && other(who)).then_some(owners)
}

/// If the target is a noun such as "attention", returns the phrase after the preposition that belongs to this noun: the reports in "feel that attention should
/// be given to the reports".
pub(super) fn what_attention_is_for(statement: &Statement<'_, '_>, target: &[Resolved]) -> Option<Vec<Resolved>> {
    let view = statement.view;
    let only = only_thing(target)?;
    let content = statement.complement().filter(|content| view.clause(*content).passive)?;
    if !view.phrase_at(only.span).is_some_and(|phrase| view.is(view.phrase(phrase).head, Cue::Light)) {
        return None;
    }
    let inside = Place::verb(view, content);
    let key = sides::first_link(view, &inside, &[Cue::Addressee, Cue::Matters])?;
    let found = sides::resolved(view, &inside, Slot::Preposition(key));
    statement.all_named(&found).then_some(found)
}

/// Returns `true` if the target consists only of things that follow the object and do not belong to it: "Article 109" in "proposed agenda items pursuant to
/// Article 109". The object then says more about the statement than the target.
fn only_behind_object(view: &View<'_>, place: &Place<'_>, target: &[Resolved]) -> bool {
    let Some(object) = place.object.map(|object| view.span(view.phrase(object).tokens)) else { return false };
    let inside = inside::inside(view, place.sentence, place.object);
    let apart = |who: &Resolved| !inside.iter().any(|(_, phrase)| view.span(view.phrase(*phrase).tokens) == who.span);
    target.iter().all(|who| !who.is_actor() && who.of.is_none() && who.span.start() > object.end() && apart(who))
}

/// Returns `true` if the subject of a clause only says that something is due ("the time has come to").
fn is_due(view: &View<'_>, clause: &Clause) -> bool {
    let subject = clause.subject.map(|subject| view.phrase(subject)).filter(|phrase| phrase.kind != PhraseKind::Pronoun);
    subject.is_some_and(|phrase| view.is(phrase.head, Cue::Need))
}
