//! The finished gazetteer, and a run of it over one document.

use crate::admit::MatchContext;
use crate::choose::{Candidate, Context, choose};
use crate::dated::Dated;
use crate::entity_types::EntityTypes;
use crate::entry::{Activation, CasePolicy, NameClass};
use crate::evidence::{Evidence, Selection};
use crate::head_nouns::HeadNouns;
use crate::local::DefinitionWords;
use crate::name_context::ContextLexicon;
use crate::scan_hits::{Role, ScanHits};
use chancery_phrases::{Hit, Phrases};
use chancery_text::{
    Catalog, Date, Document, EntityClass, EntityInfo, EntityIx, Form, Interval, Mention, NameIx, Reference, Rejection, RejectionReason,
    Relation, RelationKind, SentenceIx, Span, TokenRange,
};

/// One entity.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct EntityRow {
    pub(crate) id: String,
    pub(crate) kind: String,
    pub(crate) class: EntityClass,
    pub(crate) label: String,
    pub(crate) country: Option<String>,
    /// The same for all entities of one country; 0 for those of none.
    pub(crate) country_ix: u32,
    pub(crate) wikidata: Option<String>,
    pub(crate) silent: bool,
    pub(crate) sort: Option<NameClass>,
    pub(crate) dated: Option<Dated>,
    /// The heads of its names, and those of organs that it stands for, with the organ (itself, where it has the head).
    pub(crate) heads: Vec<u32>,
    pub(crate) organs: Vec<(u32, u32)>,
    pub(crate) valid: Option<Interval>,
    pub(crate) sector: Option<String>,
    pub(crate) refers: Option<Reference>,
    pub(crate) relations: Vec<Relation>,
}

/// One form.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct NameRow {
    pub(crate) entity: u32,
    pub(crate) form: Form,
    pub(crate) language: u16,
    pub(crate) case: CasePolicy,
    pub(crate) when: Activation,
    /// Which of its first 64 words begin with a capital.
    pub(crate) capitals: u64,
    /// How many of its first tokens, and of its last, are no part of the mention.
    pub(crate) unseen: (u8, u8),
    /// Whether it has three characters at most.
    pub(crate) short: bool,
    /// What is asked of its entity for each name found, told here as well: its sort, its country, whether it has its time or heads.
    pub(crate) sort: Option<NameClass>,
    pub(crate) country_ix: u32,
    pub(crate) dated: bool,
    /// Whether it may introduce heads of its entity, or of organs that this stands for.
    pub(crate) headed: bool,
    pub(crate) valid: Option<Interval>,
    pub(crate) prior: f32,
    /// What few names have, apart, so that most rows are small.
    pub(crate) constraints: Option<Box<Constraints>>,
}

/// Conditions of a name.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Constraints {
    /// Its words with case kept, for [`CasePolicy::Exact`].
    pub(crate) cased: Vec<String>,
    /// Numbers of cues.
    pub(crate) needs: Vec<u32>,
    pub(crate) not: Vec<u32>,
    /// Folded words of phrases that must not stand before it, and whether they begin with a capital and must do so in the text.
    pub(crate) before: Vec<(bool, Vec<String>)>,
    /// Likewise behind it.
    pub(crate) after: Vec<(bool, Vec<String>)>,
}

/// Names compiled for matching. Immutable; share it between threads.
///
/// With the feature `serde` it can be stored and loaded, which is many times faster than building it. What is loaded must be what the same
/// version stored: other bytes may make a run panic.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Gazetteer {
    /// Names and cues; their numbers are [`Role::code`]s.
    pub(crate) phrases: Phrases,
    /// Whether each cue begins with a capital, and must do so in the text.
    pub(crate) cue_capitals: Vec<bool>,
    pub(crate) entities: Vec<EntityRow>,
    pub(crate) names: Vec<NameRow>,
    pub(crate) kinds: EntityTypes,
    pub(crate) languages: Vec<String>,
    pub(crate) definition_words: DefinitionWords,
    pub(crate) company: ContextLexicon,
    pub(crate) heads: HeadNouns,
    /// Folded words that join names of one kind ("and").
    pub(crate) joins: Vec<String>,
    /// Folded words that stand between a name and its year ("of").
    pub(crate) year_leads: Vec<Vec<String>>,
    /// Folded nouns before which adjectives are languages.
    pub(crate) language_nouns: Vec<String>,
}

/// Memory that runs share, one for each thread, and what is to be kept of each run.
#[derive(Debug, Default)]
pub struct Scratch {
    found: ScanHits,
    scan: chancery_phrases::Scratch,
    candidates_of_span: Vec<Candidate>,
    selections: Vec<Selection>,
    keep_rejections: bool,
}

impl Scratch {
    /// Keeps with each mention the names that lost against it ([`Mention::rejected`]).
    #[must_use]
    pub fn keeping_rejections() -> Self {
        Self { keep_rejections: true, ..Self::default() }
    }
}

impl Gazetteer {
    /// How many entities it holds.
    #[must_use]
    pub fn entity_count(&self) -> usize {
        self.entities.len()
    }

    /// How many forms it holds.
    #[must_use]
    pub fn name_count(&self) -> usize {
        self.names.len()
    }

    /// Entities and forms of each type, by its name.
    #[must_use]
    pub fn counts_by_type(&self) -> Vec<(&str, usize, usize)> {
        let mut counts: std::collections::BTreeMap<&str, (usize, usize)> = std::collections::BTreeMap::new();
        for entity in &self.entities {
            counts.entry(&entity.kind).or_default().0 += 1;
        }
        for name in &self.names {
            counts.entry(&self.entities[name.entity as usize].kind).or_default().1 += 1;
        }
        counts.into_iter().map(|(kind, (entities, names))| (kind, entities, names)).collect()
    }

    /// Fills the layer `mentions` of a document whose tokens and sentences are known, replacing what it held.
    ///
    /// Time is linear in the tokens and all but independent of the number of names. A document without sentences counts as one.
    pub fn run(&self, doc: &mut Document, scratch: &mut Scratch) {
        let Scratch { found, scan, candidates_of_span, selections, keep_rejections } = scratch;
        found.clear(self.cue_capitals.len());
        self.phrases.scan(doc.text(), &doc.tokens, scan, |hit| found.take(self, &doc.tokens, hit));
        candidates_of_span.clear();
        selections.clear();
        self.pick(doc, found, candidates_of_span, selections, *keep_rejections);
        let place = MatchContext { gazetteer: self, doc, cues: &found.cues, reach: &found.reach };
        let mut mentions = self.decide(&place, candidates_of_span, selections, *keep_rejections);
        self.drop_languages(doc, &mut mentions);
        self.add_local(&place, &found.introduced, &found.heads, &mut mentions);
        doc.mentions = mentions;
    }

    /// Every name of the gazetteer that stands in a document where no mention was made, and why; tokens, sentences and mentions are known.
    #[must_use]
    pub fn rejections(&self, doc: &Document) -> Vec<Rejection> {
        let (mut found, mut scan) = (ScanHits::default(), chancery_phrases::Scratch::default());
        found.clear(self.cue_capitals.len());
        self.phrases.scan(doc.text(), &doc.tokens, &mut scan, |hit| found.take(self, &doc.tokens, hit));
        let place = MatchContext { gazetteer: self, doc, cues: &found.cues, reach: &found.reach };
        let mut rejections = Vec::new();
        for candidate in &found.candidates {
            let at = span(doc, candidate);
            let next = doc.mentions.partition_point(|mention| mention.span.end() <= at.start());
            if doc.mentions.get(next).is_some_and(|mention| mention.span.start() < at.end()) {
                continue;
            }
            let sentence = doc.sentences.partition_point(|s| s.token_range.end <= candidate.first);
            for name in self.names_of(candidate) {
                let reason = match place.admit(&self.names[name as usize], candidate, sentence) {
                    Err(reason) => reason,
                    Ok(()) if self.entities[self.names[name as usize].entity as usize].silent => RejectionReason::Shadow,
                    Ok(()) if self.names[name as usize].when != Activation::Always => RejectionReason::Needs,
                    Ok(()) => RejectionReason::Inside,
                };
                rejections.push(self.rejected(doc, candidate, name, reason));
            }
        }
        rejections
    }

    /// Leftmost-longest over what is admissible.
    fn pick(
        &self,
        doc: &Document,
        found: &mut ScanHits,
        candidates_of_span: &mut Vec<Candidate>,
        selections: &mut Vec<Selection>,
        keep_rejections: bool,
    ) {
        let place = MatchContext { gazetteer: self, doc, cues: &found.cues, reach: &found.reach };
        let mut sentence = 0;
        let mut free = 0;
        let mut from = 0;
        while from < found.candidates.len() {
            let first = found.candidates[from].first;
            let to = from + found.candidates[from..].iter().take_while(|candidate| candidate.first == first).count();
            let (done, coming) = found.candidates.split_at_mut(to);
            let group = &mut done[from..];
            from = to;
            if first < free {
                if keep_rejections && let Some(over) = selections.last_mut() {
                    for candidate in group.iter() {
                        self.reject(doc, candidate, RejectionReason::Inside, &mut over.rejected);
                    }
                }
                continue;
            }
            while doc.sentences.get(sentence).is_some_and(|s| s.token_range.end <= first) {
                sentence += 1;
            }
            if group.len() > 1 {
                group.sort_by_key(|candidate| std::cmp::Reverse(candidate.end_byte));
            }
            let mut taken: Option<Selection> = None;
            let mut rejected = Vec::new();
            for candidate in group.iter() {
                if taken.is_some() {
                    if keep_rejections {
                        self.reject(doc, candidate, RejectionReason::Inside, &mut rejected);
                    }
                    continue;
                }
                let begin = candidates_of_span.len();
                for name in self.names_of(candidate) {
                    let row = &self.names[name as usize];
                    if row.when != Activation::Always {
                        continue;
                    }
                    match place.admit(row, candidate, sentence) {
                        Ok(()) => self.candidate(candidates_of_span, begin, name, doc.metadata.date),
                        Err(reason) if keep_rejections => rejected.push(self.rejected(doc, candidate, name, reason)),
                        Err(_) => {}
                    }
                }
                if candidates_of_span.len() == begin + 1 && self.goes_on_as(candidates_of_span[begin], candidate, coming, &place, sentence)
                {
                    candidates_of_span.truncate(begin);
                    if keep_rejections {
                        self.reject(doc, candidate, RejectionReason::Inside, &mut rejected);
                    }
                    continue;
                }
                if candidates_of_span.len() > begin {
                    free = candidate.end;
                    let sure = if candidates_of_span.len() == begin + 1 {
                        self.names[candidates_of_span[begin].name as usize].country_ix
                    } else {
                        0
                    };
                    taken = Some(Selection {
                        candidate: *candidate,
                        sentence: sentence as u32,
                        block: doc.sentences.get(sentence).map_or(0, |sentence| sentence.block.0),
                        country: sure,
                        candidates_of_span: (begin as u32, candidates_of_span.len() as u32),
                        rejected: Vec::new(),
                    });
                }
            }
            if let Some(mut taken) = taken {
                taken.rejected = rejected;
                selections.push(taken);
            }
        }
    }

    /// Whether a form of the same entity that comes before the one found begins inside its stretch and ends behind it ("Xi Jinping" in "President Xi Jinping", where "President Xi"
    /// is an alias): then that is meant. `coming` are the candidates that begin behind the stretch's first token.
    fn goes_on_as(&self, found: Candidate, stretch: &Hit, coming: &[Hit], place: &MatchContext<'_>, sentence: usize) -> bool {
        let form = self.names[found.name as usize].form;
        let inside = coming.iter().take_while(|other| other.first < stretch.end).filter(|other| other.end > stretch.end);
        inside.flat_map(|other| self.names_of(other).map(move |name| (other, &self.names[name as usize]))).any(|(other, row)| {
            row.entity == found.entity && row.form < form && row.when == Activation::Always && place.admit(row, other, sentence).is_ok()
        })
    }

    /// Adds a name to the rivals from `begin` on, one for each entity: what is of the document's date, then the kind of form that comes first.
    fn candidate(&self, candidates_of_span: &mut Vec<Candidate>, begin: usize, name: u32, date: Option<Date>) {
        let row = &self.names[name as usize];
        let rank = |row: &NameRow| {
            let out = date.zip(row.valid).is_some_and(|(date, valid)| valid.contains(date) == Some(false));
            (out, row.form)
        };
        match candidates_of_span[begin..].iter_mut().find(|candidate| candidate.entity == row.entity) {
            Some(known) => {
                if rank(row) < rank(&self.names[known.name as usize]) {
                    known.name = name;
                }
            }
            None => candidates_of_span.push(Candidate { name, entity: row.entity }),
        }
    }

    /// Decides between rivals, when all that is certain in the document is known.
    fn decide(
        &self,
        place: &MatchContext<'_>,
        candidates_of_span: &[Candidate],
        selections: &mut [Selection],
        keep_rejections: bool,
    ) -> Vec<Mention> {
        let doc = place.doc;
        let mut alone: Vec<(u32, Span)> = Vec::new();
        if selections.iter().any(|p| p.candidates_of_span.1 - p.candidates_of_span.0 > 1) {
            let sure = selections.iter().filter(|p| p.candidates_of_span.1 - p.candidates_of_span.0 == 1);
            alone.extend(sure.map(|p| (candidates_of_span[p.candidates_of_span.0 as usize].entity, span(doc, &p.candidate))));
        }
        // Whoever writes "Democratic Republic of the Congo" means another by "Republic of the Congo": a longer name that holds an official one speaks against it.
        let named = |entity: u32, surface: &str, form: Form| {
            let against =
                |longer: &str| form < Form::Adjective && surface.contains(' ') && longer.len() > surface.len() && longer.contains(surface);
            let mut of_entity = alone.iter().filter(|(other, _)| *other == entity).peekable();
            of_entity.peek().is_some() && !of_entity.any(|(_, span)| against(doc.slice(*span)))
        };
        let date = doc.metadata.date;
        let mut mentions = Vec::with_capacity(selections.len());
        for number in 0..selections.len() {
            let mut rejected = std::mem::take(&mut selections[number].rejected);
            let Selection { candidate, sentence, candidates_of_span: (begin, end), .. } = selections[number];
            let surroundings = Evidence { gazetteer: self, doc, all: candidates_of_span, selections, number };
            let candidates_of_span = &candidates_of_span[begin as usize..end as usize];
            let (at, beaten) = if candidates_of_span.len() == 1 {
                (0, Vec::new())
            } else {
                let surface = doc.slice(span(doc, &candidate));
                let told = self.years_told(doc, &candidate);
                let form = self.names[candidates_of_span[0].name as usize].form;
                let context = Context {
                    date,
                    in_year: &|entity| told.is_some_and(|years| self.entities[entity as usize].began_in(years)),
                    cue: &|name| place.nearest_cue(&self.names[name as usize], &candidate),
                    home: &|entity| surroundings.home(entity),
                    contrasted: &|entity| {
                        form < Form::Adjective && surroundings.contrasted(entity, surface) && surroundings.joined_to_its_like(entity)
                    },
                    beside: &|entity| surroundings.same_country(entity, false),
                    around: &|entity| surroundings.same_country(entity, true),
                    alike: &|entity| surroundings.joined_to_its_like(entity),
                    own: &|entity| surroundings.own_country(entity),
                    named: &|entity| named(entity, surface, form),
                };
                choose(self, candidates_of_span, &context)
            };
            let winner = candidates_of_span[at];
            if self.entities[winner.entity as usize].silent {
                continue;
            }
            if keep_rejections {
                // Another form of what was taken has not lost.
                let taken = span(doc, &candidate);
                rejected.retain(|rejected| rejected.entity.0 != winner.entity || rejected.span != taken);
                rejected.extend(beaten.into_iter().map(|(at, reason)| self.rejected(doc, &candidate, candidates_of_span[at].name, reason)));
                rejected.sort_by_key(|rejected| (rejected.span.start(), std::cmp::Reverse(rejected.span.end()), rejected.name));
            }
            let row = &self.names[winner.name as usize];
            let (span, token_range) = self.seen(doc, &candidate, winner.name);
            let mut mention = Mention::new(span, EntityIx(winner.entity), NameIx(winner.name), row.form);
            mention.token_range = token_range;
            mention.sentence = SentenceIx(sentence);
            mention.in_date = date.zip(row.valid).and_then(|(date, valid)| valid.contains(date));
            mention.rejected = rejected;
            mentions.push(mention);
        }
        mentions
    }

    /// The part of a stretch that the mention covers, and its tokens.
    pub(crate) fn seen(&self, doc: &Document, candidate: &Hit, name: u32) -> (Span, TokenRange) {
        let all = span(doc, candidate);
        let (lead, trail) = self.names[name as usize].unseen;
        let tokens = TokenRange::new(candidate.first + u32::from(lead), candidate.end.saturating_sub(u32::from(trail)));
        let seen = match doc.tokens.get(tokens.range()) {
            Some([first, .., last]) if trail > 0 => Span::new(first.span.start(), last.span.end()),
            Some([only]) if trail > 0 => only.span,
            Some([first, ..]) => Span::new(first.span.start(), all.end()),
            _ => return (all, TokenRange::new(candidate.first, candidate.end)),
        };
        (seen, tokens)
    }

    fn reject(&self, doc: &Document, candidate: &Hit, reason: RejectionReason, rejected: &mut Vec<Rejection>) {
        rejected.extend(self.names_of(candidate).map(|name| self.rejected(doc, candidate, name, reason)));
    }

    /// The names that a stretch is.
    fn names_of(&self, candidate: &Hit) -> impl Iterator<Item = u32> {
        self.phrases.values(*candidate).iter().filter_map(|&code| match Role::of(code) {
            Role::Name(name, _) => Some(name),
            Role::Cue(_) | Role::Head(_) => None,
        })
    }

    fn rejected(&self, doc: &Document, candidate: &Hit, name: u32, reason: RejectionReason) -> Rejection {
        Rejection::new(span(doc, candidate), EntityIx(self.names[name as usize].entity), NameIx(name), reason)
    }
}

pub(crate) fn span(doc: &Document, candidate: &Hit) -> Span {
    Span::new(doc.tokens[candidate.first as usize].span.start(), candidate.end_byte)
}

impl Catalog for Gazetteer {
    fn entity(&self, entity: EntityIx) -> EntityInfo<'_> {
        match self.entities.get(entity.0 as usize) {
            Some(row) => {
                let mut info = EntityInfo::new(&row.id, &row.kind, &row.label);
                info.class = row.class;
                info.country = row.country.as_deref();
                info.wikidata = row.wikidata.as_deref();
                info.valid = row.valid;
                info.sector = row.sector.as_deref();
                info.refers = row.refers;
                info
            }
            None => EntityInfo::new("", "", ""),
        }
    }

    fn class(&self, entity: EntityIx) -> EntityClass {
        self.kinds.class(entity)
    }

    fn kind(&self, entity: EntityIx) -> &str {
        self.kinds.get(entity)
    }

    fn relations(&self, entity: EntityIx) -> &[Relation] {
        self.entities.get(entity.0 as usize).map_or(&[], |row| &row.relations)
    }

    fn may_relate(&self, entity: EntityIx, kind: RelationKind) -> bool {
        self.kinds.may_relate(entity, kind)
    }

    fn name_language(&self, name: NameIx) -> &str {
        self.names.get(name.0 as usize).and_then(|row| self.languages.get(row.language as usize)).map_or("", String::as_str)
    }
}
