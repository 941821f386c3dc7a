//! Determines whether a noun phrase that names no entity refers to people, to a number of people, or to something that cannot act, such as a text.

use crate::cue::Cue;
use crate::tables::{SMALL, SectorNoun};
use crate::view::View;
use chancery_text::{Phrase, PhraseKind, TokenKind};

/// Returns the entry of the noun for people or bodies that is the head of the phrase `number`, or `None` if the head is no such noun.
pub(crate) fn people<'a>(view: &View<'a>, number: u32) -> Option<&'a SectorNoun> {
    let phrase = view.phrase(number);
    // The noun may include a possessor: "the prosecutor's office".
    let start = phrase.possessor.map_or(phrase.tokens.start, |owner| view.phrase(owner).tokens.start);
    people_at(view, phrase.head, start).filter(|_| !begins_thing(view, phrase.head))
}

/// Returns `true` if an expression that names a thing begins at the token `head` ("state of affairs").
fn begins_thing(view: &View<'_>, head: u32) -> bool {
    let small = |token: u32| view.doc.tokens.get(token as usize).is_some_and(|token| token.kind == TokenKind::Word && !token.capital);
    view.tables.things.iter().any(|words| {
        words.iter().zip(head..).all(|(word, token)| if *word == SMALL { small(head) && small(token) } else { view.key(token) == *word })
    })
}

/// Returns the entry of the noun for people or bodies that ends at the token `head` and begins at or after the token `start`.
fn people_at<'a>(view: &View<'a>, head: u32, start: u32) -> Option<&'a SectorNoun> {
    let nouns = view.tables.people.get(view.word(head).people as usize)?;
    nouns.iter().find(|noun| {
        let length = noun.before.len() as u32;
        head >= start + length && noun.before.iter().zip(head - length..).all(|(word, token)| view.key(token) == *word)
    })
}

/// Returns the sector of the noun for people that precedes the head of a phrase ("attorney general" in "attorney general Smith"), as an index into
/// [`Tables::sectors`](crate::tables::Tables::sectors).
pub(crate) fn title(view: &View<'_>, number: u32) -> Option<u16> {
    let phrase = view.phrase(number);
    let mut before = (phrase.tokens.start..phrase.head).rev();
    // Nouns such as "national" and "refugee" are left out: "the National Committee" is not a national of a state.
    before.find_map(|token| people_at(view, token, phrase.tokens.start).filter(|noun| !noun.belongs.origin)).map(|noun| noun.sector)
}

/// Returns `true` if a phrase is the name of a text, a plan or something else that cannot act ("the Quito Declaration", "Chapter VII").
pub(crate) fn is_matter(view: &View<'_>, phrase: &Phrase) -> bool {
    let is = |token: u32| view.is(token, Cue::Matter);
    is(phrase.head) || phrase.head.checked_sub(1).is_some_and(|before| before >= phrase.tokens.start && is(before))
}

/// Returns `true` if a phrase may stand for people because it is only a number of at most three digits, or a numeral such as "hundreds". The limit excludes years
/// and large sums.
pub(crate) fn is_count(view: &View<'_>, number: u32) -> bool {
    const DIGITS: u32 = 3;
    let phrase = view.phrase(number);
    let token = &view.doc.tokens[phrase.head as usize];
    let number = token.kind == TokenKind::Number && token.span.len() <= DIGITS;
    phrase.kind == PhraseKind::Noun && phrase.tokens.end - phrase.tokens.start == 1 && (number || view.is(phrase.head, Cue::Crowd))
}
