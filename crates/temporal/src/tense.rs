//! Decides from the words around an expression whether the expression is about the past or about the future.

use crate::normalized::Tense;
use crate::tables::Tables;
use chancery_text::{Casing, Document, Token, TokenKind};
use std::ops::Range;

/// The number of tokens that are examined on each side of an expression.
const REACH: usize = 40;

/// A value in the class `tense`: the word indicates the future, unless another word in the sentence indicates the past.
const WEAK: i32 = 2;

/// A value in the class `tense`: the word indicates no tense, and neither does a participle after it ("be" and "held" in "to be held").
const NEUTRAL: i32 = 0;

/// A value in the class `tense`: the word indicates no tense, although it happens to end like a verb in the past tense.
const BY_CHANCE: i32 = 3;

/// A value in the class `tense`: the word indicates the past, even if a word that indicates the future follows soon ("had been scheduled").
const PAST: i32 = -2;

/// A value in the class `tense`: the word indicates the future if an infinitive follows ("agreed to").
const INTENT: i32 = 4;

/// A value in the class `tense`: the word begins an infinitive ("to").
const INFINITIVE: i32 = 5;

/// The maximum distance, in tokens, at which a word with the value [`PAST`] takes precedence over a later word that indicates the future.
const PREVAILS: usize = 3;

/// Returns the tense of the expression that consists of the tokens `at`. `sentence` is the index of the sentence that contains the expression. The tense is
/// taken from the nearest word before the expression that indicates a tense or, if there is none, from the nearest such word after it.
pub(crate) fn tense(tables: &Tables, doc: &Document, sentence: usize, at: Range<usize>) -> Tense {
    let Some(class) = tables.words.tenses() else { return Tense::Unknown };
    let range = doc.sentences.get(sentence).map_or(0..doc.tokens.len(), |s| s.token_range.start as usize..s.token_range.end as usize);
    let known = |token: &Token| {
        let may_be = token.kind != TokenKind::Punctuation && (token.key == 0 || tables.tense >> (token.key & 63) & 1 == 1);
        may_be.then(|| tables.words.sense(&tables.words.word(token, doc.text()), token.capital, class)).flatten()
    };
    // A word with a capital is considered a name ("May"), unless the word begins the sentence.
    let plain = |at: usize| !doc.tokens[at].capital || at == range.start;
    let sign = |at: usize| {
        let token = &doc.tokens[at];
        if !plain(at) {
            return None;
        }
        let neutral = || at.checked_sub(1).is_some_and(|before| known(&doc.tokens[before]) == Some(NEUTRAL));
        let follows = |value: i32| doc.tokens.get(at + 1).is_some_and(|after| known(after) == Some(value));
        let known = match known(token) {
            // In "to be held" and "would be paid", the participle only looks like a past tense.
            Some(-1) if neutral() => Some(NEUTRAL),
            Some(INFINITIVE) => Some(NEUTRAL),
            Some(INTENT) if follows(INFINITIVE) => Some(1),
            // No infinitive follows. The ending of the word then decides.
            Some(INTENT) => None,
            value => value,
        };
        known.or_else(|| {
            let ends = |ending: &String| token.span.len() as usize > ending.len() + 2 && token.text(doc.text()).ends_with(ending.as_str());
            let participle = matches!(token.casing, Casing::Lower | Casing::Title) && tables.words.past_endings().iter().any(ends);
            (participle && !neutral()).then_some(-1)
        })
    };
    let prevails = |at: usize| (at.saturating_sub(PREVAILS)..at).any(|before| known(&doc.tokens[before]) == Some(PAST));
    let before = range.start.max(at.start.saturating_sub(REACH))..at.start;
    let after = at.end..range.end.min(at.end.saturating_add(REACH));
    // A possessive expression such as "Friday's ruling" refers to something known. It is about the past unless a verb shows otherwise.
    let possessive = at.end.checked_sub(1).is_some_and(|last| tables.words.word(&doc.tokens[last], doc.text()).clitic > 0);
    let mut weak = false;
    for at in before.rev() {
        match sign(at) {
            Some(WEAK) => weak = !possessive,
            Some(NEUTRAL | BY_CHANCE) | None => {}
            Some(value) => return if value > 0 && !prevails(at) { Tense::Future } else { Tense::Past },
        }
    }
    // In "Until Friday, they had", the verb comes after the expression.
    let opens = weak && sign(range.start) == Some(WEAK);
    if weak && !opens {
        return Tense::Future;
    }
    let decisive = |at: usize| sign(at).filter(|sign| !matches!(*sign, NEUTRAL | BY_CHANCE));
    match after.into_iter().find_map(decisive) {
        Some(value) if value > 0 && value != WEAK => Tense::Future,
        Some(value) if value < 0 => Tense::Past,
        _ if weak => Tense::Future,
        _ => Tense::Unknown,
    }
}
