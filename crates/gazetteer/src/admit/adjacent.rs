//! Checks the words directly before and after a name. These words may exclude the name, or show that the name is part of another name. A *hit* is a place where
//! the text matches a name.

use crate::context::Context;
use crate::entry::{NameClass, NameContext};
use crate::tables::{Constraints, Guard};
use chancery_phrases::Hit;
use chancery_text::{Gap, RejectionReason, Token, TokenKind};

/// Returns `true` if a phrase that `constraints` forbids is directly before or after the hit.
pub(super) fn guarded(context: &Context<'_>, constraints: &Constraints, hit: &Hit) -> bool {
    let (first, end) = (hit.first as usize, hit.end as usize);
    let stands = |guard: &Guard, from: usize| {
        (!guard.capital || context.doc.tokens.get(from).is_some_and(|token| token.capital)) && context.stands(&guard.words, from)
    };
    let before = |guard: &Guard| first.checked_sub(guard.words.len()).is_some_and(|from| stands(guard, from));
    constraints.before.iter().any(before) || constraints.after.iter().any(|guard| stands(guard, end))
}

const fn of_person(context: NameContext) -> bool {
    matches!(context, NameContext::Given | NameContext::Honorific | NameContext::Surname)
}

const fn reason(context: NameContext) -> RejectionReason {
    if of_person(context) { RejectionReason::Bearer } else { RejectionReason::Encloser }
}

/// Returns the reason to reject a hit whose name is only part of a longer name; `None` if it is not part of one. `class` is the class of the name.
pub(super) fn part_of_another(context: &Context<'_>, hit: &Hit, class: NameClass) -> Option<RejectionReason> {
    let doc = context.doc;
    let lexicon = &context.tables.contexts;
    let (first, end) = (hit.first as usize, hit.end as usize);
    let next_to = |token: &Token| matches!(token.gap, Gap::Blank | Gap::Line | Gap::None);
    let one = end == first + 1;
    // The name of a person is rejected after a given name ("Hillary Clinton" is not the person "Clinton"), but not after a title ("Mr. Clinton") or before a
    // surname ("Clinton Smith").
    let person = class == NameClass::Person;
    let counts = |context: NameContext| match context {
        NameContext::Given => one,
        NameContext::Honorific | NameContext::Surname => one && !person,
        NameContext::Before => !person,
        NameContext::BehindTown => class == NameClass::Town,
        _ => true,
    };
    if doc.tokens.get(first).is_some_and(next_to)
        && let Some(before) = first.checked_sub(1)
    {
        for row in lexicon.before(context.key(before)).filter(|row| counts(row.context)) {
            let Some(from) = first.checked_sub(row.words.len()) else { continue };
            // The phrase must begin with a capital letter, because it is part of a name.
            if doc.tokens[from].capital && context.stands(&row.words, from) {
                return Some(reason(row.context));
            }
        }
    }
    let next = doc.tokens.get(end).filter(|token| next_to(token) && token.capital)?;
    // A possessive ending separates the name from the next word ("Kenya's University").
    if doc.tokens[end - 1].span.end() > hit.end_byte {
        return None;
    }
    // If the name of a person ends with a given name, the next word continues that name: in "President Yahya Jammeh", the name "President Yahya" is rejected.
    let given = || lexicon.before(context.key(end - 1)).any(|row| row.context == NameContext::Given && row.words.len() == 1);
    if person && next.kind == TokenKind::Word && next.gap <= Gap::Line && given() {
        return Some(RejectionReason::Bearer);
    }
    for row in lexicon.after(context.key(end)).filter(|row| counts(row.context)) {
        if context.stands(&row.words, end) {
            return Some(reason(row.context));
        }
    }
    let surname = one && !person && !lexicon.surname_prefixes().is_empty() && begins_surname(context, next);
    surname.then_some(RejectionReason::Bearer)
}

/// Returns `true` if `token` consists of a surname prefix and a remainder that begins with a capital letter ("O'Keeffe",
/// "McDonald").
fn begins_surname(context: &Context<'_>, token: &Token) -> bool {
    let word = context.tables.phrases.folder().cased_word(context.text(token));
    let begins = |prefix: &String| {
        let rest = word.get(prefix.len()..).filter(|_| word.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix)));
        rest.is_some_and(|rest| rest.starts_with(char::is_uppercase))
    };
    context.tables.contexts.surname_prefixes().iter().any(begins)
}
