//! Finds the state that labels a list item ("1. Kazakhstan: agreement of …").

use crate::view::View;
use chancery_text::EntityIx;

/// Returns the state that the text names before a colon or dash at the start of a list item: "1. Kazakhstan: agreement of …; supplementary
/// agreement of …". `at` is the index of a token in the item.
pub(super) fn of(view: &View<'_>, at: usize) -> Option<EntityIx> {
    let (first, _) = view.bounds(view.sentence(at));
    let start = (first..at.min(first + 5)).find(|at| view.mention_at(*at).is_some())?;
    if !(first..start).all(|at| view.is_mark(at) || view.text(at).len() < 4) {
        return None;
    }
    let mention = view.name_at(start)?;
    let end = view.doc.tokens_of(mention).end;
    let labels = view.catalog.class(mention.entity).is_country() && end <= at && matches!(view.text(end), ":" | "：" | "–" | "—");
    labels.then_some(mention.entity)
}
