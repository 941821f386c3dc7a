//! Finds events in the clauses of a document.

use crate::circumstances::{self, Circumstances};
use crate::coded::{Coded, fitting, ruled, write};
use crate::conditions::{self, Facts};
use crate::cue::Cue;
use crate::groups;
use crate::membership;
use crate::resolve;
use crate::resolved::Resolved;
use crate::sayer;
use crate::scene;
use crate::search::{continued, verbs};
use crate::sides::{self, Place};
use crate::tables::{CompiledFrame, Slot, Tables};
use crate::topic::{self, own_things};
use crate::view::{View, actor_order};
use crate::voice;
use crate::words::{Uses, key};
use chancery_text::{Catalog, Date, DatedBy, Document, Event, Modality, ParticipantKind, PhraseKind, Span};
use std::collections::BTreeMap;
use std::ops::Range;

/// The number of sentences that are processed at a time. A large document is processed in several steps, so that it needs less memory.
const WINDOW: usize = 4096;

/// Finds the events of documents. An event coder is immutable and can be shared between threads.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct EventCoder {
    pub(crate) tables: Tables,
}

impl EventCoder {
    pub(crate) const fn new(tables: Tables) -> Self {
        Self { tables }
    }

    /// Returns the ids of the frames, in the order in which they were added.
    pub fn frame_ids(&self) -> impl Iterator<Item = &str> {
        self.tables.frames.iter().map(|frame| frame.id.as_str())
    }

    /// Returns `true` if a word is the preposition that introduces the actor in a passive clause ("by").
    #[must_use]
    pub fn is_agent_preposition(&self, word: &str) -> bool {
        key(word) == self.tables.agent
    }

    /// Returns `true` if a word is the preposition that introduces an owner ("of").
    #[must_use]
    pub fn is_owner_preposition(&self, word: &str) -> bool {
        key(word) == self.tables.of
    }

    /// Finds the events in the clauses of a document, and stores them with their participants in the document. Mentions and actors are used
    /// if the document has any. Events that the document already contains are kept.
    pub fn run(&self, doc: &mut Document, catalog: &dyn Catalog) {
        let before = doc.events.len();
        ruled(doc, catalog);
        // If a rule of the classifier found an event at the same words, that event is kept instead, because the rule is more specific.
        let mut ruled_spans: Vec<Span> = doc.events.iter().map(|event| event.trigger).collect();
        ruled_spans.sort_unstable_by_key(|span| span.start());
        let order = actor_order(doc);
        let mut first = 0;
        while first < doc.sentences.len() {
            let end = doc.sentences.len().min(first + WINDOW);
            let (coded, of_rules) = {
                let view = View::window(&self.tables, doc, catalog, first..end, &order);
                let mut coded = self.window(&view, first..end);
                coded.retain(|event| {
                    let before = ruled_spans.partition_point(|span| span.start() < event.trigger.end());
                    before.checked_sub(1).is_none_or(|last| ruled_spans[last].end() <= event.trigger.start())
                });
                coded.sort_by_key(|event| (event.sentence, event.trigger.start()));
                let circumstances = |trigger, sentence, nominal, voice| circumstances::of(&view, trigger, sentence, nominal, voice);
                let coded: Vec<(Coded<'_>, Circumstances)> = coded
                    .into_iter()
                    .map(|event| {
                        let found = circumstances(event.trigger, event.sentence, event.nominal, event.voice);
                        (event, found)
                    })
                    .collect();
                let here = |event: &Event| (first as u32..end as u32).contains(&event.sentence.0);
                let rules = (0..).zip(&doc.events[..before]).filter(|(_, event)| here(event));
                let of_rules: Vec<(usize, Circumstances)> = rules
                    .map(|(number, event)| (number, circumstances(event.trigger, event.sentence.0, event.nominal, event.voice)))
                    .collect();
                (coded, of_rules)
            };
            for (number, found) in of_rules {
                self.settle(doc, number, found);
            }
            for (event, found) in coded {
                write(doc, event, &self.tables);
                self.settle(doc, doc.events.len() - 1, found);
            }
            first = end;
        }
        membership::at_dates(doc, catalog);
        groups::set(&mut doc.events);
    }

    /// Returns the events of the sentences `sentences`.
    fn window(&self, view: &View<'_>, sentences: Range<usize>) -> Vec<Coded<'_>> {
        let clauses = &view.doc.clauses.clauses;
        let numbers = [sentences.start, sentences.end].map(|at| clauses.partition_point(|clause| (clause.sentence.0 as usize) < at) as u32);
        let mut coded: Vec<Coded<'_>> = (numbers[0]..numbers[1]).filter_map(|number| self.verb(view, number)).collect();
        self.nouns(view, sentences, &mut coded);
        coded
    }

    /// Sets the date, the place, the quad class and the Goldstein value of an event. If the event is in the distant past, also sets its voice to
    /// historical.
    fn settle(&self, doc: &mut Document, number: usize, found: Circumstances) {
        let date = doc.metadata.date;
        let event = &mut doc.events[number];
        (event.begin, event.end, event.dated_by, event.place) = (found.begin, found.end, found.dated_by, found.place);
        if found.past && is_long_ago(event, date) {
            event.voice = Modality::Historical;
        }
        event.quad = self.tables.quad(&event.class);
        event.goldstein = self.tables.goldstein(&event.cameo);
    }

    /// Returns the event that the verb of the clause `number` expresses.
    fn verb<'t>(&'t self, view: &View<'_>, number: u32) -> Option<Coded<'t>> {
        for (lemma, base) in verbs(view, number) {
            let found = self.tables.verbs.get(&lemma).and_then(|uses| self.tables.best(view, uses, &base));
            if let Some((frame, place)) = found {
                if frame.none {
                    return None;
                }
                let mut event = self.coded(view, frame, &place, number)?;
                if frame.asks.negated == Some(true) && event.voice == Modality::Asserted {
                    let affirmed = Place { affirmed: true, ..base };
                    let other = self.tables.verbs.get(&lemma).and_then(|uses| self.tables.best(view, uses, &affirmed));
                    event.not_done = other.map(|(frame, _)| frame).filter(|frame| !frame.none).map(|frame| frame.act.as_str());
                }
                return Some(event);
            }
            if !base.adjectival
                && let Some(event) = self.supported(view, lemma, &base, number)
            {
                return Some(event);
            }
        }
        verbs(view, number).find_map(|(lemma, base)| {
            let (frame, place) = self.tables.fallbacks.get(&lemma).and_then(|uses| self.tables.best(view, uses, &base))?;
            self.coded(view, frame, &place, number)
        })
    }

    pub(crate) fn coded<'t>(&'t self, view: &View<'_>, frame: &'t CompiledFrame, place: &Place<'_>, number: u32) -> Option<Coded<'t>> {
        let clause = view.clause(number);
        let mut voice = voice::of(view, number)?;
        if frame.asks.negated == Some(true) && voice == Modality::Negated {
            // With "should not recognise", somebody calls for a refusal. "did not recognise" and "will not recognise" are themselves refusals.
            voice = if voice::must(view, number) { Modality::Obliged } else { Modality::Asserted };
        }
        // A speaker who wishes to thank does thank, but somebody who wants to attack has not attacked.
        if voice == Modality::Asserted && frame.deed && voice::desired(view, number) {
            voice = Modality::Future;
        }
        let mut source = side(view, place, &frame.source);
        // "died in an Israeli strike": Israel acts.
        for who in source.iter_mut().filter(|who| who.kind == ParticipantKind::Thing && who.of.is_some()) {
            who.kind = ParticipantKind::Actor;
        }
        let firmness = self.tables.firmness(view, place, clause.head);
        let said = match voice {
            // "We should note" already notes, but "we should condemn" only calls for condemning.
            Modality::Obliged => voice::avows(view, number) || (1..=NOTING).contains(&firmness) && voice::remarks(view, number),
            Modality::Conditional => voice::polite(view, number),
            Modality::Future | Modality::Requested => voice::commissioned(view, number),
            // "Let us hope" is itself a hope.
            Modality::Recommended => voice::is_hortative(view, number),
            _ => false,
        };
        if (firmness > 0 || frame.speech) && said {
            voice = Modality::Asserted;
        }
        let nobody = source.iter().all(|who| who.of.is_none() && who.entity.is_none() && who.members.is_empty());
        if voice == Modality::Asserted && firmness == 0 && nobody && voice::habitual(view, number) {
            voice = Modality::General;
        }
        let speaks = source.iter().any(|who| who.kind == ParticipantKind::Speaker);
        let mut target = other_side(view, place, &frame.target, speaks);
        if frame.asks_doer
            && let Some(doer) = self.doer(view, place)
        {
            target = doer;
        }
        // "equipped itself" is not an act between two sides, but "committed itself to cooperate" is. "the minister resigned" has no target.
        let oneself = !target.is_empty() && target.iter().all(|target| target.reflexive);
        if oneself && sides::complement(view, place.sentence, number).is_none() {
            return None;
        }
        target.retain(|target| !target.reflexive && !source.iter().any(|source| source.span == target.span));
        let mut class = None;
        if !frame.obliged.is_empty()
            && voice == Modality::Asserted
            && let Some(child) = sides::complement(view, place.sentence, number)
            && view.clause(child).subject.is_some_and(|subject| {
                // "said that it must" and "said that we must" do not ask anyone else to act.
                let head = view.word(view.phrase(subject).head);
                !head.is(Cue::Third) && !head.is(Cue::Speaker)
            })
            && (voice::must(view, child) || sides::asked_for(view, view.clause(child), clause))
        {
            // A request cannot be directed at a thing or an unknown name, but "intervention must be avoided" asks somebody to act.
            let asked = sides::resolved(view, place, Slot::ComplementSubject);
            let somebody = asked.iter().any(|who| who.is_actor() && who.kind != ParticipantKind::Unknown);
            if somebody || view.clause(child).passive {
                class = Some(frame.obliged.as_str());
            }
            if somebody {
                target = asked;
            }
        }
        // "believe that it is time for the embargo to be lifted"
        if !frame.obliged.is_empty() && class.is_none() && voice == Modality::Asserted && topic::calls_for(view, place, number) {
            class = Some(frame.obliged.as_str());
        }
        let known =
            |who: &Resolved| who.of.is_some() || who.entity.is_some() || !who.members.is_empty() || who.kind == ParticipantKind::Speaker;
        if !target.iter().any(|who| who.is_actor() && (known(who) || who.is_pronoun)) {
            let borrowed = self.borrowed(view, place, number, BORROWED);
            if !borrowed.is_empty() {
                target = borrowed;
                target.retain(|target| !source.iter().any(|source| source.span == target.span));
            }
        }
        if !frame.deed {
            topic::of_statement(view, place, number, frame, &source, &mut target);
        }
        if target.is_empty() && frame.deed {
            target = topic::of_deed(view, place, &source);
        }
        own_things(&source, &mut target);
        if frame.fallback && !between_known(&source, &target) {
            return None;
        }
        if frame.placed {
            scene::place_target(view, place, &mut target);
        }
        let trigger = view.trigger(clause.head);
        let (sentence, sayer) = (place.sentence, sayer::of(view, number));
        fitting(Coded { class, frame, trigger, sentence, voice, source, target, nominal: false, sayer, firmness, not_done: None })
    }

    /// If the object names an act for which there is a frame, returns the participants that perform this act: Togo in "deplored the withdrawal of Togo".
    fn doer(&self, view: &View<'_>, place: &Place<'_>) -> Option<Vec<Resolved>> {
        let inner = Place { noun: Some(place.object?), ..*place };
        let frame = self.noun(view, &inner).filter(|frame| !frame.none)?;
        let doer = side(view, &inner, &frame.noun_source);
        doer.iter().any(|who| who.is_actor() && who.kind != ParticipantKind::Unknown).then_some(doer)
    }

    /// If the clause `number` governs another clause with the same subject, returns the target of the governed clause: Iraq in "agreed to meet with Iraq".
    /// Otherwise, returns an empty list.
    fn borrowed(&self, view: &View<'_>, place: &Place<'_>, number: u32, depth: u8) -> Vec<Resolved> {
        let child = sides::complement(view, place.sentence, number).map(|child| Place::verb(view, child));
        // "I reaffirm my country's readiness to work with Mali": both subjects are the speaker.
        let same = |inner: &Place<'_>| match (inner.subject, place.subject) {
            (Some(inner), Some(outer)) => {
                inner == outer || {
                    let [inner, outer] = [inner, outer].map(|phrase| resolve::resolve(view, phrase));
                    let speaker = |who: &Resolved| who.kind == ParticipantKind::Speaker;
                    speaker(&outer) && (speaker(&inner) || inner.of.is_some() && inner.of == outer.of)
                }
            }
            _ => false,
        };
        let Some(inner) = child.filter(same) else { return Vec::new() };
        let Some((inside, clause)) = inner.clause else { return Vec::new() };
        for lemma in view.lemmas(clause.head) {
            let found = self.tables.verbs.get(&lemma).and_then(|uses| self.tables.best(view, uses, &inner));
            if let Some((frame, place)) = found {
                let target = side(view, &place, &frame.target);
                if target.iter().any(|who| who.is_actor() && (who.of.is_some() || who.entity.is_some())) {
                    return target;
                }
                break;
            }
        }
        // "refuse to continue to cooperate with Iraq"
        if depth == 0 { Vec::new() } else { self.borrowed(view, &inner, inside, depth - 1) }
    }

    /// Returns the event that a noun names, if the noun is the object of a support verb ("launched an attack on").
    fn supported<'t>(&'t self, view: &View<'_>, lemma: u32, base: &Place<'_>, number: u32) -> Option<Coded<'t>> {
        let rests = self.tables.support.get(&lemma)?;
        for rest in rests {
            let Some(place) = continued(view, *base, rest) else { continue };
            let Some(object) = place.object else { continue };
            for conjunct in view.clauses().conjuncts(object).take(8) {
                let inner = Place { noun: Some(conjunct), ..place };
                let Some(frame) = self.noun(view, &inner) else { continue };
                if frame.none {
                    continue;
                }
                let voice = voice::of(view, number)?;
                let mut source: Vec<Resolved> = sides::resolved(view, &place, Slot::Subject);
                if source.is_empty() {
                    source = side(view, &inner, &frame.noun_source);
                }
                let speaks = source.iter().any(|who| who.kind == ParticipantKind::Speaker);
                let mut target = other_side(view, &inner, &frame.noun_target, speaks);
                if target.iter().all(|target| !target.is_actor()) {
                    let outside: Vec<Slot> = frame
                        .noun_target
                        .iter()
                        .map(|slot| if let Slot::ObjectPreposition(key) = slot { Slot::Preposition(*key) } else { *slot })
                        .collect();
                    let other = other_side(view, &place, &outside, speaks);
                    if other.iter().any(Resolved::is_actor) || target.is_empty() {
                        target = other;
                    }
                }
                target.retain(|target| !source.iter().any(|source| source.span == target.span));
                own_things(&source, &mut target);
                if frame.placed {
                    scene::place_target(view, &place, &mut target);
                }
                let head = view.phrase(conjunct).head;
                let trigger = view.trigger(head);
                let (sentence, sayer) = (place.sentence, sayer::of(view, number));
                let firmness = self.tables.firmness(view, &inner, head);
                let event =
                    Coded { class: None, frame, trigger, sentence, voice, source, target, nominal: false, sayer, firmness, not_done: None };
                if let Some(event) = fitting(event) {
                    return Some(event);
                }
            }
        }
        None
    }

    /// Returns the frame that matches the noun of `place`. If several frames match, returns the one with the most conditions.
    fn noun<'t>(&'t self, view: &View<'_>, place: &Place<'_>) -> Option<&'t CompiledFrame> {
        let head = view.phrase(place.noun?).head;
        let facts = Facts::new(*place);
        let mut best: Option<&CompiledFrame> = None;
        for lemma in view.lemmas(head) {
            for used in self.tables.nouns.get(&lemma).into_iter().flatten() {
                let outline = &self.tables.outlines[used.frame as usize];
                if best.is_some_and(|best| outline.weight <= best.weight) || !facts.fits(view, outline) {
                    continue;
                }
                let frame = &self.tables.frames[used.frame as usize];
                let length = used.rest.len() as u32;
                let before = head >= length && used.rest.iter().zip(head - length..).all(|(word, token)| view.key(token) == *word);
                if before && conditions::hold(view, frame, &facts) {
                    best = Some(frame);
                }
            }
        }
        best
    }

    /// Adds the events that nouns name ("the Israeli attack on Lebanon"). The phrase of the noun must also name the sides.
    fn nouns<'t>(&'t self, view: &View<'_>, sentences: Range<usize>, coded: &mut Vec<Coded<'t>>) {
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
            };
            let Some(frame) = self.noun(view, &place) else { continue };
            if frame.none {
                continue;
            }
            // "express our solidarity with": the verb has already produced this event.
            let said = view.clauses_near(place.sentence, phrase.head).any(|(_, clause)| {
                let trigger = view.trigger(clause.head).start();
                let same = |verb: &&&CompiledFrame| verb.act == frame.act || !frame.class.is_empty() && verb.class == frame.class;
                let governed = if clause.passive { clause.subject } else { clause.object };
                governed == Some(number) && verbs.get(&trigger).filter(same).is_some()
            });
            if said {
                continue;
            }
            let mut source = side(view, &place, &frame.noun_source);
            let mut target = side(view, &place, &frame.noun_target);
            if source.is_empty() && frame.reciprocal {
                source = taking_part(view, &place);
                target.retain(Resolved::is_actor);
            }
            source.retain(|source| !owns(view, &place, source, &target));
            target.retain(|target| !source.iter().any(|source| source.span == target.span));
            let known = |all: &[Resolved]| all.iter().any(|who| who.is_actor() && who.kind != ParticipantKind::Unknown);
            let somebody = |all: &[Resolved]| all.iter().any(|who| who.is_actor() || who.place || who.of.is_some());
            // "the walkout by pilots"
            let by = || sides::inside(view, place.sentence, place.noun).iter().any(|(preposition, _)| *preposition == self.tables.agent);
            let named = |all: &[Resolved]| all.iter().any(|who| who.of.is_some() || who.entity.is_some());
            let one = known(&source) && (somebody(&target) || named(&source) && by()) || known(&target) && somebody(&source);
            if (one || known(&source) && frame.reciprocal && source.len() > 1)
                && let Some(voice) = voice::nominal(view, place.sentence, number)
            {
                let sayer = sayer::of_noun(view, place.sentence, number);
                let firmness = self.tables.firmness(view, &place, phrase.head);
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
}

/// The greatest firmness of a speech act that only draws attention to something, such as "note" and "recall".
const NOTING: u8 = 2;

/// The number of further clauses that are searched for the target of an act ("refuse to continue to cooperate with Iraq").
const BORROWED: u8 = 2;

/// An event is historical if it happened at least this many years before the date of the document.
const HISTORY: u16 = 20;

/// Returns `true` if the event is asserted, and the text gives a date for it that is at least [`HISTORY`] years before the date of the document.
fn is_long_ago(event: &Event, date: Option<Date>) -> bool {
    let dated = matches!(event.dated_by, Some(DatedBy::Clause | DatedBy::Sentence));
    let (Some(end), Some(date), true) = (event.end, date, dated && event.voice == Modality::Asserted) else { return false };
    end.year().saturating_add(HISTORY) <= date.year()
}

/// Returns the subject of the clause to which the noun of `place` is linked by a preposition: Kenya in "In talks with Mali, Kenya raised the matter".
fn taking_part(view: &View<'_>, place: &Place<'_>) -> Vec<Resolved> {
    let Some(noun) = place.noun else { return Vec::new() };
    let links = view.prepositions_near(place.sentence, view.phrase(noun).tokens.start);
    let link = links.iter().find(|link| link.phrase == noun && view.is(link.preposition, Cue::Done));
    let clause = link.and_then(|link| link.clause).filter(|clause| !view.clause(*clause).passive);
    clause.map_or_else(Vec::new, |clause| sides::resolved(view, &Place::verb(view, clause), Slot::Subject))
}

/// Returns `true` if `source` owns one of the targets: Namibia in "aggression against the people of Namibia" is no aggressor.
fn owns(view: &View<'_>, place: &Place<'_>, source: &Resolved, target: &[Resolved]) -> bool {
    let owned = |who: &Resolved| {
        let inside = sides::inside(view, place.sentence, view.phrase_at(who.span));
        inside.iter().any(|(key, phrase)| *key == view.tables.of && view.span(view.phrase(*phrase).tokens) == source.span)
    };
    target.iter().any(owned)
}

/// Returns `true` if states, organisations or the speaker are on both sides of an act, and not the same ones on both.
fn between_known(source: &[Resolved], target: &[Resolved]) -> bool {
    let is_known = |who: &&Resolved| who.of.is_some() || who.entity.is_some() || who.kind == ParticipantKind::Speaker;
    let others =
        |who: &Resolved| target.iter().filter(is_known).any(|other| other.of != who.of || other.of.is_none() && other.entity != who.entity);
    source.iter().filter(|who| who.is_actor()).filter(is_known).any(others)
}

/// Returns the participants on one side of an act. They come from the first slot that contains an actor or, if there is none, from the first slot that
/// contains any participant.
fn side(view: &View<'_>, place: &Place<'_>, slots: &[Slot]) -> Vec<Resolved> {
    other_side(view, place, slots, false)
}

/// Like [`side`], but leaves out the speaker if `speaks` is true. In this case, the speaker is already the source ("I renew the support of my country for").
fn other_side(view: &View<'_>, place: &Place<'_>, slots: &[Slot], speaks: bool) -> Vec<Resolved> {
    let mut first = Vec::new();
    for slot in slots {
        let mut all = sides::resolved(view, place, *slot);
        let speaker =
            |who: &Resolved| who.kind == ParticipantKind::Speaker || who.of.is_some() && who.of == view.doc.metadata.speaker_entity;
        all.retain(|who| !(speaks && speaker(who)));
        // "refused the ruling on Badme": an unknown name after a preposition is less informative than a thing in an earlier slot.
        let vague = |who: &Resolved| who.kind == ParticipantKind::Unknown && who.sector.is_empty() && who.of.is_none() && !who.is_pronoun;
        let aside = match slot {
            Slot::Preposition(_) | Slot::ComplementPreposition(_) => true,
            Slot::ObjectPreposition(key) => *key != view.tables.of && *key != view.tables.agent,
            _ => false,
        };
        let weak = aside && !first.is_empty() && all.iter().all(|who| vague(who) || !who.is_actor());
        if !weak && all.iter().any(Resolved::is_actor) {
            return all;
        }
        if first.is_empty() {
            first = all;
        }
    }
    first
}
