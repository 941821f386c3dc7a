//! Splits a sentence into items: noun phrases, verb groups, and the words between them.

use crate::cell::Cell;
use crate::class::Classes;
use crate::lists::{Marks, WordList};
use crate::noun_phrase::{begins_phrase, is_modifier, noun_phrase, phrase};
use crate::verb_group::{Group, group, inverted, is_verbal, past_adverbs};
use chancery_text::{Phrase, PhraseKind};

/// An item of a sentence: a phrase, a verb group or a single word. Values of type `usize` are indexes of tokens in the sentence.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Item {
    /// A noun phrase. The number is its index in the list of phrases.
    Phrase(u32),
    /// A verb group. The number is its index in the list of groups.
    Verb(u32),
    Preposition(usize),
    Subordinator(usize),
    /// A relative or interrogative word. The first value is the index of its token. Words such as "what" can also be a noun phrase on their own
    /// ("what he said"); the second value is then the index of this phrase.
    Relative(usize, Option<u32>),
    Coordinator(usize),
    /// A punctuation mark.
    Mark(usize),
    Adverb,
    Adjective(usize),
    /// The word "there" before a verb ("there is a treaty").
    Existential,
    /// An auxiliary without a main verb ("as they can"). The number is its index in the list of verb groups.
    Ellipsis(u32),
}

/// Returns `true` if a form of "do" before the token `after` is a main verb. It is a main verb if an object follows ("did harm"), or if the clause ends there
/// ("what they did is known").
fn is_main(cells: &[Cell], after: usize) -> bool {
    let ends = |cell: &Cell| is_verbal(cell) || cell.is(Classes::COORDINATOR) || cell.listed(WordList::End);
    // A form of "do" is also a main verb before an adverb and a preposition: "did away with".
    let is = |at: usize, class: Classes| cells.get(at).is_some_and(|cell| cell.is(class));
    let particle = || is(after, Classes::ADVERB) && is(after + 1, Classes::PREPOSITION);
    begins_phrase(cells, after) || cells.get(after).is_none_or(ends) || particle()
}

/// Splits a sentence into items, and stores the results in `phrases`, `items` and `groups`. `base` is the index in the document of the sentence's first token.
/// `phrases` keeps the phrases of earlier sentences. The token ranges of phrases are counted from the start of the document.
pub(crate) fn items(cells: &[Cell], base: usize, phrases: &mut Vec<Phrase>, items: &mut Vec<Item>, groups: &mut Vec<Group>) {
    items.clear();
    groups.clear();
    let mut at = 0;
    while at < cells.len() {
        if !is_modifier(cells, at)
            && let Some(group) = group(cells, at)
        {
            if cells[at].contracted {
                let next = phrases.len() as u32;
                if cells[at].marks.any(Marks::THERE) {
                    items.push(Item::Existential);
                } else {
                    items.push(if cells[at].marks.any(Marks::WHO) { Item::Relative(at, Some(next)) } else { Item::Phrase(next) });
                    phrases.push(noun_phrase(at, at, at + 1, base, PhraseKind::Pronoun, false));
                }
            }
            // The subject may come between the auxiliary and the main verb: "did Kenya sign".
            let kept = phrases.len();
            // If a pronoun such as "I" follows the auxiliary, the phrase before the auxiliary is not the subject: "not without concern have I noted".
            let pronoun = cells.get(group.end).is_some_and(|cell| cell.is(Classes::SUBJECT_PRONOUN) && !cell.is(Classes::OBJECT_PRONOUN));
            let subject_before = matches!(items.last(), Some(Item::Phrase(_) | Item::Existential)) && !pronoun;
            if group.head + 1 == group.end
                && cells[group.head].is_auxiliary()
                && !group.to
                && !subject_before
                && let Some((phrase, end)) = phrase(cells, group.end, base, phrases)
            {
                let next = phrases.len() as u32;
                if let Some(joined) = inverted(cells, &group, end) {
                    phrases.push(phrase);
                    items.push(Item::Phrase(next));
                    at = joined.end;
                    items.push(Item::Verb(groups.len() as u32));
                    groups.push(joined);
                    continue;
                }
                phrases.truncate(kept);
            }
            at = group.end;
            let alone = group.head + 1 == at && group.head == group.start;
            let head = &cells[group.head];
            if head.is(Classes::MODAL) || alone && head.flags.any(Classes::DO) && group.finite && !is_main(cells, at) {
                items.push(Item::Ellipsis(groups.len() as u32));
            } else {
                items.push(Item::Verb(groups.len() as u32));
            }
            groups.push(group);
            continue;
        }
        let kept = phrases.len();
        if let Some((found, end)) = phrase(cells, at, base, phrases) {
            // In "In this way effective solutions can be found", the subject directly follows the phrase of the preposition.
            let split = if lacks_subject(items) { subject_within(cells, at, end) } else { None };
            let shorter = split.and_then(|split| {
                phrases.truncate(kept);
                phrase(&cells[..split], at, base, phrases)
            });
            let (found, end) = match shorter {
                Some(shorter) => shorter,
                None if split.is_none() => (found, end),
                None => {
                    phrases.truncate(kept);
                    phrase(cells, at, base, phrases).unwrap_or((found, end))
                }
            };
            items.push(Item::Phrase(phrases.len() as u32));
            phrases.push(found);
            at = end;
            continue;
        }
        phrases.truncate(kept);
        let cell = &cells[at];
        items.push(if cell.is(Classes::PREPOSITION.or(Classes::TO)) {
            Item::Preposition(at)
        } else if cell.is(Classes::SUBORDINATOR) {
            Item::Subordinator(at)
        } else if cell.is(Classes::RELATIVE) {
            let free = !cell.listed(WordList::That) && !cell.listed(WordList::Whose);
            let number = phrases.len() as u32;
            if free {
                phrases.push(noun_phrase(at, at, at + 1, base, PhraseKind::Pronoun, false));
            }
            Item::Relative(at, free.then_some(number))
        } else if cell.is(Classes::COORDINATOR) {
            Item::Coordinator(at)
        } else if cell.is(Classes::EXISTENTIAL) {
            Item::Existential
        } else if cell.is(Classes::PUNCTUATION) {
            Item::Mark(at)
        } else if cell.is(Classes::ADJECTIVE.or(Classes::COMPARATIVE)) {
            Item::Adjective(at)
        } else {
            Item::Adverb
        });
        at += 1;
    }
}

/// Returns `true` if a preposition is the last item, and only prepositional phrases and adverbs come between it and the start of the clause. The clause then still
/// lacks a subject.
fn lacks_subject(items: &[Item]) -> bool {
    /// The maximum number of items that are searched.
    const MOST: usize = 16;
    if !matches!(items.last(), Some(Item::Preposition(_))) {
        return false;
    }
    let mut governed = false;
    for item in items.iter().rev().take(MOST) {
        match item {
            Item::Preposition(_) => governed = false,
            Item::Adverb => {}
            Item::Phrase(_) if !governed => governed = true,
            // The phrase before this one is not governed by a preposition, so it is the subject.
            Item::Phrase(_) => return false,
            Item::Subordinator(_) | Item::Mark(_) => return !governed,
            _ => return false,
        }
    }
    !governed && items.len() < MOST
}

/// If a finite verb follows the phrase in the range of tokens from `start` to `end`, and an adjective follows a noun in the phrase, returns the token at which the
/// subject begins: "effective" in "this way effective solutions can". Returns `None` if the phrase cannot be divided in this way.
fn subject_within(cells: &[Cell], start: usize, end: usize) -> Option<usize> {
    let next = cells.get(past_adverbs(cells, end))?;
    if !next.is(Classes::MODAL) && !next.is(Classes::VERB) || next.is(Classes::ING.or(Classes::PARTICIPLE)) {
        return None;
    }
    let noun = Classes::COMMON.or(Classes::PROPER);
    let plain = |cell: &Cell| cell.readings == Classes::ADJECTIVE && !cell.marks.any(Marks::CAPITAL.or(Marks::JOINED)) && cell.name == 0;
    (start + 1..end).find(|at| {
        plain(&cells[*at]) && cells[at - 1].readings.without(noun).is_empty() && cells[at - 1].is(noun) && !cells[at - 1].possessive
    })
}
