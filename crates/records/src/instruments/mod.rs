//! Instruments.

mod found;
mod link;
mod numbered;
mod own;
mod title;

use crate::lexicon::Meaning;
use crate::view::View;
use chancery_text::{EntityClass, Instrument, InstrumentMention};
use found::Found;

/// All instruments of a document, with their mentions in the order of the text.
pub(crate) fn find(view: &View<'_>) -> (Vec<Instrument>, Vec<InstrumentMention>) {
    let mut found: Vec<Found> = Vec::new();
    let mut at = 0;
    while at < view.keys.len() {
        let first = found.len();
        if let Some(mention) = view.name_at(at).filter(|mention| view.catalog.class(mention.entity) == EntityClass::Instrument) {
            let range = view.doc.tokens_of(mention);
            let (start, end) = (range.start, range.end.max(at + 1));
            found.push(title::listed(view, start, end, mention.entity));
            at = end;
            continue;
        }
        let head =
            view.tables.lexicon.at(&view.keys, at).find(|(_, meaning)| matches!(meaning, Meaning::Instrument { .. } | Meaning::Symbol(_)));
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
        at = found[first..].iter().map(|found| found.end).max().unwrap_or(at + 1).max(at + 1);
    }
    let own = own::find(view, &found);
    link::link(view, found, own)
}
