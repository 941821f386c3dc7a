//! The instrument that a document is.

use super::Found;
use crate::class::Class;
use crate::near;
use crate::parties;
use crate::view::View;
use chancery_text::{Date, DateRole, EntityClass, EntityIx};
use std::collections::BTreeMap;

/// How many tokens at the start of a document may hold its title and its parties.
const HEAD: usize = 900;
/// How many mentions of itself ("this Agreement") make a document an instrument.
const SELVES: usize = 4;
/// How many tokens after "done at" the date of the signature may stand.
const REACH: usize = 60;

/// What is known of the document's own instrument.
#[derive(Clone, Debug, Default)]
pub(super) struct Own {
    /// The index of its title among the mentions; `None` if the title is not in the text.
    pub(super) title: Option<usize>,
    pub(super) kind: u16,
    pub(super) parties: Vec<EntityIx>,
    pub(super) signed: Option<Date>,
    pub(super) place: Option<EntityIx>,
}

/// Whether the document is an instrument itself, by how often it says "this Agreement".
pub(super) fn find(view: &View<'_>, found: &[Found]) -> Option<Own> {
    let mut selves: BTreeMap<u16, usize> = BTreeMap::new();
    for mention in found.iter().filter(|mention| mention.short && is_self(view, mention)) {
        *selves.entry(mention.kind).or_default() += 1;
    }
    let (kind, count) = selves.into_iter().max_by_key(|(kind, count)| (*count, std::cmp::Reverse(*kind)))?;
    if count < SELVES {
        return None;
    }
    let (signed, place) = signature(view);
    let title = found.iter().take_while(|mention| mention.start < HEAD).position(|mention| {
        mention.kind == kind && !mention.short && mention.number.is_empty() && (mention.parties.len() > 1 || view.opens(mention.start))
    });
    let from_title = title.map(|title| found[title].parties.clone()).filter(|parties| parties.len() > 1);
    let parties = from_title.or_else(|| preamble(view)).unwrap_or_else(|| prominent(view));
    Some(Own { title, kind, parties: parties::expanded(view, &parties, signed), signed, place })
}

/// Whether a short mention refers to the document ("this Agreement").
pub(super) fn is_self(view: &View<'_>, found: &Found) -> bool {
    found.start > 0 && view.is(found.start - 1, Class::This)
}

/// The parties that stand before the first recital ("The Government of Kenya and the Government of Uganda, desiring …").
fn preamble(view: &View<'_>) -> Option<Vec<EntityIx>> {
    let end = view.keys.len().min(HEAD);
    let until = (0..end).find(|at| view.is(*at, Class::Agreed) || view.is(*at, Class::Recital) && *at > 3)?;
    let mut best: Vec<EntityIx> = Vec::new();
    let mut at = 0;
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

fn distinct(parties: &[EntityIx]) -> usize {
    let mut sorted = parties.to_vec();
    sorted.sort_unstable();
    sorted.dedup();
    sorted.len()
}

/// The two states or groups that the document names most often, if they stand out.
fn prominent(view: &View<'_>) -> Vec<EntityIx> {
    let mut counts: BTreeMap<EntityIx, usize> = BTreeMap::new();
    for mention in &view.doc.mentions {
        let class = view.catalog.class(mention.entity);
        if class.is_country() || matches!(class, EntityClass::Grouping) && view.catalog.entity(mention.entity).refers.is_none() {
            *counts.entry(mention.entity).or_default() += 1;
        }
    }
    let mut order: Vec<(usize, EntityIx)> = counts.into_iter().map(|(entity, count)| (count, entity)).collect();
    order.sort_by_key(|(count, entity)| (std::cmp::Reverse(*count), *entity));
    match order[..] {
        [(_, a), (second, b)] if second > 1 => vec![a, b],
        [(_, a), (second, b), (third, _), ..] if second > 2 && second >= third * 2 => vec![a, b],
        _ => Vec::new(),
    }
}

/// The date and place of the signature, from the last words like "done at" on.
fn signature(view: &View<'_>) -> (Option<Date>, Option<EntityIx>) {
    for at in (0..view.keys.len()).rev() {
        let Some(after) = view.word(at, Class::Done) else { continue };
        let end = view.keys.len().min(after + REACH);
        let day = view.times(after, end).find_map(|(first, _, time)| near::date(time).filter(|date| date.day().is_some()).map(|date| (first, date)));
        let Some((first, date)) = day else { continue };
        let place = (after..first).find_map(|at| view.name_at(at)).filter(|mention| view.catalog.class(mention.entity) == EntityClass::City);
        return (Some(date), place.map(|mention| mention.entity));
    }
    (None, None)
}

/// The dates of the own instrument as a list.
pub(super) fn dates(own: &Own) -> Vec<(DateRole, Date)> {
    own.signed.map(|date| (DateRole::Signed, date)).into_iter().collect()
}
