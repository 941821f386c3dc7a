//! The finished gazetteer, and a run of it over one document.

use crate::admit::Place;
use crate::beside::Company;
use crate::choose::{Context, Rival, choose};
use crate::dated::Dated;
use crate::entry::{CasePolicy, Sort, When};
use crate::found::{Found, Role};
use crate::heads::Heads;
use crate::kinds::Kinds;
use crate::local::DefinitionWords;
use crate::surroundings::{Picked, Surroundings};
use chancery_phrases::{Hit, Phrases};
use chancery_text::{
    Catalog, Date, Document, EntityInfo, EntityIx, Form, Interval, Lost, LostReason, Mention, NameIx, Refers, Relation, RelationKind, Span,
};
use std::ops::Range;

/// One entity.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct EntityRow {
    pub(crate) id: String,
    pub(crate) kind: String,
    pub(crate) label: String,
    pub(crate) country: Option<String>,
    /// The same for all entities of one country; 0 for those of none.
    pub(crate) country_ix: u32,
    pub(crate) wikidata: Option<String>,
    pub(crate) silent: bool,
    pub(crate) sort: Option<Sort>,
    pub(crate) dated: Option<Dated>,
    /// The heads of its names, and those of organs that it stands for, with the organ (itself, where it has the head).
    pub(crate) heads: Vec<u32>,
    pub(crate) organs: Vec<(u32, u32)>,
    pub(crate) valid: Option<Interval>,
    pub(crate) sector: Option<String>,
    pub(crate) refers: Option<Refers>,
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
    pub(crate) when: When,
    /// Which of its first 64 words begin with a capital.
    pub(crate) capitals: u64,
    /// How many of its first tokens, and of its last, are no part of the mention.
    pub(crate) unseen: (u8, u8),
    /// Whether it has three characters at most.
    pub(crate) short: bool,
    /// What is asked of its entity for each name found, told here as well: its sort, its country, whether it has its time or heads.
    pub(crate) sort: Option<Sort>,
    pub(crate) country_ix: u32,
    pub(crate) dated: bool,
    /// Whether it may introduce heads of its entity, or of organs that this stands for.
    pub(crate) headed: bool,
    pub(crate) valid: Option<Interval>,
    pub(crate) prior: f32,
    /// What few names have, apart, so that most rows are small.
    pub(crate) guards: Option<Box<Guards>>,
}

/// Conditions of a name.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Guards {
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
    pub(crate) kinds: Kinds,
    pub(crate) languages: Vec<String>,
    pub(crate) definition_words: DefinitionWords,
    pub(crate) company: Company,
    pub(crate) heads: Heads,
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
    found: Found,
    scan: chancery_phrases::Scratch,
    rivals: Vec<Rival>,
    picked: Vec<Picked>,
    keep_lost: bool,
}

impl Scratch {
    /// Keeps with each mention the names that lost against it ([`Mention::lost`]).
    #[must_use]
    pub fn keeping_lost() -> Self {
        Self { keep_lost: true, ..Self::default() }
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
        let Scratch { found, scan, rivals, picked, keep_lost } = scratch;
        found.clear(self.cue_capitals.len());
        self.phrases.scan(doc.text(), &doc.tokens, scan, |hit| found.take(self, &doc.tokens, hit));
        rivals.clear();
        picked.clear();
        self.pick(doc, found, rivals, picked, *keep_lost);
        let place = Place { gazetteer: self, doc, cues: &found.cues, reach: &found.reach };
        let mut mentions = self.decide(&place, rivals, picked, *keep_lost);
        self.drop_languages(doc, &mut mentions);
        self.add_local(&place, &found.introduced, &found.heads, &mut mentions);
        doc.mentions = mentions;
    }

    /// Every name of the gazetteer that stands in a document where no mention was made, and why; tokens, sentences and mentions are known.
    #[must_use]
    pub fn refused(&self, doc: &Document) -> Vec<Lost> {
        let (mut found, mut scan) = (Found::default(), chancery_phrases::Scratch::default());
        found.clear(self.cue_capitals.len());
        self.phrases.scan(doc.text(), &doc.tokens, &mut scan, |hit| found.take(self, &doc.tokens, hit));
        let place = Place { gazetteer: self, doc, cues: &found.cues, reach: &found.reach };
        let mut refused = Vec::new();
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
                    Ok(()) if self.entities[self.names[name as usize].entity as usize].silent => LostReason::Shadow,
                    Ok(()) if self.names[name as usize].when != When::Always => LostReason::Needs,
                    Ok(()) => LostReason::Inside,
                };
                refused.push(self.lost(doc, candidate, name, reason));
            }
        }
        refused
    }

    /// Leftmost-longest over what is admissible.
    fn pick(&self, doc: &Document, found: &mut Found, rivals: &mut Vec<Rival>, picked: &mut Vec<Picked>, keep_lost: bool) {
        let place = Place { gazetteer: self, doc, cues: &found.cues, reach: &found.reach };
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
                if keep_lost && let Some(over) = picked.last_mut() {
                    for candidate in group.iter() {
                        self.lose(doc, candidate, LostReason::Inside, &mut over.lost);
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
            let mut taken: Option<Picked> = None;
            let mut lost = Vec::new();
            for candidate in group.iter() {
                if taken.is_some() {
                    if keep_lost {
                        self.lose(doc, candidate, LostReason::Inside, &mut lost);
                    }
                    continue;
                }
                let begin = rivals.len();
                for name in self.names_of(candidate) {
                    let row = &self.names[name as usize];
                    if row.when != When::Always {
                        continue;
                    }
                    match place.admit(row, candidate, sentence) {
                        Ok(()) => self.rival(rivals, begin, name, doc.metadata.date),
                        Err(reason) if keep_lost => lost.push(self.lost(doc, candidate, name, reason)),
                        Err(_) => {}
                    }
                }
                if rivals.len() == begin + 1 && self.goes_on_as(rivals[begin], candidate, coming, &place, sentence) {
                    rivals.truncate(begin);
                    if keep_lost {
                        self.lose(doc, candidate, LostReason::Inside, &mut lost);
                    }
                    continue;
                }
                if rivals.len() > begin {
                    free = candidate.end;
                    let sure = if rivals.len() == begin + 1 { self.names[rivals[begin].name as usize].country_ix } else { 0 };
                    taken = Some(Picked {
                        candidate: *candidate,
                        sentence: sentence as u32,
                        block: doc.sentences.get(sentence).map_or(0, |sentence| sentence.block),
                        country: sure,
                        rivals: (begin as u32, rivals.len() as u32),
                        lost: Vec::new(),
                    });
                }
            }
            if let Some(mut taken) = taken {
                taken.lost = lost;
                picked.push(taken);
            }
        }
    }

    /// Whether a form of the same entity that comes before the one found begins inside its stretch and ends behind it ("Xi Jinping" in "President Xi Jinping", where "President Xi"
    /// is an alias): then that is meant. `coming` are the candidates that begin behind the stretch's first token.
    fn goes_on_as(&self, found: Rival, stretch: &Hit, coming: &[Hit], place: &Place<'_>, sentence: usize) -> bool {
        let form = self.names[found.name as usize].form;
        let inside = coming.iter().take_while(|other| other.first < stretch.end).filter(|other| other.end > stretch.end);
        inside.flat_map(|other| self.names_of(other).map(move |name| (other, &self.names[name as usize]))).any(|(other, row)| {
            row.entity == found.entity && row.form < form && row.when == When::Always && place.admit(row, other, sentence).is_ok()
        })
    }

    /// Adds a name to the rivals from `begin` on, one for each entity: what is of the document's date, then the kind of form that comes first.
    fn rival(&self, rivals: &mut Vec<Rival>, begin: usize, name: u32, date: Option<Date>) {
        let row = &self.names[name as usize];
        let rank = |row: &NameRow| {
            let out = date.zip(row.valid).is_some_and(|(date, valid)| valid.contains(date) == Some(false));
            (out, row.form)
        };
        match rivals[begin..].iter_mut().find(|rival| rival.entity == row.entity) {
            Some(known) => {
                if rank(row) < rank(&self.names[known.name as usize]) {
                    known.name = name;
                }
            }
            None => rivals.push(Rival { name, entity: row.entity }),
        }
    }

    /// Decides between rivals, when all that is certain in the document is known.
    fn decide(&self, place: &Place<'_>, rivals: &[Rival], picked: &mut [Picked], keep_lost: bool) -> Vec<Mention> {
        let doc = place.doc;
        let mut alone: Vec<(u32, Span)> = Vec::new();
        if picked.iter().any(|p| p.rivals.1 - p.rivals.0 > 1) {
            let sure = picked.iter().filter(|p| p.rivals.1 - p.rivals.0 == 1);
            alone.extend(sure.map(|p| (rivals[p.rivals.0 as usize].entity, span(doc, &p.candidate))));
        }
        // Whoever writes "Democratic Republic of the Congo" means another by "Republic of the Congo": a longer name that holds an official one speaks against it.
        let named = |entity: u32, surface: &str, form: Form| {
            let against =
                |longer: &str| form < Form::Adjective && surface.contains(' ') && longer.len() > surface.len() && longer.contains(surface);
            let mut of_entity = alone.iter().filter(|(other, _)| *other == entity).peekable();
            of_entity.peek().is_some() && !of_entity.any(|(_, span)| against(doc.slice(*span)))
        };
        let date = doc.metadata.date;
        let mut mentions = Vec::with_capacity(picked.len());
        for number in 0..picked.len() {
            let mut lost = std::mem::take(&mut picked[number].lost);
            let Picked { candidate, sentence, rivals: (begin, end), .. } = picked[number];
            let surroundings = Surroundings { gazetteer: self, doc, all: rivals, picked, number };
            let rivals = &rivals[begin as usize..end as usize];
            let (at, beaten) = if rivals.len() == 1 {
                (0, Vec::new())
            } else {
                let surface = doc.slice(span(doc, &candidate));
                let told = self.years_told(doc, &candidate);
                let form = self.names[rivals[0].name as usize].form;
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
                choose(self, rivals, &context)
            };
            let winner = rivals[at];
            if self.entities[winner.entity as usize].silent {
                continue;
            }
            if keep_lost {
                // Another form of what was taken has not lost.
                let taken = span(doc, &candidate);
                lost.retain(|lost| lost.entity.0 != winner.entity || lost.span != taken);
                lost.extend(beaten.into_iter().map(|(at, reason)| self.lost(doc, &candidate, rivals[at].name, reason)));
                lost.sort_by_key(|lost| (lost.span.start(), std::cmp::Reverse(lost.span.end()), lost.name));
            }
            let row = &self.names[winner.name as usize];
            let (span, token_range) = self.seen(doc, &candidate, winner.name);
            mentions.push(Mention {
                span,
                token_range,
                sentence,
                entity: EntityIx(winner.entity),
                name: NameIx(winner.name),
                form: row.form,
                in_date: date.zip(row.valid).and_then(|(date, valid)| valid.contains(date)),
                introduced: None,
                edits: None,
                lost,
            });
        }
        mentions
    }

    /// The part of a stretch that the mention covers, and its tokens.
    pub(crate) fn seen(&self, doc: &Document, candidate: &Hit, name: u32) -> (Span, Range<u32>) {
        let all = span(doc, candidate);
        let (lead, trail) = self.names[name as usize].unseen;
        let tokens = candidate.first + u32::from(lead)..candidate.end.saturating_sub(u32::from(trail));
        let seen = match doc.tokens.get(tokens.start as usize..tokens.end as usize) {
            Some([first, .., last]) if trail > 0 => Span::new(first.span.start(), last.span.end()),
            Some([only]) if trail > 0 => only.span,
            Some([first, ..]) => Span::new(first.span.start(), all.end()),
            _ => return (all, candidate.first..candidate.end),
        };
        (seen, tokens)
    }

    fn lose(&self, doc: &Document, candidate: &Hit, reason: LostReason, lost: &mut Vec<Lost>) {
        lost.extend(self.names_of(candidate).map(|name| self.lost(doc, candidate, name, reason)));
    }

    /// The names that a stretch is.
    fn names_of(&self, candidate: &Hit) -> impl Iterator<Item = u32> {
        self.phrases.values(*candidate).iter().filter_map(|&code| match Role::of(code) {
            Role::Name(name, _) => Some(name),
            Role::Cue(_) | Role::Head(_) => None,
        })
    }

    fn lost(&self, doc: &Document, candidate: &Hit, name: u32, reason: LostReason) -> Lost {
        Lost { span: span(doc, candidate), entity: EntityIx(self.names[name as usize].entity), name: NameIx(name), reason }
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
