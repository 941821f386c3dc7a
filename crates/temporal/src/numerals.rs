//! Numbers that are written in digits and consist of one token: days, ordinal numbers, decades, years and integers.

use chancery_text::{Token, TokenKind};

/// Returns the day of the month that a word denotes ("15", "15th"); `None` for any other word. `endings` are the endings of ordinal numbers.
pub(crate) fn day(word: &str, endings: &[String]) -> Option<i32> {
    let (number, ending) = split_number(word)?;
    let good = number.len() <= 2 && (ending.is_empty() || endings.iter().any(|known| known.eq_ignore_ascii_case(ending)));
    number.parse().ok().filter(|day| good && (1..=31).contains(day))
}

/// Returns the value of a number of up to three digits with an ordinal ending ("19th"); `None` for any other word. `endings` are the endings
/// of ordinal numbers.
pub(crate) fn counted(word: &str, endings: &[String]) -> Option<i32> {
    let (number, ending) = split_number(word)?;
    let good = number.len() <= 3 && endings.iter().any(|known| known.eq_ignore_ascii_case(ending));
    number.parse().ok().filter(|_| good)
}

/// Returns the first year of the decade that a word denotes ("1990s", "90s", "'90s"); `None` for any other word. Two digits denote a decade
/// between the 1920s and the 2010s.
pub(crate) fn decade(word: &str) -> Option<i32> {
    if !word.ends_with(['s', 'S']) || word.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let word = word.trim_start_matches(['\'', '\u{2019}', '\u{2018}']).replace(['\'', '\u{2019}'], "");
    let number: i32 = word.strip_suffix(['s', 'S'])?.parse().ok()?;
    match word.len() {
        5 if number % 10 == 0 && (1000..2100).contains(&number) => Some(number),
        3 if number % 10 == 0 => Some(if number < 20 { 2000 + number } else { 1900 + number }),
        _ => None,
    }
}

/// Splits a word after its leading digits; `None` if the word does not begin with a digit.
fn split_number(word: &str) -> Option<(&str, &str)> {
    let digits = word.len() - word.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    (digits > 0).then(|| word.split_at(digits))
}

/// Returns the year that a word of four digits denotes, from 1000 to 2199; `None` for any other word.
pub(crate) fn year(word: &str) -> Option<i32> {
    let plain = word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
    word.parse().ok().filter(|year| plain && (1000..2200).contains(year))
}

/// Returns the value of a word that consists of two digits ("91"); `None` for any other word.
pub(crate) fn two_digits(word: &str) -> Option<i32> {
    let plain = word.len() == 2 && word.bytes().all(|b| b.is_ascii_digit());
    word.parse().ok().filter(|_| plain)
}

/// Returns the value of an integer that is written in digits, with or without commas, and is below a million; `None` for any other token.
/// `word` is the text of the token.
pub(crate) fn integer(token: &Token, word: &str) -> Option<i32> {
    if token.kind != TokenKind::Number {
        return None;
    }
    let number: i32 = if word.contains(',') {
        let groups = word.split(',').skip(1).all(|group| group.len() == 3);
        word.replace(',', "").parse().ok().filter(|_| groups)?
    } else {
        word.parse().ok()?
    };
    (0..1_000_000).contains(&number).then_some(number)
}
