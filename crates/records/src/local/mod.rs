//! Finds local names, that is, names that a document itself introduces and that are not in the gazetteer: "the Ferghana Water Compact Authority (FWCA)".

mod defined;
mod initials;
mod mentions;

use crate::class::Class;
use crate::lexicon::Meaning;
use crate::view::View;
use chancery_text::{Casing, LocalMention, LocalName, TokenKind};
use defined::Defined;

/// The maximum number of tokens in a name.
const LONGEST: usize = 16;
/// The number of tokens before an abbreviation that are searched for an opening bracket or a comma.
const LEAD: usize = 6;
/// The maximum length of an abbreviation, in bytes.
const LETTERS: usize = 10;

/// Returns the local names of a document, and all mentions of them.
pub(crate) fn find(view: &View<'_>) -> (Vec<LocalName>, Vec<LocalMention>) {
    let mut defined: Vec<Defined> = Vec::new();
    for (at, token) in view.doc.tokens.iter().enumerate() {
        let acronym = token.kind == TokenKind::Word && matches!(token.casing, Casing::Upper | Casing::Mixed) && token.span.len() >= 2;
        if acronym && token.span.len() as usize <= LETTERS {
            defined.extend(abbreviated(view, at));
        } else if token.kind == TokenKind::Punctuation && view.text(at) == "(" {
            defined.extend(called(view, at));
        }
    }
    mentions::find(view, &defined)
}

/// Returns the definition of the name whose abbreviation is the token `at`. The abbreviation may follow the name, either in brackets or
/// after a comma and a cue word. The name may also follow the abbreviation, in brackets.
fn abbreviated(view: &View<'_>, at: usize) -> Option<Defined> {
    let closed = matches!(view.text(at + 1), ")" | "," | "\"" | "”" | "»");
    if !closed && view.text(at + 1) != "(" {
        return None;
    }
    let letters: Vec<char> = view.text(at).trim_end_matches('s').chars().filter(|letter| letter.is_alphanumeric()).collect();
    let capitals = letters.iter().filter(|letter| letter.is_uppercase()).count();
    if capitals < 2 || capitals * 2 <= letters.len() {
        return None;
    }
    let (first, last) = view.bounds(view.sentence(at));
    let before = closed.then(|| open(view, at, first)).flatten();
    let (from, end) = match before {
        Some(end) => (first.max(end.saturating_sub(LONGEST)), end),
        None if view.text(at + 1) == "(" => {
            let close = (at + 2..last.min(at + 3 + LONGEST)).find(|at| view.text(*at) == ")")?;
            (at + 2, close)
        }
        None => return None,
    };
    let start = initials::start(view, from, end, &letters)?;
    // If the name is in brackets, the brackets must contain nothing else.
    if before.is_none() && (from..start).any(|at| !view.is(at, Class::Connector)) {
        return None;
    }
    named(view, start, end, (at, at + 1))
}

/// Returns the index of the bracket or comma that separates the abbreviation at the token `at` from the name before it, or `None` if there
/// is none. `first` is the first token of the sentence.
fn open(view: &View<'_>, at: usize, first: usize) -> Option<usize> {
    let mut token = at;
    let mut cue = false;
    while token > first && at - token < LEAD {
        token -= 1;
        match view.text(token) {
            "(" => return Some(token),
            "," if cue => return Some(token),
            "\"" | "“" | "«" | "”" => {}
            _ if view.is(token, Class::Connector) || view.is(token, Class::This) => {}
            _ if (token.saturating_sub(LEAD).max(first)..=token)
                .any(|from| view.word(from, Class::Called).is_some_and(|end| end > token)) =>
            {
                cue = true
            }
            _ => return None,
        }
        cue |= view.is(token, Class::Called);
    }
    None
}

/// Returns the definition of the name whose short form follows a cue word in brackets, as in "(hereinafter the Compact)". `bracket` is the
/// index of the opening bracket. A capitalised name that contains all words of the short form must precede the bracket.
fn called(view: &View<'_>, bracket: usize) -> Option<Defined> {
    let cue = view.word(bracket + 1, Class::Called)?;
    let (first, last) = view.bounds(view.sentence(bracket));
    let mut start = cue;
    while start < last.min(cue + 3)
        && (matches!(view.text(start), "\"" | "“" | "«" | ":") || view.is(start, Class::Connector) || view.is(start, Class::Called))
    {
        start += 1;
    }
    let end = (start..last.min(start + 5)).find(|at| matches!(view.text(*at), ")" | "\"" | "”" | "»"))?;
    if !(start..end).all(|at| view.is_capital(at)) || start == end || view.name_at(start).is_some() {
        return None;
    }
    // The full name may be in quotation marks.
    let close = if bracket > first && matches!(view.text(bracket - 1), "\"" | "”" | "»") { bracket - 1 } else { bracket };
    let from = begin(view, close, first);
    // The short name must be a part of the full name.
    let part = (start..end).all(|at| (from..close).any(|word| view.key(word) == view.key(at)));
    if part { named(view, from, close, (start, end)) } else { None }
}

/// Returns the index of the first token of the sequence of capitalised words that ends directly before the token `end`. `first` is the
/// index of the first token of the sentence.
fn begin(view: &View<'_>, end: usize, first: usize) -> usize {
    let first = first.max(end.saturating_sub(LONGEST));
    let mut start = end;
    let mut at = end;
    while at > first && !view.breaks(at) {
        at -= 1;
        if view.is_capital(at) && !(view.opens(at) && view.is(at, Class::Opener)) {
            start = at;
        } else if !view.is(at, Class::Connector) && !matches!(view.text(at), "-" | "–") {
            break;
        }
    }
    start
}

/// Returns the definition of the name in the token range `start..end` with the short form `short`. Returns `None` if the name contains no
/// known head noun, or if the name or its short form is in the gazetteer.
fn named(view: &View<'_>, start: usize, end: usize, short: (usize, usize)) -> Option<Defined> {
    let listed = |from: usize, to: usize| {
        let span = view.span(from, to);
        let first = view.doc.mentions.partition_point(|mention| mention.span.end() <= span.start());
        let mut inside = view.doc.mentions[first..].iter().take_while(|mention| mention.span.start() < span.end());
        inside.any(|mention| mention.span.len() * 4 >= span.len() * 3)
    };
    if end < start + 2 || listed(short.0, short.1) || listed(start, end) {
        return None;
    }
    let head = |at: usize| {
        view.meanings(at).find_map(|(next, meaning)| if let Meaning::Local(kind) = meaning { Some((next, kind)) } else { None })
    };
    // The head noun must be the last word of the name, or a word in lower case such as "of" must follow it.
    let heads = (start..end).filter(|at| view.is_capital(*at)).filter_map(head);
    let kind = heads.filter(|(next, _)| *next >= end || !view.is_capital(*next)).map(|(_, kind)| kind).next()?;
    Some(Defined { start, end, short, kind })
}
