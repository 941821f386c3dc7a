//! Recognises abbreviations in a list ("the EU, the SCO and NATO", "EU, UN, IMF, WTO"). A *hit* is a place where the text matches a name.

use crate::context::Context;
use crate::entry::Activation;
use chancery_phrases::Hit;
use chancery_text::{Casing, Form, Gap};

/// The minimum number of other abbreviations that the list must contain.
const OTHERS: usize = 2;
/// The maximum number of abbreviations that are examined on each side of the hit.
const FAR: usize = 4;

/// Returns `true` if a hit is an abbreviation in a list with at least [`OTHERS`] other known abbreviations. These abbreviations are evidence for one another,
/// so none of them needs a cue. The words in capitals around the hit are then abbreviations too, and do not show that the whole passage is in capitals.
pub(super) fn among_abbreviations(context: &Context<'_>, hit: &Hit) -> bool {
    if !is_abbreviation(context, hit) {
        return false;
    }
    let mut found = 0;
    let mut at = hit.end as usize;
    for _ in 0..FAR {
        let Some(next) = over_join(context, at).and_then(|first| at_token(context, first as u32)) else { break };
        found += 1;
        at = next.end as usize;
    }
    let mut at = hit.first as usize;
    for _ in 0..FAR {
        let Some(before) = back_over_join(context, at).and_then(|last| ending_at(context, last)) else { break };
        found += 1;
        at = before.first as usize;
    }
    found >= OTHERS
}

/// Skips one or two joining words (such as "," and "and") from the token `at` on, and an article after them. Returns the index of the token after the skipped
/// words; `None` if there are no joining words.
fn over_join(context: &Context<'_>, at: usize) -> Option<usize> {
    let joins = |at: usize| context.any_word(&context.tables.joins, at) && context.doc.tokens[at].gap != Gap::Break;
    let mut next = at;
    // There may be two joining words, followed by an article: ", and the".
    while next < at + 2 && next < context.doc.tokens.len() && joins(next) {
        next += 1;
    }
    (next > at).then(|| next + usize::from(is_article(context, next)))
}

/// Skips an article, if there is one, and one or two joining words directly before the token `at`. Returns the index of the token before the skipped words;
/// `None` if there are no joining words.
fn back_over_join(context: &Context<'_>, at: usize) -> Option<usize> {
    let joins = |at: usize| context.any_word(&context.tables.joins, at);
    let mut before = at;
    if before > 0 && is_article(context, before - 1) {
        before -= 1;
    }
    let end = before;
    while before > 0 && before + 2 > end && joins(before - 1) {
        before -= 1;
    }
    (before < end && before > 0).then(|| before - 1)
}

fn is_article(context: &Context<'_>, at: usize) -> bool {
    at < context.doc.tokens.len() && context.any_word(&context.tables.definition_words.articles, at)
}

/// Returns the hit of the longest abbreviation that begins at the token `token`.
fn at_token<'a>(context: &Context<'a>, token: u32) -> Option<&'a Hit> {
    let all = &context.hits.always;
    let from = all.partition_point(|hit| hit.first < token);
    all[from..].iter().take_while(|hit| hit.first == token).find(|hit| is_abbreviation(context, hit))
}

/// Returns the hit of an abbreviation whose last token is `last`. Abbreviations have few tokens, so only the tokens from `last - 2` to `last` are tried as the
/// first token.
fn ending_at<'a>(context: &Context<'a>, last: usize) -> Option<&'a Hit> {
    (0..3).find_map(|back| at_token(context, last.checked_sub(back)? as u32).filter(|hit| hit.end as usize == last + 1))
}

fn is_abbreviation(context: &Context<'_>, hit: &Hit) -> bool {
    let first = &context.doc.tokens[hit.first as usize];
    first.casing == Casing::Upper && context.names(hit, Activation::Always).any(|name| context.tables.name(name).form == Form::Abbreviation)
}
