//! Noun phrases and verb groups of a sentence, and the words between them.

use crate::cell::Cell;
use crate::class::Classes;
use crate::lists::{Marks, WordList};
use chancery_text::{Phrase, PhraseKind, Tense, TokenRange};

/// A verb group.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Group {
    /// Tokens of the sentence, half-open.
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// The main verb.
    pub(crate) head: usize,
    pub(crate) finite: bool,
    pub(crate) tense: Tense,
    pub(crate) passive: bool,
    pub(crate) perfect: bool,
    pub(crate) negated: bool,
    pub(crate) modal: Option<usize>,
    /// "to", if the group is an infinitive.
    pub(crate) to: bool,
    /// Whether the main verb is a form of "be" without another verb.
    pub(crate) copula: bool,
    /// The class of the first verb.
    pub(crate) form: Classes,
}

/// A piece of a sentence.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Item {
    /// A noun phrase, by its index.
    Phrase(u32),
    /// A verb group, by its index.
    Verb(u32),
    Preposition(usize),
    Subordinator(usize),
    /// A relative or interrogative word, with the phrase that it is in a free clause ("what he said"), by its index.
    Relative(usize, Option<u32>),
    Coordinator,
    Mark(usize),
    Adverb,
    Adjective(usize),
    Existential,
    /// An auxiliary without a main verb ("as they can").
    Ellipsis,
}

/// Cuts a sentence into items. Tokens of phrases count from `base`.
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
            // "did Kenya sign": the subject stands inside the group.
            let kept = phrases.len();
            let subject_before = matches!(items.last(), Some(Item::Phrase(_) | Item::Existential));
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
            if head.is(Classes::MODAL) || alone && head.flags.any(Classes::DO) && group.finite && !begins_phrase(cells, at) {
                items.push(Item::Ellipsis);
            } else {
                items.push(Item::Verb(groups.len() as u32));
                groups.push(group);
            }
            continue;
        }
        let kept = phrases.len();
        if let Some((phrase, end)) = phrase(cells, at, base, phrases) {
            items.push(Item::Phrase(phrases.len() as u32));
            phrases.push(phrase);
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
            Item::Coordinator
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

/// Classes behind which a participle modifies a noun ("the remaining prisoners").
const MODIFIERS: Classes =
    Classes::DETERMINER.or(Classes::POSSESSIVE).or(Classes::ADJECTIVE).or(Classes::COMPARATIVE).or(Classes::NUMBER).or(Classes::ADVERB);

/// Classes of the first word of a phrase that is no pronoun.
const FIRST: Classes = NOMINAL
    .or(Classes::DETERMINER)
    .or(Classes::POSSESSIVE)
    .or(Classes::NUMBER)
    .or(Classes::ADJECTIVE)
    .or(Classes::COMPARATIVE)
    .or(Classes::PARTICIPLE)
    .or(Classes::ING)
    .or(Classes::PAST);

const NOMINAL: Classes = Classes::COMMON.or(Classes::PROPER);

fn is_verbal(cell: &Cell) -> bool {
    cell.is(Classes::VERB.or(Classes::MODAL))
}

/// The next token that is no adverb.
fn past_adverbs(cells: &[Cell], mut at: usize) -> usize {
    while cells.get(at).is_some_and(|cell| cell.is_adverb()) {
        at += 1;
    }
    at
}

/// The verb group that begins at a token.
fn group(cells: &[Cell], start: usize) -> Option<Group> {
    let first = &cells[start];
    let to = first.is(Classes::TO) && cells.get(past_adverbs(cells, start + 1)).is_some_and(|cell| cell.is(Classes::BASE));
    if !to && !is_verbal(first) {
        return None;
    }
    let mut group = Group {
        start,
        end: start + 1,
        head: start,
        finite: false,
        tense: Tense::None,
        passive: false,
        perfect: false,
        negated: false,
        modal: None,
        to,
        copula: false,
        form: first.readings,
    };
    let mut at = start;
    if to {
        at = past_adverbs(cells, start + 1);
        group.negated = cells[start..at].iter().any(|cell| cell.flags.any(Classes::NEGATION));
        group.form = Classes::BASE;
    } else {
        group.finite = first.is(Classes::BASE.or(Classes::THIRD).or(Classes::PAST).or(Classes::MODAL));
        group.tense = if first.is(Classes::MODAL) {
            Tense::Modal
        } else if first.is(Classes::PAST) {
            Tense::Past
        } else if group.finite {
            Tense::Present
        } else {
            Tense::None
        };
    }
    let mut begun = false;
    let mut last: Option<usize> = None;
    while let Some(cell) = cells.get(at) {
        if cell.is_adverb() || cell.is(Classes::ADVERB) && !is_verbal(cell) {
            if cell.flags.any(Classes::NEGATION) {
                // "he is not a member" as well: the negation belongs to the group.
                group.negated = true;
            }
            at += 1;
            continue;
        }
        if cell.is(Classes::MODAL) && !begun {
            group.modal = Some(at);
            group.negated |= cell.flags.any(Classes::NEGATION);
            last = Some(at);
        } else if cell.is_auxiliary() && fits(cells, last, cell, begun) {
            group.negated |= cell.flags.any(Classes::NEGATION);
            group.perfect |= last.is_some_and(|last| cells[last].flags.any(Classes::HAVE));
            last = Some(at);
            group.head = at;
        } else if cell.is(Classes::TO)
            && begun
            && last.is_some_and(|last| cells[last].flags.any(Classes::HAVE.or(Classes::BE)) || cells[last].is(Classes::MODAL))
        {
            // "has to sign", "is to sign", "ought to sign": an obligation.
            let next = past_adverbs(cells, at + 1);
            if !cells.get(next).is_some_and(|cell| cell.is(Classes::BASE))
                || last.is_some_and(|last| cells[last].flags.any(Classes::BE)) && group.to
            {
                break;
            }
            if group.modal.is_none() {
                group.modal = last;
            }
            at = next;
            if cells[at].flags.any(Classes::AUXILIARY) {
                last = Some(at);
                group.head = at;
                group.end = at + 1;
                at += 1;
            } else {
                group.head = at;
                group.end = at + 1;
                return Some(group);
            }
            continue;
        } else if cell.is(Classes::VERB) && (!begun || fits(cells, last, cell, begun)) {
            let before = last.map(|last| &cells[last]);
            group.passive = before.is_some_and(|before| before.flags.any(Classes::BE)) && cell.is(Classes::PARTICIPLE.or(Classes::PAST));
            group.perfect |= before.is_some_and(|before| before.flags.any(Classes::HAVE)) && cell.is(Classes::PARTICIPLE.or(Classes::PAST));
            if !begun && cell.is(Classes::PARTICIPLE) {
                group.passive = true;
            }
            group.head = at;
            group.end = at + 1;
            let next = past_adverbs(cells, at + 1);
            if cell.listed(WordList::Passive) && cells.get(next).is_some_and(|next| next.is(Classes::PARTICIPLE) && !next.is_auxiliary()) {
                group.passive = true;
                group.head = next;
                group.end = next + 1;
            }
            return Some(group);
        } else {
            break;
        }
        begun = true;
        group.end = at + 1;
        at += 1;
    }
    let head = &cells[group.head];
    group.copula = head.flags.any(Classes::BE);
    if group.negated {
        // Adverbs behind the last auxiliary belong to the group if they negate.
        while cells.get(group.end).is_some_and(|cell| cell.is_adverb() && cell.flags.any(Classes::NEGATION)) {
            group.end += 1;
        }
    }
    if group.modal.is_some() && group.head == start && !head.is_auxiliary() {
        return None;
    }
    Some(group)
}

/// Whether a verb continues a group after its last word.
fn fits(cells: &[Cell], last: Option<usize>, cell: &Cell, begun: bool) -> bool {
    let Some(last) = last.map(|last| &cells[last]) else { return !begun };
    let participle = Classes::PARTICIPLE.or(Classes::PAST);
    if last.is(Classes::MODAL) || last.flags.any(Classes::DO) {
        cell.is(Classes::BASE)
    } else if last.flags.any(Classes::HAVE) {
        cell.is(participle)
    } else if last.flags.any(Classes::BE) {
        cell.is(participle.or(Classes::ING)) && !(cell.flags.any(Classes::HAVE) && cell.is(participle))
    } else {
        !last.is(Classes::VERB)
    }
}

/// "did Kenya sign": the group that an auxiliary and a verb after the subject make.
fn inverted(cells: &[Cell], auxiliary: &Group, end: usize) -> Option<Group> {
    let at = past_adverbs(cells, end);
    let cell = cells.get(at).filter(|cell| cell.is(Classes::VERB))?;
    if !fits(cells, Some(auxiliary.head), cell, true)
        || cells[auxiliary.head].flags.any(Classes::BE) && !cell.is(Classes::ING.or(Classes::PARTICIPLE))
    {
        return None;
    }
    let participle = cell.is(Classes::PARTICIPLE.or(Classes::PAST));
    let perfect = cells[auxiliary.head].flags.any(Classes::HAVE) && participle;
    let passive = cells[auxiliary.head].flags.any(Classes::BE) && participle;
    Some(Group { start: at, end: at + 1, head: at, copula: false, perfect, passive, ..*auxiliary })
}

/// The noun phrase that begins at a token, and the token after it.
fn phrase(cells: &[Cell], start: usize, base: usize, phrases: &mut Vec<Phrase>) -> Option<(Phrase, usize)> {
    let pronoun = Classes::SUBJECT_PRONOUN.or(Classes::OBJECT_PRONOUN);
    let first = cells.get(start)?;
    if first.is(pronoun) && !first.possessive {
        return Some((noun_phrase(start, start, start + 1, base, PhraseKind::Pronoun, false), start + 1));
    }
    if !first.is(FIRST) {
        return None;
    }
    let mut at = start;
    let mut from = start;
    let mut head: Option<usize> = None;
    let mut possessor = None;
    let mut determined = false;
    let mut negative = false;
    let doubled = start.checked_sub(1).is_some_and(|before| cells[before].is(Classes::VERB) && cells[before].listed(WordList::Double));
    while let Some(cell) = cells.get(at) {
        if let Some(head) = head
            && cell.time != cells[head].time
            && !cells[at - 1].possessive
        {
            break;
        }
        if let Some(head) = head
            && splits_day(&cells[head], cell)
        {
            break;
        }
        if cell.is(Classes::DETERMINER.or(Classes::POSSESSIVE)) && !cell.is(NOMINAL) {
            if head.is_some() {
                break;
            }
            negative |= cell.flags.any(Classes::NEGATION);
            determined = true;
        } else if cell.is(NOMINAL) {
            head = Some(at);
        } else if cell.is(Classes::SUBJECT_PRONOUN) && head.is_none() && determined {
            // "no one", "all those"
            head = Some(at);
            at += 1;
            break;
        } else if cell.is(Classes::NUMBER) {
            determined |= head.is_none();
            if head.is_none()
                && !cells.get(at + 1).is_some_and(|next| {
                    continues(next)
                        || next.readings == Classes::SUBJECT_PRONOUN.or(Classes::OBJECT_PRONOUN)
                        || next.readings == Classes::SUBJECT_PRONOUN
                })
            {
                head = Some(at);
            } else if head.is_some() && !cells[at - 1].is(NOMINAL.or(Classes::NUMBER)) {
                break;
            }
        } else if cell.is(Classes::ADJECTIVE.or(Classes::COMPARATIVE)) {
            // "the UN humanitarian chief", but "gave Kenya new weapons"
            if let Some(head) = head
                && !(leads_to_noun(cells, at) && cells[head].is(Classes::PROPER) && (cell.marks.any(Marks::CAPITAL) || !doubled))
            {
                break;
            }
        } else if cell.is(Classes::PARTICIPLE.or(Classes::ING).or(Classes::PAST)) && !cell.is_auxiliary() {
            let inside = at == from && is_modifier(cells, at) || at > from && (cells[at - 1].possessive || cells[at - 1].is(MODIFIERS));
            if head.is_some() || !inside || !cells.get(at + 1).is_some_and(|next| next.is(NOMINAL.or(Classes::ADJECTIVE))) {
                break;
            }
        } else if cell.is_adverb()
            && head.is_none()
            && cells
                .get(at + 1)
                .is_some_and(|next| next.is(Classes::ADJECTIVE.or(Classes::COMPARATIVE).or(Classes::NUMBER).or(Classes::PARTICIPLE)))
            && at > from
        {
            // "a very large part"
        } else if head.is_none() && at > from && cell.listed(WordList::Quote) && cells.get(at + 1).is_some_and(continues) {
            // the only "yellow man"
        } else if head.is_none()
            && at > from
            && (cell.is(Classes::COORDINATOR) || cell.listed(WordList::Comma))
            && cells[at - 1].is(Classes::ADJECTIVE.or(Classes::PARTICIPLE))
            && cells.get(at + 1).is_some_and(|next| next.is(Classes::ADJECTIVE))
        {
            // "political and economic reforms"
            if !leads_to_noun(cells, at + 1) {
                break;
            }
        } else {
            break;
        }
        at += 1;
        if cells[at - 1].possessive && cells.get(at).is_some_and(continues) {
            let mut owner = noun_phrase(from, at - 1, at, base, kind(cells, at - 1), negative);
            owner.possessor = possessor;
            possessor = Some(phrases.len() as u32);
            phrases.push(owner);
            (from, head, determined, negative) = (at, None, true, false);
        }
    }
    let head = match head {
        Some(head) => head,
        // "the poor", "this", "both"
        None if determined && at > from => at - 1,
        None => return None,
    };
    let end = at.max(head + 1);
    if is_time(cells, from, head, end) {
        let mut phrase = noun_phrase(from, head, end, base, PhraseKind::Time, negative);
        phrase.possessor = possessor;
        return Some((phrase, end));
    }
    let kind = if cells[head].is(NOMINAL.or(Classes::NUMBER)) || end > from + 1 { kind(cells, head) } else { PhraseKind::Pronoun };
    // Adverbs and adjectives behind the head are not part of it.
    let mut phrase = noun_phrase(from, head, end, base, kind, negative);
    phrase.possessor = possessor;
    Some((phrase, end))
}

/// Whether a phrase is a free expression of time ("last week", "Monday"), unless it must be the subject of the verb behind it.
fn is_time(cells: &[Cell], from: usize, head: usize, end: usize) -> bool {
    let free = cells[head].listed(WordList::Day)
        || cells[head].listed(WordList::Time) && cells[from..head].iter().any(|cell| cell.listed(WordList::When));
    let verb = cells.get(past_adverbs(cells, end)).is_some_and(|cell| is_verbal(cell) && !cell.is(Classes::ING.or(Classes::PARTICIPLE)));
    let subject = !from
        .checked_sub(1)
        .is_some_and(|before| cells[before].is(NOMINAL.or(Classes::SUBJECT_PRONOUN).or(Classes::OBJECT_PRONOUN).or(Classes::ADVERB)));
    free && !(verb && subject)
}

/// Whether a day stands beside a name without belonging to it ("On Monday Kenya", "the minister Monday").
fn splits_day(head: &Cell, next: &Cell) -> bool {
    let (before, after) = (head.listed(WordList::Day), next.listed(WordList::Day));
    !head.possessive && (after && !before || before && !after && next.is(Classes::PROPER))
}

/// Whether a participle begins a noun phrase ("on alleged violations", "use iodised salt").
#[inline]
fn is_modifier(cells: &[Cell], at: usize) -> bool {
    if cells[at].readings != Classes::PARTICIPLE || cells[at].is_auxiliary() {
        return false;
    }
    let joined = cells.get(at + 1).is_some_and(|next| next.is(Classes::COORDINATOR))
        && leads_to_noun(cells, at + 2)
        && cells[at + 2].is(Classes::ADJECTIVE);
    if !joined && !cells.get(at + 1).is_some_and(|next| next.is(NOMINAL.or(Classes::ADJECTIVE)) && !next.time) {
        return false;
    }
    let before = (0..at).rev().find(|before| !cells[*before].is_adverb()).map(|before| &cells[before]);
    before.is_none_or(|before| {
        before.readings == Classes::PREPOSITION || before.is(Classes::VERB) && !before.is_auxiliary() && !before.listed(WordList::Passive)
    })
}

/// Whether a phrase can begin at a token.
fn begins_phrase(cells: &[Cell], at: usize) -> bool {
    let begin = NOMINAL
        .or(Classes::DETERMINER)
        .or(Classes::POSSESSIVE)
        .or(Classes::NUMBER)
        .or(Classes::ADJECTIVE)
        .or(Classes::SUBJECT_PRONOUN)
        .or(Classes::OBJECT_PRONOUN);
    cells.get(at).is_some_and(|cell| cell.is(begin))
}

/// Whether a phrase goes on with a word.
fn continues(cell: &Cell) -> bool {
    cell.is(NOMINAL.or(Classes::ADJECTIVE).or(Classes::COMPARATIVE).or(Classes::NUMBER).or(Classes::PARTICIPLE))
}

/// Whether adjectives from a token on end in a noun.
fn leads_to_noun(cells: &[Cell], mut at: usize) -> bool {
    while cells.get(at).is_some_and(|cell| cell.is(Classes::ADJECTIVE)) {
        at += 1;
    }
    cells.get(at).is_some_and(|cell| cell.is(NOMINAL))
}

fn kind(cells: &[Cell], head: usize) -> PhraseKind {
    if cells[head].time {
        PhraseKind::Time
    } else if cells[head].is(Classes::PROPER) {
        PhraseKind::Name
    } else {
        PhraseKind::Noun
    }
}

fn noun_phrase(start: usize, head: usize, end: usize, base: usize, kind: PhraseKind, negative: bool) -> Phrase {
    let token = |at: usize| (base + at) as u32;
    let mut phrase = Phrase::new(TokenRange::new(token(start), token(end)), token(head), kind);
    phrase.negative = negative;
    phrase
}
