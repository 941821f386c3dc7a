//! Markers that are words: "First,", "The fifth is", "My second point", "Finally,".

use super::layers::Layers;
use crate::phrases::Sense;

/// A marker that is a word or phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Worded {
    /// The index of the token after the marker.
    pub(super) after: usize,
    pub(super) sense: Sense,
    /// Whether the marker begins with an article or "my".
    pub(super) lead: bool,
}

/// Returns the marker that begins at token `at`; `None` if there is none. `opens` tells whether the token begins a paragraph. `listed` tells whether the layout
/// step has found a list marker there.
pub(super) fn at(layers: Layers<'_>, at: usize, opens: bool, listed: bool) -> Option<Worded> {
    let tokens = layers.tokens.get(at..)?;
    if !tokens.first().is_some_and(|token| layers.language.point_phrases.may_begin(token)) {
        return None;
    }
    let Some((length, sense)) = layers.language.point_phrases.at(layers.text, tokens) else { return led(layers, at, listed) };
    let after = at + length;
    let marked = is_mark(layers.word(after)) && layers.tokens.get(after).is_some_and(|token| !token.capital);
    let verb = layers.language.counts_with(layers.word(after));
    let fits = match sense {
        Sense::Count { bare, .. } => bare || marked || verb || listed,
        Sense::Next => marked || verb,
        Sense::Last => marked || opens,
        Sense::End { .. } => opens,
    };
    fits.then_some(Worded { after, sense, lead: false })
}

/// Returns the marker at token `at`. Returns `None` unless the marker begins with an article or "my" ("The fifth is", "My second point concerns").
fn led(layers: Layers<'_>, at: usize, listed: bool) -> Option<Worded> {
    let language = layers.language;
    if !language.counts_after(layers.word(at)) {
        return None;
    }
    let number = language.count(layers.word(at + 1))?;
    // There may be an adjective before the noun: "the second major challenge".
    let noun = (at + 2..at + 4).find(|at| language.is_counted(layers.word(*at)));
    let after = noun.map_or(at + 2, |noun| noun + 1);
    // A second word may be joined to the ordinal: "The eighth and last is".
    let joined = noun.is_none() && language.joins(layers.word(after)) && language.count(layers.word(after + 1)).is_none();
    let after = (after + 2..after + 4).find(|at| joined && language.counts_with(layers.word(*at))).unwrap_or(after);
    let verb = language.counts_with(layers.word(after));
    (verb || noun.is_some() || listed).then_some(Worded { after, sense: Sense::Count { number, bare: true }, lead: true })
}

/// Returns `true` if a string is a punctuation mark that may come between a marker and the text that the marker
/// introduces.
pub(super) fn is_mark(text: &str) -> bool {
    matches!(text, "," | ":" | "–" | "—" | "--" | "-" | "，" | "：" | "、" | ".")
}
