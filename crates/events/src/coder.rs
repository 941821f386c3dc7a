//! Finds events in the clauses of a document.

use crate::circumstances::{self, Circumstances};
use crate::coded::{Coded, fitting, ruled, write};
use crate::cue::Cue;
use crate::groups;
use crate::membership;
use crate::nominal;
use crate::performative;
use crate::place::{self, Place};
use crate::resolve;
use crate::resolved::Resolved;
use crate::sayer;
use crate::scene;
use crate::search::{continued, verbs};
use crate::sides;
use crate::slots;
use crate::tables::{CompiledFrame, Slot, Tables};
use crate::topic::{self, Statement, own_things};
use crate::view::{View, actor_order};
use crate::voice;
use crate::words::key;
use chancery_text::{Catalog, Date, DatedBy, Document, Event, Modality, ParticipantKind, Span};
use std::ops::Range;

/// The number of sentences that are processed at a time. Processing a large document in several steps saves memory.
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

    /// Finds the events in the clauses of a document, and adds them and their participants to the document.
    ///
    /// The document must have tokens, sentences and clauses. The coder also uses its mentions, actors and time expressions, if there are any. `catalog`
    /// describes the entities of the mentions.
    ///
    /// Events that the document already contains are kept. They must come from the rules of the classifier. The coder replaces all participants, and gives each
    /// of these events participants made from its sources and targets.
    pub fn run(&self, doc: &mut Document, catalog: &dyn Catalog) {
        let before = doc.events.len();
        ruled(doc, catalog);
        // The events that the document already contains come from rules of the classifier. If a rule and a frame find an event at the same words, only the
        // event of the rule is kept, because rules are more specific.
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

    /// Returns the events of a range of sentences, which are given by their indexes. The events are not sorted.
    fn window(&self, view: &View<'_>, sentences: Range<usize>) -> Vec<Coded<'_>> {
        let clauses = &view.doc.clauses.clauses;
        let numbers = [sentences.start, sentences.end].map(|at| clauses.partition_point(|clause| (clause.sentence.0 as usize) < at) as u32);
        let mut coded: Vec<Coded<'_>> = (numbers[0]..numbers[1]).filter_map(|number| self.verb(view, number)).collect();
        nominal::add(&self.tables, view, sentences, &mut coded);
        coded
    }

    /// Sets the date, the place, the quad class and the Goldstein value of the event with the index `number`. If the clause is in the past tense and
    /// `is_long_ago` returns `true`, also sets the voice to historical.
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

    /// Returns the event that the verb of the clause `number` expresses. `number` is an index into the list of clauses.
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

    /// Returns the event of the verb of the clause `number`. `frame` is the frame that matches the verb at `place`. Returns `None` in these cases:
    ///
    /// - The clause has no voice, because it only states a purpose or is an infinitive that no word governs.
    /// - No participant can act.
    /// - The source acts only on itself ("equipped itself"), and the verb governs no other clause.
    /// - The frame is a fallback (a frame for verbs that no other frame fits), and the source or the target is unknown, or both are the same.
    pub(crate) fn coded<'t>(&'t self, view: &View<'_>, frame: &'t CompiledFrame, place: &Place<'_>, number: u32) -> Option<Coded<'t>> {
        let clause = view.clause(number);
        let place = &Place { by_words: !frame.deed, ..*place };
        let mut voice = voice::of(view, number)?;
        if frame.asks.negated == Some(true) && voice == Modality::Negated {
            // The frame describes a refusal. "did not recognise" and "will not recognise" are refusals, but "should not recognise" only calls for a refusal.
            voice = if voice::must(view, number) { Modality::Obliged } else { Modality::Asserted };
        }
        // A speaker who wishes to thank does thank, but somebody who wants to attack has not attacked.
        if voice == Modality::Asserted && frame.deed && voice::desired(view, number) {
            voice = Modality::Future;
        }
        let mut source = slots::first(view, place, &frame.source);
        // A thing that belongs to a state acts for this state: Israel in "died in an Israeli strike".
        for who in source.iter_mut().filter(|who| who.kind == ParticipantKind::Thing && who.of.is_some()) {
            who.kind = ParticipantKind::Actor;
        }
        let firmness = self.tables.firmness(view, place, clause.head);
        let said = match voice {
            // A speaker who says "we should note" already notes something, but "we should condemn" only calls for a condemnation.
            // A speaker who says "we should like to see" already expresses a wish.
            Modality::Obliged if frame.speech && view.is(clause.head, Cue::Desire) => true,
            Modality::Obliged => {
                performative::avows(view, number) || (1..=NOTING).contains(&firmness) && performative::remarks(view, number)
            }
            // "Chad would like to see" is a polite form of "Chad wishes to see".
            Modality::Conditional if frame.speech && performative::wishes(view, number) => true,
            Modality::Conditional => performative::polite(view, number),
            Modality::Future if frame.speech && performative::is_due(view, number) => true,
            Modality::Negated => performative::is_rhetorical(view, number),
            // A speaker who says "The Assembly will recall" already recalls something.
            Modality::Future if firmness == RECALLING && performative::reminds(view, number) => true,
            Modality::Future | Modality::Requested => performative::commissioned(view, number),
            // A speaker who says "let us hope" already hopes.
            Modality::Recommended => performative::is_hortative(view, number),
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
        let mut target = slots::first_without_speaker(view, place, &frame.target, speaks);
        if frame.asks_doer
            && let Some(doer) = self.doer(view, place)
        {
            target = doer;
        }
        // In "equipped itself", the act is not directed at another side, but in "committed itself to cooperate", it is. In "the minister resigned", there is no
        // target.
        let ourselves = || place.object.is_some_and(|object| view.is(view.phrase(object).head, Cue::Reflexive));
        let oneself =
            speaks && frame.deed && target.is_empty() && ourselves() || !target.is_empty() && target.iter().all(|target| target.reflexive);
        if oneself && sides::complement(view, place.sentence, number).is_none() {
            return None;
        }
        target.retain(|target| !target.reflexive && !source.iter().any(|source| source.span == target.span));
        // In "continued the talks with sincerity", the bare noun "sincerity" says how the act is done, so it is not a target. This does not apply after a
        // preposition that introduces what the act concerns, such as "on".
        if frame.reciprocal && frame.deed {
            target.retain(|who| who.kind != ParticipantKind::Thing || who.entity.is_some() || !topic::says_how(view, place, who));
        }
        let mut class = None;
        if !frame.obliged.is_empty()
            && voice == Modality::Asserted
            && let Some(child) = sides::complement(view, place.sentence, number)
            && view.clause(child).subject.is_some_and(|subject| {
                // "said that it must" and "said that we must" do not ask somebody else to act.
                let head = view.word(view.phrase(subject).head);
                !head.is(Cue::Third) && !head.is(Cue::Speaker)
            })
            && (voice::must(view, child) || place::asked_for(view, view.clause(child), clause))
        {
            // A thing or an unknown name cannot be asked to act. A passive clause is a request even if it does not say who should act: "said that intervention
            // must be avoided".
            let asked = sides::resolved(view, place, Slot::ComplementSubject);
            let somebody = asked.iter().any(|who| who.is_actor() && who.kind != ParticipantKind::Unknown);
            if somebody || view.clause(child).passive {
                class = Some(frame.obliged.as_str());
            }
            if somebody {
                target = asked;
            }
        }
        // A statement that it is time for something is a request: "believe that it is time for the embargo to be lifted".
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
            topic::of_statement(&Statement { view, place, number, frame, source: &source }, &mut target);
        }
        if target.is_empty() && frame.deed {
            target = topic::of_deed(view, place, number, frame, &source);
        }
        if place.object.is_some_and(|object| view.is_mutual(object)) {
            target.clone_from(&source);
        }
        own_things(&source, &mut target);
        let together = frame.reciprocal && slots::act_together(&source);
        if frame.fallback && !together && !slots::between_known(&source, &target) {
            return None;
        }
        if frame.placed {
            scene::place_target(view, place, &mut target);
        }
        let trigger = view.trigger(clause.head);
        let (sentence, sayer) = (place.sentence, sayer::of(view, number));
        fitting(Coded { class, frame, trigger, sentence, voice, source, target, nominal: false, sayer, firmness, not_done: None })
    }

    /// Returns the participants that perform the act that the object names: Togo in "deplored the withdrawal of Togo". Returns `None` if no frame matches the
    /// object, or if none of these participants is known.
    fn doer(&self, view: &View<'_>, place: &Place<'_>) -> Option<Vec<Resolved>> {
        let inner = Place { noun: Some(place.object?), ..*place };
        let frame = nominal::frame(&self.tables, view, &inner).filter(|frame| !frame.none)?;
        let doer = slots::first(view, &inner, &frame.noun_source);
        doer.iter().any(|who| who.is_actor() && who.kind != ParticipantKind::Unknown).then_some(doer)
    }

    /// Returns the target of the clause that the clause `number` governs: Iraq in "agreed to meet with Iraq". Both clauses must have the same subject. Searches at
    /// most `depth` further clauses. Returns an empty list if there is no known target.
    fn borrowed(&self, view: &View<'_>, place: &Place<'_>, number: u32, depth: u8) -> Vec<Resolved> {
        let child = sides::complement(view, place.sentence, number).map(|child| Place::verb(view, child));
        // Two subjects are the same if both denote the speaker: "I reaffirm my country's readiness to work with Mali".
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
                let target = slots::first(view, &place, &frame.target);
                if target.iter().any(|who| who.is_actor() && (who.of.is_some() || who.entity.is_some())) {
                    return target;
                }
                break;
            }
        }
        // The target may be in a clause further down: "refuse to continue to cooperate with Iraq".
        if depth == 0 { Vec::new() } else { self.borrowed(view, &inner, inside, depth - 1) }
    }

    /// Returns the event that a noun names, if the noun is the object of a support verb ("launched an attack on").
    fn supported<'t>(&'t self, view: &View<'_>, lemma: u32, base: &Place<'_>, number: u32) -> Option<Coded<'t>> {
        let rests = self.tables.support.get(&lemma)?;
        for rest in rests {
            let Some(place) = continued(view, *base, rest) else { continue };
            let Some(object) = place.object else { continue };
            for conjunct in view.clauses().conjuncts(object).take(8) {
                // In "held a round of talks", "talks" names the act.
                let counted = view.real(place.sentence, conjunct);
                let named = |noun: u32| {
                    let inner = Place { noun: Some(noun), ..place };
                    nominal::frame(&self.tables, view, &inner).map(|frame| (frame, inner, noun))
                };
                let found = named(conjunct).or_else(|| named(counted).filter(|_| counted != conjunct));
                let Some((frame, inner, conjunct)) = found else { continue };
                if frame.none {
                    continue;
                }
                let voice = voice::of(view, number)?;
                let mut source: Vec<Resolved> = sides::resolved(view, &place, Slot::Subject);
                if source.is_empty() {
                    source = slots::first(view, &inner, &frame.noun_source);
                }
                let speaks = source.iter().any(|who| who.kind == ParticipantKind::Speaker);
                let mut target = slots::first_without_speaker(view, &inner, &frame.noun_target, speaks);
                if target.iter().all(|target| !target.is_actor()) {
                    let outside: Vec<Slot> = frame
                        .noun_target
                        .iter()
                        .map(|slot| if let Slot::ObjectPreposition(key) = slot { Slot::Preposition(*key) } else { *slot })
                        .collect();
                    let other = slots::first_without_speaker(view, &place, &outside, speaks);
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
}

/// The firmness of speech acts that recall something.
const RECALLING: u8 = 1;

/// The greatest firmness of a speech act that only draws attention to something, such as "note" and "recall".
const NOTING: u8 = 2;

/// The number of further clauses that are searched for the target of an act ("refuse to continue to cooperate with Iraq").
const BORROWED: u8 = 2;

/// The minimum number of years between a historical event and the date of the document.
const HISTORY: u16 = 20;

/// Returns `true` if the event is asserted, and the text gives a date for it that is at least [`HISTORY`] years before the date of the document.
fn is_long_ago(event: &Event, date: Option<Date>) -> bool {
    let dated = matches!(event.dated_by, Some(DatedBy::Clause | DatedBy::Sentence));
    let (Some(end), Some(date), true) = (event.end, date, dated && event.voice == Modality::Asserted) else { return false };
    end.year().saturating_add(HISTORY) <= date.year()
}
