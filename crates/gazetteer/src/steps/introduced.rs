//! Step 5: names that count only once a full name of the same entity has stood ("Medvedev" after "Dmitry Medvedev").

use super::unknown_name::unknown_name_nearer;
use crate::admit::admit;
use crate::context::{Context, Reading, covered};
use crate::entry::Activation;
use crate::recorder::Recorder;
use chancery_phrases::Hit;
use chancery_text::{EntityIx, Form, Mention, NameIx, RejectionReason};
use std::cmp::Reverse;

/// The last mention of each entity in question so far.
struct Latest(Vec<(u32, Option<usize>)>);

impl Latest {
    fn new(entities: impl Iterator<Item = u32>) -> Self {
        let mut latest: Vec<(u32, Option<usize>)> = entities.map(|entity| (entity, None)).collect();
        latest.sort_unstable();
        latest.dedup();
        Self(latest)
    }

    fn get(&self, entity: u32) -> Option<usize> {
        let at = self.0.binary_search_by_key(&entity, |(entity, _)| *entity).ok()?;
        self.0[at].1
    }

    /// Notes a mention, if its entity is in question.
    fn set(&mut self, entity: u32, mention: usize) {
        if let Ok(at) = self.0.binary_search_by_key(&entity, |(entity, _)| *entity) {
            self.0[at].1 = Some(mention);
        }
    }
}

/// Mentions by such names. Of several entities the one named last before is meant.
pub(crate) fn introduced<R: Recorder>(context: &Context<'_>, mentions: &[Mention], recorder: &mut R) -> Vec<Mention> {
    let (tables, hits) = (context.tables, &context.hits.introduced);
    let mut added: Vec<Mention> = Vec::new();
    if hits.is_empty() {
        return added;
    }
    let names = |hit: &Hit| context.names(hit, Activation::Introduced);
    let mut latest = Latest::new(hits.iter().flat_map(names).map(|name| tables.name(name).entity));
    let mut at = 0;
    for hit in hits {
        let span = context.span(hit);
        if covered(span, mentions) || added.last().is_some_and(|last| last.span.end() > span.start()) {
            recorder.reject_all(|| names(hit).map(|name| context.rejection(hit, name, RejectionReason::Inside)));
            continue;
        }
        while let Some(mention) = mentions.get(at).filter(|mention| mention.span.start() < span.start()) {
            if mention.form < Form::Adjective {
                latest.set(mention.entity.0, at);
            }
            at += 1;
        }
        let Some((by, name)) = last_named(context, hit, &latest, recorder) else { continue };
        let row = tables.name(name);
        let lead = row.unseen.0 as usize;
        if lead > 0 && unknown_name_nearer(context, hit.first as usize + lead, Some(&mentions[by]), mentions) {
            recorder.reject(|| context.rejection(hit, name, RejectionReason::UnknownNearer));
            continue;
        }
        let reading = Reading { entity: EntityIx(row.entity), name: NameIx(name), form: row.form };
        added.push(context.short_mention(context.seen(hit, name), reading, mentions[by].span));
    }
    added
}

/// Of the admissible names that a hit is, the one whose entity was named last, with the index of that mention.
fn last_named<R: Recorder>(context: &Context<'_>, hit: &Hit, latest: &Latest, recorder: &mut R) -> Option<(usize, u32)> {
    let tables = context.tables;
    let sentence = context.sentence(hit.first) as usize;
    let mut best: Option<(usize, u32)> = None;
    for name in context.names(hit, Activation::Introduced) {
        let row = tables.name(name);
        let by = latest.get(row.entity).ok_or(RejectionReason::NotIntroduced);
        let by = match by.and_then(|by| admit(context, row, hit, sentence).map(|()| by)) {
            Ok(by) => by,
            Err(reason) => {
                recorder.reject(|| context.rejection(hit, name, reason));
                continue;
            }
        };
        let Some((known_by, known)) = best else {
            best = Some((by, name));
            continue;
        };
        let better = (by, Reverse(name)) > (known_by, Reverse(known));
        let worse = if better { known } else { name };
        if better {
            best = Some((by, name));
        }
        let same = tables.name(known).entity == row.entity;
        let reason = if same { RejectionReason::OtherForm } else { RejectionReason::NamedEarlier };
        recorder.reject(|| context.rejection(hit, worse, reason));
    }
    best
}
