//! Collects the markers of a text, in the order in which they occur.

use super::layers::Layers;
use super::{headings, words};
use crate::layout::{LONGEST_MARKER, MarkerStyle, marker_at};
use crate::phrases::Sense;
use chancery_text::{BlockKind, Gap, PointKind, TokenKind};

/// The properties that the markers of a list have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Style {
    pub(super) kind: PointKind,
    pub(super) bracket: bool,
    pub(super) small: bool,
    /// The level of a heading word, or the depth of a path of numbers such as "3.2.1"; 0 for other markers.
    pub(super) level: u8,
    /// Whether the marker begins with a heading word ("Article 3"), or stands in a heading and has no bracket.
    pub(super) heading: bool,
    /// Whether an article or a similar word precedes the ordinal ("the first").
    pub(super) lead: bool,
}

/// The position of a marker in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Place {
    /// Within a sentence.
    Inline,
    /// At the start of a sentence.
    Sentence,
    /// At the start of a paragraph, list item or heading.
    Block,
}

/// The meaning of a marker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Counts {
    /// The marker begins the item with this number.
    Number(u32),
    /// The marker begins the next item, but states no number ("next").
    Next,
    /// The marker begins the last item ("finally").
    Last,
    /// The marker ends lists.
    End {
        /// If `false`, lists of headings continue.
        all: bool,
    },
}

#[derive(Clone, Debug)]
pub(super) struct Mark {
    /// Index of the first token of the marker.
    pub(super) first: usize,
    /// Index of the token after the marker.
    pub(super) after: usize,
    pub(super) sentence: usize,
    pub(super) block: usize,
    pub(super) style: Style,
    pub(super) counts: Counts,
    pub(super) place: Place,
    /// Whether the block that contains the marker is a heading.
    pub(super) firm: bool,
}

/// Returns the markers of a document, in the order of the text.
pub(super) fn find(layers: Layers<'_>) -> Vec<Mark> {
    let mut found = Vec::new();
    let mut block = 0;
    for (number, sentence) in layers.sentences.iter().enumerate() {
        let range = sentence.token_range.range();
        while layers.blocks.get(block).is_some_and(|block| block.token_range.end as usize <= range.start) {
            block += 1;
        }
        let Some(within) = layers.blocks.get(block) else { break };
        let opens = within.token_range.start as usize == range.start;
        let place = if opens { Place::Block } else { Place::Sentence };
        let mut at = range.start;
        // Up to three markers may follow one another: "1. (a)", "Article 2. 1."
        for _ in 0..3 {
            let Some(mark) = start(layers, at, number, block, place, at == range.start) else { break };
            at = mark.after;
            found.push(mark);
        }
        let heading = within.kind == BlockKind::Heading;
        if !heading {
            inline(layers, at.max(range.start + 1)..range.end, number, block, &mut found);
        }
    }
    found
}

/// Returns the marker at token `at`. This token begins a sentence, or follows another marker at the start of a sentence. `first` tells whether the marker is at
/// the start of the sentence.
fn start(layers: Layers<'_>, at: usize, sentence: usize, block: usize, place: Place, first: bool) -> Option<Mark> {
    let within = layers.blocks.get(block)?;
    let end = within.token_range.end as usize;
    let tokens = layers.tokens.get(at..end)?;
    let opens = place == Place::Block;
    let heading = within.kind == BlockKind::Heading;
    let listed = opens && first && within.marker.is_some();
    let mark = |after: usize, style: Style, counts: Counts| Mark { first: at, after, sentence, block, style, counts, place, firm: heading };
    let style = |kind: PointKind| Style { kind, bracket: false, small: false, level: 0, heading, lead: false };
    if opens
        && first
        && let Some(headed) = headings::at(layers, at, heading)
    {
        let style = Style { level: headed.level, heading: true, ..style(PointKind::Heading) };
        return Some(mark(headed.after, style, Counts::Number(headed.value)));
    }
    let marker = tokens.get(..tokens.len().min(LONGEST_MARKER + 1)).and_then(|tokens| marker_at(layers.text, tokens));
    if let Some(marker) = marker {
        // At the start of a block, a marker without a bracket is accepted only if the layout step has found that the block is a list item or a heading.
        let certain = marker.bracket || listed || !opens || heading || !first;
        let (kind, value, level) = match marker.style {
            MarkerStyle::Number(value) => (PointKind::Number, value, 0),
            MarkerStyle::Letter(value) => (PointKind::Letter, value, 0),
            MarkerStyle::Roman(value) => (PointKind::Roman, value, 0),
            MarkerStyle::Path(depth) => (PointKind::Path, last_number(layers.word(at)), depth),
            MarkerStyle::Bullet => return None,
        };
        if !certain || kind == PointKind::Path && !opens {
            return None;
        }
        let style = Style { bracket: marker.bracket, small: marker.small, level, heading: heading && !marker.bracket, ..style(kind) };
        return Some(mark(at + marker.tokens, style, Counts::Number(value)));
    }
    if heading && !layers.word(at + 1).is_empty() && at + 1 < end {
        return None;
    }
    let worded = words::at(layers, at, opens, listed).filter(|worded| worded.after <= end)?;
    Some(mark(worded.after, Style { lead: worded.lead, ..style(PointKind::Word) }, counts(worded.sense)))
}

const fn counts(sense: Sense) -> Counts {
    match sense {
        Sense::Count { number, .. } => Counts::Number(number as u32),
        Sense::Next => Counts::Next,
        Sense::Last => Counts::Last,
        Sense::End { all } => Counts::End { all },
    }
}

/// Finds the markers within a sentence: "(a) … (b) …", "…: first, …; second, …".
fn inline(layers: Layers<'_>, range: std::ops::Range<usize>, sentence: usize, block: usize, found: &mut Vec<Mark>) {
    let bytes = layers.text.as_bytes();
    for at in range.clone() {
        let token = &layers.tokens[at];
        if token.kind == TokenKind::Word || token.kind == TokenKind::Number {
            continue;
        }
        let style = |kind: PointKind| Style { kind, bracket: true, small: false, level: 0, heading: false, lead: false };
        match bytes.get(token.span.start() as usize) {
            Some(b'(' | 0xEF) if matches!(token.text(layers.text), "(" | "（") => {
                let Some(tokens) = layers.tokens.get(at..range.end.min(at + LONGEST_MARKER + 1)) else { continue };
                let Some(marker) = marker_at(layers.text, tokens).filter(|marker| marker.bracket) else { continue };
                let (kind, value) = match marker.style {
                    MarkerStyle::Number(value) if value < 100 => (PointKind::Number, value),
                    MarkerStyle::Letter(value) => (PointKind::Letter, value),
                    MarkerStyle::Roman(value) => (PointKind::Roman, value),
                    _ => continue,
                };
                // After a number, a reference noun or a bracket, the marker is part of a citation: "paragraph 2 (a)", "Article 5 (a) (i)".
                let before = &layers.tokens[at - 1];
                let cited =
                    before.kind == TokenKind::Number || layers.language.is_reference(layers.word(at - 1)) || layers.word(at - 1) == ")";
                let goes_on = layers.tokens.get(at + marker.tokens).is_some_and(|next| {
                    matches!(next.kind, TokenKind::Word | TokenKind::Ideograph | TokenKind::Number)
                        && (next.gap != Gap::None || next.kind == TokenKind::Ideograph)
                        && !layers.language.joins(next.text(layers.text))
                });
                if cited || !goes_on || at + marker.tokens >= range.end {
                    continue;
                }
                let style = Style { small: marker.small, ..style(kind) };
                found.push(Mark {
                    first: at,
                    after: at + marker.tokens,
                    sentence,
                    block,
                    style,
                    counts: Counts::Number(value),
                    place: Place::Inline,
                    firm: false,
                });
            }
            Some(b';' | b':' | 0xEF) if matches!(token.text(layers.text), ";" | ":" | "；" | "：") => {
                let start = if layers.language.joins(layers.word(at + 1)) { at + 2 } else { at + 1 };
                if start >= range.end {
                    continue;
                }
                let Some(worded) = words::at(layers, start, false, false).filter(|worded| worded.after < range.end) else { continue };
                let style = Style { bracket: false, lead: worded.lead, ..style(PointKind::Word) };
                found.push(Mark {
                    first: start,
                    after: worded.after,
                    sentence,
                    block,
                    style,
                    counts: counts(worded.sense),
                    place: Place::Inline,
                    firm: false,
                });
            }
            _ => {}
        }
    }
}

/// Returns the last number of a path of numbers: 1 for "3.2.1".
fn last_number(path: &str) -> u32 {
    path.rsplit('.').next().and_then(|number| number.parse().ok()).unwrap_or(0)
}
