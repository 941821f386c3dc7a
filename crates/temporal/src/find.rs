//! The patterns of absolute dates.

use crate::Calendar;
use chancery_text::{Date, Document, Gap, Span, TimeExpression, TimexType, Token, TokenKind};

/// A date, how many tokens it takes, and the rule that found it.
type Hit = (Date, usize, &'static str);

impl Calendar {
    /// Fills the layer `times` of a document whose tokens and sentences are known, replacing what it held.
    pub fn run(&self, doc: &mut Document) {
        let mut times = Vec::new();
        let mut sentence = 0;
        let mut at = 0;
        while at < doc.tokens.len() {
            let Some((date, length, rule)) = self.at(doc.text(), &doc.tokens[at..]) else {
                at += 1;
                continue;
            };
            while doc.sentences.get(sentence).is_some_and(|s| (s.token_range.end as usize) <= at) {
                sentence += 1;
            }
            times.push(TimeExpression {
                span: Span::new(doc.tokens[at].span.start(), doc.tokens[at + length - 1].span.end()),
                sentence: sentence as u32,
                timex_type: TimexType::Date,
                value: date.to_string(),
                begin: Some(date.first_day()),
                end: Some(date.last_day()),
                rule: rule.to_owned(),
            });
            at += length;
        }
        doc.times = times;
    }

    fn at(&self, text: &str, tokens: &[Token]) -> Option<Hit> {
        let first = tokens.first()?;
        let word = |at: usize| tokens.get(at).filter(|token| at == 0 || token.gap != Gap::Break).map_or("", |token| token.text(text));
        if first.kind == TokenKind::Word
            && first.capital
            && let Some(month) = self.month_number(word(0))
        {
            return self.month_first(&word, month);
        }
        if !word(0).starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        self.numbers(tokens, &word).or_else(|| self.day_first(&word))
    }

    /// "15 June 2001", "15th of June, 2001", "15 июня 2001".
    fn day_first<'t>(&self, word: &impl Fn(usize) -> &'t str) -> Option<Hit> {
        let day = self.day(word(0))?;
        let of = usize::from(self.month_number(word(1)).is_none());
        let month = self.month_number(word(1 + of))?;
        // What may stand between is one short word.
        if of == 1 && word(1).chars().count() > 2 {
            return None;
        }
        let comma = usize::from(word(2 + of) == ",");
        let year = year(word(2 + of + comma))?;
        Some((Date::new(year, Some(month), Some(day))?, 3 + of + comma, "day-month-year"))
    }

    /// "June 15, 2001", "June 2001", "June, 2001".
    fn month_first<'t>(&self, word: &impl Fn(usize) -> &'t str, month: u8) -> Option<Hit> {
        if let Some(day) = self.day(word(1)) {
            let comma = usize::from(word(2) == ",");
            let year = year(word(2 + comma))?;
            return Some((Date::new(year, Some(month), Some(day))?, 3 + comma, "month-day-year"));
        }
        let comma = usize::from(word(1) == ",");
        Some((Date::new(year(word(1 + comma))?, Some(month), None)?, 2 + comma, "month-year"))
    }

    /// "2001-06-15", "2001年6月15日".
    fn numbers<'t>(&self, tokens: &[Token], word: &impl Fn(usize) -> &'t str) -> Option<Hit> {
        let year = year(word(0))?;
        let small = |at: usize| word(at).parse::<u8>().ok();
        if self.is_mark(word(1), 0) && self.is_mark(word(3), 1) {
            if self.is_mark(word(5), 2)
                && let Some(date) = Date::new(year, small(2), small(4))
            {
                return Some((date, 6, "marked-day"));
            }
            return Some((Date::new(year, small(2), None)?, 4, "marked-month"));
        }
        let tight = tokens.get(1..5)?.iter().all(|token| token.gap == Gap::None);
        if tight && word(1) == "-" && word(3) == "-" && word(2).len() == 2 && word(4).len() == 2 {
            return Some((Date::new(year, small(2), small(4))?, 5, "iso"));
        }
        None
    }
}

/// A year of four digits, 1000 to 2999.
fn year(word: &str) -> Option<u16> {
    (word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit()))
        .then(|| word.parse().ok())
        .flatten()
        .filter(|year| (1000..3000).contains(year))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chancery_text::{PlainBreaker, WordBreaker};

    fn found(text: &str) -> Vec<(String, String)> {
        let calendar = Calendar::default().month("May", 5).month("June", 6).month("июня", 6).ordinal("th").marks("年", "月", "日");
        let mut doc = Document::new("t", text);
        let mut tokens = Vec::new();
        PlainBreaker.break_words(text, &mut tokens);
        doc.tokens = tokens;
        calendar.run(&mut doc);
        doc.times.iter().map(|time| (doc.slice(time.span).to_owned(), time.value.clone())).collect()
    }

    #[test]
    fn dates_and_what_is_none() {
        for (text, expected) in [
            ("on 15 June 2001.", vec![("15 June 2001", "2001-06-15")]),
            ("on June 15, 2001,", vec![("June 15, 2001", "2001-06-15")]),
            ("the 15th of June, 2001", vec![("15th of June, 2001", "2001-06-15")]),
            ("15 июня 2001 г.", vec![("15 июня 2001", "2001-06-15")]),
            ("in May 1998", vec![("May 1998", "1998-05")]),
            ("2001-06-15", vec![("2001-06-15", "2001-06-15")]),
            ("31 June 2001", vec![("June 2001", "2001-06")]),
            ("May 15 states join", vec![]),
            ("It may 1998 times", vec![]),
            ("resolution 1540 (2004)", vec![]),
            ("Article 15, June", vec![]),
        ] {
            let expected: Vec<(String, String)> = expected.into_iter().map(|(a, b)| (a.to_owned(), b.to_owned())).collect();
            assert_eq!(found(text), expected, "{text}");
        }
    }
}
