//! Numbers and years in digits or words, which may consist of several tokens.

use crate::numerals;
use crate::token_view::TokenView;
use chancery_text::{Gap, TokenKind};

/// The mark that may separate the words of a number.
pub(crate) const HYPHEN: &str = "-";

/// Reads the whole number that begins at token `at`, in digits or words ("12", "1,540", "twenty-four", "a hundred and ten"). Returns its value and the index after
/// its last token.
pub(crate) fn number(view: &TokenView<'_>, at: usize) -> Option<(i32, usize)> {
    let token = view.tokens.get(at)?;
    let word = view.word(at);
    if let Some(value) = numerals::integer(token, &word.text) {
        return Some((value, at + 1));
    }
    let class = view.words.numbers()?;
    let sense = |at: usize| {
        let token = view.tokens.get(at)?;
        view.words.sense(&view.word(at), token.capital, class)
    };
    let mut total: i32 = 0;
    let mut part = sense(at)?;
    let mut end = at + 1;
    loop {
        // A hyphen or white space may separate the words.
        let hyphen = view.tokens.get(end).is_some_and(|token| token.gap == Gap::None && token.text(view.text) == HYPHEN);
        let next = end + usize::from(hyphen);
        let Some(value) = sense(next).filter(|_| view.tokens[next].gap <= Gap::Line) else { break };
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

/// Reads a year in words ("nineteen ninety-six", "two thousand") at token `at`. Returns the year and the index after its last token.
pub(crate) fn year(view: &TokenView<'_>, at: usize) -> Option<(i32, usize)> {
    if view.tokens.get(at)?.kind != TokenKind::Word {
        return None;
    }
    let (first, end) = number(view, at)?;
    if (1900..2100).contains(&first) && first % 100 < 20 {
        return Some((first, end));
    }
    if !(15..=20).contains(&first) || view.tokens.get(end)?.gap > Gap::Line {
        return None;
    }
    let (second, end) = number(view, end)?;
    (10..100).contains(&second).then_some((first * 100 + second, end))
}
