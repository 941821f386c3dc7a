//! Finds the meetings that a text names.

mod found;
mod held;
mod link;
mod title;

use crate::lexicon::Meaning;
use crate::view::View;
use chancery_text::{EntityClass, Meeting};
use found::Found;

/// Returns all meetings that a document names. `starts` contains the indexes of the tokens at which the search begins: head nouns and names from the
/// gazetteer.
pub(crate) fn find(view: &View<'_>, starts: &[usize]) -> Vec<Meeting> {
    let mut found: Vec<Found> = Vec::new();
    let mut free = 0;
    for &at in starts {
        if at < free {
            continue;
        }
        let mention = view.name_at(at).filter(|mention| view.catalog.class(mention.entity) == EntityClass::Meeting);
        let next = match mention {
            Some(mention) => Some(title::listed(view, mention)),
            None => view.meanings(at).find_map(|(end, meaning)| match meaning {
                Meaning::Meeting { kind, plural } => title::find(view, at, end, kind, plural),
                _ => None,
            }),
        };
        if let Some(next) = next {
            free = next.end.max(at + 1);
            found.push(next);
        }
    }
    link::link(view, &found)
}
