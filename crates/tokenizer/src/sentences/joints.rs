//! Finds positions in a block at which a sentence begins although no sentence-ending mark precedes it. This is common in e-mails and forum posts, where several
//! lines are often joined into one. The new sentence may follow the time in the header of an e-mail, an e-mail or web address, a greeting or closing, or the
//! number of a figure.

use super::ending::is_terminator;
use crate::Language;
use chancery_text::{Casing, Gap, Token, TokenKind};

/// Whether a text may contain e-mail or web addresses. If not, the search for addresses is skipped.
#[derive(Clone, Copy, Debug)]
pub(super) struct Signs {
    addresses: bool,
}

impl Signs {
    pub(super) fn of(text: &str) -> Self {
        Self { addresses: text.contains('@') || text.contains("://") || text.contains("www.") }
    }
}

/// The largest number of tokens in a greeting or a closing.
const SHORT: usize = 6;

/// The largest number of tokens in the name and address of the sender in the header of an e-mail.
const SENDER: usize = 10;

/// Adds to `found` the positions at which a sentence begins although no sentence-ending mark precedes it. Each position is an index into `tokens`, the tokens
/// of a block. The indexes are not necessarily sorted, and an index may be added twice.
pub(super) fn starts(text: &str, tokens: &[Token], signs: Signs, language: &Language, found: &mut Vec<usize>) {
    let begins = |at: usize| tokens.get(at).is_some_and(|token| token.gap != Gap::None);
    let capital = |at: usize| tokens.get(at).is_some_and(|token| token.capital && token.gap != Gap::None);
    found.extend(behind_greeting(text, tokens, language).or_else(|| behind_label(text, tokens, language)));
    let mut last = 0;
    for (at, token) in tokens.iter().enumerate() {
        match token.kind {
            TokenKind::Number if token.span.len() >= 4 => {
                let Some((from, to)) = mail_time(text, tokens, at, language) else { continue };
                let headed = from > last && from - last <= SENDER && is_sender(text, &tokens[last..from]);
                if headed {
                    found.push(from);
                }
                if begins(to) && (headed || from == last || capital(to)) {
                    found.push(to);
                    last = to;
                }
            }
            TokenKind::Word if signs.addresses && is_address(token.text(text)) => {
                let close = |at: &usize| tokens.get(*at).is_some_and(|token| matches!(token.text(text), ">" | ">>"));
                let to = (at + 1..).take_while(close).last().map_or(at + 1, |last| last + 1);
                let named = at > 0 && matches!(tokens[at - 1].text(text), ":" | "<");
                if begins(to) && may_follow_address(text, &tokens[to], named || to > at + 1, language) {
                    found.push(to);
                    last = to;
                }
            }
            TokenKind::Punctuation => {
                let mark = token.text(text);
                if mark == "," && capital(at + 1) && is_closing(text, tokens, at, language) {
                    found.push(at + 1);
                }
                if is_terminator(mark) {
                    last = at + 1;
                }
            }
            _ => {}
        }
    }
}

/// Reads a date and time as e-mail programs write them ("08/17/2000 11:21 AM"). `at` is the index of the token that contains the time. Returns the index of the
/// first token of the date and the index after the last token of the time.
fn mail_time(text: &str, tokens: &[Token], at: usize, language: &Language) -> Option<(usize, usize)> {
    let is = |at: usize, mark: &str| tokens.get(at).is_some_and(|token| token.text(text) == mark);
    let number = |at: usize| tokens.get(at).is_some_and(|token| token.kind == TokenKind::Number && token.span.len() <= 4);
    if !tokens[at].text(text).contains(':') || at < 5 || !(is(at - 2, "/") && is(at - 4, "/")) {
        return None;
    }
    let from = at - 5;
    let seconds = is(at + 1, ":") && number(at + 2) && tokens[at + 2].gap == Gap::None;
    let end = at + 1 + if seconds { 2 } else { 0 };
    let half = tokens.get(end).is_some_and(|token| language.is_day_half(token.text(text)));
    (number(from) && number(at - 3) && number(at - 1)).then_some((from, end + usize::from(half)))
}

/// Returns `true` if `tokens` may be the name and address of the sender of an e-mail. Words in lower case are allowed only if they are addresses.
fn is_sender(text: &str, tokens: &[Token]) -> bool {
    let word = |token: &Token| token.kind != TokenKind::Word || token.capital || is_address(token.text(text));
    tokens.iter().all(word) && tokens.last().is_some_and(|last| last.kind == TokenKind::Word || last.text(text) == ">")
}

/// Returns `true` if a sentence may begin with `next`, the token after an address. The token must be another address, or a capitalised word that often begins
/// sentences. If `labelled` is true, the address has a label or brackets, and any capitalised word is allowed ("Email: a@b.org Site made!").
fn may_follow_address(text: &str, next: &Token, labelled: bool, language: &Language) -> bool {
    let word = next.text(text);
    next.kind == TokenKind::Word && (is_address(word) || next.capital && (labelled || language.is_starter(word)))
}

fn is_address(word: &str) -> bool {
    word.len() > 5 && (word.contains('@') || word.contains("://") || word.starts_with("www."))
}

/// Returns `true` if the words before the comma at token `at` are the closing of a letter ("Best regards,"). These words must begin at the start of the block or
/// directly after the end of a sentence.
fn is_closing(text: &str, tokens: &[Token], at: usize, language: &Language) -> bool {
    let before = &tokens[at.saturating_sub(SHORT)..at];
    let from = before.iter().rposition(|token| token.kind != TokenKind::Word);
    let starts = from.map_or(at <= SHORT, |from| is_terminator(before[from].text(text)));
    let words = &before[from.map_or(0, |from| from + 1)..];
    match words {
        [first, .., last] if starts && first.capital => {
            language.closes(text.get(first.span.start() as usize..last.span.end() as usize).unwrap_or_default())
        }
        [only] if starts && only.capital => language.closes(only.text(text)),
        _ => false,
    }
}

/// If the block begins with a greeting, returns the index of the first token of the sentence after the greeting: the index of "Yes" in "Hi, Yes …", of "My" in
/// "Dear All, My …", and of "I" in "Good morning Debra - I have …". Otherwise, returns `None`.
fn behind_greeting(text: &str, tokens: &[Token], language: &Language) -> Option<usize> {
    let first = tokens.first()?;
    if first.kind != TokenKind::Word || !language.greets(first.text(text)) {
        return None;
    }
    let end = tokens.iter().take(SHORT).position(|token| token.kind == TokenKind::Punctuation)?;
    let named = tokens[..end].iter().skip(2).all(|token| token.kind == TokenKind::Word && token.capital);
    let next = tokens.get(end + 1)?;
    let mark = matches!(tokens[end].text(text), "," | ":" | "-" | "–");
    (named && mark && next.capital && next.gap != Gap::None && next.casing != Casing::Upper
        || named && mark && language.is_capital_pronoun(next.text(text)))
    .then_some(end + 1)
}

/// If the block begins with the label of a figure, returns the index of the first token of the sentence after the label: the index of "Residents" in "Figure
/// 1.5 Residents of …". Otherwise, returns `None`.
fn behind_label(text: &str, tokens: &[Token], language: &Language) -> Option<usize> {
    let [label, number, next, then, ..] = tokens else { return None };
    let labelled = label.capital && label.kind == TokenKind::Word && number.kind == TokenKind::Number && language.labels(label.text(text));
    let begins = next.kind == TokenKind::Word && next.casing == Casing::Title && next.gap != Gap::None && then.casing == Casing::Lower;
    (labelled && begins).then_some(2)
}
