//! Steps that look for the topic of a statement if neither its frame nor a refinement has found a target.

use super::antecedent::antecedent;
use super::infinitive::{of_infinitive, stands_for_nothing};
use super::statement::Statement;
use crate::cue::Cue;
use crate::place::Place;
use crate::resolved::Resolved;
use crate::sides;
use crate::tables::Slot;
use crate::view::View;
use chancery_text::{Clause, ClauseKind, ParticipantKind, PhraseKind, PrepositionalPhrase, TokenKind};

/// A step: returns the target, or an empty list if it finds none.
pub(super) type Fallback = fn(&Statement<'_, '_>) -> Vec<Resolved>;

/// The steps in their order. The first step that finds a target ends the search.
pub(super) const FALLBACKS: [Fallback; 15] = [
    governed_topic,
    thing_as_object,
    relative_antecedent,
    about_the_object,
    demonstrative_object,
    pronoun_as_subject,
    object_of_gerund,
    object_of_content,
    predicate_of_content,
    infinitive_of_content,
    extraposed_infinitive,
    pronoun_as_object,
    shared_object,
    surrounding_subject,
    first_link_of_content,
];

fn named(statement: &Statement<'_, '_>, mut found: Vec<Resolved>) -> Vec<Resolved> {
    found.retain(|who| statement.names(who));
    found
}

fn named_elsewhere(statement: &Statement<'_, '_>, mut found: Vec<Resolved>) -> Vec<Resolved> {
    found.retain(|who| statement.names(who) && !who.place);
    found
}

fn governed_topic(statement: &Statement<'_, '_>) -> Vec<Resolved> {
    named(statement, topic(statement.view, statement.place, statement.number))
}

/// Returns an object that is a thing: the jurisdiction in "reaffirms its jurisdiction". If the frame requires an object, returns nothing, because such an
/// object only names the act: "gratitude" in "expresses its gratitude".
fn thing_as_object(statement: &Statement<'_, '_>) -> Vec<Resolved> {
    if statement.frame.asks.object.is_some() || statement.no_topic() {
        return Vec::new();
    }
    let mut object = named_elsewhere(statement, sides::resolved(statement.view, statement.place, Slot::Object));
    object.retain(|who| who.kind == ParticipantKind::Thing);
    object
}

/// Returns the noun that a relative clause modifies, if the relative pronoun follows a preposition: "the decisions" in "the decisions with which we agree".
fn relative_antecedent(statement: &Statement<'_, '_>) -> Vec<Resolved> {
    named(statement, antecedent(statement.view, statement.place))
}

/// If the object names the act, returns what a compound preposition after the object introduces: the vote in "expressed fear with regard to the vote".
fn about_the_object(statement: &Statement<'_, '_>) -> Vec<Resolved> {
    let Statement { view, place, .. } = *statement;
    let Some(end) = place.object.filter(|_| statement.frame.asks.object.is_some()).map(|object| view.phrase(object).tokens.end) else {
        return Vec::new();
    };
    let links = view.prepositions_near(place.sentence, end);
    let regarding = |link: &&PrepositionalPhrase| link.preposition >= end && view.is(view.phrase(link.phrase).head, Cue::Regarding);
    let noun = links.iter().find(regarding).map(|link| link.phrase);
    let about = noun.and_then(|noun| links.iter().find(|link| link.preposition == view.phrase(noun).tokens.end));
    named(statement, about.map_or_else(Vec::new, |link| sides::participants(view, place, link.phrase)))
}

/// Returns an object that refers to something that the text has said before: "this opinion" in "shares this opinion".
fn demonstrative_object(statement: &Statement<'_, '_>) -> Vec<Resolved> {
    let Statement { view, place, .. } = *statement;
    let object = place.object.map(|object| view.phrase(object));
    let object = object.filter(|object| object.head > object.tokens.start && view.is(object.tokens.start, Cue::Demonstrative));
    let thing = object.map(|object| Resolved::new(ParticipantKind::Thing, view.span(object.tokens)));
    thing.filter(|thing| !statement.is_source(thing)).into_iter().collect()
}

/// Returns a pronoun that is the subject of the content clause: "they" in "hope that they will appreciate the desire". A pronoun that refers to the source is
/// not the topic: "he" in "the minister announced that he would review the law".
fn pronoun_as_subject(statement: &Statement<'_, '_>) -> Vec<Resolved> {
    let view = statement.view;
    let speaks = statement.source.iter().any(|who| who.kind == ParticipantKind::Speaker || who.is_pronoun);
    let oneself =
        |topic: &Resolved| !speaks && view.phrase_at(topic.span).is_some_and(|phrase| view.is(view.phrase(phrase).head, Cue::Third));
    let topic = pronoun_topic(view, statement.place, statement.number);
    topic.filter(|topic| !statement.is_source(topic) && !oneself(topic)).into_iter().collect()
}

/// Returns what the act of a governed -ing clause concerns: "them" in "look forward to working with them". Unlike in most other steps, the result may be a
/// pronoun.
fn object_of_gerund(statement: &Statement<'_, '_>) -> Vec<Resolved> {
    let Statement { view, place, .. } = *statement;
    let child = statement.complement().filter(|child| view.clause(*child).kind == ClauseKind::Gerund);
    let mut found = child.map_or_else(Vec::new, |child| of_infinitive(view, place.sentence, child));
    found.retain(|who| who.kind != ParticipantKind::Speaker && !who.reflexive && !who.place && !statement.is_source(who));
    found
}

/// Returns the object of the content clause: the Council in "believe that we should strengthen the Council".
fn object_of_content(statement: &Statement<'_, '_>) -> Vec<Resolved> {
    let Statement { view, place, .. } = *statement;
    let Some(content) = statement.content() else { return Vec::new() };
    let light = sides::behind_light_object(view, &Place::verb(view, content));
    named(statement, light.unwrap_or_else(|| sides::resolved(view, place, Slot::ComplementObject)))
}

fn predicate_of_content(statement: &Statement<'_, '_>) -> Vec<Resolved> {
    let content = statement.complement();
    named_elsewhere(statement, content.map_or_else(Vec::new, |content| of_predicate(statement.view, content)))
}

/// Returns what the act of an infinitive in the content clause concerns: the contribution in "note that Kenya continues to make a contribution".
fn infinitive_of_content(statement: &Statement<'_, '_>) -> Vec<Resolved> {
    let Statement { view, place, .. } = *statement;
    let inner = statement.content().and_then(|content| sides::complement(view, place.sentence, content));
    named_elsewhere(statement, inner.map_or_else(Vec::new, |inner| of_infinitive(view, place.sentence, inner)))
}

/// If "it" stands for a later infinitive, returns what the act of this infinitive concerns: the Charter in "maintain that it is important to respect the
/// Charter".
fn extraposed_infinitive(statement: &Statement<'_, '_>) -> Vec<Resolved> {
    named(statement, extraposed(statement.view, statement.place, statement.number))
}

/// Returns an object that is a pronoun: "it" in "today I reaffirm it".
fn pronoun_as_object(statement: &Statement<'_, '_>) -> Vec<Resolved> {
    let topic = pronoun_object(statement.view, statement.place).filter(|_| statement.frame.asks.object.is_none());
    topic.filter(|topic| !statement.is_source(topic)).into_iter().collect()
}

fn shared_object(statement: &Statement<'_, '_>) -> Vec<Resolved> {
    if !statement.no_topic() {
        return Vec::new();
    }
    named(statement, of_coordinated(statement.view, statement.place, statement.number))
}

fn surrounding_subject(statement: &Statement<'_, '_>) -> Vec<Resolved> {
    if !statement.no_topic() {
        return Vec::new();
    }
    let mut found = of_surrounding(statement.view, statement.place, statement.number);
    // The subject may be a pronoun that refers to something else: "They must be honoured, as Kenya has repeated".
    let view = statement.view;
    let neuter = |who: &Resolved| view.phrase_at(who.span).is_some_and(|phrase| view.is(view.phrase(phrase).head, Cue::Neuter));
    let other = |who: &Resolved| who.is_pronoun && who.kind != ParticipantKind::Speaker && !statement.is_source(who) && !neuter(who);
    found.retain(|who| statement.names(who) || other(who));
    found
}

/// Returns the phrase after a preposition that follows the verb of the content clause: "collaboration" in "stress that my country has long engaged in
/// collaboration". The subject of this clause is not a topic, because it denotes the speaker.
fn first_link_of_content(statement: &Statement<'_, '_>) -> Vec<Resolved> {
    let view = statement.view;
    let Some(content) = statement.content().filter(|content| !view.clause(*content).passive) else { return Vec::new() };
    let inside = Place::verb(view, content);
    let key = sides::first_link(view, &inside, &[Cue::Addressee, Cue::Matters, Cue::Beneficiary]);
    named_elsewhere(statement, key.map_or_else(Vec::new, |key| sides::resolved(view, &inside, Slot::Preposition(key))))
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

/// In the content clause of a statement, "it" may stand for a later infinitive. Returns what the act of this infinitive concerns: the Charter in "maintain that
/// it is important to respect the Charter". Returns an empty list if there is no such infinitive.
fn extraposed(view: &View<'_>, place: &Place<'_>, number: u32) -> Vec<Resolved> {
    let content = sides::complement(view, place.sentence, number).filter(|child| view.clause(*child).kind == ClauseKind::Content);
    let empty = |clause: u32| {
        let subject = view.clause(clause).subject.map(|subject| view.phrase(subject).head);
        subject.is_some_and(|head| view.is(head, Cue::Neuter))
    };
    let inner = content.filter(|clause| empty(*clause)).and_then(|clause| sides::complement(view, place.sentence, clause));
    inner.map_or_else(Vec::new, |inner| of_infinitive(view, place.sentence, inner))
}

/// Returns the pronoun that is the subject of the content clause of a statement: "this" in "believe that this is a step forward". Returns `None` for first-person
/// pronouns, and for "it" with a predicate, because this "it" often does not refer to anything ("believe that it is time to").
fn pronoun_topic(view: &View<'_>, place: &Place<'_>, number: u32) -> Option<Resolved> {
    let content = sides::complement(view, place.sentence, number)?;
    let clause = view.clause(content);
    let phrase = clause.subject.map(|subject| view.phrase(subject)).filter(|phrase| phrase.kind == PhraseKind::Pronoun)?;
    let empty = stands_for_nothing(view, content, clause);
    let not_side = view.is(phrase.head, Cue::NotSide) && !view.is(phrase.head, Cue::Demonstrative);
    let other = view.is(phrase.head, Cue::Speaker) || not_side;
    let topic = clause.kind == ClauseKind::Content && !empty && !other;
    topic.then(|| Resolved { is_pronoun: true, ..Resolved::new(ParticipantKind::Unknown, view.span(phrase.tokens)) })
}

/// Returns the object of a verb if this object is a pronoun that refers to something: "it" in "I reaffirm it", but not in "I find it necessary that".
fn pronoun_object(view: &View<'_>, place: &Place<'_>) -> Option<Resolved> {
    let phrase = view.phrase(place.object?);
    let (number, clause) = place.clause?;
    let governs = sides::complement(view, place.sentence, number).is_some();
    let refers = [Cue::Neuter, Cue::Personal, Cue::Plural, Cue::Dummy].into_iter().any(|cue| view.is(phrase.head, cue));
    let not_side = view.is(phrase.head, Cue::NotSide) && !view.is(phrase.head, Cue::Demonstrative);
    let stands = phrase.kind == PhraseKind::Pronoun && refers && !not_side;
    // A "that" before other words usually introduces a clause: "indicated that in order to meet".
    let ends = |token: u32| view.doc.tokens.get(token as usize).is_none_or(|token| token.kind == TokenKind::Punctuation);
    let last = !view.is(phrase.head, Cue::NotSide) || ends(phrase.tokens.end);
    let topic = stands && !governs && last && clause.object == place.object;
    topic.then(|| Resolved { is_pronoun: true, ..Resolved::new(ParticipantKind::Unknown, view.span(phrase.tokens)) })
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

/// Returns `true` if `clause` is coordinated with the clause that governs the infinitive `number`, or with another clause that the governing clause governs.
fn continues(view: &View<'_>, number: u32, clause: &Clause) -> bool {
    let here = view.clause(number);
    here.kind == ClauseKind::Infinitive && clause.coordinated.is_some() && clause.coordinated == here.parent
}

/// Returns the topic of a statement that is inserted with a conjunction such as "as": the subject of the clause around it ("As Kenya has stressed, the Council should
/// be reformed").
fn of_surrounding(view: &View<'_>, place: &Place<'_>, number: u32) -> Vec<Resolved> {
    let here = view.clause(number);
    // If the clause has no subject, the conjunction comes directly before the verb: "as was rightly pointed out by Kenya".
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
