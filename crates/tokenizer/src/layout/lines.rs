//! Lines, as ranges of tokens, and how wide the text is set.

use crate::Language;
use chancery_text::{Casing, Gap, Token, TokenKind};
use std::ops::Range;

/// One line that holds tokens.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    /// First token.
    pub(super) first: usize,
    /// The one behind the last.
    pub(super) end: usize,
    /// Bytes from the first token to the last.
    pub(super) width: usize,
    /// Whether empty lines (or the start of the text) stand before it.
    pub(super) after_empty: bool,
    /// How its last token ends it.
    pub(super) ending: Ending,
    /// Whether its first word begins with a small letter.
    pub(super) begins_small: bool,
    /// Whether it is a number and nothing else: that of a page, mostly.
    pub(super) lone_number: bool,
    /// Whether it has letters, and all of them are capitals.
    pub(super) all_capitals: bool,
}

/// How a line ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// With a mark that ends sentences, perhaps inside quotes or brackets.
    Full,
    /// With a colon or semicolon.
    Half,
    /// With a comma, dash or hyphen.
    Open,
    /// With a word.
    Bare,
    /// With a word that cannot end anything: an article, a preposition, a title.
    Loose,
}

/// The lines of a text and the measure they are set to.
pub(super) struct Lines {
    pub(super) lines: Vec<Line>,
    /// Width in bytes that nine lines of ten do not pass.
    pub(super) measure: usize,
    /// Whether lines are broken at that measure rather than at the ends of paragraphs.
    pub(super) wrapped: bool,
}

/// Lines wider than this are not broken by hand.
const WIDEST_WRAPPED: usize = 160;

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

/// Whether a line has letters, and all of them are capitals.
fn all_capitals(line: &[Token]) -> bool {
    let small = |token: &Token| match token.casing {
        Casing::Lower | Casing::Mixed => true,
        // A single capital says nothing; a longer word in title case does.
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
                // After a title or an initial the name is still to come.
                Some(stem) if at > 0 && (language.is_title(stem) || stem.chars().nth(1).is_none()) => Ending::Loose,
                Some(_) => Ending::Full,
                // After an article, a preposition or a conjunction, more must follow.
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
