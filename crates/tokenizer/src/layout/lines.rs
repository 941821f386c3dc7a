//! The lines of a text, as ranges of tokens, and the width to which the text is wrapped.

use crate::Language;
use chancery_text::{Casing, Gap, Token, TokenKind};
use std::ops::Range;

/// A line that contains tokens.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    /// Index of the first token.
    pub(super) first: usize,
    /// Index of the token after the last token.
    pub(super) end: usize,
    /// The width of the line: the number of bytes from the start of the first token to the end of the last token.
    pub(super) width: usize,
    /// Whether the line follows an empty line or is the first line of the text.
    pub(super) after_empty: bool,
    /// How the line ends.
    pub(super) ending: Ending,
    /// Whether the line begins with a word in lower case.
    pub(super) begins_small: bool,
    /// Whether the line consists only of a short number, which is usually a page number.
    pub(super) lone_number: bool,
    /// Whether the line is written in capitals.
    pub(super) all_capitals: bool,
}

/// The kind of token with which a line ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// An abbreviation, or a mark that ends sentences. Closing quotation marks or brackets may follow the mark.
    Full,
    /// A colon or semicolon.
    Half,
    /// A comma, dash or hyphen.
    Open,
    /// A word or any other token.
    Bare,
    /// A word that must be followed by another word, such as an article, a preposition or a title.
    Loose,
}

/// The lines of a text and the width to which they are wrapped.
pub(super) struct Lines {
    pub(super) lines: Vec<Line>,
    /// The width, in bytes, that nine out of ten lines do not exceed. Lines of 20 bytes or less are not counted.
    pub(super) measure: usize,
    /// Whether the lines are wrapped at the width `measure`. If not, line breaks occur only at the ends of paragraphs.
    pub(super) wrapped: bool,
}

/// The largest width of wrapped lines, in bytes. If the lines of a text are wider, the text is not wrapped.
const WIDEST_WRAPPED: usize = 160;

/// Finds the lines of a text.
pub(super) fn find(text: &str, tokens: &[Token], language: &Language) -> Lines {
    let mut lines = Vec::new();
    let mut first = 0;
    while first < tokens.len() {
        let behind = tokens[first + 1..].iter().position(|token| token.gap >= Gap::Line);
        let end = behind.map_or(tokens.len(), |behind| first + 1 + behind);
        lines.push(line(text, tokens, first..end, language));
        first = end;
    }
    let mut widths: Vec<usize> = lines.iter().map(|line| line.width).filter(|&w| w > 20).collect();
    let ninth = widths.len() * 9 / 10;
    widths.sort_unstable();
    let measure = widths.get(ninth.min(widths.len().saturating_sub(1))).copied().unwrap_or(0);
    let bare =
        lines.windows(2).filter(|pair| !pair[1].after_empty && pair[0].width * 10 >= measure * 6 && pair[0].ending != Ending::Full).count();
    let pairs = lines.windows(2).filter(|pair| !pair[1].after_empty).count();
    Lines { wrapped: measure > 0 && measure <= WIDEST_WRAPPED && bare * 3 >= pairs && bare > 0, measure, lines }
}

/// Returns `true` if a line is written in capitals, that is, has at least one word in capitals and no lower-case
/// letter.
fn all_capitals(line: &[Token]) -> bool {
    let small = |token: &Token| match token.casing {
        Casing::Lower | Casing::Mixed => true,
        // A single capital letter is also in title case. Only longer words in title case contain lower-case letters.
        Casing::Title => token.span.len() > 1,
        _ => false,
    };
    !line.iter().any(small) && line.iter().any(|token| token.casing == Casing::Upper)
}

fn line(text: &str, tokens: &[Token], range: Range<usize>, language: &Language) -> Line {
    let Range { start: first, end } = range;
    let span = &tokens[range];
    let width = (tokens[end - 1].span.end() - tokens[first].span.start()) as usize;
    let first_word = span.iter().find(|token| token.kind == TokenKind::Word);
    Line {
        first,
        end,
        width,
        after_empty: span[0].gap == Gap::Break,
        ending: ending(text, span, language),
        begins_small: first_word.is_some_and(|token| token.casing == Casing::Lower) && span[0].kind == TokenKind::Word,
        lone_number: span.len() == 1 && span[0].kind == TokenKind::Number && span[0].span.len() <= 4,
        all_capitals: all_capitals(span),
    }
}

fn ending(text: &str, span: &[Token], language: &Language) -> Ending {
    for (at, token) in span.iter().enumerate().rev() {
        let mark = token.text(text);
        if token.kind == TokenKind::Word {
            return match mark.strip_suffix('.') {
                // A title or an initial must be followed by a name.
                Some(stem) if at > 0 && (language.is_title(stem) || stem.chars().nth(1).is_none()) => Ending::Loose,
                Some(_) => Ending::Full,
                // An article, a preposition or a conjunction must be followed by another word.
                None if token.casing == Casing::Lower && language.is_lower_case_starter(mark) => Ending::Loose,
                None => Ending::Bare,
            };
        }
        match mark.chars().next_back() {
            Some('.' | '!' | '?' | '…' | '。' | '！' | '？') => return Ending::Full,
            Some(':' | ';' | '：' | '；') => return Ending::Half,
            Some(',' | '-' | '–' | '—' | '，' | '、' | '/') => return Ending::Open,
            Some('"' | '\'' | ')' | ']' | '”' | '’' | '»' | '」' | '』' | '*' | '_') => {}
            _ => return Ending::Bare,
        }
    }
    Ending::Bare
}
