//! Determines whom or what a statement concerns, if its frame does not find an actor on the target side. A statement is an act that is performed by words
//! ("welcomed", "noted").
//!
//! In this module, `number` is the index of the clause of the statement, unless a function states otherwise. The content clause of a statement is the that-clause
//! that its verb governs ("believe that we should").

use crate::cue::Cue;
use crate::nature::nature;
use crate::place::Place;
use crate::resolved::Resolved;
use crate::sides;
use crate::tables::{CompiledFrame, Slot};
use crate::view::View;
use crate::words::Uses;
use chancery_text::{Clause, ClauseKind, ParticipantKind, PhraseKind};

/// Removes the owner of each thing on the target side that the source owns: "Kenya strengthened Kenyan laws" is not an act directed at Kenya.
pub(crate) fn own_things(source: &[Resolved], target: &mut [Resolved]) {
    for who in target.iter_mut().filter(|who| who.kind == ParticipantKind::Thing) {
        if source.iter().any(|source| source.of == who.of) {
            who.of = None;
        }
    }
}

/// Completes the target of a statement. If the frame found a thing, its owner becomes the target. If the frame found nothing, the topic of the statement becomes the
/// target.
pub(crate) fn of_statement(
    view: &View<'_>,
    place: &Place<'_>,
    number: u32,
    frame: &CompiledFrame,
    source: &[Resolved],
    target: &mut Vec<Resolved>,
) {
    let is_source = |who: &Resolved| source.iter().any(|source| source.span == who.span);
    // The state of the speaker is not the topic. For example, Kenya is not the topic of "I stress that Kenya regards" if Kenya speaks.
    let own = |who: &Resolved| who.entity.is_some() && source.iter().any(|source| source.of == who.entity);
    let named = |who: &Resolved| !who.is_pronoun && who.kind != ParticipantKind::Speaker && !is_source(who) && !own(who);
    // "Kenya believes that we must pay attention to": "we" is not the topic.
    if frame.speech
        && place.object.is_none()
        && is_content(view, place, number)
        && target.iter().all(|who| who.kind == ParticipantKind::Speaker)
    {
        target.clear();
    }
    if frame.asks.object.is_none() && !frame.target.contains(&Slot::Object) && only_behind_object(view, place, target) {
        target.clear();
    }
    // In "condemn violations of human rights", the violations are condemned, and not the rights.
    let thing = |who: &Resolved| who.kind == ParticipantKind::Thing && who.of.is_none() && !who.place && !is_source(who);
    if (frame.asks.object.is_none() || !frame.speech) && frame.target.contains(&Slot::Object) && target.iter().all(thing) {
        let object = sides::resolved(view, place, Slot::Object);
        if object.iter().all(thing) && !object.is_empty() {
            *target = object;
        }
    }
    // If a that-clause follows the noun, the subject of this clause is the topic: "welcome the fact that Cuba has proved".
    let factual = target
        .first()
        .filter(|first| target.len() == 1 && first.kind == ParticipantKind::Thing)
        .and_then(|first| view.phrase_at(first.span));
    let that = |noun: u32| {
        let after = view.phrase(noun).tokens.end;
        sides::complement(view, place.sentence, number).filter(|clause| view.clause(*clause).marker == Some(after))
    };
    if let Some(content) = factual
        .and_then(|noun| sides::governed(view, place.sentence, noun).or_else(|| that(noun)))
        .filter(|clause| view.clause(*clause).kind == ClauseKind::Content)
    {
        let slot = if view.clause(content).passive { Slot::Object } else { Slot::Subject };
        let mut topic = sides::resolved(view, &Place::verb(view, content), slot);
        topic.retain(|who| named(who) && (who.is_actor() || who.of.is_some()));
        if !topic.is_empty() {
            *target = topic;
        }
    }
    // "reaffirm our special concern for the island": the statement is about what the concern is for.
    if frame.speech
        && let [only] = target.as_slice()
        && only.kind == ParticipantKind::Thing
        && let Some(object) = place.object.filter(|object| view.span(view.phrase(*object).tokens) == only.span)
        && view.is(view.phrase(object).tokens.start, Cue::SpeakerOwner)
        && let Some((key, _)) = sides::inside(view, place.sentence, Some(object)).iter().find(|(key, _)| *key != view.tables.of).copied()
    {
        let about = sides::resolved(view, place, Slot::ObjectPreposition(key));
        if !about.is_empty() && about.iter().all(|who| named(who) && !who.place) {
            *target = about;
        }
    }
    // "believe that the time has come to reform the Council": the topic is in the infinitive.
    if target.iter().all(|who| who.kind == ParticipantKind::Thing && who.of.is_none())
        && let Some(content) = sides::complement(view, place.sentence, number).filter(|content| is_due(view, view.clause(*content)))
        && let Some(inner) = sides::complement(view, place.sentence, content)
    {
        // "the time has come for Chad to act": the act is expected of Chad.
        let other = view.clause(inner).subject.filter(|subject| view.clause(content).subject != Some(*subject));
        let doer = other.map(|_| sides::resolved(view, &Place::verb(view, inner), Slot::Subject));
        let found = doer.filter(|doer| doer.iter().any(Resolved::is_actor)).unwrap_or_else(|| of_infinitive(view, place.sentence, inner));
        if !found.is_empty() && found.iter().all(named) {
            *target = found;
        }
    }
    // "proposed ways of solving the problem": the ways only lead to the topic. "Thanks for the way in which the chairman led us": the chairman is thanked.
    if let [only] = target.as_slice()
        && only.kind == ParticipantKind::Thing
        && let Some(noun) = view.phrase_at(only.span).filter(|noun| view.is(view.phrase(*noun).head, Cue::Purpose))
        && let Some(inner) = sides::governed(view, place.sentence, noun)
    {
        let found = behind_way(view, place.sentence, noun, inner);
        if !found.is_empty() && found.iter().all(named) {
            *target = found;
        }
    }
    let owners = owners(view, place, frame, target, is_content(view, place, number));
    if owners.iter().any(|who| !is_source(who) && !source.iter().any(|source| source.of.is_some() && source.of == who.of)) {
        *target = owners;
    }
    if target.is_empty() {
        *target = topic(view, place, number);
        target.retain(named);
    }
    // In "reaffirms its jurisdiction", the jurisdiction is the target. An object that the frame requires is not a target, because it only names the act: "gratitude"
    // in "expresses its gratitude".
    if target.is_empty() && frame.asks.object.is_none() && !no_topic(view, place) {
        *target = sides::resolved(view, place, Slot::Object);
        target.retain(|who| named(who) && who.kind == ParticipantKind::Thing && !who.place);
    }
    // "shares this opinion": the object refers to something that the text has said before.
    if target.is_empty()
        && let Some(object) = place.object.map(|object| view.phrase(object))
        && object.head > object.tokens.start
        && view.is(object.tokens.start, Cue::Demonstrative)
    {
        target.push(Resolved::new(ParticipantKind::Thing, view.span(object.tokens)));
        target.retain(|who| !is_source(who));
    }
    // The topic may be a pronoun: "hope that they will appreciate the desire".
    if target.is_empty() {
        // A pronoun that refers to the source is not the topic: "the minister announced that he would review the law".
        let speaks = source.iter().any(|who| who.kind == ParticipantKind::Speaker || who.is_pronoun);
        let oneself =
            |topic: &Resolved| !speaks && view.phrase_at(topic.span).is_some_and(|phrase| view.is(view.phrase(phrase).head, Cue::Third));
        target.extend(pronoun_topic(view, place, number).filter(|topic| !is_source(topic) && !oneself(topic)));
    }
    // "look forward to working with them": the pronoun may follow a preposition in an -ing clause.
    if target.is_empty()
        && let Some(child) = sides::complement(view, place.sentence, number).filter(|child| view.clause(*child).kind == ClauseKind::Gerund)
    {
        *target = of_infinitive(view, place.sentence, child);
        target.retain(|who| who.kind != ParticipantKind::Speaker && !who.reflexive && !who.place && !is_source(who));
    }
    // "feel that attention should be given to the reports"
    if let [only] = target.as_slice()
        && only.kind == ParticipantKind::Thing
        && let Some(content) = sides::complement(view, place.sentence, number).filter(|content| view.clause(*content).passive)
        && view.phrase_at(only.span).is_some_and(|phrase| view.is(view.phrase(phrase).head, Cue::Light))
    {
        let inside = Place::verb(view, content);
        let concerns = |key: u64| view.tables.words.get(view.tables.words.number(key)).is(Cue::Addressee) || is_matter(view, key);
        let found = sides::links(view, &inside).iter().map(|(key, _)| *key).find(|key| concerns(*key));
        let found = found.map(|key| sides::resolved(view, &inside, Slot::Preposition(key)));
        if let Some(found) = found.filter(|found| !found.is_empty() && found.iter().all(named)) {
            *target = found;
        }
    }
    // If no topic has been found, the object of the content clause is the topic: "believe that we should strengthen the Council".
    if target.is_empty() && is_content(view, place, number) {
        let light = sides::complement(view, place.sentence, number)
            .and_then(|content| sides::behind_light_object(view, &Place::verb(view, content)));
        *target = light.unwrap_or_else(|| sides::resolved(view, place, Slot::ComplementObject));
        target.retain(named);
    }
    if target.is_empty()
        && let Some(content) = sides::complement(view, place.sentence, number)
    {
        *target = of_predicate(view, content);
        target.retain(|who| named(who) && !who.place);
    }
    // "note that Kenya continues to make a contribution": the object may belong to an infinitive.
    if target.is_empty()
        && let Some(content) =
            sides::complement(view, place.sentence, number).filter(|content| view.clause(*content).kind == ClauseKind::Content)
        && let Some(inner) = sides::complement(view, place.sentence, content)
    {
        *target = of_infinitive(view, place.sentence, inner);
        target.retain(|who| named(who) && !who.place);
    }
    // The topic may be the object of an infinitive: "maintain that it is important to respect the Charter".
    if target.is_empty() {
        *target = extraposed(view, place, number);
        target.retain(named);
    }
    // The object may be a pronoun: "today I reaffirm it".
    if target.is_empty() && frame.asks.object.is_none() {
        target.extend(pronoun_object(view, place).filter(|topic| !is_source(topic)));
    }
    if target.is_empty() && no_topic(view, place) {
        *target = of_coordinated(view, place, number);
        target.retain(named);
    }
    if target.is_empty() && no_topic(view, place) {
        *target = of_surrounding(view, place, number);
        target.retain(named);
    }
    // "stress that my country has long engaged in collaboration": the speaker is not a topic, but what the verb's first preposition introduces is.
    if target.is_empty()
        && let Some(content) = sides::complement(view, place.sentence, number).filter(|_| is_content(view, place, number))
    {
        let inside = Place::verb(view, content);
        let cues = [Cue::Addressee, Cue::Matters, Cue::Beneficiary];
        let concerns = |key: u64| cues.into_iter().any(|cue| view.tables.words.get(view.tables.words.number(key)).is(cue));
        let active = !view.clause(content).passive;
        let first = sides::links(view, &inside).iter().map(|(key, _)| *key).find(|key| concerns(*key)).filter(|_| active);
        *target = first.map_or_else(Vec::new, |key| sides::resolved(view, &inside, Slot::Preposition(key)));
        target.retain(|who| named(who) && !who.place);
    }
}

/// Returns the object of the verb that is coordinated with the verb of the clause `number`: Kenya's raid in "continues to be alarmed at and condemn Kenya's raid".
fn of_coordinated(view: &View<'_>, place: &Place<'_>, number: u32) -> Vec<Resolved> {
    /// The number of tokens between the two verbs ("to condemn and to").
    const APART: u32 = 5;
    let end = view.clause(number).verb.end;
    let mut near = view.clauses_near(place.sentence, end);
    let next = near.find(|(next, clause)| {
        *next > number
            && (end..end + APART).contains(&clause.head)
            && (clause.coordinated == Some(number) || continues(view, number, clause))
    });
    let other = next.map(|(next, _)| Place::verb(view, next));
    other
        .filter(|other| !view.clause(number).passive || other.object.is_some())
        .map_or_else(Vec::new, |other| sides::resolved(view, &other, Slot::Object))
}

/// Returns `true` if `clause` is coordinated with the clause that governs the infinitive `number`, or with another clause that this clause governs.
fn continues(view: &View<'_>, number: u32, clause: &Clause) -> bool {
    let here = view.clause(number);
    here.kind == ClauseKind::Infinitive && clause.coordinated.is_some() && clause.coordinated == here.parent
}

/// Returns the topic of a statement that is inserted with a conjunction such as "as": the subject of the clause around it ("As Kenya has stressed, the Council should
/// be reformed").
fn of_surrounding(view: &View<'_>, place: &Place<'_>, number: u32) -> Vec<Resolved> {
    let here = view.clause(number);
    // "as was rightly pointed out by Kenya": the conjunction stands directly before the verb.
    let inserted = here.marker.or(here.verb.start.checked_sub(1)).is_some_and(|token| view.is(token, Cue::Inserting));
    let is_main = |clause: &Clause| matches!(clause.kind, ClauseKind::Main | ClauseKind::Content) && clause.subject.is_some();
    let parent = here.parent.filter(|parent| is_main(view.clause(*parent)));
    let all = || view.clauses_near(place.sentence, here.verb.start).filter(|(other, clause)| *other != number && is_main(clause));
    let around = parent.or_else(|| all().filter(|(other, _)| *other < number).last().or_else(|| all().next()).map(|(other, _)| other));
    let around = around.filter(|_| inserted).map(|around| Place::verb(view, around));
    around.map_or_else(Vec::new, |around| {
        let slot = if around.clause.is_some_and(|(_, clause)| clause.passive) { Slot::Object } else { Slot::Subject };
        sides::resolved(view, &around, slot)
    })
}

/// Returns the thing that an act other than a statement concerns, if its frame finds no target: the entry in "negotiate China's entry". An object that itself names
/// an act ("held talks") is not returned, because it only says what kind of act it is.
pub(crate) fn of_deed(view: &View<'_>, place: &Place<'_>, frame: &CompiledFrame, source: &[Resolved]) -> Vec<Resolved> {
    let act = place.object.is_some_and(|object| view.serves(view.phrase(object).head, Uses::NOUN));
    // "start negotiations on a new agreement"
    if act
        && frame.reciprocal
        && let Some(key) = sides::inside(view, place.sentence, place.object).iter().map(|(key, _)| *key).find(|key| is_matter(view, *key))
    {
        let mut about = sides::resolved(view, place, Slot::ObjectPreposition(key));
        about.retain(|who| who.kind == ParticipantKind::Thing && !who.place);
        return about;
    }
    if act || no_topic(view, place) {
        return Vec::new();
    }
    let mut object = sides::resolved(view, place, Slot::Object);
    object.retain(|who| who.kind == ParticipantKind::Thing && !who.place && !source.iter().any(|source| source.span == who.span));
    object
}

/// Returns `true` if a thing is a single word after a preposition that does not say what the act concerns. Such a word says how the act is done: "sincerity" in
/// "continue with sincerity".
pub(crate) fn says_how(view: &View<'_>, place: &Place<'_>, who: &Resolved) -> bool {
    let Some(number) = view.phrase_at(who.span) else { return false };
    let phrase = view.phrase(number);
    let links = view.prepositions_near(place.sentence, phrase.tokens.start);
    let link = links.iter().find(|link| link.phrase == number && place.object != Some(number));
    phrase.tokens.end == phrase.tokens.start + 1 && link.is_some_and(|link| !view.is(link.preposition, Cue::Matters))
}

/// Returns `true` for the key of a preposition that introduces what a noun is about ("on").
fn is_matter(view: &View<'_>, key: u64) -> bool {
    view.tables.words.get(view.tables.words.number(key)).is(Cue::Matters)
}

/// Returns `true` if the target consists only of things that follow the object and do not belong to it: "Article 109" in "proposed agenda items pursuant to
/// Article 109". The object then says more about the statement than the target.
fn only_behind_object(view: &View<'_>, place: &Place<'_>, target: &[Resolved]) -> bool {
    let Some(object) = place.object.map(|object| view.span(view.phrase(object).tokens)) else { return false };
    let inside = sides::inside(view, place.sentence, place.object);
    let apart = |who: &Resolved| !inside.iter().any(|(_, phrase)| view.span(view.phrase(*phrase).tokens) == who.span);
    target.iter().all(|who| !who.is_actor() && who.of.is_none() && who.span.start() > object.end() && apart(who))
}

/// Returns the topic of a statement. It is a part of the clause that the verb or the object of the statement governs: "the Council" in "believe that the Council
/// should be reformed", and "cooperation" in "stress the importance of strengthening cooperation".
fn topic(view: &View<'_>, place: &Place<'_>, number: u32) -> Vec<Resolved> {
    let child = sides::complement(view, place.sentence, number);
    let slot = match child.map(|child| view.clause(child)) {
        // The "it" in "it is time for" is not a topic.
        Some(clause) if clause.kind == ClauseKind::Content && child.is_some_and(|child| stands_for_nothing(view, child, clause)) => {
            return Vec::new();
        }
        Some(clause) if clause.kind == ClauseKind::Content && !clause.passive => Slot::ComplementSubject,
        Some(clause) if clause.kind != ClauseKind::Infinitive => Slot::ComplementObject,
        // The infinitive may govern a content clause, which contains the topic: "glad to see that many peoples have become free". Otherwise, the object of the
        // infinitive is the topic: "saddened to note the differences".
        Some(_) => {
            let content = child.and_then(|child| sides::complement(view, place.sentence, child));
            match content.filter(|clause| view.clause(*clause).kind == ClauseKind::Content) {
                Some(content) => {
                    let slot = if view.clause(content).passive { Slot::Object } else { Slot::Subject };
                    return sides::resolved(view, &Place::verb(view, content), slot);
                }
                None => return child.map_or_else(Vec::new, |child| of_infinitive(view, place.sentence, child)),
            }
        }
        None => {
            let governed = place.object.and_then(|object| sides::governed(view, place.sentence, object));
            let Some(clause) = governed.filter(|clause| view.clause(*clause).kind == ClauseKind::Gerund) else { return Vec::new() };
            return sides::resolved(view, &Place::verb(view, clause), Slot::Object);
        }
    };
    sides::resolved(view, place, slot)
}

/// Returns `true` if a statement asks somebody other than the speaker to act. Its content clause must consist of "it", a predicate for a need, and an infinitive:
/// "that it is time for Kenya to withdraw", "that it is essential for the embargo to be lifted".
pub(crate) fn calls_for(view: &View<'_>, place: &Place<'_>, number: u32) -> bool {
    let Some(content) = sides::complement(view, place.sentence, number).map(|child| (child, view.clause(child))) else { return false };
    let (child, clause) = content;
    let empty = clause.subject.is_some_and(|subject| view.is(view.phrase(subject).head, Cue::Neuter));
    let needed = clause.kind == ClauseKind::Content && empty && clause.predicate.is_some_and(|predicate| view.is(predicate, Cue::Need));
    let inner = sides::complement(view, place.sentence, child).filter(|_| needed && !clause.negated).map(|inner| view.clause(inner));
    inner.is_some_and(|inner| {
        let other = inner.subject.filter(|subject| clause.subject != Some(*subject)).map(|subject| view.phrase(subject).head);
        inner.kind == ClauseKind::Infinitive && other.is_some_and(|head| !view.is(head, Cue::Speaker))
    })
}

/// Returns what the predicate of a content clause concerns: the challenges in "stress that we are aware of the challenges", and Kenya in "believe that it is
/// necessary for Kenya to withdraw". The subject of the content clause must be a first-person pronoun or "it". `number` is the index of the content clause.
fn of_predicate(view: &View<'_>, number: u32) -> Vec<Resolved> {
    let clause = view.clause(number);
    let Some(subject) = clause.subject.filter(|_| clause.predicate.is_some()).map(|subject| view.phrase(subject).head) else {
        return Vec::new();
    };
    let inside = Place::verb(view, number);
    let links = sides::links(view, &inside);
    let key = if view.is(subject, Cue::Speaker) {
        links.first().map(|(key, _)| *key)
    } else {
        let concerns = |key: u64| view.tables.words.get(view.tables.words.number(key)).is(Cue::Beneficiary);
        links.iter().map(|(key, _)| *key).find(|key| view.is(subject, Cue::Neuter) && concerns(*key))
    };
    key.map_or_else(Vec::new, |key| sides::resolved(view, &inside, Slot::Preposition(key)))
}

/// Returns what a noun such as "ways" is about: the object of the clause `inner` that it governs ("ways of solving the problem"), or the actor in a relative clause
/// ("the way in which the chairman led us"). A noun with an owner is not replaced ("his ability to lead us").
fn behind_way(view: &View<'_>, sentence: u32, noun: u32, inner: u32) -> Vec<Resolved> {
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

/// Returns `true` if the subject of a clause only says that something is due ("the time has come to").
fn is_due(view: &View<'_>, clause: &Clause) -> bool {
    let subject = clause.subject.map(|subject| view.phrase(subject)).filter(|phrase| phrase.kind != PhraseKind::Pronoun);
    subject.is_some_and(|phrase| view.is(phrase.head, Cue::Need))
}

/// Returns `true` if the subject of the clause `number` is an "it" that often does not refer to anything, because the clause has a predicate or governs an
/// infinitive: "it is time to", "it is of great importance to".
fn stands_for_nothing(view: &View<'_>, number: u32, clause: &Clause) -> bool {
    let empty = clause.subject.is_some_and(|subject| view.is(view.phrase(subject).head, Cue::Neuter));
    let infinitive =
        || sides::complement(view, clause.sentence.0, number).is_some_and(|inner| view.clause(inner).kind == ClauseKind::Infinitive);
    empty && (clause.predicate.is_some() || clause.object.is_none() && infinitive())
}

/// Returns what the infinitive concerns on which "it" depends in the content clause of a statement: the Charter in "maintain that it is important to respect the
/// Charter". Returns an empty list if there is no such infinitive.
fn extraposed(view: &View<'_>, place: &Place<'_>, number: u32) -> Vec<Resolved> {
    let content = sides::complement(view, place.sentence, number).filter(|child| view.clause(*child).kind == ClauseKind::Content);
    let empty = |clause: u32| {
        let subject = view.clause(clause).subject.map(|subject| view.phrase(subject).head);
        subject.is_some_and(|head| view.is(head, Cue::Neuter))
    };
    let inner = content.filter(|clause| empty(*clause)).and_then(|clause| sides::complement(view, place.sentence, clause));
    inner.map_or_else(Vec::new, |inner| of_infinitive(view, place.sentence, inner))
}

/// Returns what the act of an infinitive concerns: its object, the agent if it is passive, or the phrase after its first preposition. If the infinitive has no
/// object and governs another infinitive, the inner one is used: "them" in "continue to refuse to cooperate with them". `number` is the index of the infinitive
/// clause.
fn of_infinitive(view: &View<'_>, sentence: u32, number: u32) -> Vec<Resolved> {
    /// The maximum number of infinitives that are searched.
    const DEPTH: usize = 3;
    let mut inner = Some(number);
    for _ in 0..DEPTH {
        let Some(number) = inner else { break };
        let inside = Place::verb(view, number);
        let mut found = match sides::behind_light_object(view, &inside) {
            // "to do our utmost to find the causes": the act is that of the inner infinitive.
            Some(found) => found,
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

/// Returns `true` if the verb of the clause `number` governs a content clause: "believe that we should".
fn is_content(view: &View<'_>, place: &Place<'_>, number: u32) -> bool {
    sides::complement(view, place.sentence, number).is_some_and(|child| view.clause(child).kind == ClauseKind::Content)
}

/// Returns the pronoun that is the subject of the content clause of a statement: "this" in "believe that this is a step forward". Returns `None` for first-person
/// pronouns, and for "it" with a predicate, because this "it" often does not refer to anything ("believe that it is time to").
fn pronoun_topic(view: &View<'_>, place: &Place<'_>, number: u32) -> Option<Resolved> {
    let content = sides::complement(view, place.sentence, number)?;
    let clause = view.clause(content);
    let phrase = clause.subject.map(|subject| view.phrase(subject)).filter(|phrase| phrase.kind == PhraseKind::Pronoun)?;
    let empty = stands_for_nothing(view, content, clause);
    let other = view.is(phrase.head, Cue::Speaker) || view.is(phrase.head, Cue::NotSide);
    let topic = clause.kind == ClauseKind::Content && !empty && !other;
    topic.then(|| Resolved { is_pronoun: true, ..Resolved::new(ParticipantKind::Unknown, view.span(phrase.tokens)) })
}

/// Returns the object of a verb if this object is a pronoun that refers to something: "it" in "I reaffirm it", but not in "I find it necessary that".
fn pronoun_object(view: &View<'_>, place: &Place<'_>) -> Option<Resolved> {
    let phrase = view.phrase(place.object?);
    let (number, clause) = place.clause?;
    let governs = sides::complement(view, place.sentence, number).is_some();
    let refers = [Cue::Neuter, Cue::Personal, Cue::Plural, Cue::Dummy].into_iter().any(|cue| view.is(phrase.head, cue));
    let stands = phrase.kind == PhraseKind::Pronoun && refers && !view.is(phrase.head, Cue::NotSide);
    let topic = stands && !governs && clause.object == place.object;
    topic.then(|| Resolved { is_pronoun: true, ..Resolved::new(ParticipantKind::Unknown, view.span(phrase.tokens)) })
}

/// Returns the participants to whom the first thing in `target` belongs: the Secretary-General in "thanks for the work of the Secretary-General". Returns an empty
/// list if the target contains anything but things, or if the text does not name the owner. `content` says whether the verb governs a content clause.
fn owners(view: &View<'_>, place: &Place<'_>, frame: &CompiledFrame, target: &[Resolved], content: bool) -> Vec<Resolved> {
    /// The maximum number of phrases between a thing and its owner ("the results of the work of the Council").
    const DEPTH: usize = 2;
    let things = !target.is_empty() && target.iter().all(|who| who.kind == ParticipantKind::Thing && who.of.is_none() && !who.place);
    let Some(first) = target.first().filter(|_| things) else { return Vec::new() };
    let known = |all: &[Resolved]| all.iter().any(|who| who.entity.is_some() || who.of.is_some());
    let mut here = view.phrase_at(first.span);
    for _ in 0..DEPTH {
        let Some(phrase) = here else { break };
        let inner = Place { noun: Some(phrase), ..*place };
        let possessor = view.phrase(phrase).possessor;
        // If the owner is a pronoun, the phrases further to the right do not name it: "their involvement in the affairs of the Council".
        if possessor.is_some_and(|possessor| view.phrase(possessor).kind == PhraseKind::Pronoun)
            || (view.phrase(phrase).tokens.start..view.phrase(phrase).head).any(|token| view.is(token, Cue::ThirdOwner))
        {
            break;
        }
        // A possessor that can act is the owner: "the donor community's willingness".
        if possessor.is_some_and(|possessor| nature(view, possessor).actor) {
            let owner = sides::resolved(view, &inner, Slot::ObjectOwner);
            if !owner.is_empty() && owner.iter().all(Resolved::is_actor) {
                return owner;
            }
        }
        // "the remarkable work the Council has done", "the initiatives that the Council took": who does the thing is its owner.
        // "the treaty that Kenya initialled" remains the target.
        let work = frame.speech || !view.is(view.phrase(phrase).head, Cue::Matter);
        let doer = sides::doer_of_relative(view, place.sentence, phrase).filter(|_| !content && work);
        if let Some(doer) = doer.map(|clause| sides::resolved(view, &Place::verb(view, clause), Slot::Subject))
            && doer.iter().all(Resolved::is_actor)
            && known(&doer)
        {
            return doer;
        }
        for slot in [Slot::ObjectOwner, Slot::ObjectPreposition(view.tables.agent), Slot::ObjectPreposition(view.tables.of)] {
            // In "believes that the principles upheld by the Council are", the principles are the topic, and not the Council.
            if content && slot == Slot::ObjectPreposition(view.tables.agent) {
                continue;
            }
            let found = sides::resolved(view, &inner, slot);
            if found.iter().all(Resolved::is_actor) && known(&found) {
                return found;
            }
        }
        // "the situation in Lebanon", "the crisis between Iran and Iraq": a statement about it is about these states.
        if view.is(view.phrase(phrase).head, Cue::Circumstance) {
            for (key, _) in sides::inside(view, place.sentence, Some(phrase)).iter() {
                let found = sides::resolved(view, &inner, Slot::ObjectPreposition(*key));
                if found.iter().any(|who| who.entity.is_some() && who.entity == who.of) {
                    return found;
                }
            }
        }
        here = sides::inside(view, place.sentence, Some(phrase)).iter().find(|(key, _)| *key == view.tables.of).map(|(_, phrase)| *phrase);
    }
    Vec::new()
}

/// Returns `true` if a verb has no object, or if its object cannot be a topic because it is a time expression or a pronoun.
fn no_topic(view: &View<'_>, place: &Place<'_>) -> bool {
    place.object.is_none_or(|object| matches!(view.phrase(object).kind, PhraseKind::Time | PhraseKind::Pronoun))
}
