//! Markers that begin with a heading word: "Article 3", "CHAPTER II", "第三条".

use super::layers::Layers;
use crate::layout::han_number;

/// A marker that begins with a heading word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Headed {
    /// The index of the token after the marker.
    pub(super) after: usize,
    pub(super) value: u32,
    /// The level of the heading word; 1 is the highest.
    pub(super) level: u8,
}

/// Returns the marker that begins at token `at`; `None` if there is none. `whole` tells whether the block that contains the token is a heading. If the block is
/// not a heading, a marker such as "Article 3" counts only if a punctuation mark follows the number.
pub(super) fn at(layers: Layers<'_>, at: usize, whole: bool) -> Option<Headed> {
    let first = layers.tokens.get(at)?;
    if layers.language.is_count_prefix(layers.word(at)) {
        let (value, digits) = han_number(layers.text, layers.tokens.get(at + 1..)?)?;
        let unit = at + 1 + digits;
        return Some(Headed { after: unit + 1, value, level: layers.language.heading_level(layers.word(unit))? });
    }
    if !first.capital || first.span.len() > 24 {
        return None;
    }
    let level = layers.language.heading_level(layers.word(at))?;
    let word = layers.word(at + 1);
    let number = word.strip_suffix('.').unwrap_or(word);
    let value = value(number)?;
    let stopped = number.len() < word.len() || matches!(layers.word(at + 2), "." | ":" | "–" | "—" | "-" | ")");
    let after = if layers.word(at + 2) == "." { at + 3 } else { at + 2 };
    (whole || stopped).then_some(Headed { after, value, level })
}

/// Returns the value of a number, a roman numeral or a capital letter (1 for "A"); `None` for any other string.
fn value(text: &str) -> Option<u32> {
    if !text.is_empty() && text.len() < 5 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return text.parse().ok();
    }
    if let Some(value) = roman(text) {
        return Some(value);
    }
    match text.as_bytes() {
        [letter] if letter.is_ascii_uppercase() => Some(u32::from(letter - b'A') + 1),
        _ => None,
    }
}

/// Returns the value of a roman numeral in capitals, up to 399; `None` for any other string.
fn roman(text: &str) -> Option<u32> {
    let digit = |byte: u8| match byte {
        b'I' => Some(1),
        b'V' => Some(5),
        b'X' => Some(10),
        b'L' => Some(50),
        b'C' => Some(100),
        _ => None,
    };
    // C or L by itself is a letter.
    if text.is_empty() || text.len() > 9 || matches!(text, "C" | "L") {
        return None;
    }
    let mut value = 0;
    let mut before = u32::MAX;
    for byte in text.bytes() {
        let digit = digit(byte)?;
        value += digit;
        if before < digit {
            value -= 2 * before;
        }
        before = digit;
    }
    Some(value)
}

#[cfg(test)]
mod tests {
    use super::value;

    #[test]
    fn numbers_of_headings() {
        for (text, expected) in [
            ("12", Some(12)),
            ("IV", Some(4)),
            ("XLII", Some(42)),
            ("XC", Some(90)),
            ("B", Some(2)),
            ("C", Some(3)),
            ("Two", None),
            ("", None),
        ] {
            assert_eq!(value(text), expected, "{text}");
        }
    }
}
