//! Reads sessions in the numbers of resolutions: "1514 (XV)", "3202 (S-VI)", "46/182".
//!
//! Up to its thirtieth session, the General Assembly numbers its resolutions consecutively, and adds the session in Roman numerals. From the thirty-first session on, it
//! numbers them by session and number. Other bodies use both styles, too. A number therefore counts as the Assembly's only if the Assembly can have used it.

use crate::view::View;
use chancery_text::{EntityIx, Gap};

/// The last session whose resolutions have Roman numerals.
const LAST_ROMAN: u32 = 30;

/// No body except the Assembly adopted this many resolutions per session before 1976.
const EACH: u32 = 50;

/// From 2016 on, the Human Rights Council also has sessions with numbers above thirty. It adopts fewer resolutions than this in one session.
const MOST_OF_OTHERS: u32 = 60;
const OTHERS_SINCE: u16 = 2016;

/// A session in parentheses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Session {
    Regular(u32),
    /// A special or emergency special session.
    Special,
}

/// Returns the session in parentheses at a token, and the token after it: "(XV)", "(S-VI)", "(ES-II)".
pub(super) fn after(view: &View<'_>, at: usize) -> (Option<Session>, usize) {
    if view.text(at) != "(" {
        return (None, at);
    }
    let Some(close) = (at + 2..at + 6).find(|token| view.text(*token) == ")") else { return (None, at) };
    let mut inside = String::new();
    for token in at + 1..close {
        if view.token(token).is_none_or(|token| token.gap >= Gap::Line) {
            return (None, at);
        }
        inside.push_str(view.text(token));
    }
    let special = inside.strip_prefix("ES-").or_else(|| inside.strip_prefix("S-"));
    let session = match special {
        Some(number) if roman(number).is_some() || !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()) => {
            Some(Session::Special)
        }
        Some(_) => None,
        None => roman(&inside).map(Session::Regular),
    };
    (session, if session.is_some() { close + 1 } else { at })
}

/// Returns the body that numbers its documents by session, if a number with this session can be one of them.
pub(super) fn body(view: &View<'_>, number: &str, session: Option<Session>) -> Option<EntityIx> {
    let possible = match (session, number.split_once('/')) {
        (Some(Session::Special), None) => true,
        (Some(Session::Regular(session)), None) => {
            session <= LAST_ROMAN && number.parse::<u32>().is_ok_and(|number| number >= EACH * session)
        }
        (None, Some((session, number))) => {
            let alone = view.doc.metadata.date.is_some_and(|date| date.year() < OTHERS_SINCE);
            let large = number.parse::<u32>().is_ok_and(|number| number > MOST_OF_OTHERS);
            session.parse::<u32>().is_ok_and(|session| (LAST_ROMAN + 1..100).contains(&session)) && (alone || large)
        }
        _ => false,
    };
    possible.then(|| view.catalog.find(&view.tables.session_body)).flatten()
}

/// Returns the value of a Roman numeral. A small "l" is read as "I", because many scanned texts confuse the two.
fn roman(text: &str) -> Option<u32> {
    let digit = |byte: u8| match byte {
        b'I' | b'l' => Some(1),
        b'V' => Some(5),
        b'X' => Some(10),
        b'L' => Some(50),
        _ => None,
    };
    let digits: Option<Vec<u32>> = text.bytes().map(digit).collect();
    let digits = digits.filter(|digits| (1..=8).contains(&digits.len()))?;
    // A digit before a larger one is subtracted, so the sum is computed from right to left.
    let (mut value, mut largest) = (0, 0);
    for digit in digits.into_iter().rev() {
        if digit < largest {
            value -= digit;
        } else {
            value += digit;
            largest = digit;
        }
    }
    Some(value)
}
