//! Reads the session from the number of a resolution: "1514 (XV)", "3202 (S-VI)", "46/182".
//!
//! The General Assembly numbered its resolutions consecutively up to its thirtieth session, and added the session in Roman numerals. Since the thirty-first session,
//! it has numbered them by session and by number within the session. Other bodies use both styles too. A number is therefore attributed to the Assembly only if the
//! Assembly could have used it.

use crate::view::View;
use chancery_text::{EntityIx, Gap};

/// The last session whose number is given in Roman numerals.
const LAST_ROMAN: u32 = 30;

/// A consecutive number belongs to the Assembly if it is at least this many times the number of the session. Before 1976, no other body adopted that many
/// resolutions per session on average.
const EACH: u32 = 50;

/// An upper bound for the number of resolutions that the Human Rights Council adopts in one session. A larger number belongs to the Assembly.
const MOST_OF_OTHERS: u32 = 60;
/// The first year in which the Human Rights Council held a session with a number above thirty. In an earlier document, a number such as "46/182" can belong only to
/// the Assembly.
const OTHERS_SINCE: u16 = 2016;

/// A session that is given in parentheses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Session {
    Regular(u32),
    /// A special session or an emergency special session.
    Special,
}

/// Returns the session in parentheses at the token `at` ("(XV)", "(S-VI)", "(ES-II)"), and the index of the token after the parentheses. If there is no session,
/// returns `None` and `at`.
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

/// Returns the body that numbers its documents by session (the General Assembly), if the number must be one of its numbers. `number` is the number in the text
/// ("1514", "46/182"), and `session` is the session in parentheses after it.
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

/// Returns the value of a Roman numeral, or `None` if `text` is not a numeral. A lower-case "l" is read as "I", because the two are often
/// confused in scanned texts.
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
    // A digit before a larger digit is subtracted, so the sum is computed from right to left.
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
