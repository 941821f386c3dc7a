//! Step 6: short names by the head noun of a full name ("the Council" after "Security Council").

use super::unknown_name::unknown_name_nearer;
use crate::context::{Context, Reading, covered};
use crate::recorder::Recorder;
use chancery_phrases::Hit;
use chancery_text::{EntityIx, Form, Gap, Mention, NameIx, Rejection, RejectionReason, Span, TokenRange};

/// How many sentences back a state must have been named.
const NEAR: u32 = 3;
/// Tokens before a head noun: its determiner.
const LEAD: usize = 1;

/// What a document says of one head noun. Mentions are indexes.
#[derive(Clone, Debug, Default)]
struct Seen {
    /// For each entity with this head noun: how often it is named in the whole document, and where last.
    named: Vec<(u32, usize, usize)>,
    /// The first mention in the whole document, and the last one so far.
    first: Option<usize>,
    last: Option<usize>,
    /// The same for bodies that stand for an organ with this head noun, with the organ.
    first_body: Option<(u32, usize)>,
    last_body: Option<(u32, usize)>,
}

impl Seen {
    /// The mention that "the Council" refers to: the last one so far, else the first one if all are of one entity.
    fn nearest(&self) -> Option<usize> {
        self.last.or(self.first.filter(|_| self.named.len() == 1))
    }

    /// The last mention of the entity that is named most often; of several, the one named first.
    fn most_frequent(&self) -> Option<usize> {
        let most = self.named.iter().map(|(_, count, _)| *count).max()?;
        self.named.iter().find(|(_, count, _)| *count == most).map(|(.., last)| *last)
    }
}

/// What a short name is taken for, and the mention that introduces it.
struct Referent<'m> {
    reading: Reading,
    full_name: &'m Mention,
    /// Whether the full name itself has the head noun.
    own_head: bool,
}

/// Adds mentions by head noun: of the entity with this head noun that was named last, or of the only one named at all. Linear in the mentions.
pub(crate) fn add_by_head_noun<R: Recorder>(context: &Context<'_>, mentions: &[Mention], added: &mut Vec<Mention>, recorder: &mut R) {
    if context.hits.head_nouns.is_empty() {
        return;
    }
    let mut seen = whole_document(context, mentions);
    let mut at = 0;
    let mut found = Vec::new();
    for (hit, number) in &context.hits.head_nouns {
        let first = hit.first as usize + LEAD;
        let Some(token) = context.doc.tokens.get(first).filter(|token| token.capital) else { continue };
        let span = Span::new(token.span.start(), hit.end_byte);
        while mentions.get(at).is_some_and(|mention| mention.span.start() < span.start()) {
            for (head, organ) in heads_of(context, &mentions[at]) {
                match organ {
                    None => seen[head as usize].last = Some(at),
                    Some(organ) => seen[head as usize].last_body = Some((organ, at)),
                }
            }
            at += 1;
        }
        let seen = &seen[*number as usize];
        match check(context, seen, hit, span, mentions, added) {
            Ok(None) => {}
            Ok(Some(Referent { reading, full_name, .. })) => {
                let tokens = TokenRange::new(first as u32, hit.end);
                found.push(context.short_mention((span, tokens), reading, full_name.span));
            }
            // Without a full name there is no candidate to reject.
            Err(reason) => recorder.reject_all(|| {
                let referent = referent(context, seen, hit, mentions);
                referent.map(|Referent { reading, .. }| Rejection::new(span, reading.entity, reading.name, reason)).into_iter()
            }),
        }
    }
    added.extend(found);
}

/// What a head noun after a determiner refers to, if anything; else why it is not taken as a short name.
fn check<'m>(
    context: &Context<'_>,
    seen: &Seen,
    hit: &Hit,
    span: Span,
    mentions: &'m [Mention],
    added: &[Mention],
) -> Result<Option<Referent<'m>>, RejectionReason> {
    if covered(span, mentions) || covered(span, added) {
        return Err(RejectionReason::Inside);
    }
    if goes_on(context, hit.end as usize) {
        return Err(RejectionReason::GoesOn);
    }
    let referent = referent(context, seen, hit, mentions);
    let named = referent.as_ref().filter(|referent| referent.own_head).map(|referent| referent.full_name);
    if unknown_name_nearer(context, hit.first as usize + LEAD, named, mentions) {
        return Err(RejectionReason::UnknownNearer);
    }
    Ok(referent)
}

/// The entity that a head noun refers to by what the document names.
fn referent<'m>(context: &Context<'_>, seen: &Seen, hit: &Hit, mentions: &'m [Mention]) -> Option<Referent<'m>> {
    let tables = context.tables;
    // "this Assembly" is the one that the document is about, "the Assembly" the one named last.
    let deictic = context.any_word(&tables.head_nouns.deictics, hit.first as usize);
    let named = (if deictic { seen.most_frequent() } else { seen.nearest() }).map(|by| &mentions[by]);
    // There are many republics: of states only one may be named so, and not far away.
    let sentence = context.sentence(hit.first + LEAD as u32);
    let near = |by: &Mention| by.sentence.0 <= sentence && sentence - by.sentence.0 <= NEAR;
    let named = named.filter(|by| tables.entity(by.entity.0).name_class.is_none() || near(by) && seen.named.len() == 1);
    if let Some(full_name) = named {
        let reading = Reading { entity: full_name.entity, name: full_name.name, form: Form::Alias };
        return Some(Referent { reading, full_name, own_head: true });
    }
    let (organ, body) = seen.last_body.or(seen.first_body)?;
    let name = tables.names.partition_point(|name| name.entity < organ);
    let reading = Reading { entity: EntityIx(organ), name: NameIx(name as u32), form: Form::Alias };
    Some(Referent { reading, full_name: &mentions[body], own_head: false })
}

/// What the whole document says of each head noun.
fn whole_document(context: &Context<'_>, mentions: &[Mention]) -> Vec<Seen> {
    let mut all = vec![Seen::default(); context.tables.head_nouns.spellings.len()];
    for (at, mention) in mentions.iter().enumerate() {
        for (head, organ) in heads_of(context, mention) {
            let seen = &mut all[head as usize];
            if let Some(organ) = organ {
                seen.first_body.get_or_insert((organ, at));
                continue;
            }
            seen.first.get_or_insert(at);
            match seen.named.iter_mut().find(|(entity, ..)| *entity == mention.entity.0) {
                Some((_, count, last)) => (*count, *last) = (*count + 1, at),
                None => seen.named.push((mention.entity.0, 1, at)),
            }
        }
    }
    all
}

/// The head nouns by which a mention may be called, and those of the organs it stands for, with the organ. A state may be called by a head noun only after its full
/// name: "the Republic" is none of those that were called by their short names.
fn heads_of<'a>(context: &Context<'a>, mention: &Mention) -> impl Iterator<Item = (u32, Option<u32>)> + use<'a> {
    let (doc, tables) = (context.doc, context.tables);
    let introduces = mention.form < Form::Adjective && tables.name(mention.name.0).introduces_head;
    let row = introduces.then(|| tables.entity(mention.entity.0));
    let span = mention.span;
    row.into_iter().flat_map(move |row| {
        let surface = if row.name_class.is_some() { doc.slice(span) } else { "" };
        let full = move |head: u32| {
            row.name_class.is_none() || tables.head_nouns.spellings[head as usize].iter().any(|spelling| surface.contains(spelling.as_str()))
        };
        let own = row.head_nouns.iter().filter(move |&&head| full(head)).map(|&head| (head, None));
        own.chain(row.organs.iter().map(|&(head, organ)| (head, Some(organ))))
    })
}

/// Whether a name goes on after its head noun ("the Council of Ministers").
fn goes_on(context: &Context<'_>, token: usize) -> bool {
    let Some(next) = context.doc.tokens.get(token) else { return false };
    context.any_word(&context.tables.head_nouns.ends, token) || next.capital && next.gap <= Gap::Blank
}
