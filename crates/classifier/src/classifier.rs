//! The finished classifier, and a run of it over one document.

use crate::rules::{Attempt, Filler, Kinds, Outcome, Pattern, SentenceView, Voices};
use crate::topics::{Terms, is_topic};
use chancery_phrases::{Hit, Phrases};
use chancery_text::{Catalog, Document, EntityIx, Event, Form, Modality, Scope, SentenceIx, Span, token_from};
use std::ops::Range;

/// What a phrase is, in the number that it has in the phrase set.
#[derive(Clone, Copy)]
pub(crate) enum Role {
    /// A term, by the number of what it speaks for.
    Term(u32),
    /// A trigger, by its number.
    Trigger(u32),
}

impl Role {
    pub(crate) const fn code(self) -> u32 {
        match self {
            Self::Term(number) => number << 1,
            Self::Trigger(number) => number << 1 | 1,
        }
    }

    const fn of(code: u32) -> Self {
        if code & 1 == 0 { Self::Term(code >> 1) } else { Self::Trigger(code >> 1) }
    }
}

#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct CompiledRule {
    pub(crate) id: String,
    pub(crate) act: String,
    pub(crate) patterns: Vec<Pattern>,
    pub(crate) reciprocal: bool,
    pub(crate) unless: Vec<String>,
    pub(crate) topics: Vec<String>,
    pub(crate) blocks: Vec<String>,
    pub(crate) weight: f32,
    /// Whether each of its patterns has a slot that must be filled.
    pub(crate) wants_filler: bool,
}

/// Topics and rules compiled. Immutable; share it between threads.
///
/// With the feature `serde` it can be stored and loaded, by the same version only.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Classifier {
    pub(crate) phrases: Phrases,
    pub(crate) terms: Terms,
    pub(crate) rules: Vec<CompiledRule>,
    /// Rule and form of each trigger.
    pub(crate) triggers: Vec<(u32, u16)>,
    pub(crate) forms: Vec<String>,
    pub(crate) kinds: Kinds,
    pub(crate) voices: Voices,
    pub(crate) coordinators: Option<u32>,
    pub(crate) barriers: Option<u32>,
}

/// Memory that runs share, one for each thread.
#[derive(Debug, Default)]
pub struct Scratch {
    scan: chancery_phrases::Scratch,
    terms: Vec<(Hit, u32)>,
    triggers: Vec<(Hit, u32)>,
}

/// A rule that fits at a trigger.
struct Fit<'a> {
    rule: u32,
    filled: crate::rules::Filled<'a>,
}

impl Classifier {
    /// Ids of all rules, in order.
    pub fn rule_ids(&self) -> impl Iterator<Item = &str> {
        self.rules.iter().map(|rule| rule.id.as_str())
    }

    /// Fills the layers `topics` and `events` of a document whose tokens, sentences, times and mentions are known, replacing what they held. `catalog` knows
    /// the types of what is mentioned.
    pub fn run(&self, doc: &mut Document, catalog: &dyn Catalog, scratch: &mut Scratch) {
        self.scan(doc, scratch);
        doc.topics = self.terms.score(doc, &scratch.terms);
        let mut events = Vec::new();
        if !scratch.triggers.is_empty() {
            self.events(doc, catalog, &scratch.triggers, &mut events, None);
        }
        doc.events = events;
    }

    /// What became of every rule at every place where one of its triggers stands. The document must have been run.
    #[must_use]
    pub fn explain(&self, doc: &Document, catalog: &dyn Catalog) -> Vec<Attempt> {
        let mut scratch = Scratch::default();
        self.scan(doc, &mut scratch);
        let mut attempts = Vec::new();
        self.events(doc, catalog, &scratch.triggers, &mut Vec::new(), Some(&mut attempts));
        attempts
    }

    fn scan(&self, doc: &Document, scratch: &mut Scratch) {
        let Scratch { scan, terms, triggers } = scratch;
        terms.clear();
        triggers.clear();
        self.phrases.scan(doc.text(), &doc.tokens, scan, |hit| {
            for &code in self.phrases.values(hit) {
                match Role::of(code) {
                    Role::Term(number) => terms.push((hit, number)),
                    Role::Trigger(number) => triggers.push((hit, number)),
                }
            }
        });
        // They come so but where stems or words divided at a line's end are among them.
        if !terms.is_sorted_by_key(|(hit, _)| (hit.first, hit.end)) {
            terms.sort_by_key(|(hit, _)| (hit.first, hit.end));
        }
        // Of triggers that begin at one token the longest comes first.
        triggers.sort_by_key(|(hit, number)| (hit.first, std::cmp::Reverse(hit.end), *number));
    }

    fn events(
        &self,
        doc: &Document,
        catalog: &dyn Catalog,
        triggers: &[(Hit, u32)],
        events: &mut Vec<Event>,
        mut attempts: Option<&mut Vec<Attempt>>,
    ) {
        let frame = SentenceView::new(self, doc, catalog, attempts.is_some());
        let mut sentence = 0;
        let mut free = 0;
        for group in triggers.chunk_by(|a, b| a.0.first == b.0.first) {
            let first = group[0].0.first;
            while doc.sentences.get(sentence).is_some_and(|s| s.token_range.end <= first) {
                sentence += 1;
            }
            if first < free {
                continue;
            }
            let range =
                doc.sentences.get(sentence).map_or(0..doc.tokens.len(), |s| s.token_range.start as usize..s.token_range.end as usize);
            // Most sentences name nobody, and most rules want a name.
            let bare = attempts.is_none() && !frame.has_filler(&range);
            if bare && group.iter().all(|(_, number)| self.rules[self.triggers[*number as usize].0 as usize].wants_filler) {
                continue;
            }
            // The longest trigger at which a rule fits.
            for same in group.chunk_by(|a, b| a.0.end == b.0.end) {
                let trigger = first as usize..same[0].0.end as usize;
                let span = Span::new(doc.tokens[trigger.start].span.start(), same[0].0.end_byte);
                let mut best: Option<Fit<'_>> = None;
                let mut tried: Vec<(u32, Result<(), Outcome>)> = Vec::new();
                for (_, number) in same {
                    let (rule, form) = self.triggers[*number as usize];
                    let result = self.fits(&frame, rule, &self.forms[form as usize], &trigger, sentence, &range);
                    match result {
                        Ok(filled) => {
                            if attempts.is_some() {
                                tried.push((rule, Ok(())));
                            }
                            if best.as_ref().is_none_or(|best| self.rules[rule as usize].weight > self.rules[best.rule as usize].weight) {
                                best = Some(Fit { rule, filled });
                            }
                        }
                        Err(outcome) if attempts.is_some() => tried.push((rule, Err(outcome))),
                        Err(_) => {}
                    }
                }
                if let Some(attempts) = attempts.as_deref_mut() {
                    self.tell(tried, best.as_ref(), span, attempts);
                }
                if let Some(fit) = best {
                    free = trigger.end as u32;
                    events.push(self.event(&frame, fit, &trigger, span, sentence, &range));
                    break;
                }
            }
        }
    }

    /// Whether a rule fits at a trigger: what fills its slots, or why it does not, with the missing part if that is to be told.
    fn fits<'a>(
        &'a self,
        frame: &SentenceView<'a>,
        rule: u32,
        form: &str,
        trigger: &Range<usize>,
        sentence: usize,
        range: &Range<usize>,
    ) -> Result<crate::rules::Filled<'a>, Outcome> {
        let rule = &self.rules[rule as usize];
        let doc = frame.doc;
        if let Some(block) = doc.sentences.get(sentence).and_then(|s| doc.blocks.get(s.block.get()))
            && !rule.blocks.is_empty()
            && !rule.blocks.iter().any(|kind| kind == block.kind.as_str())
        {
            return Err(Outcome::Block(block.kind.as_str().to_owned()));
        }
        if !rule.topics.is_empty() {
            let span = doc.sentences.get(sentence).map(|s| s.span);
            let mut here = doc.topics.iter().filter(|topic| topic.scope == Scope::Sentence && Some(topic.span) == span);
            if !here.any(|topic| rule.topics.iter().any(|wanted| is_topic(&topic.label, wanted))) {
                return Err(Outcome::Topic);
            }
        }
        let excluded = || {
            let mut found = doc.tokens[range.clone()].iter().flat_map(|token| rule.unless.iter().find(|word| frame.is(token, word)));
            found.next().map(|word| Outcome::Excluded(word.clone()))
        };
        // Whoever asks why is told of such a word first; else it is looked for only where all the rest fits.
        if frame.telling
            && let Some(outcome) = excluded()
        {
            return Err(outcome);
        }
        let mut missing = None;
        for pattern in &rule.patterns {
            if !pattern.forms.is_empty() && !pattern.forms.iter().any(|known| known == form) {
                if frame.telling {
                    missing.get_or_insert((pattern, format!("TRIGGER:{}", pattern.forms.join("|"))));
                }
                continue;
            }
            match frame.matches(pattern, trigger.clone(), range) {
                Ok(_) if self.voices.voice(frame, trigger, range).is_none() => return Err(Outcome::Ungoverned),
                Ok(filled) => return if frame.telling { Ok(filled) } else { excluded().map_or(Ok(filled), Err) },
                Err(part) if frame.telling => missing = Some((pattern, part.source.clone())),
                Err(_) => {}
            }
        }
        let missing = missing.filter(|_| frame.telling);
        let (pattern, part) = missing.map_or((String::new(), String::new()), |(pattern, part)| (pattern.source.clone(), part));
        Err(Outcome::Missing { pattern, part })
    }

    fn tell(&self, tried: Vec<(u32, Result<(), Outcome>)>, best: Option<&Fit<'_>>, trigger: Span, attempts: &mut Vec<Attempt>) {
        let fits: Vec<u32> = tried.iter().filter(|(_, result)| result.is_ok()).map(|(rule, _)| *rule).collect();
        let mut told: Vec<u32> = Vec::new();
        for (rule, result) in tried {
            // A word in two forms of its verb is tried for each; one line will do.
            if told.contains(&rule) || result.is_err() && fits.contains(&rule) {
                continue;
            }
            told.push(rule);
            let outcome = match (result, best) {
                (Err(outcome), _) => outcome,
                (Ok(()), Some(best)) if best.rule == rule => {
                    let mut slots: Vec<(String, Vec<Span>)> = Vec::new();
                    for (slot, filler) in &best.filled {
                        match slots.iter_mut().find(|(known, _)| known == slot) {
                            Some((_, spans)) => spans.push(filler.span),
                            None => slots.push(((*slot).to_owned(), vec![filler.span])),
                        }
                    }
                    Outcome::Fired(slots)
                }
                (Ok(()), best) => Outcome::Outweighed(best.map_or_else(String::new, |best| self.rules[best.rule as usize].id.clone())),
            };
            attempts.push(Attempt { rule: self.rules[rule as usize].id.clone(), trigger, outcome });
        }
    }

    fn event(
        &self,
        frame: &SentenceView<'_>,
        fit: Fit<'_>,
        trigger: &Range<usize>,
        span: Span,
        sentence: usize,
        range: &Range<usize>,
    ) -> Event {
        let rule = &self.rules[fit.rule as usize];
        let doc = frame.doc;
        let of = |slot: &str| -> Vec<EntityIx> {
            let mut found: Vec<EntityIx> = Vec::new();
            for (_, filler) in fit.filled.iter().filter(|(name, filler)| *name == slot && filler.kind != "time") {
                let entity = doc.mentions[filler.index as usize].entity;
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
        let voice = self.voices.voice(frame, trigger, range).unwrap_or(Modality::Asserted);
        let start = fit.filled.iter().map(|(_, filler)| filler.span.start()).min().map_or(span.start(), |first| first.min(span.start()));
        let end = fit.filled.iter().map(|(_, filler)| filler.span.end()).max().map_or(span.end(), |last| last.max(span.end()));
        let mut event = Event::new(Span::new(start, end), span, SentenceIx(sentence as u32), &rule.act, voice, &rule.id);
        event.class = self.voices.class(&rule.act, voice);
        event.source = source;
        event.target = target;
        event
    }
}

impl<'a> SentenceView<'a> {
    /// Whether a name or a time begins in a range of tokens.
    fn has_filler(&self, range: &Range<usize>) -> bool {
        let at = self.fillers.partition_point(|filler| filler.first < range.start);
        self.fillers.get(at).is_some_and(|filler| filler.first < range.end)
    }

    fn new(classifier: &'a Classifier, doc: &'a Document, catalog: &'a dyn Catalog, telling: bool) -> Self {
        let mut fillers = Vec::with_capacity(doc.mentions.len() + doc.times.len());
        let names = doc.mentions.iter().enumerate().filter(|(_, mention)| mention.form != Form::Demonym);
        fillers.extend(names.map(|(index, mention)| {
            let Range { start: first, end } = doc.tokens_of(mention);
            Filler { first, end, kind: catalog.kind(mention.entity), index: index as u32, span: mention.span }
        }));
        // Times come in order, so the next token is near the last.
        let mut at = 0;
        fillers.extend(doc.times.iter().enumerate().map(|(index, time)| {
            at = token_from(&doc.tokens, at, time.span.start());
            Filler { first: at, end: token_from(&doc.tokens, at, time.span.end()), kind: "time", index: index as u32, span: time.span }
        }));
        fillers.sort_by_key(|filler| (filler.first, filler.end));
        SentenceView {
            doc,
            folder: classifier.phrases.folder(),
            kinds: &classifier.kinds,
            fillers,
            coordinators: classifier.coordinators,
            barriers: classifier.barriers,
            articles: classifier.kinds.class("article"),
            telling,
        }
    }
}
