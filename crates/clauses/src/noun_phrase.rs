//! Finds noun phrases, without the prepositional phrases and clauses that follow them. Positions are indexes of tokens in the sentence.

use crate::cell::Cell;
use crate::class::Classes;
use crate::lists::{Marks, WordList};
use crate::verb_group::{is_verbal, past_adverbs};
use chancery_text::{Phrase, PhraseKind, TokenRange};

/// After a word of one of these classes, a participle modifies the noun that follows the participle ("the remaining prisoners").
const MODIFIERS: Classes =
    Classes::DETERMINER.or(Classes::POSSESSIVE).or(Classes::ADJECTIVE).or(Classes::COMPARATIVE).or(Classes::NUMBER).or(Classes::ADVERB);

/// Classes that the first word of a noun phrase may have, if the phrase is not a pronoun.
const FIRST: Classes = NOMINAL
    .or(Classes::DETERMINER)
    .or(Classes::POSSESSIVE)
    .or(Classes::NUMBER)
    .or(Classes::ADJECTIVE)
    .or(Classes::COMPARATIVE)
    .or(Classes::PARTICIPLE)
    .or(Classes::ING)
    .or(Classes::PAST);

/// Classes of the words that qualify a noun and can be coordinated ("political and economic", "largest and wealthiest").
const QUALIFYING: Classes = Classes::ADJECTIVE.or(Classes::PARTICIPLE).or(Classes::COMPARATIVE);

/// Common and proper nouns.
pub(crate) const NOMINAL: Classes = Classes::COMMON.or(Classes::PROPER);

/// Returns the noun phrase that begins at the token `start`, and the index of the token after it; `None` if no noun phrase begins there. Adds the possessors in
/// the phrase ("Kenya" in "Kenya's army") to `phrases`. `base` is the index of the sentence's first token in the document.
pub(crate) fn phrase(cells: &[Cell], start: usize, base: usize, phrases: &mut Vec<Phrase>) -> Option<(Phrase, usize)> {
    let pronoun = Classes::SUBJECT_PRONOUN.or(Classes::OBJECT_PRONOUN);
    let first = cells.get(start)?;
    if first.is(pronoun) && !first.possessive {
        let negative = first.flags.any(Classes::NEGATION);
        return Some((noun_phrase(start, start, start + 1, base, PhraseKind::Pronoun, negative), start + 1));
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
            // An adjective does not precede an article, so a new phrase begins: "to the fullest extent possible the forces".
            let after = at.checked_sub(1).filter(|before| *before >= from).map(|before| &cells[before]);
            if head.is_some()
                || after.is_some_and(|before| before.readings == Classes::ADJECTIVE && !before.listed_for.any(Classes::DETERMINER))
            {
                break;
            }
            negative |= cell.flags.any(Classes::NEGATION) && !exceeds(cells, at + 1);
            determined = true;
        } else if at > from && (cell.is(Classes::COORDINATOR) || cell.listed(WordList::Comma)) && lists_nationalities(cells, at) {
            // In "American, French and Chinese tests", the adjectives of nationality modify the noun after them, so the head has not been found yet.
            head = None;
        } else if cell.is(NOMINAL) {
            // In "whose establishment Kenya supported", the phrase ends before "Kenya", because "Kenya" is the subject of the verb.
            let whose = start > 0 && cells[start - 1].listed(WordList::Whose) && cell.is(Classes::PROPER);
            if head.is_some_and(|head| ends_manner(cells, start, head) || whose && cells[head].is(Classes::COMMON)) {
                break;
            }
            head = Some(at);
        } else if cell.is(Classes::SUBJECT_PRONOUN) && cell.listed_for != Classes::SUBJECT_PRONOUN && head.is_none() && determined {
            // The pronoun after the determiner is the head: "no one", "all those".
            head = Some(at);
            at += 1;
            break;
        } else if cell.is(Classes::NUMBER) {
            // If the verb has two objects, a number after a name begins the second one: "lent Senegal 4.5 million dinars".
            if doubled && head.is_some_and(|head| cells[head].is(Classes::PROPER)) && cells[at - 1].is(Classes::PROPER) {
                break;
            }
            // A number after a common noun also begins the second object of such a verb: "gave the ministry 12 million dollars".
            let counts = || cells.get(at + 1).is_some_and(|next| next.is(Classes::NUMBER.or(Classes::COMMON)));
            if doubled && determined && head.is_some_and(|head| cells[head].is(Classes::COMMON)) && counts() {
                break;
            }
            determined |= head.is_none();
            if is_year_before_name(cells, at, start) {
                head = Some(at);
                at += 1;
                break;
            }
            if head.is_none()
                && !cells.get(at + 1).is_some_and(|next| {
                    continues(next)
                        || counted(cells, at + 1)
                        || next.readings == Classes::SUBJECT_PRONOUN.or(Classes::OBJECT_PRONOUN)
                        || next.readings == Classes::SUBJECT_PRONOUN
                })
            {
                head = Some(at);
            } else if head.is_some() && !cells[at - 1].is(NOMINAL.or(Classes::NUMBER)) {
                break;
            }
        } else if cell.is(Classes::ADJECTIVE.or(Classes::COMPARATIVE)) {
            // An adjective after a noun may belong to the phrase ("the UN humanitarian chief", "a landmark free trade agreement"). It may also begin the second
            // object of a verb ("gave Kenya new weapons").
            if let Some(head) = head {
                if cell.listed(WordList::When) || cell.time || ends_manner(cells, start, head) {
                    break;
                }
                let capital = cells[head].is(Classes::PROPER) && cell.marks.any(Marks::CAPITAL);
                let inside = capital || !doubled && cells[head].is(Classes::PROPER.or(Classes::NOUN));
                if !(inside && leads_to_noun(cells, at)) {
                    break;
                }
            }
        } else if head.is_none() && determined && cell.readings == Classes::ING && is_verbal_noun(cells, at) {
            // The -ing form is a noun and the head of the phrase: "the lifting of sanctions".
            head = Some(at);
            at += 1;
            break;
        } else if head.is_none() && at > from && counted(cells, at) {
            // The participle modifies the noun after it: "three pumping stations".
        } else if cell.is(Classes::PARTICIPLE.or(Classes::ING).or(Classes::PAST)) && !cell.is_auxiliary() {
            // A participle after a possessor modifies the next noun: "the President's renewed commitment".
            let owned = at == from && possessor.is_some() && head.is_none();
            let inside = owned
                || at == from && is_modifier(cells, at)
                || at > from
                    && (cells[at - 1].possessive
                        || cells[at - 1].is(MODIFIERS.or(Classes::COORDINATOR))
                        || cells[at - 1].listed(WordList::Comma));
            if head.is_some() || !inside || !cells.get(at + 1).is_some_and(|next| next.is(NOMINAL.or(Classes::ADJECTIVE))) {
                break;
            }
        } else if cell.is_adverb() && head.is_none() && (at > from || possessor.is_some()) && leads_on(cells, at) {
            // Adverbs before the head belong to the phrase: "a very large part", "the very notion", "Kenya's most prominent writers", "the only internationally
            // recognised border".
        } else if head.is_none() && at > from && cell.listed(WordList::Quote) && cells.get(at + 1).is_some_and(continues) {
            // An opening quotation mark before the head belongs to the phrase: `the only "yellow man"`.
        } else if quoted(cells, from, at) && cells.get(at + 1).is_some_and(|next| next.is(Classes::COMMON)) {
            // The quotation marks around a single word belong to the phrase: `the "bantustan" system`.
        } else if head.is_none()
            && at > from
            && (cell.is(Classes::COORDINATOR) || cell.listed(WordList::Comma))
            && cells[at - 1].is(QUALIFYING)
            && cells.get(past_adverbs(cells, at + 1)).is_some_and(|next| next.is(QUALIFYING))
        {
            // The adjectives are coordinated: "political and economic reforms", "secure and internationally recognised borders".
            let next = past_adverbs(cells, at + 1);
            if !leads_to_noun(cells, if cells[next].is(Classes::ADJECTIVE) { next } else { next + 1 }) && !lists_adjectives(cells, at) {
                break;
            }
        } else if head.is_none() && at > from && determined && joins_levels(cells, at) {
            // In "the national and state governments", both words before the noun modify it.
        } else {
            break;
        }
        at += 1;
        if cells[at - 1].possessive && cells.get(past_adverbs(cells, at)).is_some_and(continues) {
            let mut owner = noun_phrase(from, at - 1, at, base, kind(cells, at - 1), negative);
            owner.possessor = possessor;
            possessor = Some(phrases.len() as u32);
            phrases.push(owner);
            (from, head, determined, negative) = (at, None, true, false);
        }
    }
    let head = match head {
        Some(head) => head,
        // The head of a phrase without a noun is its last word: "the poor", "this", "both".
        // The word "no" alone is not a phrase: "No, children were killed".
        None if at == from + 1 && cells[from].flags.any(Classes::NEGATION) && cells[from].readings == Classes::DETERMINER => return None,
        None if determined && at > from => at - 1,
        None => return None,
    };
    let mut end = name_end(cells, head, at.max(head + 1));
    // A name with a possessive ending is the possessor of the phrase after it: "the Republic of Korea's decision".
    if end > at && cells[end - 1].possessive && cells.get(past_adverbs(cells, end)).is_some_and(continues) {
        let mut owner = noun_phrase(from, head, end, base, kind(cells, head), negative);
        owner.possessor = possessor;
        let number = phrases.len();
        phrases.push(owner);
        if let Some((mut owned, end)) = self::phrase(cells, past_adverbs(cells, end), base, phrases) {
            owned.possessor = owned.possessor.or(Some(number as u32));
            return Some((owned, end));
        }
        phrases.truncate(number);
        end = at.max(head + 1);
    }
    if is_time(cells, from, head, end) {
        let mut phrase = noun_phrase(from, head, end, base, PhraseKind::Time, negative);
        phrase.possessor = possessor;
        return Some((phrase, end));
    }
    let several = end > from + 1 && !cells[head].is(pronoun);
    let kind = if cells[head].is(NOMINAL.or(Classes::NUMBER)) || several { kind(cells, head) } else { PhraseKind::Pronoun };
    // Adverbs and adjectives after the head do not belong to the phrase.
    let mut phrase = noun_phrase(from, head, end, base, kind, negative);
    phrase.possessor = possessor;
    Some((phrase, end))
}

/// Returns `true` if the phrase that begins at `start` says how an act is done, and therefore ends at `head`: "satisfaction" in "note with satisfaction recent
/// progress".
fn ends_manner(cells: &[Cell], start: usize, head: usize) -> bool {
    let before = start.checked_sub(1).map(|before| &cells[before]);
    cells[head].listed(WordList::Manner) && before.is_some_and(|before| before.listed(WordList::Accompanying))
}

/// Returns the end of a phrase with the head `head`, extended to the end of the name that contains the head ("the Organization" becomes "the Organization of the
/// Islamic Conference"). Returns `end` if the head is not in a name, or if the name does not go on after `end`.
fn name_end(cells: &[Cell], head: usize, end: usize) -> usize {
    /// The maximum number of consecutive words without a capital letter in a name ("of the").
    const SMALL: usize = 3;
    let name = cells[head].name;
    let (mut last, mut at) = (end, end);
    while name != 0 && at < cells.len().min(last + SMALL + 1) {
        at += 1;
        if cells[at - 1].name == name {
            last = at;
        }
    }
    last
}

/// Returns `true` if a phrase is a time expression without a preposition ("last week", "Monday"). `from`, `head` and `end` are its first token, its head, and
/// the token after it. Returns `false` if the phrase must be the subject of the next verb.
pub(crate) fn is_time(cells: &[Cell], from: usize, head: usize, end: usize) -> bool {
    let free = cells[head].listed(WordList::Day)
        || cells[head].listed(WordList::Time)
            && (cells[from..head].iter().any(|cell| cell.listed(WordList::When)) || leads_clause(cells, end))
        || cells[head].is(Classes::NOUN) && cells.get(end).is_some_and(|next| next.listed(WordList::Ago));
    let verb = cells.get(past_adverbs(cells, end)).is_some_and(|cell| is_verbal(cell) && !cell.is(Classes::ING.or(Classes::PARTICIPLE)));
    let subject = !from
        .checked_sub(1)
        .is_some_and(|before| cells[before].is(NOMINAL.or(Classes::SUBJECT_PRONOUN).or(Classes::OBJECT_PRONOUN).or(Classes::ADVERB)));
    free && !(verb && subject)
}

/// Returns `true` if the adverbs that begin at the token `at` belong to a noun phrase, because an adjective, a number, or a participle and a noun follow them. A
/// noun may directly follow a single adverb after a determiner or possessor ("the very notion").
fn leads_on(cells: &[Cell], at: usize) -> bool {
    let next = past_adverbs(cells, at);
    let Some(cell) = cells.get(next) else { return false };
    cell.is(Classes::ADJECTIVE.or(Classes::COMPARATIVE).or(Classes::NUMBER))
        || cell.is(Classes::PARTICIPLE) && cells.get(next + 1).is_some_and(|noun| noun.is(NOMINAL.or(Classes::ADJECTIVE)))
        || next == at + 1 && cell.is(Classes::COMMON) && (cells[at - 1].readings == Classes::DETERMINER || cells[at - 1].possessive)
}

/// Returns `true` if the -ing form at the token `at`, which follows a determiner, is a noun. It is a noun if no phrase that could be its object and no other verb
/// follows it.
fn is_verbal_noun(cells: &[Cell], at: usize) -> bool {
    !begins_phrase(cells, at + 1) && !cells.get(at + 1).is_some_and(|next| next.is(Classes::VERB.or(Classes::TO)) && !next.is_auxiliary())
}

/// Returns `true` if the token `at` is a participle or -ing form between a number and a common noun ("three pumping stations").
fn counted(cells: &[Cell], at: usize) -> bool {
    let participle = cells.get(at).is_some_and(|cell| cell.is(Classes::ING.or(Classes::PARTICIPLE)) && !cell.is_auxiliary());
    participle && cells[at - 1].is(Classes::NUMBER) && cells.get(at + 1).is_some_and(|next| next.is(Classes::COMMON) && !next.time)
}

/// Returns `true` if the token `at` is a subordinating conjunction, or a preposition that can also be one ("after" in "days after").
fn leads_clause(cells: &[Cell], at: usize) -> bool {
    cells.get(at).is_some_and(|cell| cell.is(Classes::PREPOSITION.or(Classes::SUBORDINATOR)) && cell.listed_for.any(Classes::SUBORDINATOR))
}

/// Returns `true` if the number at the token `at` is a separate date and does not belong to the phrase of the name after it ("In 1975 Kenya").
fn is_year_before_name(cells: &[Cell], at: usize, start: usize) -> bool {
    let preposition = at == start && at > 0 && cells[at - 1].is(Classes::PREPOSITION);
    preposition && cells[at].time && cells.get(at + 1).is_some_and(|next| !next.time && next.is(Classes::PROPER))
}

/// Returns `true` if the phrase with the head `head` ends before the word `next`. This is the case if only one of the two words is a noun of time ("On Monday
/// Kenya", "to this day Kenya", "the minister Monday").
fn splits_day(head: &Cell, next: &Cell) -> bool {
    if head.listed(WordList::Time) && !head.marks.any(Marks::CAPITAL) && !head.possessive && next.is(Classes::PROPER) && !next.time {
        return true;
    }
    let (before, after) = (head.listed(WordList::Day), next.listed(WordList::Day));
    !head.possessive && (after && !before || before && !after && next.is(Classes::PROPER))
}

/// Returns `true` if the token `at` is a participle that begins a noun phrase ("on alleged violations", "use iodised salt").
#[inline]
pub(crate) fn is_modifier(cells: &[Cell], at: usize) -> bool {
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
    let common = cells.get(at + 1).is_some_and(|next| next.is(Classes::COMMON.or(Classes::ADJECTIVE)));
    before.is_none_or(|before| {
        before.readings == Classes::PREPOSITION
            || before.readings == Classes::SUBORDINATOR && before.listed(WordList::That)
            || before.is(Classes::VERB) && !before.is_auxiliary() && !before.listed(WordList::Passive)
            || common && before.is(Classes::COORDINATOR.or(Classes::PUNCTUATION))
    })
}

/// Returns `true` if a noun phrase can begin at the token `at`.
pub(crate) fn begins_phrase(cells: &[Cell], at: usize) -> bool {
    let begin = NOMINAL
        .or(Classes::DETERMINER)
        .or(Classes::POSSESSIVE)
        .or(Classes::NUMBER)
        .or(Classes::ADJECTIVE)
        .or(Classes::SUBJECT_PRONOUN)
        .or(Classes::OBJECT_PRONOUN);
    cells.get(at).is_some_and(|cell| cell.is(begin))
}

/// Returns `true` if the token `at` is the quotation mark after a single quoted word in the phrase that begins at the token `from`.
fn quoted(cells: &[Cell], from: usize, at: usize) -> bool {
    let mark = |at: usize| cells[at].listed(WordList::Quote);
    mark(at) && at >= from + 2 && mark(at - 2)
}

/// Returns `true` if the token `at` is a comparative before a word such as "than" ("less than 38").
fn exceeds(cells: &[Cell], at: usize) -> bool {
    let listed = |at: usize, list: WordList| cells.get(at).is_some_and(|cell| cell.listed(list));
    listed(at, WordList::Exceeding) && listed(at + 1, WordList::Than)
}

/// Returns `true` if a word can continue a noun phrase.
fn continues(cell: &Cell) -> bool {
    cell.is(NOMINAL.or(Classes::ADJECTIVE).or(Classes::COMPARATIVE).or(Classes::NUMBER).or(Classes::PARTICIPLE))
}

/// Returns `true` if the token `at` is a noun, or the first of several adjectives before a noun.
fn leads_to_noun(cells: &[Cell], mut at: usize) -> bool {
    while cells.get(at).is_some_and(|cell| cell.is(Classes::ADJECTIVE)) {
        at += 1;
    }
    cells.get(at).is_some_and(|cell| cell.is(NOMINAL))
}

/// Returns the index of the last member of the list of modifiers that contains the comma or coordinating conjunction at the token `at`: "lasting" in "a
/// peaceful, just and lasting solution". `member` returns `true` for words that can be members. Returns `None` if there is no such list.
fn last_in_list(cells: &[Cell], mut at: usize, member: impl Fn(&Cell) -> bool) -> Option<usize> {
    let is_member = |at: usize| cells.get(at).is_some_and(&member);
    while cells.get(at).is_some_and(|cell| cell.listed(WordList::Comma)) && is_member(at + 1) {
        at += 2;
    }
    let joined = cells.get(at).is_some_and(|cell| cell.is(Classes::COORDINATOR)) && is_member(at - 1) && is_member(at + 1);
    joined.then_some(at + 1)
}

/// Returns `true` if the comma at the token `at` separates the adjectives of a list that precedes a noun ("a peaceful, just and lasting solution").
fn lists_adjectives(cells: &[Cell], at: usize) -> bool {
    if last_in_list(cells, at, |cell| cell.is(Classes::ADJECTIVE)).is_some_and(|last| leads_to_noun(cells, last)) {
        return true;
    }
    // The last word that modifies the noun may itself be a noun: "material" in "the financial, technical and material support".
    let member = |cell: &Cell| cell.is(Classes::ADJECTIVE) || cell.readings == Classes::NOUN && !cell.time && !cell.possessive;
    last_in_list(cells, at, member).is_some_and(|last| joins_levels(cells, last - 1))
}

/// Returns `true` if the coordinating conjunction at the token `at` joins an adjective and a noun that both modify the noun after them ("national and state
/// governments").
fn joins_levels(cells: &[Cell], at: usize) -> bool {
    let noun = |at: usize, class: Classes| cells.get(at).is_some_and(|cell| cell.readings == class && !cell.time && !cell.possessive);
    cells[at].is(Classes::COORDINATOR)
        && cells[at - 1].readings == Classes::ADJECTIVE
        && noun(at + 1, Classes::NOUN)
        && (noun(at + 2, Classes::PLURAL)
            || noun(at + 2, Classes::NOUN)
                && (at >= 2 && cells[at - 2].listed(WordList::Comma) || !cells[at - 1].listed_for.any(Classes::COMMON)))
}

/// Returns `true` if the comma or coordinating conjunction at the token `at` joins adjectives of nationality that precede a noun ("Arab and Palestinian land").
fn lists_nationalities(cells: &[Cell], at: usize) -> bool {
    let national = |cell: &Cell| cell.national && !cell.possessive;
    let last = last_in_list(cells, at, national).filter(|_| national(&cells[at - 1]));
    last.and_then(|last| cells.get(last + 1)).is_some_and(|noun| noun.is(Classes::COMMON) && !noun.time)
}

/// Returns the kind of a phrase with the head `head` that is not a pronoun.
fn kind(cells: &[Cell], head: usize) -> PhraseKind {
    if cells[head].time {
        PhraseKind::Time
    } else if cells[head].is(Classes::PROPER) {
        PhraseKind::Name
    } else {
        PhraseKind::Noun
    }
}

/// Creates a phrase from the positions of its first token, its head and the token after it. `base` is the index in the document of the sentence's first token.
pub(crate) fn noun_phrase(start: usize, head: usize, end: usize, base: usize, kind: PhraseKind, negative: bool) -> Phrase {
    let token = |at: usize| (base + at) as u32;
    let mut phrase = Phrase::new(TokenRange::new(token(start), token(end)), token(head), kind);
    phrase.negative = negative;
    phrase
}
