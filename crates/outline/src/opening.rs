//! Finds the first parts of a document: the title, the date line, and the words that address the audience.

use crate::cue::Cue;
use crate::view::View;
use chancery_text::{Block, Part, Span, TimexType};

/// The number of blocks at the start of a document that are searched for the title, the date line and the words that address the
/// audience.
const FIRST: usize = 12;
/// The number of blocks at the end of a document that are searched for a date line.
const LAST: usize = 4;
/// The maximum number of tokens in a title.
const TITLE: usize = 40;
/// The maximum number of tokens in a title that is the first block of the document. This block may consist of several lines.
const FIRST_LINES: usize = 90;
/// The maximum number of tokens in a date line.
const DATE_LINE: usize = 14;
/// The maximum number of tokens in a short block that addresses the audience.
const ADDRESS: usize = 25;
/// The maximum number of words in a date line that do not belong to the date.
const PLACE: usize = 7;
/// The maximum number of blocks in a title.
const LINES: usize = 5;

#[derive(Debug, Default)]
pub(crate) struct Opening {
    pub(crate) parts: Vec<Part>,
    /// The range of the title's blocks, half-open.
    pub(crate) title: std::ops::Range<usize>,
    /// The index of the first block after the title, the date line and the addressees.
    pub(crate) body: usize,
    /// The byte range of the place and date that precede the text of a news report ("ASTANA, 19 May 2023 –").
    pub(crate) dateline: Option<Span>,
}

pub(crate) fn find(view: View<'_>) -> Opening {
    let mut opening = Opening::default();
    let blocks = view.doc.blocks.len();
    let mut at = 0;
    while at < blocks.min(FIRST) {
        let block = &view.doc.blocks[at];
        if let Some(span) = dateline(view, block) {
            opening.parts.push(Part::new(span, "date-line"));
            opening.dateline = Some(span);
            break;
        }
        if is_date_line(view, block) {
            opening.parts.push(Part::new(block.span, "date-line"));
        } else if let Some(end) = addressed(view, block) {
            let mut part = Part::new(view.span(block.token_range.start as usize, end), "addressees");
            part.cue = Some(part.span);
            opening.parts.push(part);
            if end < block.token_range.end as usize {
                break;
            }
        } else if opening.title.is_empty() && begins_title(view, at) {
            let mut end = at + 1;
            while end < blocks && end - at < LINES && continues_title(view, end) {
                end += 1;
            }
            opening.title = at..end;
            let span = Span::new(block.span.start(), view.doc.blocks[end - 1].span.end());
            opening.parts.push(Part::new(span, "title"));
            at = end;
            opening.body = at;
            continue;
        } else if !view.is_heading(block) && block.token_range.range().len() > TITLE {
            break;
        }
        at += 1;
        if opening.parts.last().is_some_and(|part| part.span.end() == block.span.end()) {
            opening.body = at;
        }
    }
    for block in view.doc.blocks.iter().skip(at.max(opening.body)).rev().take(LAST) {
        if is_date_line(view, block) {
            opening.parts.push(Part::new(block.span, "date-line"));
        }
    }
    opening
}

/// Returns `true` if the block `at` begins a title. The block must be a heading, or a short line that is set apart from the text below it
/// and has no punctuation mark at its end.
fn begins_title(view: View<'_>, at: usize) -> bool {
    let block = &view.doc.blocks[at];
    let range = block.token_range.range();
    let point = view.doc.points.first().filter(|point| point.span.start() == block.span.start());
    let most = if at == 0 { FIRST_LINES } else { TITLE };
    if range.len() > most || point.is_some_and(|_| at > 0 || !view.is_heading(block)) {
        return false;
    }
    let next = view.block(at + 1);
    // The line after a title may begin with a parenthesis, such as "(as adopted)".
    let below = |next: &Block| {
        view.after_empty(next) || view.is_heading(next) || is_date_line(view, next) || view.word(next.token_range.start as usize) == "("
    };
    // A block is ordinary text if the next block begins in lower case, or if it contains more than one sentence.
    let goes_on =
        next.is_some_and(|next| view.is_word(next.token_range.start as usize) && !view.is_capital(next.token_range.start as usize));
    let first = view.doc.sentences.partition_point(|sentence| sentence.span.end() <= block.span.start());
    let one = view.doc.sentences.get(first).is_none_or(|sentence| sentence.span.end() >= block.span.end());
    let apart = next.is_some_and(below) && !goes_on && (one || at == 0 && view.word(range.end - 1) == ")");
    if view.cue(range.start, Cue::Preamble).is_some() {
        return false;
    }
    let words = range.clone().filter(|at| view.is_word(*at)).count();
    words > 0 && view.is_capital(range.start) && (view.is_heading(block) || apart && !ends(view.last_mark(block)))
}

/// Returns `true` if the block `at` continues a title. The block must be short, without a marker and without a punctuation mark at its
/// end. It must be directly below the title, or be a heading in capitals after another heading.
fn continues_title(view: View<'_>, at: usize) -> bool {
    let block = &view.doc.blocks[at];
    if view.cue(block.token_range.start as usize, Cue::Preamble).is_some() {
        return false;
    }
    let short = block.token_range.range().len() <= TITLE && !ends(view.last_mark(block)) && block.marker.is_none();
    let marked = view.doc.points.iter().take(FIRST).any(|point| point.span.start() == block.span.start());
    short
        && !marked
        && !is_date_line(view, block)
        && (!view.after_empty(block) || view.is_heading(block) && view.is_heading(&view.doc.blocks[at - 1]) && all_capitals(view, block))
}

fn all_capitals(view: View<'_>, block: &Block) -> bool {
    let text = view.doc.slice(block.span);
    text.chars().any(char::is_uppercase) && !text.chars().any(char::is_lowercase)
}

fn ends(mark: &str) -> bool {
    matches!(mark, "." | "," | ";" | ":" | "!" | "?" | "。" | "，" | "；" | "：") || mark.ends_with('.')
}

/// Returns `true` if a block consists only of a place and a date ("Shanghai, 15 June 2001"), or only of a date ("16
/// September 2022").
fn is_date_line(view: View<'_>, block: &Block) -> bool {
    let range = block.token_range.range();
    if range.len() > DATE_LINE || block.marker.is_some() {
        return false;
    }
    let from = view.doc.times.partition_point(|time| time.span.start() < block.span.start());
    let times: Vec<Span> = view.doc.times[from..]
        .iter()
        .take_while(|time| time.span.end() <= block.span.end())
        .filter(|time| time.timex_type == TimexType::Date && time.value.len() >= 4)
        .map(|time| time.span)
        .collect();
    let Some(day) = times.iter().max_by_key(|span| span.len()) else { return false };
    let outside = |at: &usize| {
        !times.iter().any(|span| span.start() <= view.doc.tokens[*at].span.start() && view.doc.tokens[*at].span.end() <= span.end())
    };
    let rest: Vec<usize> = range.clone().filter(outside).filter(|at| view.is_word(*at)).collect();
    day.len() >= 4
        && rest.len() <= PLACE
        && rest.iter().all(|at| view.is_capital(*at) || view.word(*at).len() < 3)
        && rest.len() < range.len()
}

/// If a block begins with the place and date of a news report ("ASTANA, 19 May 2023 –"), returns their byte range, including the dash.
fn dateline(view: View<'_>, block: &Block) -> Option<Span> {
    let range = block.token_range.range();
    let first = range.start;
    if range.len() < 12
        || !view.word(first).chars().all(|letter| !letter.is_lowercase())
        || !view.is_word(first)
        || view.word(first).len() < 3
    {
        return None;
    }
    let dash = (first + 1..range.end.min(first + DATE_LINE + 4)).find(|at| {
        let token = &view.doc.tokens[*at];
        matches!(view.word(*at), "–" | "—" | "-" | "--") && token.gap != chancery_text::Gap::None
    })?;
    let small = (first..dash).filter(|at| view.is_word(*at) && !view.is_capital(*at) && view.word(*at).len() > 3).count();
    let ended = (first..dash).any(|at| matches!(view.word(at), ":" | ";" | "?" | "!"));
    (small == 0 && !ended).then(|| view.span(first, dash + 1))
}

/// Finds the words at the start of a block that address the audience ("Mr. President, Excellencies,"). Returns the index of the token after these words. A
/// short block addresses the audience as a whole. In a longer block, the words end after the punctuation mark that follows the last form of address.
fn addressed(view: View<'_>, block: &Block) -> Option<usize> {
    let range = block.token_range.range();
    let mut at = view.text_start(block);
    let mut end = None;
    while let Some(found) = view.cue(at, Cue::Address) {
        let next = (found.end..range.end.min(found.end + 6)).find(|at| matches!(view.word(*at), "," | ":" | "!" | "，" | "：" | "！"));
        // A name may come between the form of address and the comma: "Madam President Smith,".
        let between = next.unwrap_or(found.end);
        if !(found.end..between).all(|at| view.is_capital(at)) {
            break;
        }
        at = next.map_or(found.end, |next| next + 1);
        end = next.map(|next| next + 1).or(Some(found.end).filter(|end| *end == range.end)).or(end);
    }
    let end = end?;
    let whole = range.len() <= ADDRESS && !matches!(view.last_mark(block), "." | "。");
    Some(if whole { range.end } else { end })
}
