//! Determines the type of a document, such as treaty or communiqué.

use crate::clauses::Clauses;
use crate::cue::Cue;
use crate::opening::Opening;
use crate::view::View;
use chancery_text::{BlockKind, DocumentType, Part};

/// The number of tokens at the start of each block of the title that are searched for the noun that indicates the type ("MODEL
/// AGREEMENT", "Xi'an Declaration").
const BEFORE: usize = 9;
/// The number of tokens at the start of a document that are searched for words that indicate its type.
const OPENING: usize = 250;
/// The number of sentences at the start of a document that are searched for phrases that indicate its type.
const SENTENCES: usize = 200;
/// The minimum number of phrases that must indicate the same type.
const PHRASES: usize = 3;
/// The number of tokens at the start of a sentence that are searched for a phrase that indicates the document's type.
const START: usize = 4;
/// The minimum number of headings that must indicate the same type.
const HEADINGS: usize = 2;
/// The number of blocks at the start of a document that are searched for a formula that indicates its type.
const BLOCKS: usize = 80;
/// The number of tokens at the end of a block that are searched for a formula that indicates the document's type.
const TAIL: usize = 12;

pub(crate) fn find(view: View<'_>, opening: &Opening, clauses: &Clauses, turns: &[Part]) -> Option<DocumentType> {
    let made = |class: u16, evidence: &str, span| Some(DocumentType::new(view.tables.name(class), evidence, span));
    if let (Some(class), Some(span)) = (view.tables.dateline, opening.dateline) {
        return made(class, "dateline", span);
    }
    if let Some((class, start, end)) = title(view, opening) {
        return made(class, "title", view.span(start, end));
    }
    if let Some((class, start, end)) = formula(view, clauses) {
        return made(class, "formula", view.span(start, end));
    }
    if let Some(signature) = clauses.signature.as_ref().filter(|signature| !signature.class.is_empty()) {
        return Some(DocumentType::new(signature.class.as_str(), "signature", signature.cue.unwrap_or(signature.span)));
    }
    if let (Some(class), Some(turn)) = (view.tables.turns, turns.first()) {
        return made(class, "turns", turn.cue.unwrap_or(turn.span));
    }
    if let Some((class, start, end)) = words(view) {
        return made(class, "opening", view.span(start, end));
    }
    if let Some((class, start, end)) = headings(view) {
        return made(class, "headings", view.span(start, end));
    }
    let (class, start, end) = phrases(view)?;
    made(class, "phrases", view.span(start, end))
}

/// Finds the noun of the title that indicates a type of document. Returns the type and the token range of the noun. Each word before the noun in the same block
/// must begin with a capital, be short, or be a word that may also follow the noun of a title.
fn title(view: View<'_>, opening: &Opening) -> Option<(u16, usize, usize)> {
    for block in view.doc.blocks.get(opening.title.clone())? {
        let range = block.token_range.range();
        let first = view.text_start(block);
        for at in first..range.end.min(first + BEFORE) {
            let found = view
                .cues(at)
                .filter(|(cue, found)| *cue == Cue::Title && found.end <= range.end)
                .min_by_key(|(_, found)| (std::cmp::Reverse(found.end), view.tables.order(found.class)));
            if let Some((_, found)) = found
                && (first..at)
                    .all(|at| view.is_capital(at) || !view.is_word(at) || view.word(at).len() < 4 || view.cue(at, Cue::TitleNext).is_some())
                // In "Between Declaration and Code", the noun is not the head of the title.
                && !(at > first && view.word(at - 1).len() > 3 && view.cue(at - 1, Cue::TitleNext).is_some())
                && (found.end == range.end
                    || !view.is_word(found.end)
                    || view.cue(found.end, Cue::TitleNext).is_some()
                    || is_han(view, found.end))
            {
                return Some((found.class, found.start, found.end));
            }
        }
    }
    None
}

/// Returns `true` if a token is a Chinese character. Chinese is written without spaces between words, so any character may follow the
/// noun of a title.
fn is_han(view: View<'_>, at: usize) -> bool {
    view.token(at).is_some_and(|token| token.kind == chancery_text::TokenKind::Ideograph)
}

/// Finds a formula at the start or end of a paragraph, or a cue that makes up a whole line. Returns the type of document that the formula
/// or cue indicates, and the token range of its words. If several types are indicated, the type that was added to the builder first is
/// chosen.
fn formula(view: View<'_>, clauses: &Clauses) -> Option<(u16, usize, usize)> {
    let provisions = !clauses.provisions.is_empty() || clauses.recitals.len() > 1 || !clauses.articles.is_empty();
    let mut best: Option<(usize, u16, usize, usize)> = None;
    for block in view.doc.blocks.iter().take(BLOCKS) {
        let range = block.token_range.range();
        let tail = range.end.saturating_sub(TAIL).max(range.start + 1)..range.end;
        for at in std::iter::once(view.text_start(block)).chain(tail) {
            for (cue, found) in view.cues(at).filter(|(cue, _)| matches!(cue, Cue::Formula | Cue::Line)) {
                // Only a punctuation mark may follow a formula at the end of a block. A formula at the start of a block also counts if the block ends with a
                // colon.
                let ended = found.end + 2 >= range.end || at == view.text_start(block) && matches!(view.last_mark(block), ":" | "：");
                let closes = ended && !matches!(view.last_mark(block), "." | "。");
                let whole = at == view.text_start(block) && found.end + 2 >= range.end;
                if if cue == Cue::Line { whole && provisions } else { closes } {
                    let order = view.tables.order(found.class);
                    if best.is_none_or(|(known, ..)| order < known) {
                        best = Some((order, found.class, found.start, found.end));
                    }
                }
            }
        }
    }
    best.map(|(_, class, start, end)| (class, start, end))
}

/// Finds words near the start of the document that indicate its type. Returns the type and the token range of the words.
fn words(view: View<'_>) -> Option<(u16, usize, usize)> {
    let limit = view.doc.tokens.len().min(OPENING);
    let found = (0..limit).flat_map(|at| view.cues(at).filter(|(cue, _)| *cue == Cue::Opening));
    found
        .map(|(_, found)| (view.tables.order(found.class), found))
        .min_by_key(|(order, found)| (*order, found.start))
        .map(|(_, found)| (found.class, found.start, found.end))
}

/// Finds the type of document that is indicated by the largest number of headings. Returns this type, and the token range of the words in
/// the first heading that indicates it.
fn headings(view: View<'_>) -> Option<(u16, usize, usize)> {
    let mut counts: Vec<(u16, usize, usize, usize)> = Vec::new();
    for block in view.doc.blocks.iter().filter(|block| block.kind == BlockKind::Heading) {
        let start = view.text_start(block);
        let found = (start..block.token_range.end as usize).take(3).find_map(|at| view.cue(at, Cue::Heading));
        let Some(found) = found else { continue };
        match counts.iter_mut().find(|(class, ..)| *class == found.class) {
            Some((_, count, ..)) => *count += 1,
            None => counts.push((found.class, 1, found.start, found.end)),
        }
    }
    counts
        .into_iter()
        .filter(|(_, count, ..)| *count >= HEADINGS)
        .max_by_key(|(_, count, ..)| *count)
        .map(|(class, _, start, end)| (class, start, end))
}

/// Finds the type of document that is indicated by the largest number of phrases at the start of sentences. Returns this type, and the
/// token range of the first phrase that indicates it.
fn phrases(view: View<'_>) -> Option<(u16, usize, usize)> {
    let mut counts: Vec<(u16, usize, usize, usize)> = Vec::new();
    for sentence in view.doc.sentences.iter().take(SENTENCES) {
        let range = sentence.token_range.range();
        let Some(found) = range.take(START).find_map(|at| view.cue(at, Cue::Phrase)) else { continue };
        match counts.iter_mut().find(|(class, ..)| *class == found.class) {
            Some((_, count, ..)) => *count += 1,
            None => counts.push((found.class, 1, found.start, found.end)),
        }
    }
    counts
        .into_iter()
        .filter(|(_, count, ..)| *count >= PHRASES)
        .max_by_key(|(_, count, ..)| *count)
        .map(|(class, _, start, end)| (class, start, end))
}
