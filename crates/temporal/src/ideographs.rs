//! Numbers and years in Chinese characters ("二十八", "一九九三"). Each character is one token.

use crate::token_view::TokenView;
use chancery_text::Gap;

/// The maximum number of tokens in a number.
const LONGEST: usize = 8;

/// Reads the number in Chinese characters that begins at token `at` ("八", "十二", "二十八", "二〇"). Returns the value of the number and the index of the
/// token after it, or `None` if there is no number.
pub(crate) fn number(view: &TokenView<'_>, at: usize) -> Option<(i32, usize)> {
    let class = view.words.ideographs()?;
    let (mut total, mut digit, mut digits, mut composed) = (0_i32, None::<i32>, 0, false);
    let mut end = at;
    while end - at < LONGEST {
        let Some(token) = view.tokens.get(end).filter(|token| end == at || token.gap == Gap::None) else { break };
        let Some(value) = view.words.sense(&view.word(end), token.capital, class) else { break };
        if value >= 10 {
            // A value of ten or more is a multiplier. Without a digit before it, "十" means ten.
            total = total.saturating_add(digit.take().unwrap_or(1).saturating_mul(value));
            composed = true;
        } else if composed {
            digit = Some(value);
        } else {
            digit = Some(digit.unwrap_or(0).saturating_mul(10).saturating_add(value));
            digits += 1;
        }
        end += 1;
    }
    let number = total.saturating_add(digit.unwrap_or(0));
    (end > at && !(composed && digits > 1) && number < 1_000_000).then_some((number, end))
}

/// Reads the year that begins at token `at` and consists of four digits in Chinese characters ("二〇一四"). Returns the year and the index of the token
/// after it, or `None` if there is no such year.
pub(crate) fn year(view: &TokenView<'_>, at: usize) -> Option<(i32, usize)> {
    let (year, end) = number(view, at)?;
    (end - at == 4 && (1000..2200).contains(&year)).then_some((year, end))
}
