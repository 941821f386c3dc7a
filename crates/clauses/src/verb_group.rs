//! Finds verb groups, such as "has not signed" and "to be lifted".

use crate::cell::Cell;
use crate::class::Classes;
use crate::lists::WordList;
use chancery_text::Tense;

/// A verb group: a main verb with its auxiliaries and negation. All positions are indexes of tokens in the sentence.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Group {
    /// The range of the group's tokens, half-open.
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// The index of the main verb.
    pub(crate) head: usize,
    pub(crate) finite: bool,
    pub(crate) tense: Tense,
    pub(crate) passive: bool,
    pub(crate) perfect: bool,
    pub(crate) negated: bool,
    /// The index of the modal verb, or of "has" in "has to sign" and "is" in "is to sign".
    pub(crate) modal: Option<usize>,
    /// Whether the group is an infinitive with "to".
    pub(crate) to: bool,
    /// Whether the main verb is a form of "be".
    pub(crate) copula: bool,
    /// The readings of the first word of the group. For an infinitive with "to", this is [`Classes::BASE`].
    pub(crate) form: Classes,
}

/// Returns `true` if a word can be a main verb or a modal verb.
pub(crate) fn is_verbal(cell: &Cell) -> bool {
    cell.is(Classes::VERB.or(Classes::MODAL))
}

/// Returns the index of the first token, from `at` on, that is not an adverb.
pub(crate) fn past_adverbs(cells: &[Cell], mut at: usize) -> usize {
    while cells.get(at).is_some_and(|cell| cell.is_adverb()) {
        at += 1;
    }
    at
}

/// Returns the verb group that begins at the token `start`, or `None` if none begins there.
pub(crate) fn group(cells: &[Cell], start: usize) -> Option<Group> {
    let first = &cells[start];
    let to = first.is(Classes::TO) && cells.get(past_adverbs(cells, start + 1)).is_some_and(|cell| cell.is(Classes::BASE));
    if !to && !is_verbal(first) {
        return None;
    }
    // A negation before "to" belongs to the infinitive ("urged Kenya not to sign"), except in "whether or not to sign".
    let denied = start > 0
        && cells[start - 1].flags.any(Classes::NEGATION)
        && !start
            .checked_sub(3)
            .is_some_and(|before| cells[before].is(Classes::SUBORDINATOR) && cells[before + 1].is(Classes::COORDINATOR));
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
        group.negated = denied || cells[start..at].iter().any(|cell| cell.flags.any(Classes::NEGATION));
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
                // A negation after an auxiliary belongs to the group, even if no main verb follows ("he is not a member").
                group.negated = true;
            }
            at += 1;
            continue;
        }
        if cell.is(Classes::MODAL) && !begun {
            group.modal = Some(at);
            group.negated |= cell.flags.any(Classes::NEGATION);
            last = Some(at);
        } else if cell.is_auxiliary() && !is_done(cell) && fits(cells, last, cell, begun) {
            group.negated |= cell.flags.any(Classes::NEGATION);
            group.perfect |= last.is_some_and(|last| cells[last].flags.any(Classes::HAVE));
            last = Some(at);
            group.head = at;
        } else if cell.is(Classes::TO)
            && begun
            && last.is_some_and(|last| cells[last].flags.any(Classes::HAVE.or(Classes::BE)) || cells[last].is(Classes::MODAL))
        {
            // A verb before "to" may act as a modal verb: "has to sign", "is to sign", "ought to sign".
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
        // A negation after the last auxiliary belongs to the group.
        while cells.get(group.end).is_some_and(|cell| cell.is_adverb() && cell.flags.any(Classes::NEGATION)) {
            group.end += 1;
        }
    }
    if group.modal.is_some() && group.head == start && !head.is_auxiliary() {
        return None;
    }
    Some(group)
}

/// Returns `true` if a word is the participle of "do", which is always a main verb ("the work done by the Council").
fn is_done(cell: &Cell) -> bool {
    cell.flags.any(Classes::DO) && cell.readings == Classes::PARTICIPLE
}

/// Returns `true` if the verb `cell` can follow `last`, the last verb of the group so far. `begun` is `true` if the group already has a word. If the group has
/// words but no verb yet, no verb can follow.
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

/// Returns the verb group of a clause in which the subject is between the auxiliary and the verb ("did Kenya sign"). `end` is the index of
/// the token after the subject. Returns `None` if no verb that fits the auxiliary follows the subject.
pub(crate) fn inverted(cells: &[Cell], auxiliary: &Group, end: usize) -> Option<Group> {
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
    // A negation after the subject negates the clause ("how could we not thank"). So does a word such as "Nor" before the auxiliary ("Nor do we thank").
    let denied = cells[end..at].iter().any(|cell| cell.flags.any(Classes::NEGATION));
    let before = auxiliary.start.checked_sub(1).map(|before| &cells[before]);
    let negated = auxiliary.negated || denied || before.is_some_and(|before| before.listed(WordList::Denying));
    Some(Group { start: at, end: at + 1, head: at, copula: false, perfect, passive, negated, ..*auxiliary })
}
