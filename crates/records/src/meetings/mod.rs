//! Meetings.

mod held;
mod link;
mod title;

use crate::lexicon::Meaning;
use crate::view::View;
use chancery_text::{EntityClass, EntityIx, Meeting};

/// A mention before it is linked.
#[derive(Clone, Debug, Default)]
pub(crate) struct Found {
    /// The tokens of the name, half-open.
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) kind: u16,
    pub(crate) entity: Option<EntityIx>,
    pub(crate) ordinal: Option<u32>,
    pub(crate) level: Option<u16>,
    pub(crate) body: Option<EntityIx>,
    pub(crate) participants: Vec<EntityIx>,
    pub(crate) held: held::Held,
    /// Whether it is only a head noun ("the Summit"), which refers to what was named before.
    pub(crate) short: bool,
}

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
