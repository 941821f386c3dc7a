//! Step 6: finds short names that consist of the head noun of an earlier full name ("the Council" after "Security Council"). A *hit* is a place where the text
//! contains a determiner and a head noun.

use super::unknown_name::unknown_name_nearer;
use crate::context::{Context, Reading, covered};
use crate::recorder::Recorder;
use chancery_phrases::Hit;
use chancery_text::{EntityIx, Form, Gap, Mention, NameIx, Rejection, RejectionReason, RelationKind, Span, TokenRange};

/// The maximum distance, in sentences, at which a short name refers to the last named entity with the same head noun, even if the document names another such
/// entity more often.
const NEAR: u32 = 3;
/// The maximum distance, in sentences, at which a short name refers to the last named entity with the same head noun, if the document names no such entity more
/// often than the others.
const FAR: u32 = 10;
/// Like [`FAR`], but for determiners such as "this" ("this Assembly"), which refer to the body to which the document belongs.
const DEICTIC_FAR: u32 = 1;
/// The weight of a mention of the entity itself when mentions are counted. A mention of a body to which the entity belongs has weight 1.
const OWN_WEIGHT: usize = 3;
/// The number of tokens of the determiner, which precedes the head noun in a hit.
const LEAD: usize = 1;

/// The first and the latest mention of an entity, as indexes into the mentions of the document.
#[derive(Clone, Copy, Debug, Default)]
struct Places {
    first: Option<usize>,
    /// The last mention before the current position.
    latest: Option<usize>,
}

impl Places {
    fn nearest(self) -> Option<usize> {
        self.latest.or(self.first)
    }
}

/// An entity to which a head noun may refer.
#[derive(Clone, Copy, Debug)]
struct Named {
    entity: u32,
    /// How often the whole document names the entity.
    count: usize,
    /// How often the whole document names a body to which the entity belongs.
    body_count: usize,
    /// Mentions of the entity itself.
    own: Places,
    /// Mentions of a body to which the entity belongs.
    body: Places,
}

impl Named {
    fn weight(&self) -> usize {
        OWN_WEIGHT * self.count + self.body_count
    }
}

/// The entity to which a short name refers, and the mention that introduces the short name.
#[derive(Clone, Copy, Debug)]
struct Referent {
    reading: Reading,
    /// Index of the mention that introduces the short name.
    full_name: usize,
    /// Whether the mention `full_name` names the entity itself. Otherwise, the mention names a body to which the entity belongs.
    own_head: bool,
}

/// The state of the search for one head noun: the entities to which it may refer, and the last names that were read.
#[derive(Clone, Debug, Default)]
struct Seen {
    named: Vec<Named>,
    /// The referent of the last full or short name with this head noun before the current position, and the index of the sentence that contains that name.
    last: Option<(Referent, u32)>,
    /// The index of the sentence with the last mention of a body that has an organ with this head noun.
    last_body: Option<u32>,
}

impl Seen {
    fn named(&mut self, entity: u32) -> &mut Named {
        let at = self.named.iter().position(|named| named.entity == entity).unwrap_or_else(|| {
            self.named.push(Named { entity, count: 0, body_count: 0, own: Places::default(), body: Places::default() });
            self.named.len() - 1
        });
        &mut self.named[at]
    }

    /// Returns the entity with this head noun that the document names more often than any other and more than once; `None` if there is no such entity.
    fn most_prominent(&self) -> Option<&Named> {
        let most = self.named.iter().map(Named::weight).max()?;
        let mut with = self.named.iter().filter(|named| named.weight() == most);
        with.next().filter(|named| with.next().is_none() && named.count + named.body_count > 1)
    }
}

/// Adds the mentions of entities by their head nouns to `added`.
///
/// A short name refers to the first of these entities that exists:
///
/// 1. the last entity with this head noun, if it was named within the last [`NEAR`] sentences;
/// 2. the entity with this head noun that the document names most often. Mentions of a body also count as mentions of its organs: in a speech about the United
///    Nations, "the Assembly" is the General Assembly;
/// 3. the last entity with this head noun, if it was named within the last [`FAR`] sentences;
/// 4. an organ of a body that was named within the last [`NEAR`] sentences, if no other entity in the document has this head noun.
///
/// After a determiner such as "this" ("this Assembly"), item 1 does not apply, and [`DEICTIC_FAR`] replaces [`FAR`] in item 3. Items 2 and 3 do not apply to
/// states and other entities with a name class. The running time is linear in the number of mentions.
pub(crate) fn add_by_head_noun<R: Recorder>(context: &Context<'_>, mentions: &[Mention], added: &mut Vec<Mention>, recorder: &mut R) {
    if context.hits.head_nouns.is_empty() {
        return;
    }
    let mut all = whole_document(context, mentions);
    let mut at = 0;
    let mut found = Vec::new();
    for (hit, number) in &context.hits.head_nouns {
        let first = hit.first as usize + LEAD;
        let Some(token) = context.doc.tokens.get(first).filter(|token| token.capital) else { continue };
        let span = Span::new(token.span.start(), hit.end_byte);
        while let Some(mention) = mentions.get(at).filter(|mention| mention.span.start() < span.start()) {
            for (head, organ) in heads_of(context, mention) {
                let seen = &mut all[head as usize];
                let named = seen.named(organ.unwrap_or(mention.entity.0));
                if organ.is_some() {
                    named.body.latest = Some(at);
                    seen.last_body = Some(mention.sentence.0);
                } else {
                    named.own.latest = Some(at);
                    let reading = Reading { entity: mention.entity, name: mention.name, form: Form::Alias };
                    seen.last = Some((Referent { reading, full_name: at, own_head: true }, mention.sentence.0));
                }
            }
            at += 1;
        }
        let seen = &mut all[*number as usize];
        let sentence = context.sentence(first as u32);
        let decision = decide(context, seen, hit, (span, sentence), mentions, added);
        match decision {
            Ok(referent) => {
                let tokens = TokenRange::new(first as u32, hit.end);
                found.push(context.short_mention((span, tokens), referent.reading, mentions[referent.full_name].span));
                seen.last = Some((referent, sentence));
            }
            // If there is no full name, there is no candidate to reject.
            Err((referent, reason)) => recorder.reject_all(|| {
                referent.map(|Referent { reading, .. }| Rejection::new(span, reading.entity, reading.name, reason)).into_iter()
            }),
        }
    }
    added.extend(found);
}

/// Decides to which entity a head noun after a determiner refers. If the head noun is not a short name, the error contains the reason and the entity to which
/// the head noun might have referred.
fn decide(
    context: &Context<'_>,
    seen: &Seen,
    hit: &Hit,
    (span, sentence): (Span, u32),
    mentions: &[Mention],
    added: &[Mention],
) -> Result<Referent, (Option<Referent>, RejectionReason)> {
    let (referent, standing) = referent(context, seen, hit, sentence, mentions);
    if covered(span, mentions) || covered(span, added) {
        return Err((referent, RejectionReason::Inside));
    }
    if goes_on(context, hit.end as usize) {
        return Err((referent, RejectionReason::GoesOn));
    }
    let Some(known) = referent.filter(|_| standing) else { return Err((referent, RejectionReason::TooFar)) };
    let full_name = known.own_head.then(|| &mentions[known.full_name]);
    if unknown_name_nearer(context, hit.first as usize + LEAD, full_name, mentions) {
        return Err((referent, RejectionReason::UnknownNearer));
    }
    Ok(known)
}

/// Returns the entity to which the head noun at `hit` may refer, and whether the entity is near or prominent enough for this reference.
fn referent(context: &Context<'_>, seen: &Seen, hit: &Hit, sentence: u32, mentions: &[Mention]) -> (Option<Referent>, bool) {
    let tables = context.tables;
    let deictic = context.any_word(&tables.head_nouns.deictics, hit.first as usize);
    let within = |sentences: u32| seen.last.filter(|(_, last)| sentence.saturating_sub(*last) <= sentences).map(|(referent, _)| referent);
    let is_state = |referent: &Referent| tables.entity(referent.reading.entity.0).name_class.is_some();
    // Many states have the same head noun ("Republic"). A short name refers to a state only if the state is near and is the only entity in the document with
    // this head noun.
    let near = if deictic { None } else { within(NEAR).filter(|referent| !is_state(referent) || seen.named.len() == 1) };
    let prominent = || seen.most_prominent().and_then(|named| refer(context, named, mentions));
    let remembered = || within(if deictic { DEICTIC_FAR } else { FAR });
    let of_body = || match seen.named[..] {
        [ref only] => refer(context, only, mentions).filter(|_| seen.last_body.is_some_and(|last| sentence.saturating_sub(last) <= NEAR)),
        _ => None,
    };
    let no_state = |referent: &Referent| !is_state(referent);
    let found = near.or_else(|| prominent().filter(no_state)).or_else(|| remembered().filter(no_state)).or_else(of_body);
    match found {
        Some(found) => (Some(found), true),
        None => (seen.last.map(|(last, _)| last).or_else(|| refer(context, seen.named.first()?, mentions)), false),
    }
}

/// Creates the referent for an entity. The mention that introduces the short name is the nearest mention of the entity, or else the nearest mention of a body
/// to which the entity belongs. Returns `None` if there is no such mention.
fn refer(context: &Context<'_>, named: &Named, mentions: &[Mention]) -> Option<Referent> {
    let own = named.own.nearest();
    let full_name = own.or(named.body.nearest())?;
    let name = match own {
        Some(own) => mentions[own].name,
        None => NameIx(context.tables.names.partition_point(|name| name.entity < named.entity) as u32),
    };
    let reading = Reading { entity: EntityIx(named.entity), name, form: Form::Alias };
    Some(Referent { reading, full_name, own_head: own.is_some() })
}

/// Collects, for each head noun, the entities to which it may refer, and counts their mentions in the whole document. The position of each element in the
/// result is the index of its head noun.
fn whole_document(context: &Context<'_>, mentions: &[Mention]) -> Vec<Seen> {
    let tables = context.tables;
    let mut all = vec![Seen::default(); tables.head_nouns.spellings.len()];
    let mut entities: Vec<u32> = Vec::with_capacity(mentions.len());
    for (at, mention) in mentions.iter().enumerate().filter(|(_, mention)| mention.form < Form::Adjective) {
        entities.push(mention.entity.0);
        for (head, organ) in heads_of(context, mention) {
            let named = all[head as usize].named(organ.unwrap_or(mention.entity.0));
            named.count += usize::from(organ.is_none());
            let places = if organ.is_some() { &mut named.body } else { &mut named.own };
            places.first.get_or_insert(at);
        }
    }
    entities.sort_unstable();
    let count = |entity: u32| {
        let from = entities.partition_point(|&other| other < entity);
        entities[from..].iter().take_while(|&&other| other == entity).count()
    };
    for named in all.iter_mut().flat_map(|seen| &mut seen.named) {
        let bodies = tables.entity(named.entity).relations.iter().filter(|relation| relation.kind == RelationKind::Of);
        named.body_count = bodies.map(|body| count(body.of.0)).sum();
    }
    all
}

/// Iterates over the head nouns that a mention introduces. Each item is a pair. The first value is the index of a head noun. The second value is `None` if the
/// head noun refers to the entity of the mention, or the index of an organ of this entity if the head noun refers to that organ.
///
/// A name that contains a head noun of its entity introduces only that head noun: "World Health Organization" does not introduce "the Assembly", although the
/// entity is also called World Health Assembly. The name of a state must contain the head noun: "Kyrgyzstan" does not introduce "the Republic", but "Kyrgyz
/// Republic" does.
fn heads_of<'a>(context: &Context<'a>, mention: &Mention) -> impl Iterator<Item = (u32, Option<u32>)> + use<'a> {
    let (doc, tables) = (context.doc, context.tables);
    let introduces = mention.form < Form::Adjective && tables.name(mention.name.0).introduces_head;
    let row = introduces.then(|| tables.entity(mention.entity.0));
    let span = mention.span;
    row.into_iter().flat_map(move |row| {
        let state = row.name_class.is_some();
        let surface = if state || row.head_nouns.len() > 1 { doc.slice(span) } else { "" };
        let has =
            move |head: u32| tables.head_nouns.spellings[head as usize].iter().any(|spelling| contains_ignoring_case(surface, spelling));
        let only_own = state || row.head_nouns.len() > 1 && row.head_nouns.iter().any(|&head| has(head));
        let own = row.head_nouns.iter().filter(move |&&head| !only_own || has(head)).map(|&head| (head, None));
        own.chain(row.organs.iter().map(|&(head, organ)| (head, Some(organ))))
    })
}

/// Returns `true` if `surface` contains `spelling`. Case is ignored, because headings may be in capitals.
fn contains_ignoring_case(surface: &str, spelling: &str) -> bool {
    surface.as_bytes().windows(spelling.len().max(1)).any(|part| part.eq_ignore_ascii_case(spelling.as_bytes()))
}

/// Returns `true` if a name continues with the token `token`, which follows the head noun of the name ("the Council of Ministers").
fn goes_on(context: &Context<'_>, token: usize) -> bool {
    let Some(next) = context.doc.tokens.get(token) else { return false };
    context.any_word(&context.tables.head_nouns.ends, token) || next.capital && next.gap <= Gap::Blank
}
