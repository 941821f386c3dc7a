//! Finds the participants to whom the things in the target of a statement belong.

use super::statement::Statement;
use crate::cue::Cue;
use crate::inside;
use crate::nature::nature;
use crate::place::Place;
use crate::resolved::Resolved;
use crate::sides;
use crate::tables::Slot;
use crate::words::Uses;
use chancery_text::{ParticipantKind, PhraseKind};

/// Returns the participants to whom the first thing in `target` belongs: the Secretary-General in "thanks for the work of the Secretary-General". Returns an
/// empty list if the target contains anything but things, or if the text does not name the owner.
pub(super) fn owners(statement: &Statement<'_, '_>, target: &[Resolved]) -> Vec<Resolved> {
    let Statement { view, place, frame, .. } = *statement;
    let content = statement.content().is_some();
    /// The maximum number of phrases between a thing and its owner ("the results of the work of the Council").
    const DEPTH: usize = 2;
    let things = !target.is_empty() && target.iter().all(|who| who.kind == ParticipantKind::Thing && who.of.is_none() && !who.place);
    let Some(first) = target.first().filter(|_| things) else { return Vec::new() };
    let known = |all: &[Resolved]| all.iter().any(|who| who.entity.is_some() || who.of.is_some());
    // Somebody who does a thing need not be known: "the initiative taken by the ministers".
    let people = |all: &[Resolved]| all.iter().any(|who| who.kind == ParticipantKind::Noun && !who.sector.is_empty());
    let mut act = false;
    let mut here = view.phrase_at(first.span);
    for _ in 0..DEPTH {
        let Some(phrase) = here else { break };
        let inner = Place { noun: Some(phrase), ..*place };
        let possessor = view.phrase(phrase).possessor;
        // If the owner is a pronoun, the phrases further to the right do not name the owner: "their involvement in the affairs of the Council".
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
        // The participant that does a thing counts as its owner: the Council in "the remarkable work the Council has done" and in "the initiatives that the
        // Council took". In "the treaty that Kenya initialled", the treaty remains the target.
        let work = frame.speech || !view.is(view.phrase(phrase).head, Cue::Matter);
        let doer = sides::doer_of_relative(view, place.sentence, phrase).filter(|_| !content && work);
        if let Some(doer) = doer.map(|clause| sides::resolved(view, &Place::verb(view, clause), Slot::Subject))
            && doer.iter().all(Resolved::is_actor)
            && known(&doer)
        {
            return doer;
        }
        for slot in [Slot::ObjectOwner, Slot::ObjectPreposition(view.tables.agent), Slot::ObjectPreposition(view.tables.of)] {
            // In "believes that the principles upheld by the Council are", the topic is the principles, not the Council.
            if (content || act) && slot == Slot::ObjectPreposition(view.tables.agent) {
                continue;
            }
            let found = sides::resolved(view, &inner, slot);
            let agent = slot == Slot::ObjectPreposition(view.tables.agent);
            if found.iter().all(Resolved::is_actor) && (known(&found) || agent && people(&found)) {
                return found;
            }
        }
        // A statement about a situation concerns the states that are named with it: "the situation in Lebanon", "the crisis between Iran and Iraq".
        if view.is(view.phrase(phrase).head, Cue::Circumstance) {
            for (key, _) in inside::inside(view, place.sentence, Some(phrase)).iter() {
                let found = sides::resolved(view, &inner, Slot::ObjectPreposition(*key));
                if found.iter().any(|who| who.entity.is_some() && who.entity == who.of) {
                    return found;
                }
            }
        }
        // In "violations of the sanctions decreed by the Council", the Council is not responsible for the violations.
        act |= view.serves(view.phrase(phrase).head, Uses::NOUN);
        here = inside::inside(view, place.sentence, Some(phrase)).iter().find(|(key, _)| *key == view.tables.of).map(|(_, phrase)| *phrase);
    }
    Vec::new()
}
