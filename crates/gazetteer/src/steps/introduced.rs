//! Step 5: finds short names that are recognised only if a full name of the same entity occurs earlier in the document ("Medvedev" after "Dmitry Medvedev").

use super::unknown_name::unknown_name_nearer;
use crate::admit::admit;
use crate::context::{Context, Reading, covered};
use crate::entry::Activation;
use crate::recorder::Recorder;
use crate::tables::Tables;
use chancery_phrases::Hit;
use chancery_text::{EntityIx, Form, Mention, NameIx, RejectionReason, RelationKind};
use std::cmp::Reverse;

/// The maximum distance, in sentences, at which an entity counts as near: the document last named it at most this many sentences before the short name.
const NEAR: u32 = 3;
/// The maximum distance, in sentences, at which a short name with a determiner is recognised: the document last named the entity at most this many sentences
/// before the short name. A short name that is farther away is recognised only if the document names the entity more than once and more often than any other
/// entity with the same short name.
const FAR: u32 = 10;

/// The earlier mentions of an entity, as known at the current position of the search for short names.
#[derive(Clone, Copy, Debug)]
struct Named {
    entity: u32,
    /// The number of times that the whole document names the entity or a body to which the entity belongs.
    count: usize,
    /// The index of the last mention of the entity by a full name before the current position.
    latest: Option<usize>,
    /// The index of the sentence with the last full or short name of the entity before the current position.
    sentence: u32,
}

/// The entities whose short names are searched for, with their earlier mentions. They are sorted by the index of the entity.
struct Latest(Vec<Named>);

impl Latest {
    fn new(tables: &Tables, entities: impl Iterator<Item = u32>, mentions: &[Mention]) -> Self {
        let named = |entity| Named { entity, count: 0, latest: None, sentence: 0 };
        let mut all: Vec<Named> = entities.map(named).collect();
        all.sort_unstable_by_key(|named| named.entity);
        all.dedup_by_key(|named| named.entity);
        // Each mention counts for its entity and for the organs of its entity.
        let mut counted: Vec<(u32, usize)> = Vec::new();
        for (at, named) in all.iter().enumerate() {
            let bodies = tables.entity(named.entity).relations.iter().filter(|relation| relation.kind == RelationKind::Of);
            counted.push((named.entity, at));
            counted.extend(bodies.map(|body| (body.of.0, at)));
        }
        counted.sort_unstable();
        for mention in mentions.iter().filter(|mention| mention.form < Form::Adjective) {
            let from = counted.partition_point(|(entity, _)| *entity < mention.entity.0);
            for (_, at) in counted[from..].iter().take_while(|(entity, _)| *entity == mention.entity.0) {
                all[*at].count += 1;
            }
        }
        Self(all)
    }

    fn get(&mut self, entity: u32) -> Option<&mut Named> {
        let at = self.0.binary_search_by_key(&entity, |named| named.entity).ok()?;
        Some(&mut self.0[at])
    }
}

/// A short name that matches the words at a hit, with the values that decide between several such names. A hit is a place in the text where one or more short
/// names match.
#[derive(Clone, Copy, Debug)]
struct Candidate {
    name: u32,
    /// Index of the mention that contains the full name.
    by: usize,
    count: usize,
    /// The number of sentences since the entity was last named. It is 0 for a name without a determiner, for which the distance does not matter.
    distance: u32,
}

/// Finds the short names that are recognised only if a full name of the same entity occurs earlier in the document. Returns the mentions of these short names.
/// If several entities have the same short name, the name refers to the entity whose full name occurred last.
///
/// A short name with a determiner (`the [Organization]`) may also be a common noun. It refers to an entity that was named within the last [`NEAR`] sentences.
/// If there is no such entity, it refers to the entity that the document names more than once and more often than any other entity with this short name. If
/// there is no such entity either, it refers to an entity that was named within the last [`FAR`] sentences.
pub(crate) fn introduced<R: Recorder>(context: &Context<'_>, mentions: &[Mention], recorder: &mut R) -> Vec<Mention> {
    let (tables, hits) = (context.tables, &context.hits.introduced);
    let mut added: Vec<Mention> = Vec::new();
    if hits.is_empty() {
        return added;
    }
    let names = |hit: &Hit| context.names(hit, Activation::Introduced);
    let mut latest = Latest::new(tables, hits.iter().flat_map(names).map(|name| tables.name(name).entity), mentions);
    let mut at = 0;
    for hit in hits {
        let span = context.span(hit);
        if covered(span, mentions) || added.last().is_some_and(|last| last.span.end() > span.start()) {
            recorder.reject_all(|| names(hit).map(|name| context.rejection(hit, name, RejectionReason::Inside)));
            continue;
        }
        while let Some(mention) = mentions.get(at).filter(|mention| mention.span.start() < span.start()) {
            if mention.form < Form::Adjective
                && let Some(named) = latest.get(mention.entity.0)
            {
                (named.latest, named.sentence) = (Some(at), mention.sentence.0);
            }
            at += 1;
        }
        let sentence = context.sentence(hit.first);
        let Some(Candidate { name, by, .. }) = best(context, hit, sentence, &mut latest, recorder) else { continue };
        let row = tables.name(name);
        let lead = row.unseen.0 as usize;
        if lead > 0 && unknown_name_nearer(context, hit.first as usize + lead, Some(&mentions[by]), mentions) {
            recorder.reject(|| context.rejection(hit, name, RejectionReason::UnknownNearer));
            continue;
        }
        if let Some(named) = latest.get(row.entity) {
            named.sentence = sentence;
        }
        let reading = Reading { entity: EntityIx(row.entity), name: NameIx(name), form: row.form };
        added.push(context.short_mention(context.seen(hit, name), reading, mentions[by].span));
    }
    added
}

/// Returns the best of the admissible short names at a hit. Returns `None` if no short name is admissible, or if the best one is too far from the earlier name
/// (see [`FAR`]).
fn best<R: Recorder>(context: &Context<'_>, hit: &Hit, sentence: u32, latest: &mut Latest, recorder: &mut R) -> Option<Candidate> {
    let tables = context.tables;
    let mut candidates: Vec<Candidate> = Vec::new();
    for name in context.names(hit, Activation::Introduced) {
        let row = tables.name(name);
        let named = latest.get(row.entity).and_then(|named| Some((named.latest?, *named)));
        match named.ok_or(RejectionReason::NotIntroduced).and_then(|named| admit(context, row, hit, sentence as usize).map(|()| named)) {
            Ok((by, named)) => {
                let distance = if row.unseen.0 > 0 { sentence.saturating_sub(named.sentence) } else { 0 };
                candidates.push(Candidate { name, by, count: named.count, distance });
            }
            Err(reason) => recorder.reject(|| context.rejection(hit, name, reason)),
        }
    }
    let entity = |candidate: &Candidate| tables.name(candidate.name).entity;
    let prominent = |candidate: &Candidate| {
        candidate.count > 1 && candidates.iter().all(|other| entity(other) == entity(candidate) || other.count < candidate.count)
    };
    let rank = |candidate: &Candidate| {
        let near = candidate.distance <= NEAR;
        (near, near || prominent(candidate), candidate.by, Reverse(candidate.name))
    };
    let winner = candidates.iter().max_by_key(|candidate| rank(candidate)).copied()?;
    let stands = winner.distance <= FAR || prominent(&winner);
    recorder.reject_all(|| {
        let lost = candidates.iter().filter(|candidate| !stands || candidate.name != winner.name);
        lost.map(|candidate| {
            let reason = if !stands {
                RejectionReason::TooFar
            } else if entity(candidate) == entity(&winner) {
                RejectionReason::OtherForm
            } else {
                RejectionReason::NamedEarlier
            };
            context.rejection(hit, candidate.name, reason)
        })
    });
    stands.then_some(winner)
}
