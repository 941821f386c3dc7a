//! Finds the instruments (treaties, resolutions and similar documents) that a text names.

mod found;
pub(crate) mod from_events;
mod label;
mod link;
mod numbered;
mod own;
mod session;
mod title;

use crate::class::Class;
use crate::lexicon::Meaning;
use crate::view::View;
use chancery_text::{EntityClass, Instrument, InstrumentMention};
use found::Found;

/// The maximum number of tokens between "anniversary" and the instrument of which it is the anniversary ("of", "the").
const ANNIVERSARY: usize = 3;

/// Returns all instruments of a document, and their mentions in the order of the text. `starts` contains the indexes of the tokens at
/// which the search begins: head nouns, document symbols and names from the gazetteer.
pub(crate) fn find(view: &View<'_>, starts: &[usize]) -> (Vec<Instrument>, Vec<InstrumentMention>) {
    let mut found: Vec<Found> = Vec::new();
    let mut free = 0;
    for &at in starts {
        let first = found.len();
        let listed = view.name_at(at).filter(|mention| view.catalog.class(mention.entity) == EntityClass::Instrument);
        // A name that begins within an earlier title, but ends after it, is an instrument of its own: "the Treaty on …" in "the plan for the implementation of
        // the Treaty on …".
        if at < free && listed.is_none_or(|mention| view.doc.tokens_of(mention).end <= free) {
            continue;
        }
        if let Some(mention) = listed {
            let range = view.doc.tokens_of(mention);
            free = range.end.max(at + 1);
            // "Any treaty on the non-proliferation of nuclear weapons" is not the treaty of this name.
            if range.start > 0 && !view.is_capital(range.start) && view.is(range.start - 1, Class::Generic) {
                continue;
            }
            found.push(title::listed(view, range.start, free, mention.entity));
            continue;
        }
        let head = view.meanings(at).find(|(_, meaning)| matches!(meaning, Meaning::Instrument { .. } | Meaning::Symbol(_)));
        if let Some((end, meaning)) = head
            && view.class_at(at).is_none_or(|class| matches!(class, EntityClass::Instrument | EntityClass::Other))
        {
            numbered::find(view, at, end, meaning, &mut found);
            if let Meaning::Instrument { kind, plural } = meaning
                && found.len() == first
            {
                title::find(view, at, end, kind, plural, &mut found);
            }
        }
        free = found[first..].iter().map(|found| found.end).max().unwrap_or(free);
        // A new mention that contains the previous one replaces it: "Cooperative Framework Agreement" replaces "Cooperative Framework".
        if let (Some(before), Some(next)) = (first.checked_sub(1), found.get(first))
            && next.start <= found[before].start
            && found[before].end <= next.end
            && found[before].entity.is_none()
        {
            found.remove(before);
        }
    }
    // In "the sixtieth anniversary of the Declaration this year", the year is that of the anniversary.
    for mention in found.iter_mut() {
        let before = mention.start.saturating_sub(ANNIVERSARY)..mention.start;
        if before.clone().any(|at| view.is(at, Class::Anniversary)) {
            mention.dates.clear();
        }
    }
    for mention in found.iter_mut().filter(|mention| mention.parties.is_empty() && mention.entity.is_none() && mention.number.is_empty()) {
        mention.parties.extend(label::of(view, mention.start));
    }
    let own = own::find(view, &found);
    link::link(view, found, own)
}
