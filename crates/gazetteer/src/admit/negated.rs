//! Checks for phrases before a name that negate the name ("non-EU states") or exclude the members of a group ("other than the EU states").

use crate::context::Context;
use crate::tables::NameRow;
use chancery_phrases::Hit;
use chancery_text::EntityClass;

/// Returns `true` if a phrase directly before the hit (the place where the text matches the name) negates the name. Also returns `true` if the name denotes a
/// group, and the phrase excludes its members.
pub(crate) fn negated(context: &Context<'_>, name: &NameRow, hit: &Hit) -> bool {
    let tables = context.tables;
    let first = hit.first as usize;
    // A negated name of a state still refers to the state ("non-Chinese").
    let entity = tables.entity(name.entity);
    if entity.class.is_country() {
        return false;
    }
    let before = |phrases: &[Vec<String>], end: usize| {
        phrases.iter().any(|phrase| end.checked_sub(phrase.len()).is_some_and(|from| context.stands(phrase, from)))
    };
    if before(&tables.negations, first) {
        return true;
    }
    if entity.class != EntityClass::Grouping || entity.refers.is_some() {
        return false;
    }
    let article = first.checked_sub(1).is_some_and(|at| context.any_word(&tables.definition_words.articles, at));
    before(&tables.exclusions, first - usize::from(article))
}
