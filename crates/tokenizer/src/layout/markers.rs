//! Markers of numbered, lettered and bulleted paragraphs: "12.", "(a)", "IV.", "1.)", "–", "3.2".

use chancery_text::{Casing, Gap, Token, TokenKind};

/// The numbering of a marker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    /// A number ("12"), with its value.
    Number(u32),
    /// A path of numbers ("3.2"), with its depth.
    Path(u8),
    /// A letter ("a", "B"), with its position in the alphabet, counted from 1.
    Letter(u32),
    /// A roman numeral ("iv", "IV"), with its value.
    Roman(u32),
    /// A bullet ("•", "–").
    Bullet,
}

/// A marker at the start of a line or sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Marker {
    /// Number of tokens in the marker.
    pub(crate) tokens: usize,
    pub(crate) style: Style,
    /// Whether the marker is in brackets or ends with a bracket.
    pub(crate) bracket: bool,
    /// Whether the marker is in lower case.
    pub(crate) small: bool,
}

impl Marker {
    /// Returns `true` if this marker can directly follow the marker `last` in a list. Either both markers are bullets, or both have the same style, brackets
    /// and case, and this marker's number is greater by one.
    pub(crate) fn follows(&self, last: &Marker) -> bool {
        let counts = match (last.style, self.style) {
            (Style::Number(a), Style::Number(b)) | (Style::Letter(a), Style::Letter(b)) | (Style::Roman(a), Style::Roman(b)) => b == a + 1,
            // The markers "i", "v" and "x" were read as roman numerals. After the letters h, u and w, however, they are letters and continue the list.
            (Style::Letter(8), Style::Roman(1)) | (Style::Letter(21), Style::Roman(5)) | (Style::Letter(23), Style::Roman(10)) => true,
            (Style::Bullet, Style::Bullet) => true,
            _ => false,
        };
        counts && last.bracket == self.bracket && last.small == self.small
    }
}

/// The largest number of tokens in a marker, as in "（二十一）".
pub(crate) const LONGEST: usize = 5;

/// Returns the marker at the start of `tokens`; `None` if there is no marker. White space must follow the marker, except after a Chinese marker and after the
/// bullets "•" and "⁃".
pub(crate) fn at(text: &str, tokens: &[Token]) -> Option<Marker> {
    let first = tokens.first()?;
    if first.span.len() > 12 || first.kind == TokenKind::Word && first.span.len() > 6 {
        return None;
    }
    let head = first.text(text);
    let follows = |at: usize| tokens.get(at).is_none_or(|token| token.gap != Gap::None);
    let mark = |at: usize| tokens.get(at).filter(|token| token.gap == Gap::None).map_or("", |token| token.text(text));
    if first.kind == TokenKind::Word && !head.ends_with('.') && mark(1).is_empty() {
        return None;
    }
    let bullet = first.kind != TokenKind::Word && first.kind != TokenKind::Number;
    if bullet && matches!(head, "•" | "-" | "–" | "—" | "*" | "⁃" | "·" | "●" | "▪" | "■" | "◦" | "‣" | "--") {
        let attached = head == "⁃" || head == "•";
        if follows(1) || attached {
            // A number may follow a bullet. It is then part of the marker.
            let inner = at_counted(text, &tokens[1..]).filter(|inner| inner.style != Style::Bullet);
            let tokens = 1 + inner.map_or(0, |inner| inner.tokens);
            return Some(Marker { tokens, style: inner.map_or(Style::Bullet, |inner| inner.style), bracket: false, small: false });
        }
        return None;
    }
    if first.kind == TokenKind::Ideograph || head == "（" {
        return han(text, tokens);
    }
    // A word is a marker only if it is a letter or a roman numeral.
    if first.kind == TokenKind::Word && head.len() > 6 {
        return None;
    }
    if head == "(" && tokens.get(1).is_some_and(|token| token.gap == Gap::None) && mark(2) == ")" {
        let (style, small) = counted(tokens[1].text(text), &tokens[1])?;
        let dot = usize::from(matches!(mark(3), "."));
        return follows(3 + dot).then_some(Marker { tokens: 3 + dot, style, bracket: true, small });
    }
    at_counted(text, tokens)
}

/// Reads a Chinese marker: "一、" or "（一）". No space is required after the marker.
fn han(text: &str, tokens: &[Token]) -> Option<Marker> {
    let bracket = tokens.first()?.text(text) == "（";
    let from = usize::from(bracket);
    let (value, digits) = han_number(text, tokens.get(from..)?)?;
    let close = tokens.get(from + digits)?.text(text);
    if digits > 3 || close != if bracket { "）" } else { "、" } {
        return None;
    }
    Some(Marker { tokens: from + digits + 1, style: Style::Number(value), bracket, small: false })
}

/// Reads the number at the start of `tokens`, in Chinese characters or in digits. Returns its value and the number of its tokens. Only numbers below 1000 are
/// read.
pub(crate) fn han_number(text: &str, tokens: &[Token]) -> Option<(u32, usize)> {
    const DIGITS: &str = "一二三四五六七八九十百零";
    let first = tokens.first()?;
    if first.kind == TokenKind::Number && first.span.len() < 4 {
        return Some((first.text(text).parse().ok()?, 1));
    }
    let (mut value, mut digit, mut count) = (0, 0, 0);
    for token in tokens.iter().take(6).filter(|token| token.kind == TokenKind::Ideograph) {
        let Some(at) = DIGITS.chars().position(|c| token.text(text).starts_with(c)) else { break };
        match at {
            9 | 10 => {
                value += digit.max(1) * if at == 9 { 10 } else { 100 };
                digit = 0;
            }
            11 => digit = 0,
            _ => digit = at as u32 + 1,
        }
        count += 1;
    }
    (count > 0).then_some((value + digit, count))
}

/// Reads a marker that begins with a number or letter and has no opening bracket.
fn at_counted(text: &str, tokens: &[Token]) -> Option<Marker> {
    let first = tokens.first()?;
    let head = first.text(text);
    let follows = |at: usize| tokens.get(at).is_none_or(|token| token.gap != Gap::None);
    let mark = |at: usize| tokens.get(at).filter(|token| token.gap == Gap::None).map_or("", |token| token.text(text));
    // The period may be part of the token, as in "A." and "No.".
    if let Some(stem) = head.strip_suffix('.')
        && first.kind == TokenKind::Word
    {
        let (style, small) = counted(stem, first)?;
        return follows(1).then_some(Marker { tokens: 1, style, bracket: false, small });
    }
    let (style, small) = counted(head, first)?;
    let (tokens, bracket) = match (mark(1), mark(2)) {
        (".", ")") => (3, true),
        (".", _) => (2, false),
        (")", ".") => (3, true),
        (")", _) => (2, true),
        _ if matches!(style, Style::Path(_)) => (1, false),
        _ => return None,
    };
    follows(tokens).then_some(Marker { tokens, style, bracket, small })
}

/// Reads a number, a path of numbers ("3.2"), a letter or a roman numeral. The second value of the result is `true` if the string is a letter or roman numeral
/// in lower case.
fn counted(text: &str, token: &Token) -> Option<(Style, bool)> {
    let small = token.casing == Casing::Lower;
    if text.bytes().all(|b| b.is_ascii_digit()) && (1..=4).contains(&text.len()) {
        return Some((Style::Number(text.parse().ok()?), false));
    }
    if text.contains('.') && text.split('.').all(|part| (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit())) {
        return Some((Style::Path(text.split('.').count() as u8), false));
    }
    let mut chars = text.chars();
    let (first, second) = (chars.next()?, chars.next());
    if second.is_none() && first.is_ascii_alphabetic() && !matches!(first, 'i' | 'v' | 'x' | 'I' | 'V' | 'X') {
        return Some((Style::Letter(u32::from(first.to_ascii_lowercase()) - u32::from('a') + 1), small));
    }
    if second.is_none() && first.is_alphabetic() && !first.is_ascii() && ('а'..='я').contains(&first) {
        return Some((Style::Letter(u32::from(first) - u32::from('а') + 1), small));
    }
    roman(text).map(|value| (Style::Roman(value), small))
}

/// Returns the value of a roman numeral up to 39 that is entirely in lower case or entirely in capitals; `None` for any other string.
fn roman(text: &str) -> Option<u32> {
    if !text.bytes().all(|byte| matches!(byte.to_ascii_lowercase(), b'i' | b'v' | b'x')) {
        return None;
    }
    let lower = text.to_ascii_lowercase();
    if lower != text && text.to_ascii_uppercase() != text || text.is_empty() {
        return None;
    }
    const ONES: [&str; 10] = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
    let tens = lower.bytes().take_while(|&b| b == b'x').count().min(3);
    // The "x" in "ix" is not counted as a ten, because it is not at the start.
    let ones = ONES.iter().position(|&ones| ones == &lower[tens..])?;
    u32::try_from(tens * 10 + ones).ok().filter(|&value| value > 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Tokenizer;
    use chancery_text::WordBreaker;

    fn read(text: &str) -> Option<(usize, Style)> {
        let mut tokens = Vec::new();
        Tokenizer::default().break_words(text, &mut tokens);
        at(text, &tokens).map(|marker| (marker.tokens, marker.style))
    }

    #[test]
    fn markers() {
        for (text, expected) in [
            ("12. The Parties", Some((2, Style::Number(12)))),
            ("(a) To keep", Some((3, Style::Letter(1)))),
            ("IV. Aims", Some((2, Style::Roman(4)))),
            ("xix) aims", Some((2, Style::Roman(19)))),
            ("A. Aims", Some((1, Style::Letter(1)))),
            ("1.) The first", Some((3, Style::Number(1)))),
            ("3.2 Trade", Some((1, Style::Path(2)))),
            ("– to keep", Some((1, Style::Bullet))),
            ("• 9. The first", Some((3, Style::Number(9)))),
            ("а) вести", Some((2, Style::Letter(1)))),
            ("12.5 million", Some((1, Style::Path(2)))), // not a marker, but the number of a heading looks the same
            ("1992 was", None),
            ("Kenya. The", None),
            ("（二十一）目标", Some((LONGEST, Style::Number(21)))),
            ("-5 degrees", None),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }
}
