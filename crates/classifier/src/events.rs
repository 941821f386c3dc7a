//! Step 3 of a run of the classifier: tests which rules fit at each trigger, and creates the events.

use crate::recorder::Recorder;
use crate::rules::{Failure, Filled, FillerKind, Missing, SentenceView};
use crate::tables::{CompiledRule, Tables};
use crate::topics::is_topic;
use chancery_phrases::Hit;
use chancery_text::{Catalog, Document, EntityIx, Event, Modality, Scope, SentenceIx, Span, Topic};
use std::ops::Range;

/// The data of one run over a document.
struct Run<'a> {
    tables: &'a Tables,
    doc: &'a Document,
    /// The topics found in the document.
    topics: &'a [Topic],
    view: SentenceView<'a>,
}

/// The position of a trigger in the document.
struct Place {
    /// Range of the trigger's tokens.
    trigger: Range<usize>,
    /// Byte range of the trigger.
    span: Span,
    /// Index of the sentence.
    sentence: usize,
    /// Range of the sentence's tokens.
    tokens: Range<usize>,
}

/// A rule that fits at a trigger.
struct Fit<'a> {
    rule: u32,
    filled: Filled<'a>,
}

/// Finds the events of a document. `triggers` must be sorted by their first tokens. Among triggers with the same first token, longer
/// triggers must come first.
pub(crate) fn find<R: Recorder>(
    tables: &Tables,
    doc: &Document,
    topics: &[Topic],
    catalog: &dyn Catalog,
    triggers: &[(Hit, u32)],
    recorder: &mut R,
) -> Vec<Event> {
    if triggers.is_empty() {
        return Vec::new();
    }
    let run = Run { tables, doc, topics, view: SentenceView::new(tables, doc, catalog) };
    let mut events = Vec::new();
    let (mut sentence, mut free) = (0, 0);
    for group in triggers.chunk_by(|a, b| a.0.first == b.0.first) {
        let first = group[0].0.first;
        while doc.sentences.get(sentence).is_some_and(|s| s.token_range.end <= first) {
            sentence += 1;
        }
        if first < free {
            continue;
        }
        let tokens = doc.sentences.get(sentence).map_or(0..doc.tokens.len(), |s| s.token_range.start as usize..s.token_range.end as usize);
        // Most sentences contain no name, but most rules require a name, so most triggers are skipped here.
        let wants_filler = |number: u32| tables.rules[tables.triggers[number as usize].0 as usize].wants_filler;
        if !R::ACTIVE && !run.view.has_filler(&tokens) && group.iter().all(|(_, number)| wants_filler(*number)) {
            continue;
        }
        // The longest trigger at which a rule fits produces the event.
        for same in group.chunk_by(|a, b| a.0.end == b.0.end) {
            let trigger = first as usize..same[0].0.end as usize;
            let span = Span::new(doc.tokens[trigger.start].span.start(), same[0].0.end_byte);
            let place = Place { trigger, span, sentence, tokens: tokens.clone() };
            if let Some(fit) = run.best(same, &place, recorder) {
                free = place.trigger.end as u32;
                events.push(run.event(&fit, &place));
                break;
            }
        }
    }
    events
}

impl<'a> Run<'a> {
    /// Returns the rule that fits at a trigger, or `None` if no rule fits. If several rules fit, returns the one with the highest weight; among rules with the
    /// same weight, the first.
    fn best<R: Recorder>(&'a self, triggers: &[(Hit, u32)], place: &Place, recorder: &mut R) -> Option<Fit<'a>> {
        let rules = &self.tables.rules;
        let mut best: Option<Fit<'a>> = None;
        for (_, number) in triggers {
            let (rule, form) = self.tables.triggers[*number as usize];
            match self.fits(&rules[rule as usize], &self.tables.forms[form as usize], place) {
                Ok(filled) => {
                    recorder.fits(rule);
                    if best.as_ref().is_none_or(|best| rules[rule as usize].weight > rules[best.rule as usize].weight) {
                        best = Some(Fit { rule, filled });
                    }
                }
                Err(failure) => recorder.fails(rule, &failure),
            }
        }
        recorder.decided(rules, place.span, best.as_ref().map(|best| (best.rule, &best.filled)));
        best
    }

    /// If a rule fits at a trigger, returns the names and times that fill its slots. Otherwise, returns the reason why the rule does not fit.
    fn fits(&'a self, rule: &'a CompiledRule, form: &str, place: &Place) -> Result<Filled<'a>, Failure<'a>> {
        let sentence = self.doc.sentences.get(place.sentence);
        if let Some(block) = sentence.and_then(|s| self.doc.blocks.get(s.block.get()))
            && !rule.blocks.is_empty()
            && !rule.blocks.iter().any(|kind| kind == block.kind.as_str())
        {
            return Err(Failure::Block(block.kind.as_str()));
        }
        if !rule.topics.is_empty() {
            let span = sentence.map(|s| s.span);
            let mut here = self.topics.iter().filter(|topic| topic.scope == Scope::Sentence && Some(topic.span) == span);
            if !here.any(|topic| rule.topics.iter().any(|wanted| is_topic(&topic.label, wanted))) {
                return Err(Failure::Topic);
            }
        }
        let mut missing = None;
        for pattern in &rule.patterns {
            if !pattern.forms.is_empty() && !pattern.forms.iter().any(|known| known == form) {
                missing = missing.or(Some((pattern, Missing::Form(&pattern.forms))));
                continue;
            }
            match self.view.matches(pattern, place.trigger.clone(), &place.tokens) {
                Ok(_) if self.modality(place).is_none() => return Err(Failure::Ungoverned),
                // The search for excluding words comes last, because it reads the whole sentence.
                Ok(filled) => return self.excluded(rule, place).map_or(Ok(filled), |word| Err(Failure::Excluded(word))),
                Err(part) => missing = Some((pattern, Missing::Part(part))),
            }
        }
        Err(Failure::Missing(missing))
    }

    /// Returns a word of the sentence that the rule lists in `unless`, or `None` if the sentence contains no such word.
    fn excluded(&self, rule: &'a CompiledRule, place: &Place) -> Option<&'a str> {
        let mut tokens = self.doc.tokens[place.tokens.clone()].iter();
        tokens.find_map(|token| rule.unless.iter().find(|word| self.view.is(token, word))).map(String::as_str)
    }

    /// Returns the modality of an event at a trigger, or `None` if the trigger is an infinitive that is not governed by another word.
    fn modality(&self, place: &Place) -> Option<Modality> {
        self.tables.modalities.at(&self.view, &place.trigger, &place.tokens)
    }

    fn event(&self, fit: &Fit<'_>, place: &Place) -> Event {
        let rule = &self.tables.rules[fit.rule as usize];
        let of = |slot: &str| -> Vec<EntityIx> {
            let mut found: Vec<EntityIx> = Vec::new();
            let names = fit.filled.iter().filter(|(name, filler)| *name == slot && filler.kind != FillerKind::Time);
            for (_, filler) in names {
                let entity = self.doc.mentions[filler.index as usize].entity;
                if !found.contains(&entity) {
                    found.push(entity);
                }
            }
            found
        };
        let (source, mut target) = (of("source"), of("target"));
        if rule.reciprocal && target.is_empty() && source.len() > 1 {
            target.clone_from(&source);
        }
        let modality = self.modality(place).unwrap_or(Modality::Asserted);
        let fillers = || fit.filled.iter().map(|(_, filler)| filler.span);
        let start = fillers().map(Span::start).fold(place.span.start(), u32::min);
        let end = fillers().map(Span::end).fold(place.span.end(), u32::max);
        let mut event = Event::new(Span::new(start, end), place.span, SentenceIx(place.sentence as u32), &rule.act, modality, &rule.id);
        event.class = self.tables.modalities.class(&rule.act, modality);
        event.source = source;
        event.target = target;
        event
    }
}
