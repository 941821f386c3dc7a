//! Decides from the words around an expression whether it is about the future.

use crate::tables::Tables;
use chancery_text::{Casing, Document, Token, TokenKind};
use std::ops::Range;

/// The number of tokens that are looked at on each side of an expression.
const REACH: usize = 40;

/// A value of the class `tense`: the word points to the future if no other word of the sentence says otherwise.
const WEAK: i32 = 2;

/// Whether the expression of the tokens `at` is about the future. The nearest word before it that shows the tense decides, or else the nearest after it.
pub(crate) fn is_future(tables: &Tables, doc: &Document, sentence: usize, at: Range<usize>) -> bool {
    let Some(class) = tables.words.tenses() else { return false };
    let range = doc.sentences.get(sentence).map_or(0..doc.tokens.len(), |s| s.token_range.start as usize..s.token_range.end as usize);
    let tense = |token: &Token| {
        let may_be = token.kind != TokenKind::Punctuation && (token.key == 0 || tables.tense >> (token.key & 63) & 1 == 1);
        let known = || tables.words.sense(&tables.words.word(token, doc.text()), token.capital, class);
        may_be.then(known).flatten().or_else(|| {
            let ends = |ending: &String| token.span.len() as usize > ending.len() + 2 && token.text(doc.text()).ends_with(ending.as_str());
            (token.casing == Casing::Lower && tables.words.past_endings().iter().any(ends)).then_some(-1)
        })
    };
    let before = doc.tokens.get(range.start.max(at.start.saturating_sub(REACH))..at.start).unwrap_or_default();
    let after = doc.tokens.get(at.end..range.end.min(at.end + REACH)).unwrap_or_default();
    let mut weak = false;
    for token in before.iter().rev().chain(after) {
        match tense(token) {
            Some(WEAK) => weak = true,
            Some(value) if value != 0 => return value > 0,
            _ => {}
        }
    }
    weak
}
