//! Joins lines into paragraphs, headings and list items.

use super::lines::{Ending, Line, Lines};
use super::markers;
use crate::Language;
use chancery_text::{BlockKind, Token, TokenKind};

/// A block whose section is not yet known. It contains the tokens `first..end`.
#[derive(Clone, Copy)]
pub(super) struct Draft {
    pub(super) kind: BlockKind,
    pub(super) first: usize,
    pub(super) end: usize,
    /// Number of tokens in the marker at the start of the block; 0 if there is no marker.
    pub(super) marker: usize,
    /// Level of a heading, 1 for the highest; 0 for other blocks.
    pub(super) level: u8,
}

/// The largest number of words in a heading.
const HEADING_WORDS: usize = 14;

/// Joins the lines of a text into blocks.
pub(super) fn find(text: &str, tokens: &[Token], lines: &Lines, language: &Language) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = Vec::new();
    let mut item: Option<markers::Marker> = None;
    for (n, line) in lines.lines.iter().enumerate() {
        let span = &tokens[line.first..line.end];
        let marker = markers::at(text, span);
        let before = n.checked_sub(1).map(|n| &lines.lines[n]);
        let next_in_list = marker.zip(item).is_some_and(|(marker, item): (markers::Marker, markers::Marker)| marker.follows(&item));
        let listed = marker.is_some()
            && (next_in_list || before.is_none_or(|before| opens_item(before, line, lines, marker.is_some_and(|m| m.bracket))));
        item = marker.filter(|_| listed).or(item);
        let heading = heading_level(text, tokens, lines, n, marker, language);
        if let (Some(before), Some(open)) = (before, drafts.last_mut()) {
            let joined = match (open.kind, heading) {
                // A heading in capitals continues on the next line if that line is also in capitals.
                (BlockKind::Heading, Some(_)) => !line.after_empty && before.all_capitals && line.all_capitals && !listed,
                (BlockKind::Heading, None) | (_, Some(_)) => false,
                _ if line.lone_number => page_number(before, lines.lines.get(n + 1)),
                // After a page number, the text continues the line that precedes the page number.
                _ if before.lone_number && n > 1 => !listed && continues(&lines.lines[n - 2], line, lines),
                _ => !listed && continues(before, line, lines),
            };
            if joined {
                open.end = line.end;
                continue;
            }
        }
        let marker = marker.filter(|_| listed || heading.is_some()).map_or(0, |marker| marker.tokens);
        let (kind, level) = match heading {
            Some(level) => (BlockKind::Heading, level),
            None if marker > 0 => (BlockKind::ListItem, 0),
            None => (BlockKind::Paragraph, 0),
        };
        drafts.push(Draft { kind, first: line.first, end: line.end, marker, level });
    }
    drafts
}

/// Returns `true` if a number on a separate line is a page number, that is, if it interrupts a sentence. `before` and `after` are the lines before and after
/// the number.
fn page_number(before: &Line, after: Option<&Line>) -> bool {
    let open = matches!(before.ending, Ending::Bare | Ending::Open | Ending::Loose) && before.end - before.first >= 4;
    open && after.is_some_and(|after| after.begins_small || before.ending == Ending::Loose)
}

/// Returns `true` if `line`, which begins with a marker, is the start of a list item. Returns `false` if the marker is probably an ordinary number that the
/// line break has put at the start of a line ("… since⏎1992. The …"). `before` is the line before `line`. `bracket` tells whether the marker has a bracket.
fn opens_item(before: &Line, line: &Line, lines: &Lines, bracket: bool) -> bool {
    let ended = match before.ending {
        Ending::Full | Ending::Half => true,
        Ending::Open => bracket,
        _ => false,
    };
    line.after_empty || ended || before.ending != Ending::Loose && !full(before, lines)
}

/// Returns `true` if the text is wrapped and the line is about as long as a full line. Such a line may end in the middle of a paragraph.
fn full(line: &Line, lines: &Lines) -> bool {
    lines.wrapped && line.width * 10 >= lines.measure * 7
}

/// Returns `true` if `line` belongs to the same block as `before`, the line before it.
fn continues(before: &Line, line: &Line, lines: &Lines) -> bool {
    if line.after_empty {
        // A page or column break may interrupt a sentence. A line that begins in lower case continues the sentence.
        return line.begins_small && matches!(before.ending, Ending::Bare | Ending::Open | Ending::Loose) && before.end - before.first >= 4;
    }
    match before.ending {
        _ if line.begins_small => before.ending != Ending::Half || full(before, lines),
        Ending::Full | Ending::Half => full(before, lines),
        Ending::Open | Ending::Loose => true,
        Ending::Bare => full(before, lines) || before.width > 100,
    }
}

/// Returns the level of the heading on line `n`, 1 for the highest; `None` if the line is not a heading.
fn heading_level(
    text: &str,
    tokens: &[Token],
    lines: &Lines,
    n: usize,
    marker: Option<markers::Marker>,
    language: &Language,
) -> Option<u8> {
    let line = &lines.lines[n];
    let span = &tokens[line.first..line.end];
    let skip = marker.map_or(0, |marker| marker.tokens);
    let body = span.get(skip..)?;
    let (mut words, mut ideographs) = (0, 0);
    for token in body {
        words += usize::from(token.kind == TokenKind::Word);
        ideographs += usize::from(token.kind == TokenKind::Ideograph);
        if words + ideographs / 2 > HEADING_WORDS {
            return None;
        }
    }
    if words + ideographs == 0 && marker.is_none() {
        return None;
    }
    let before = n.checked_sub(1).map(|n| &lines.lines[n]);
    let after = lines.lines.get(n + 1);
    let alone_before = line.after_empty
        || before.is_none_or(|before| {
            matches!(before.ending, Ending::Full | Ending::Half)
                || before.ending == Ending::Bare && before.width < 80 && !full(before, lines)
        });
    let alone_after = after.is_none_or(|after| after.after_empty || !after.begins_small);
    if !alone_before || !alone_after {
        return None;
    }
    // A bracketed marker is part of a list if a neighbouring line also begins with a marker: "(i) Antigua⏎(ii) Bahamas".
    let marked = |line: Option<&Line>| line.is_some_and(|line| markers::at(text, &tokens[line.first..line.end]).is_some());
    if marker.is_some_and(|marker| marker.bracket) && (marked(before) || marked(after)) {
        return None;
    }
    // A heading word and a number: "Article 5", "CHAPTER II. General provisions".
    if let [word, number, ..] = span
        && let Some(level) = language.heading_level(word.text(text))
        && word.capital
        && is_count(number.text(text))
        && (line.ending == Ending::Bare || span.len() <= 3)
    {
        return Some(level);
    }
    let capital = body.iter().find(|token| token.kind == TokenKind::Word).is_none_or(|token| token.capital);
    if line.ending != Ending::Bare || !capital || line.begins_small {
        return None;
    }
    if ideographs > words {
        return (line.after_empty && after.is_some_and(|after| after.after_empty) && ideographs <= 20).then_some(2);
    }
    if line.all_capitals && words > 0 {
        return Some(1);
    }
    if words == 0 {
        // The line consists of a number or numeral only.
        return (skip > 0 && after.is_some()).then_some(2);
    }
    let stopped = body.iter().any(|token| token.kind == TokenKind::Punctuation && matches!(token.text(text), "." | "!" | "?" | ";"));
    let apart = line.after_empty && after.is_some_and(|after| after.after_empty);
    if stopped || line.width > 90 || full(line, lines) && !apart {
        return None;
    }
    let leads = after.is_some_and(|after| after.width > line.width) && body.len() > 1;
    match marker.map(|marker| marker.style) {
        Some(markers::Style::Path(depth)) => Some(depth.max(1)),
        Some(markers::Style::Roman(_)) => Some(1),
        Some(markers::Style::Bullet) => None,
        Some(_) => (apart || leads && titled(body)).then_some(2),
        None => (apart || leads && (line.after_empty || titled(body))).then_some(2),
    }
}

/// Returns `true` if more than half of the words that are longer than three bytes begin with a
/// capital.
fn titled(body: &[Token]) -> bool {
    let long = || body.iter().filter(|token| token.kind == TokenKind::Word && token.span.len() > 3);
    long().filter(|token| token.capital).count() * 2 > long().count()
}

/// Returns `true` if a string is a number, a roman numeral or a single letter. The string may end with
/// a period.
fn is_count(text: &str) -> bool {
    let text = text.strip_suffix('.').unwrap_or(text);
    !text.is_empty() && (text.bytes().all(|b| b.is_ascii_digit()) || text.bytes().all(|b| b"IVXLCivxlc".contains(&b)) || text.len() == 1)
}
