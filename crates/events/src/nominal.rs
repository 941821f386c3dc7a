//! Finds the events that nouns name ("the Israeli attack on Lebanon").

use crate::coded::{Coded, fitting};
use crate::conditions::{self, Facts};
use crate::cue::Cue;
use crate::inside;
use crate::place::Place;
use crate::resolved::Resolved;
use crate::sayer;
use crate::sides;
use crate::slots;
use crate::tables::{CompiledFrame, Slot, Tables};
use crate::view::View;
use crate::voice;
use crate::words::Uses;
use chancery_text::{ParticipantKind, PhraseKind};
use std::collections::BTreeMap;
use std::ops::Range;

/// Returns the frame that matches the noun of `place`. If several frames match, returns the one with the most conditions.
pub(crate) fn frame<'t>(tables: &'t Tables, view: &View<'_>, place: &Place<'_>) -> Option<&'t CompiledFrame> {
    let head = view.phrase(place.noun?).head;
    let facts = Facts::new(*place);
    let mut best: Option<&CompiledFrame> = None;
    for lemma in view.lemmas(head) {
        for used in tables.nouns.get(&lemma).into_iter().flatten() {
            let outline = &tables.outlines[used.frame as usize];
            if best.is_some_and(|best| outline.weight <= best.weight) || !facts.fits(view, outline) {
                continue;
            }
            let frame = &tables.frames[used.frame as usize];
            let length = used.rest.len() as u32;
            let before = head >= length && used.rest.iter().zip(head - length..).all(|(word, token)| view.key(token) == *word);
            if before && conditions::hold(view, frame, &facts) {
                best = Some(frame);
            }
        }
    }
    best
}

/// Adds the events that nouns in a range of sentences name ("the Israeli attack on Lebanon"). `coded` must contain the events of the verbs in these sentences.
///
/// Usually, both sides must be named, and at least one of them must contain a known participant that can act. A known source is enough if a phrase after "by"
/// names it, or if the frame is reciprocal and the source has several participants.
pub(crate) fn add<'t>(tables: &'t Tables, view: &View<'_>, sentences: Range<usize>, coded: &mut Vec<Coded<'t>>) {
    let verbs: BTreeMap<u32, &CompiledFrame> = coded.iter().map(|event| (event.trigger.start(), event.frame)).collect();
    let mut sentence = sentences.start;
    let all = &view.doc.clauses.phrases;
    let start = view.doc.sentences.get(sentences.start).map_or(0, |sentence| sentence.token_range.start);
    let end = view.doc.sentences.get(sentences.end).map_or(u32::MAX, |sentence| sentence.token_range.start);
    let first = all.partition_point(|phrase| phrase.tokens.start < start);
    for (number, phrase) in (first as u32..).zip(all[first..].iter().take_while(|phrase| phrase.tokens.start < end)) {
        if phrase.kind != PhraseKind::Noun {
            continue;
        }
        if !view.serves(phrase.head, Uses::NOUN) {
            continue;
        }
        while view.doc.sentences.get(sentence).is_some_and(|sentence| sentence.token_range.end <= phrase.head) {
            sentence += 1;
        }
        let span = view.trigger(phrase.head);
        if verbs.contains_key(&span.start()) {
            continue;
        }
        let place = Place {
            sentence: sentence as u32,
            clause: None,
            subject: None,
            doer_in: None,
            object: None,
            indirect: None,
            used: None,
            noun: Some(number),
            from: phrase.head + 1,
            adjectival: false,
            affirmed: false,
            by_words: false,
        };
        let Some(frame) = frame(tables, view, &place) else { continue };
        if frame.none {
            continue;
        }
        // The verb that governs the noun may already have produced this event: "express our solidarity with".
        let said = view.clauses_near(place.sentence, phrase.head).any(|(_, clause)| {
            let trigger = view.trigger(clause.head).start();
            let same = |verb: &&&CompiledFrame| verb.act == frame.act || !frame.class.is_empty() && verb.class == frame.class;
            let governed = if clause.passive { clause.subject } else { clause.object };
            governed == Some(number) && verbs.get(&trigger).filter(same).is_some()
        });
        if said {
            continue;
        }
        let mut source = slots::first(view, &place, &frame.noun_source);
        let mut target = slots::first(view, &place, &frame.noun_target);
        if source.is_empty() && frame.reciprocal {
            source = taking_part(view, &place);
            target.retain(Resolved::is_actor);
        }
        source.retain(|source| !owns(view, &place, source, &target));
        target.retain(|target| !source.iter().any(|source| source.span == target.span));
        let known = |all: &[Resolved]| all.iter().any(|who| who.is_actor() && who.kind != ParticipantKind::Unknown);
        let somebody = |all: &[Resolved]| all.iter().any(|who| who.is_actor() || who.place || who.of.is_some());
        // A phrase after "by" names the source: "the walkout by pilots".
        let by = || inside::inside(view, place.sentence, place.noun).iter().any(|(preposition, _)| *preposition == tables.agent);
        let named = |all: &[Resolved]| all.iter().any(|who| who.of.is_some() || who.entity.is_some());
        let one = known(&source) && (somebody(&target) || named(&source) && by()) || known(&target) && somebody(&source);
        if (one || known(&source) && frame.reciprocal && source.len() > 1)
            && let Some(voice) = voice::nominal(view, place.sentence, number)
        {
            let sayer = sayer::of_noun(view, place.sentence, number);
            let firmness = tables.firmness(view, &place, phrase.head);
            let sentence = place.sentence;
            let event = Coded {
                class: None,
                frame,
                trigger: span,
                sentence,
                voice,
                source,
                target,
                nominal: true,
                sayer,
                firmness,
                not_done: None,
            };
            coded.extend(fitting(event));
        }
    }
}

/// Returns the subject of the clause to which a preposition links the noun of `place`: Kenya in "In talks with Mali, Kenya raised the matter".
fn taking_part(view: &View<'_>, place: &Place<'_>) -> Vec<Resolved> {
    let Some(noun) = place.noun else { return Vec::new() };
    let links = view.prepositions_near(place.sentence, view.phrase(noun).tokens.start);
    let link = links.iter().find(|link| link.phrase == noun && view.is(link.preposition, Cue::Done));
    let clause = link.and_then(|link| link.clause).filter(|clause| !view.clause(*clause).passive);
    clause.map_or_else(Vec::new, |clause| sides::resolved(view, &Place::verb(view, clause), Slot::Subject))
}

/// Returns `true` if `source` owns one of the targets: in "aggression against the people of Namibia", Namibia owns the target, so it is not the aggressor.
fn owns(view: &View<'_>, place: &Place<'_>, source: &Resolved, target: &[Resolved]) -> bool {
    let owned = |who: &Resolved| {
        let inside = inside::inside(view, place.sentence, view.phrase_at(who.span));
        inside.iter().any(|(key, phrase)| *key == view.tables.of && view.span(view.phrase(*phrase).tokens) == source.span)
    };
    target.iter().any(owned)
}
