//! Finds the turns of speakers: "The MODERATOR: …", "Mr. SMITH (France): …", "Q: …".

use crate::view::View;
use chancery_text::{BlockKind, Part, Span};
use std::collections::BTreeMap;

/// The maximum number of tokens in the name of a speaker, including the colon after the name.
const LABEL: usize = 14;
/// The minimum number of turns in a document. If a document has fewer, none of them is recognised.
const TURNS: usize = 4;
/// The minimum number of speakers in a document with turns.
const SPEAKERS: usize = 2;

pub(crate) fn find(view: View<'_>) -> Vec<Part> {
    let mut found: Vec<(u32, Span)> = Vec::new();
    let mut paragraphs = 0;
    for block in &view.doc.blocks {
        if block.kind == BlockKind::Heading {
            continue;
        }
        paragraphs += 1;
        if block.marker.is_none()
            && let Some(label) = label(view, block.token_range.range())
        {
            found.push((block.span.start(), label));
        }
    }
    let mut speakers: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, label) in &found {
        *speakers.entry(view.doc.slice(*label)).or_default() += 1;
    }
    let again = speakers.values().filter(|turns| **turns > 1).count();
    if found.len() < TURNS || speakers.len() < SPEAKERS || again == 0 || found.len() * 6 < paragraphs || found.len() > speakers.len() * 200
    {
        return Vec::new();
    }
    // In a document with turns, most speakers speak more than once. In a list of terms, each label occurs only once.
    if speakers.values().filter(|turns| **turns > 1).sum::<usize>() * 2 < found.len() {
        return Vec::new();
    }
    let text = view.doc.text();
    let mut turns = Vec::with_capacity(found.len());
    for (at, (start, label)) in found.iter().enumerate() {
        let end = found.get(at + 1).map_or(text.len(), |(next, _)| *next as usize);
        let end = text.get(..end).map_or(end, |text| text.trim_end().len());
        let mut turn = Part::new(Span::new(*start, end as u32), "turn");
        turn.cue = Some(*label);
        turns.push(turn);
    }
    turns
}

/// Returns the name of a speaker at the start of a paragraph. The name may contain capitalised words, short words such as "of", and
/// text in parentheses. A colon must follow the name.
fn label(view: View<'_>, range: std::ops::Range<usize>) -> Option<Span> {
    let colon = (range.start + 1..range.end.min(range.start + LABEL)).find(|at| matches!(view.word(*at), ":" | "："))?;
    let mut open = false;
    let mut words = 0;
    for at in range.start..colon {
        match view.word(at) {
            "(" => open = true,
            ")" => open = false,
            "." | "-" | "’" | "'" | "," => {}
            _ if open => {}
            word if view.is_word(at) && (view.is_capital(at) || at > range.start && word.len() < 4) => words += 1,
            _ => return None,
        }
    }
    (words > 0 && words < 8 && colon + 1 < range.end).then(|| view.span(range.start, colon))
}
