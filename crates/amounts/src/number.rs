//! Reads numbers that are written in digits or as words.

use crate::meaning::Meaning;
use crate::view::View;
use chancery_text::{Gap, TokenKind};

/// A number, and the index of the token after it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Number {
    pub(crate) value: f64,
    pub(crate) end: usize,
    /// The factor by which the digits or words of the number are multiplied ("million", "bn"), or 1 if there is no such factor.
    pub(crate) scale: f64,
    /// Whether the number is written as words.
    pub(crate) words: bool,
}

/// The maximum number of words in a number that is written as words.
const WORDS: usize = 12;

/// Reads the number that begins at the token `at`; `None` if no number begins there.
pub(crate) fn at(view: View<'_>, at: usize) -> Option<Number> {
    let text = view.text(at);
    if text.as_bytes().first().is_some_and(u8::is_ascii_digit) { digits(view, at, text) } else { words(view, at) }
}

fn digits(view: View<'_>, at: usize, text: &str) -> Option<Number> {
    let end = text.bytes().position(|byte| !byte.is_ascii_digit() && byte != b'.' && byte != b',').unwrap_or(text.len());
    let (number, suffix) = text.split_at(end);
    let mut value = value(number)?;
    let mut scale = 1.0;
    let mut end = at + 1;
    if suffix.is_empty() {
        // A space may separate groups of three digits: "20 000".
        if number.len() <= 3 && number.bytes().all(|byte| byte.is_ascii_digit()) {
            while view.is_number(end) && !view.glued(end) && !view.breaks(end) && is_group(view.text(end)) && end < at + 4 {
                value = value * 1000.0 + view.text(end).parse::<f64>().ok()?;
                end += 1;
            }
        }
    } else {
        let suffix = suffix.to_lowercase();
        let (_, factor) = view.tables.suffixes.iter().find(|(known, _)| *known == suffix)?;
        scale = *factor;
    }
    while let Some((next, factor)) =
        view.find(hyphen(view, end), |meaning| if let Meaning::Scale(factor) = meaning { Some(factor) } else { None })
    {
        scale *= factor;
        end = next;
    }
    Some(Number { value: value * scale, end, scale, words: false })
}

/// If the token `at` is a hyphen without spaces around it ("100-million"), returns the index of the token after the hyphen. Otherwise,
/// returns `at`.
pub(crate) fn hyphen(view: View<'_>, at: usize) -> usize {
    let joined = matches!(view.text(at), "-" | "‑") && view.glued(at) && view.glued(at + 1);
    if joined { at + 1 } else { at }
}

fn is_group(text: &str) -> bool {
    text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Returns the value of a number in digits, which may contain separators ("1,200", "3.2", "3,2", "1.200.000"). Returns `None` if the positions of the
/// separators are not valid ("1,2,3").
fn value(text: &str) -> Option<f64> {
    let groups = |mark: char| {
        let mut parts = text.split(mark);
        parts.next().is_some_and(|first| (1..=3).contains(&first.len())) && parts.all(|part| part.len() == 3)
    };
    let plain = match (text.matches(',').count(), text.matches('.').count()) {
        (0, 0 | 1) => text.to_owned(),
        (_, 0) if groups(',') => text.replace(',', ""),
        (1, 0) => text.replace(',', "."),
        (0, _) if groups('.') => text.replace('.', ""),
        // If the number contains both separators, the last one begins the decimals: "1,234.5", "1.234,5".
        (_, 1) if text.rfind('.') > text.rfind(',') => text.replace(',', ""),
        (1, _) => text.replace('.', "").replace(',', "."),
        _ => return None,
    };
    plain.parse().ok()
}

fn words(view: View<'_>, at: usize) -> Option<Number> {
    let scale_at = |at: usize| view.find(at, |meaning| if let Meaning::Scale(factor) = meaning { Some(factor) } else { None });
    if let Some(next) = view.is(at, Meaning::Half)
        && let Some((end, factor)) = scale_at(next)
    {
        return Some(Number { value: factor / 2.0, end, scale: factor, words: true });
    }
    let (mut total, mut current, mut scale) = (0.0, 0.0, 1.0);
    let mut end = at;
    let mut first = true;
    for _ in 0..WORDS {
        let next = if first { end } else { hyphen(view, end) };
        if !first && view.token(next).is_some_and(|token| token.kind == TokenKind::Ideograph && token.gap != Gap::None) {
            break;
        }
        let joint = view.is(next, Meaning::Joint).filter(|_| !first && (current >= 100.0 || total > 0.0));
        let from = joint.unwrap_or(next);
        let number = view.find(from, |meaning| if let Meaning::Number(number) = meaning { Some(f64::from(number)) } else { None });
        // "five six" is two numbers.
        let number = number.filter(|(_, number)| current % 100.0 == 0.0 || current % 10.0 == 0.0 && *number < 10.0);
        if let Some((stop, number)) = number {
            current += number;
            end = stop;
        } else if first
            && let Some(one) = view.is(at, Meaning::One)
            && scale_at(one).is_some()
        {
            current = 1.0;
            end = one;
        } else if !first
            && joint.is_none()
            && let Some((stop, factor)) = scale_at(next)
        {
            if factor < 1000.0 {
                // In 三百二十 (320), the factor 十 (10) multiplies only the digit before it, 二 (2).
                let low = current % factor;
                current += low * (factor - 1.0);
            } else {
                total = (total + current) * factor;
                current = 0.0;
                scale = factor;
            }
            end = stop;
        } else {
            break;
        }
        first = false;
    }
    (end > at).then_some(Number { value: total + current, end, scale, words: true })
}

#[cfg(test)]
mod tests {
    use super::value;

    #[test]
    fn digits() {
        for (text, expected) in [
            ("12", Some(12.0)),
            ("3.2", Some(3.2)),
            ("3,2", Some(3.2)),
            ("1,200", Some(1200.0)),
            ("1,200,000", Some(1_200_000.0)),
            ("1.200.000", Some(1_200_000.0)),
            ("1,234.5", Some(1234.5)),
            ("1.234,5", Some(1234.5)),
            ("1,2,3", None),
        ] {
            assert_eq!(value(text), expected, "{text}");
        }
    }
}
