//! Finds resolutions and decisions by number ("resolutions 242 (1967) and 338 (1973)", "S/RES/1540 (2004)").

use super::found::Found;
use super::session;
use crate::class::Class;
use crate::lexicon::Meaning;
use crate::near;
use crate::view::View;
use chancery_text::{Date, DateRole, EntityClass, EntityIx, TokenKind};

/// The maximum number of documents in one list.
const LISTED: usize = 64;

/// Adds the numbered documents that a head noun or a document symbol introduces. The noun or symbol is the half-open token range
/// `head..after`, and `meaning` is its meaning.
pub(super) fn find(view: &View<'_>, head: usize, after: usize, meaning: Meaning, all: &mut Vec<Found>) {
    match meaning {
        Meaning::Symbol(symbol) => {
            let Some(body) = view.tables.symbols.get(usize::from(symbol)) else { return };
            let kind = view.tables.symbol_kind;
            let at = if view.text(after) == "/" { after + 1 } else { after };
            if let Some((number, end)) = number(view, at) {
                let (dates, end) = year(view, end);
                all.push(Found { start: head, end, head, kind, number, body: view.catalog.find(body), dates, ..Found::default() });
            }
        }
        Meaning::Instrument { kind, .. } if view.tables.numbered.contains(&kind) => list(view, head, after, kind, all),
        _ => {}
    }
}

/// Adds the documents whose numbers follow the head noun in the token range `head..after`: "resolutions 242 (1967) and 338 (1973)".
fn list(view: &View<'_>, head: usize, after: usize, kind: u16, all: &mut Vec<Found>) {
    let (mut start, before) = body_before(view, head);
    let first = all.len();
    // The number may be in brackets: "resolution [181 (II)]".
    let bracket = view.text(after) == "[";
    let mut at = if bracket { after + 1 } else { after };
    while all.len() < first + LISTED {
        let Some((number, end)) = number(view, at) else { break };
        let (session, end) = session::after(view, end);
        let (dates, end) = year(view, end);
        let end = if bracket && view.text(end) == "]" { end + 1 } else { end };
        let body = before.or_else(|| session::body(view, &number, session));
        all.push(Found { start, end, head: if all.len() == first { head } else { start }, kind, number, body, dates, ..Found::default() });
        // A comma and a connector may precede the next number.
        at = end;
        while at < end + 2 && (view.text(at) == "," || view.is(at, Class::Connector) && !view.is(at, Class::Of)) {
            at += 1;
        }
        if at == end {
            break;
        }
        start = at;
    }
    let Some(last) = all[first..].last() else { return };
    // The name of the body may follow the last number: "resolution 1540 (2004) of the Security Council".
    if before.is_none()
        && let Some(body) = body_after(view, last.end)
    {
        all[first..].iter_mut().for_each(|found| found.body = Some(body));
    }
}

/// Returns the index of the first token of the title, and the body whose name directly precedes the head noun at the token `head` ("Security
/// Council resolution"). If there is no such name, the title begins at the head noun.
fn body_before(view: &View<'_>, head: usize) -> (usize, Option<EntityIx>) {
    let mention = head.checked_sub(1).and_then(|before| view.name_at(before));
    match mention.filter(|mention| is_body(view.catalog.class(mention.entity))) {
        Some(mention) => (view.doc.tokens_of(mention).start, Some(mention.entity)),
        None => (head, None),
    }
}

/// Returns the body whose name follows "of" at the token `end`.
fn body_after(view: &View<'_>, end: usize) -> Option<EntityIx> {
    let of = view.word(end, Class::Of)?;
    let mention = (of..of + 2).find_map(|at| view.name_at(at))?;
    is_body(view.catalog.class(mention.entity)).then_some(mention.entity)
}

const fn is_body(class: EntityClass) -> bool {
    matches!(class, EntityClass::Organ | EntityClass::Organisation)
}

/// Returns the number at the token `at` ("1540", "46/182", "2758"), and the index of the token after the number. Returns `None` if there
/// is no number.
fn number(view: &View<'_>, at: usize) -> Option<(String, usize)> {
    let is_number = |at: usize| {
        view.token(at).is_some_and(|token| token.kind == TokenKind::Number) && view.text(at).bytes().all(|byte| byte.is_ascii_digit())
    };
    // "S-26/2" is a resolution of the twenty-sixth special session.
    if view.is(at, Class::SpecialSession) && view.text(at + 1) == "-" && is_number(at + 2) && view.text(at + 3) == "/" && is_number(at + 4)
    {
        return Some((format!("{}-{}/{}", view.text(at), view.text(at + 2), view.text(at + 4)), at + 5));
    }
    if !is_number(at) || view.text(at).len() > 5 {
        return None;
    }
    // A capital letter after the number belongs to the number: "resolution 35/156 A".
    let letter = |at: usize| {
        let letter = view.text(at);
        let capital = letter.len() == 1 && letter.bytes().all(|letter| letter.is_ascii_uppercase());
        capital && !view.opens(at) && !view.is_capital(at + 1)
    };
    if view.text(at + 1) == "/" && is_number(at + 2) && view.token(at + 1).is_some_and(|token| token.gap == chancery_text::Gap::None) {
        let (session, number) = (view.text(at), view.text(at + 2));
        let part = letter(at + 3);
        return Some(if part {
            (format!("{session}/{number} {}", view.text(at + 3)), at + 4)
        } else {
            (format!("{session}/{number}"), at + 3)
        });
    }
    let number = view.text(at);
    Some(if letter(at + 1) { (format!("{number} {}", view.text(at + 1)), at + 2) } else { (number.to_owned(), at + 1) })
}

/// Returns the dates after the number of a document, each with its role. `at` is the index of the token after the number. A year in
/// parentheses is the date of adoption ("1540 (2004)"). The returned index is that of the token after the parentheses, or `at` if no year in
/// parentheses follows.
fn year(view: &View<'_>, at: usize) -> (Vec<(DateRole, Date)>, usize) {
    if view.text(at) != "(" || view.text(at + 2) != ")" {
        return (near::after(view, at, DateRole::Adopted).dates, at);
    }
    let inside = view.text(at + 1);
    let date = if inside.len() == 4 { inside.parse::<Date>().ok() } else { None };
    match date {
        Some(date) => (vec![(DateRole::Adopted, date)], at + 3),
        None => (Vec::new(), at),
    }
}
