//! Meetings.

mod found;
mod held;
mod link;
mod title;

use crate::lexicon::Meaning;
use crate::view::View;
use chancery_text::{EntityClass, Meeting};
use found::Found;

/// All meetings of a document.
pub(crate) fn find(view: &View<'_>) -> Vec<Meeting> {
    let mut found: Vec<Found> = Vec::new();
    let mut at = 0;
    while at < view.keys.len() {
        let mention = view.name_at(at).filter(|mention| view.catalog.class(mention.entity) == EntityClass::Meeting);
        let next = match mention {
            Some(mention) => Some(title::listed(view, mention)),
            None => view.tables.lexicon.at(&view.keys, at).find_map(|(end, meaning)| match meaning {
                Meaning::Meeting { kind, plural } => title::find(view, at, end, kind, plural),
                _ => None,
            }),
        };
        match next {
            Some(next) => {
                at = next.end.max(at + 1);
                found.push(next);
            }
            None => at += 1,
        }
    }
    link::link(view, &found)
}
