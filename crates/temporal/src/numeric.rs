//! Reads dates in digits ("25/12/1991", "2016.08.29") and time stamps ("2015-03-08T14:30"). Dates and time stamps may consist of several tokens.

use crate::date_order::DateOrder;
use crate::token_view::TokenView;
use chancery_text::{Gap, TokenKind};

/// The maximum number of tokens in a numeric date or a time stamp.
const LONGEST: usize = 12;

/// Year, month and day, in this order. A year in two digits is not completed: "91" is 91.
pub(crate) type Parts = [i32; 3];

/// Reads the numeric date that begins at token `at`. Returns its parts and the index of the token after it. Returns `None` if there is no date, or if the order
/// of day and month is uncertain and no [`DateOrder`] is set.
///
/// The order of day and month is certain if the date begins with the year, or if only one of the two numbers can be the month. In dates with periods
/// ("05.06.2010"), the day comes first. The order is uncertain if the year has two digits and the first number could also be the year ("25/12/14").
pub(crate) fn date(view: &TokenView<'_>, at: usize) -> Option<(Parts, usize)> {
    let rest = start(view, at)?;
    let (first, after) = digits(rest)?;
    let mark = after.chars().next().filter(|mark| matches!(mark, '/' | '-' | '.'))?;
    let (second, after) = digits(&after[1..])?;
    let (third, after) = digits(after.strip_prefix(mark)?)?;
    let mut follow = after.chars();
    let goes_on = match follow.next() {
        Some(next) if next == mark || next == '-' => follow.next().is_some_and(char::is_alphanumeric),
        Some(next) => next.is_alphanumeric() && !is_ideograph(next),
        None => false,
    };
    let parts = parts([first, second, third], mark == '.', view.words.date_order).filter(|_| !goes_on)?;
    Some((parts, end(view, at, rest.len() - after.len())?))
}

/// Returns the three numbers of a date in the order year, month, day. Returns `None` if the numbers are not a date, or if their order is uncertain and `order`
/// is `None`. `periods` tells whether the numbers are separated by periods.
fn parts(numbers: [&str; 3], periods: bool, order: Option<DateOrder>) -> Option<Parts> {
    let lengths = numbers.map(str::len);
    let [a, b, c] = numbers.map(|number| number.parse::<i32>().unwrap_or(0));
    let (day, month) = ((1..=31), (1..=12));
    match lengths {
        [4, 1..=2, 1..=2] => ((1000..2200).contains(&a) && month.contains(&b) && day.contains(&c)).then_some([a, b, c]),
        [1..=2, 1..=2, 4] | [1..=2, 1..=2, 2] => {
            let short = lengths[2] == 2;
            if !short && !(1500..2200).contains(&c) {
                return None;
            }
            // If the year has two digits, a date such as 25/12/14 could also begin with the year.
            let sure_end = !short || c > 31;
            let (day_first, month_first) = (day.contains(&a) && month.contains(&b), month.contains(&a) && day.contains(&b));
            match (day_first, month_first) {
                (true, true) if a == b && !short => Some([c, b, a]),
                (true, true) if periods && sure_end => Some([c, b, a]),
                (true, true) => Some(if order? == DateOrder::DayMonthYear { [c, b, a] } else { [c, a, b] }),
                (true, false) if sure_end || order.is_some() => Some([c, b, a]),
                (false, true) => Some([c, a, b]),
                _ if short && a > 31 && month.contains(&b) && day.contains(&c) => Some([a, b, c]),
                _ => None,
            }
        }
        _ => None,
    }
}

/// Reads the time stamp that begins at token `at` ("2015-03-08T14:30:00Z"). Returns its year, month and day, and the index of the token after it; `None` if
/// there is no time stamp.
pub(crate) fn stamp(view: &TokenView<'_>, at: usize) -> Option<(Parts, usize)> {
    let rest = start(view, at)?;
    let bytes = rest.as_bytes();
    let shape = |shape: &str, from: usize| {
        let part = bytes.get(from..from + shape.len())?;
        let fits = part.iter().zip(shape.bytes()).all(|(byte, kind)| if kind == b'0' { byte.is_ascii_digit() } else { *byte == kind });
        fits.then_some(from + shape.len())
    };
    let mut until = shape("0000-00-00T00:00", 0)?;
    if let Some(seconds) = shape(":00", until) {
        until = seconds;
        if let Some(mut fraction) = shape(".0", until) {
            while bytes.get(fraction).is_some_and(u8::is_ascii_digit) {
                fraction += 1;
            }
            until = fraction;
        }
    }
    until = shape("Z", until).or_else(|| shape("+00:00", until)).or_else(|| shape("-00:00", until)).unwrap_or(until);
    let number = |from: usize, to: usize| rest[from..to].parse::<i32>().ok();
    let parts = [number(0, 4)?, number(5, 7)?, number(8, 10)?];
    let exists = number(11, 13)? <= 24 && number(14, 16)? < 60;
    Some((parts, end(view, at, until)?)).filter(|_| exists)
}

/// Returns the text from token `at` to the end of the document; `None` if no number may begin at this token.
fn start<'t>(view: &TokenView<'t>, at: usize) -> Option<&'t str> {
    let token = view.tokens.get(at)?;
    let from = token.span.start() as usize;
    let before = view.text[..from].chars().next_back().filter(|_| token.gap == Gap::None);
    let continues = before.is_some_and(|c| c.is_alphanumeric() && !is_ideograph(c) || matches!(c, '/' | '-' | '.' | '_'));
    (!continues && token.kind != TokenKind::Punctuation).then(|| &view.text[from..])
}

fn is_ideograph(c: char) -> bool {
    ('\u{2E80}'..='\u{9FFF}').contains(&c)
}

/// Splits a string after its leading digits; `None` if the string begins with no digit or with more than four digits.
fn digits(text: &str) -> Option<(&str, &str)> {
    let count = text.bytes().take(5).take_while(u8::is_ascii_digit).count();
    (1..=4).contains(&count).then(|| text.split_at(count))
}

/// Finds the token that ends `length` bytes after the start of token `at`. Returns the index of the token after it; `None` if no token ends there.
fn end(view: &TokenView<'_>, at: usize, length: usize) -> Option<usize> {
    let until = view.tokens[at].span.start() as usize + length;
    (at..view.tokens.len().min(at + LONGEST)).find(|&at| view.tokens[at].span.end() as usize == until).map(|at| at + 1)
}
