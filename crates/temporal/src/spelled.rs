//! Reads numbers and ordinal numbers, in digits or written as words, and years that are written as words. Each of them may consist of several tokens.

use crate::ideographs;
use crate::numerals;
use crate::token_view::TokenView;
use crate::words::Class;
use chancery_text::{Gap, TokenKind};

/// The mark that may come between the words of a number.
pub(crate) const HYPHEN: &str = "-";

/// The maximum number of tokens in a number ("one thousand nine hundred and ninety-six").
pub(crate) const LONGEST: usize = 8;

/// Reads the whole number that begins at token `at`, in digits or words ("12", "1,540", "twenty-four", "a hundred and ten"). Returns its value and the index of
/// the token after it.
pub(crate) fn number(view: &TokenView<'_>, at: usize) -> Option<(i32, usize)> {
    let token = view.tokens.get(at)?;
    let word = view.word(at);
    if let Some(value) = numerals::integer(token, &word.text) {
        return Some((value, at + 1));
    }
    if token.kind == TokenKind::Ideograph {
        return ideographs::number(view, at);
    }
    let class = view.words.numbers()?;
    let mut total: i32 = 0;
    let mut part = sense(view, at, class)?;
    let mut end = at + 1;
    while end - at < LONGEST {
        // There may be a hyphen or white space between the words. After hundreds and thousands, there may be a word such as "and".
        let hyphen = hyphen_at(view, end);
        let joint =
            !hyphen && part % 100 == 0 && view.tokens.get(end).is_some_and(|token| token.gap <= Gap::Line && view.is_number_joint(end));
        let next = end + usize::from(hyphen || joint);
        let Some(value) = sense(view, next, class).filter(|_| view.tokens[next].gap <= Gap::Line) else { break };
        if joint && value >= 100 {
            break;
        }
        if value >= 100 && part < value {
            part = part.saturating_mul(value);
            if value >= 1000 {
                total = total.saturating_add(part);
                part = 0;
            }
        } else if value < 10 && part >= 20 && part % 10 == 0 || part == 0 || value < 100 && part >= 100 && part % 100 == 0 {
            part += value;
        } else {
            break;
        }
        end = next + 1;
    }
    Some((total.saturating_add(part), end))
}

/// Reads the ordinal number that begins at token `at`, in digits or words ("15th", "third", "twenty-second"). Returns its value and the index of the token
/// after it.
pub(crate) fn ordinal(view: &TokenView<'_>, at: usize) -> Option<(i32, usize)> {
    let token = view.tokens.get(at)?;
    let word = view.word(at);
    if let Some(value) = numerals::counted(&word.text, view.words.ordinal_endings()) {
        return Some((value, at + 1));
    }
    let class = view.words.ordinals()?;
    if let Some(value) = view.words.sense(&word, token.capital, class) {
        return Some((value, at + 1));
    }
    let tens = sense(view, at, view.words.numbers()?).filter(|tens| (20..100).contains(tens) && tens % 10 == 0)?;
    let next = at + 1 + usize::from(hyphen_at(view, at + 1));
    let one = sense(view, next, class).filter(|one| (1..10).contains(one) && view.tokens[next].gap <= Gap::Line)?;
    Some((tens + one, next + 1))
}

/// Reads the year that is written as words and begins at token `at` ("nineteen ninety-six", "two thousand and three", "one thousand nine hundred and
/// eighty-two"). Returns the year and the index of the token after it.
pub(crate) fn year(view: &TokenView<'_>, at: usize) -> Option<(i32, usize)> {
    match view.tokens.get(at)?.kind {
        TokenKind::Ideograph => return ideographs::year(view, at),
        TokenKind::Word => {}
        _ => return None,
    }
    sense(view, at, view.words.year_starts()?)?;
    let (first, end) = number(view, at)?;
    // An empty line may interrupt the number. "one thousand nine hundred" is not 1900 if "and seventy-five" follows after an empty line.
    if first % 100 == 0
        && view.tokens.get(end).is_some()
        && view.is_number_joint(end)
        && sense(view, end + 1, view.words.numbers()?).is_some()
    {
        return None;
    }
    // Except for 1900 and 2000, numbers that end in two zeros are more often quantities than years ("sixteen hundred").
    if (1500..2200).contains(&first) && (first % 100 != 0 || matches!(first, 1900 | 2000)) {
        return Some((first, end));
    }
    if !(15..=20).contains(&first) || view.tokens.get(end)?.gap > Gap::Line {
        return None;
    }
    let (second, end) = number(view, end + usize::from(hyphen_at(view, end))).filter(|_| view.tokens[end].kind != TokenKind::Number)?;
    (10..100).contains(&second).then_some((first * 100 + second, end))
}

fn hyphen_at(view: &TokenView<'_>, at: usize) -> bool {
    view.tokens.get(at).is_some_and(|token| token.gap == Gap::None && token.text(view.text) == HYPHEN)
}

/// Returns the value of the word at token `at` in the word class `class`; `None` if the class does not contain the word.
fn sense(view: &TokenView<'_>, at: usize, class: Class) -> Option<i32> {
    let token = view.tokens.get(at)?;
    view.words.sense(&view.word(at), token.capital, class)
}
