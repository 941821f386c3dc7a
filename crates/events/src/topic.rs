//! Determines whom or what a statement concerns, if its frame does not find an actor on the target side. A statement is an act that is performed by words
//! ("welcomed", "noted").
//!
//! In this module, `number` is the index of the clause of the statement, unless a function states otherwise. The content clause of a statement is the that-clause
//! that its verb governs ("believe that we should").

mod antecedent;
mod fallback;
mod infinitive;
mod owner;
mod refine;
mod statement;

use crate::cue::Cue;
use crate::inside;
use crate::place::Place;
use crate::resolved::Resolved;
use crate::sides;
use crate::tables::{CompiledFrame, Slot};
use crate::view::View;
use crate::words::Uses;
use antecedent::antecedent;
use chancery_text::{ClauseKind, ParticipantKind, PrepositionalPhrase};
use fallback::FALLBACKS;
use refine::REFINEMENTS;
use statement::no_topic;

pub(crate) use statement::Statement;

/// The maximum number of coordinated phrases that are considered.
const CONJUNCTS: usize = 8;

/// Removes the owner of each thing on the target side that the source owns: "Kenya strengthened Kenyan laws" is not an act directed at Kenya.
pub(crate) fn own_things(source: &[Resolved], target: &mut [Resolved]) {
    for who in target.iter_mut().filter(|who| who.kind == ParticipantKind::Thing) {
        if source.iter().any(|source| source.of == who.of) {
            who.of = None;
        }
    }
}

/// Completes the target of a statement. First, the refinements may replace the target that the frame found. If there is no target, the fallbacks then look for
/// the topic of the statement.
pub(crate) fn of_statement(statement: &Statement<'_, '_>, target: &mut Vec<Resolved>) {
    for refine in REFINEMENTS {
        if let Some(better) = refine(statement, target) {
            *target = better;
        }
    }
    if let Some(found) = FALLBACKS.iter().filter(|_| target.is_empty()).map(|find| find(statement)).find(|found| !found.is_empty()) {
        *target = found;
        if let Some(better) = refine::what_attention_is_for(statement, target) {
            *target = better;
        }
    }
}

/// Returns the thing that an act other than a statement concerns, if its frame finds no target. This is the object ("negotiate China's entry"), the noun that a
/// relative clause modifies ("the plan in which we cooperate") or, for a joint act, its field or aim ("cooperate in the search", "work together to end poverty").
pub(crate) fn of_deed(view: &View<'_>, place: &Place<'_>, number: u32, frame: &CompiledFrame, source: &[Resolved]) -> Vec<Resolved> {
    let mut found = object_of_deed(view, place, frame, source);
    if found.is_empty() {
        found = antecedent(view, place);
    }
    if found.is_empty() && frame.reciprocal {
        found = joint_aim(view, place, number);
    }
    found
}

/// Returns the field or the aim of a joint act. The field follows a preposition such as "in". The aim is what the governed infinitive or -ing clause concerns.
fn joint_aim(view: &View<'_>, place: &Place<'_>, number: u32) -> Vec<Resolved> {
    let thing = |who: &Resolved| who.kind == ParticipantKind::Thing && !who.place && !who.reflexive;
    let field = |key: u64| {
        let mut found = sides::resolved(view, place, Slot::Preposition(key));
        let setting = |who: &Resolved| view.phrase_at(who.span).is_some_and(|phrase| view.is(view.phrase(phrase).head, Cue::Setting));
        found.retain(|who| thing(who) && !setting(who) && !says_how(view, place, who));
        found
    };
    let links = sides::links(view, place);
    let keys = links.iter().map(|(key, _)| *key).filter(|key| view.tables.words.get(view.tables.words.number(*key)).is(Cue::Field));
    let found = keys.map(field).find(|found| !found.is_empty());
    found.unwrap_or_else(|| {
        let aim = sides::complement(view, place.sentence, number).or_else(|| sides::purpose(view, place.sentence, number));
        let mut found = aim.map_or_else(Vec::new, |aim| infinitive::of_infinitive(view, place.sentence, aim));
        found.retain(thing);
        found
    })
}

/// Returns the object of a deed if it is a thing. An object that itself names an act ("held talks") is not returned, because it only says what kind of act it is.
fn object_of_deed(view: &View<'_>, place: &Place<'_>, frame: &CompiledFrame, source: &[Resolved]) -> Vec<Resolved> {
    let act = place.object.is_some_and(|object| view.serves(view.phrase(object).head, Uses::NOUN));
    // If the object names an act, the result is what this act concerns: the agreement in "start negotiations on a new agreement".
    if act
        && frame.reciprocal
        && let Some(key) = inside::inside(view, place.sentence, place.object).iter().map(|(key, _)| *key).find(|key| is_matter(view, *key))
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

/// Returns `true` if a thing says how the act is done: "sincerity" in "continue with sincerity". Such a thing is a single word after a preposition, but not
/// after a preposition that introduces what the act concerns ("on").
pub(crate) fn says_how(view: &View<'_>, place: &Place<'_>, who: &Resolved) -> bool {
    let Some(number) = view.phrase_at(who.span) else { return false };
    let phrase = view.phrase(number);
    let links = view.prepositions_near(place.sentence, phrase.tokens.start);
    // The word may be the last of several coordinated ones: "with sincerity and goodwill".
    let leads_to = |link: &&PrepositionalPhrase| view.clauses().conjuncts(link.phrase).take(CONJUNCTS).any(|conjunct| conjunct == number);
    let link = links.iter().find(leads_to).filter(|_| place.object != Some(number));
    phrase.tokens.end == phrase.tokens.start + 1 && link.is_some_and(|link| !view.is(link.preposition, Cue::Matters))
}

/// Returns `true` for the key of a preposition that introduces what a noun is about ("on").
fn is_matter(view: &View<'_>, key: u64) -> bool {
    view.tables.words.get(view.tables.words.number(key)).is(Cue::Matters)
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
