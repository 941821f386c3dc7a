//! List items that begin with an ordinal word: "The first is …", "Secondly, …".

use super::blocks::Draft;
use crate::Language;
use chancery_text::{BlockKind, Casing, Gap, Token, TokenKind};

/// Turns paragraphs that begin with ordinal words into list items. There must be at least two such paragraphs, and their ordinals must count up from 1. Other
/// paragraphs may come between them.
pub(super) fn mark(text: &str, tokens: &[Token], drafts: &mut [Draft], language: &Language) {
    let mut chain: Vec<(usize, usize)> = Vec::new();
    let mut done = Vec::new();
    for (at, draft) in drafts.iter().enumerate() {
        match draft.kind {
            BlockKind::Heading => close(&mut chain, &mut done),
            BlockKind::Paragraph => {
                let Some((marker, number)) = counted(text, &tokens[draft.first..draft.end], language) else { continue };
                if usize::from(number) == chain.len() + 1 {
                    chain.push((at, marker));
                } else if number == 1 {
                    close(&mut chain, &mut done);
                    chain.push((at, marker));
                }
            }
            _ => {}
        }
    }
    close(&mut chain, &mut done);
    for (at, marker) in done {
        drafts[at].kind = BlockKind::ListItem;
        drafts[at].marker = marker;
    }
}

/// Ends a list and moves its items from `chain` to `done`. A single item is not a list and is discarded.
fn close(chain: &mut Vec<(usize, usize)>, done: &mut Vec<(usize, usize)>) {
    if chain.len() > 1 {
        done.append(chain);
    }
    chain.clear();
}

/// Reads the ordinal word at the start of a paragraph. Returns the number of tokens up to the end of that word, and the number that the word states. Returns
/// `None` if there is no ordinal word. Also returns `None` unless a lower-case word, a comma or a colon follows, because the ordinal may be part of a name
/// ("First Committee").
fn counted(text: &str, tokens: &[Token], language: &Language) -> Option<(usize, u8)> {
    let lead = usize::from(language.counts_after(tokens.first()?.text(text)));
    let word = tokens.get(lead)?;
    let number = language.count(word.text(text))?;
    let next = tokens.get(lead + 1)?;
    let goes_on = next.casing == Casing::Lower && next.gap != Gap::None
        || next.kind == TokenKind::Punctuation && matches!(next.text(text), "," | ":");
    goes_on.then_some((lead + 1, number))
}
