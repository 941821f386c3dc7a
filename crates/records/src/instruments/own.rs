//! Recognises documents that are themselves the text of a treaty, resolution or other instrument. This instrument is called the document's own instrument.

use super::found::Found;
use crate::class::Class;
use crate::lexicon::Meaning;
use crate::near;
use crate::parties;
use crate::view::View;
use chancery_text::{Date, DateRole, EntityClass, EntityIx, Gap, Span};
use std::collections::BTreeMap;

/// The number of tokens at the start of a document that are searched for the parties, and for the formula that precedes the text of a treaty.
const HEAD: usize = 900;
/// The number of tokens at the start of a document that are searched for its title.
const TITLE: usize = 120;
/// The number of times that a document without a title must refer to itself ("this Agreement") to be treated as an instrument.
const SELVES: usize = 4;
/// The number of times that a document must refer to itself ("this Agreement") to confirm a title.
const FEW: usize = 2;
/// The number of tokens after "done at" that are searched for the date of the signature.
const REACH: usize = 60;

/// The facts about the document's own instrument.
#[derive(Clone, Debug, Default)]
pub(super) struct Own {
    /// The index of the mention that is the title, or `None` if no mention is the title.
    pub(super) title: Option<usize>,
    pub(super) kind: u16,
    pub(super) parties: Vec<EntityIx>,
    pub(super) signed: Option<Date>,
    pub(super) place: Option<EntityIx>,
    /// The organ that adopted the instrument.
    pub(super) body: Option<EntityIx>,
    /// The byte range of the title. It is set only if the type of the document shows that the document is an instrument.
    pub(super) span: Option<Span>,
}

/// Returns the document's own instrument, or `None` if the document is not the text of an instrument. The decision depends on three things: the title, how
/// often the document refers to itself ("this Agreement"), and the type of the document.
pub(super) fn find(view: &View<'_>, found: &[Found]) -> Option<Own> {
    let mut selves: BTreeMap<u16, usize> = BTreeMap::new();
    for mention in found.iter().filter(|mention| mention.short && is_self(view, mention)) {
        *selves.entry(mention.kind).or_default() += 1;
    }
    let most = selves.into_iter().max_by_key(|(kind, count)| (*count, std::cmp::Reverse(*kind)));
    let (kind, count) = most.unwrap_or_default();
    // The title must be at the start of a sentence or line, near the start of the document.
    let heads = |mention: &&Found| !mention.short && mention.number.is_empty() && begins(view, mention.start);
    let titles = || found.iter().enumerate().take_while(|(_, mention)| mention.start < TITLE).filter(|(_, mention)| heads(mention));
    let title = titles().find(|(_, mention)| count >= FEW && mention.kind == kind).or_else(|| {
        let agreed = || (0..view.doc.tokens.len().min(HEAD)).any(|at| view.is(at, Class::Agreed));
        titles().find(|(_, mention)| mention.parties.len() > 1 && (count > 0 && mention.kind == kind || agreed()))
    });
    if count < SELVES && title.is_none() {
        return typed(view, found);
    }
    let kind = title.map_or(kind, |(_, mention)| mention.kind);
    let title = title.map(|(number, _)| number);
    let (signed, place) = signature(view);
    let from_title = title.map(|title| found[title].parties.clone()).filter(|parties| parties.len() > 1);
    let before = preamble(view);
    let parties = match (from_title, before) {
        // If the title names an organisation, the preamble may list the members of the organisation.
        (Some(title), Some(preamble))
            if title.iter().any(|party| view.catalog.class(*party) == EntityClass::Organisation) && preamble.len() > title.len() =>
        {
            preamble
        }
        (Some(title), _) => title,
        (None, Some(preamble)) => preamble,
        (None, None) => prominent(view),
    };
    Some(Own { title, kind, parties: parties::expanded(view, &parties, signed), signed, place, ..Own::default() })
}

/// Returns the document's own instrument if the type of the document is a kind of instrument. The words from which the type was recognised must end with the
/// head noun of a kind of instrument, or the type must have the same name as a kind of instrument.
fn typed(view: &View<'_>, found: &[Found]) -> Option<Own> {
    let of = view.doc.document_type.as_ref().filter(|of| SURE.contains(&of.evidence.as_str()))?;
    let (start, end) = (view.token_of(of.span.start()), view.token_of(of.span.end()));
    let head_at = |at: usize| {
        view.meanings(at).find_map(|(stop, meaning)| match meaning {
            Meaning::Instrument { kind, .. } if stop == end => Some(kind),
            _ => None,
        })
    };
    let head = (start..end).find_map(head_at);
    let named = || view.tables.kinds.iter().position(|kind| *kind == of.name).and_then(|at| u16::try_from(at).ok());
    let kind = head.or_else(named)?;
    let title = view.doc.parts.iter().find(|part| part.kind == TITLE_PART && part.span.start() <= of.span.start());
    let inside = |mention: &Found| mention.start <= start && end <= mention.end && !mention.short && mention.number.is_empty();
    let named = found.iter().take_while(|mention| mention.start < TITLE).position(inside);
    let (signed, place) = signature(view);
    let after = title.map_or(0, |title| view.token_of(title.span.end()));
    let (day, site) = date_line(view);
    let organ = |at: usize| {
        view.name_at(at).filter(|mention| matches!(view.catalog.class(mention.entity), EntityClass::Organ | EntityClass::Organisation))
    };
    let body = (start..end).find_map(organ);
    let parties = match body {
        Some(_) => Vec::new(),
        None => preamble(view).or_else(|| listed(view, after)).unwrap_or_default(),
    };
    let (signed, place) = (signed.or(day), place.or(site));
    Some(Own {
        title: named,
        kind,
        parties: parties::expanded(view, &parties, signed),
        signed,
        place,
        body: body.map(|mention| mention.entity),
        span: Some(title.map_or(of.span, |title| title.span)),
    })
}

/// The number of tokens after the title of a document that are searched for a list of parties, if the document has no preamble.
const OPENING: usize = 150;

/// Returns the longest list of states and organisations near the start of the document. The search begins at the token `from`.
fn listed(view: &View<'_>, from: usize) -> Option<Vec<EntityIx>> {
    let until = view.doc.tokens.len().min(from + OPENING);
    longest(view, from, until)
}

/// Returns the date and place in the first date line whose date includes the day. Date lines without a day are skipped.
fn date_line(view: &View<'_>) -> (Option<Date>, Option<EntityIx>) {
    let lines = view.doc.parts.iter().filter(|part| part.kind == DATE_LINE);
    for line in lines {
        let (start, end) = (view.token_of(line.span.start()), view.token_of(line.span.end()));
        let day = view.times(start, end).find_map(|(_, _, time)| near::date(time).filter(|date| date.day().is_some()));
        if day.is_some() {
            let city =
                (start..end).filter_map(|at| view.name_at(at)).find(|mention| view.catalog.class(mention.entity) == EntityClass::City);
            return (day, city.map(|mention| mention.entity));
        }
    }
    (None, None)
}

/// The kind of document parts that are date lines.
const DATE_LINE: &str = "date-line";
/// The kind of document parts that are titles.
const TITLE_PART: &str = "title";
/// The kinds of evidence for the type of a document that are strong enough to treat the document as an instrument.
const SURE: [&str; 3] = ["title", "formula", "signature"];

/// Returns `true` if a sentence or line begins at the token `at`. A word such as "The" may come between the beginning and the token.
fn begins(view: &View<'_>, at: usize) -> bool {
    let fresh = |at: usize| view.opens(at) || view.token(at).is_some_and(|token| token.gap >= Gap::Line);
    fresh(at) || at > 0 && view.is(at - 1, Class::Opener) && fresh(at - 1)
}

/// Returns `true` if a mention that is only a head noun refers to the document itself ("this Agreement").
pub(super) fn is_self(view: &View<'_>, found: &Found) -> bool {
    found.start > 0 && view.is(found.start - 1, Class::This)
}

/// Returns the parties that are named before the first recital (introductory paragraph): "The Government of Kenya and the Government of Uganda,
/// desiring …".
fn preamble(view: &View<'_>) -> Option<Vec<EntityIx>> {
    let end = view.doc.tokens.len().min(HEAD);
    // A word directly after an opening parenthesis does not begin the recitals, because the list of parties may go on after the parentheses.
    let recital = |at: usize| at > 3 && view.is(at, Class::Recital) && view.text(at - 1) != "(";
    let until = (0..end).find(|at| view.is(*at, Class::Agreed) || recital(*at))?;
    longest(view, 0, until)
}

/// Returns the list in the token range `from..until` that names the largest number of different states and organisations, or `None` if no list names
/// at least two.
fn longest(view: &View<'_>, from: usize, until: usize) -> Option<Vec<EntityIx>> {
    let mut best: Vec<EntityIx> = Vec::new();
    let mut at = from;
    while at < until {
        if view.name_at(at).is_some_and(|mention| parties::can_be_party(view.catalog.class(mention.entity))) {
            let (found, end) = parties::list(view, at, until, true);
            if distinct(&found) > distinct(&best) {
                best = found;
            }
            at = end.max(at + 1);
        } else {
            at += 1;
        }
    }
    (distinct(&best) > 1).then_some(best)
}

/// Returns the number of different entities in a list.
fn distinct(parties: &[EntityIx]) -> usize {
    let mut sorted = parties.to_vec();
    sorted.sort_unstable();
    sorted.dedup();
    sorted.len()
}

/// Returns the two states or groups of states that the document names most often. The document must name only these two, or name both much more often than any
/// other. Otherwise, returns an empty list.
fn prominent(view: &View<'_>) -> Vec<EntityIx> {
    let mut counts: BTreeMap<EntityIx, usize> = BTreeMap::new();
    for mention in &view.doc.mentions {
        let class = view.catalog.class(mention.entity);
        if class.is_country() || matches!(class, EntityClass::Grouping) && view.catalog.entity(mention.entity).refers.is_none() {
            *counts.entry(mention.entity).or_default() += 1;
        }
    }
    let telling = |entity: &EntityIx, count: usize| count > 1 || view.catalog.class(*entity).is_country();
    let mut order: Vec<(usize, EntityIx)> =
        counts.into_iter().filter(|(entity, count)| telling(entity, *count)).map(|(entity, count)| (count, entity)).collect();
    order.sort_by_key(|(count, entity)| (std::cmp::Reverse(*count), *entity));
    match order[..] {
        [(_, a), (_, b)] => vec![a, b],
        [(_, a), (second, b), (third, _), ..] if second > 2 && second >= third * 2 => vec![a, b],
        _ => Vec::new(),
    }
}

/// Returns the date and place of signature.
///
/// The date and place are read from the text after a phrase such as "Done at", if a date follows the phrase. The phrase must be capitalised, or be in a
/// sentence about the document itself ("This Agreement was signed in Rabat on …"). If there are several such phrases, the last one counts. If there is none,
/// the date and place are read from the start of the document, where they are in parentheses or follow a capitalised phrase such as "Signed" or "Date of
/// signature".
fn signature(view: &View<'_>) -> (Option<Date>, Option<EntityIx>) {
    let day = |from: usize, to: usize| {
        view.times(from, to).find_map(|(first, _, time)| Some((first, near::date(time).filter(|date| date.day().is_some())?)))
    };
    let city = |from: usize, to: usize| {
        let city = (from..to).filter_map(|at| view.name_at(at)).find(|mention| view.catalog.class(mention.entity) == EntityClass::City);
        city.map(|mention| mention.entity)
    };
    for at in (0..view.doc.tokens.len()).rev() {
        let Some(after) = view.word(at, Class::Done).filter(|_| view.is_capital(at) || about_self(view, at)) else { continue };
        let end = view.doc.tokens.len().min(after + REACH);
        if let Some((first, date)) = day(after, end) {
            return (Some(date), city(after, first));
        }
    }
    for at in 0..view.doc.tokens.len().min(TITLE) {
        let signed = view.word(at, Class::Date(DateRole::Signed)).filter(|_| view.is_capital(at));
        if let Some(after) = signed.or((view.text(at) == "(").then_some(at + 1))
            && let Some((first, date)) = day(after, at + 8)
            && (after..first)
                .all(|at| view.name_at(at).is_some() || view.is_mark(at) || view.is(at, Class::Connector) || view.is(at, Class::Where))
        {
            return (Some(date), city(after, first));
        }
    }
    (None, None)
}

/// Returns `true` if a token is in a sentence that begins with "This Agreement" or similar words, and no other instrument is named between these words and the
/// token.
fn about_self(view: &View<'_>, token: usize) -> bool {
    let instrument = |at: &usize| view.meanings(*at).any(|(_, meaning)| matches!(meaning, Meaning::Instrument { .. } | Meaning::Symbol(_)));
    let (start, _) = view.bounds(view.sentence(token));
    if token > start + REACH {
        return false;
    }
    let mut named = (start..token).filter(instrument);
    view.word(start, Class::This).is_some_and(|noun| named.next() == Some(noun)) && named.next().is_none()
}

/// Returns the date of the document's own instrument with its role, as a list of at most one element.
pub(super) fn dates(view: &View<'_>, own: &Own) -> Vec<(DateRole, Date)> {
    // An instrument that a body or a meeting adopts is not signed.
    let role = if own.span.is_some() && view.tables.adopted.contains(&own.kind) { DateRole::Adopted } else { DateRole::Signed };
    own.signed.map(|date| (role, date)).into_iter().collect()
}
