//! Blocks where the markup of the source tells them.

use super::blocks::Draft;
use super::markers;
use chancery_text::{BlockKind, BlockMark, Token, token_from};

/// Divides drafts, which the look of the lines has told, where marks stand. A heading or list item of the markup is one block; of a paragraph the lines may tell more, as old
/// pages have it that divide by line breaks alone, but a paragraph of one block is no heading, whatever it looks like.
pub(super) fn apply(text: &str, tokens: &[Token], drafts: &[Draft], marks: &[BlockMark]) -> Vec<Draft> {
    let mut out = Vec::with_capacity(drafts.len());
    let (mut first, mut draft) = (0, 0);
    for (number, mark) in marks.iter().enumerate() {
        let end = marks.get(number + 1).map_or(tokens.len(), |next| token_from(tokens, first, next.start));
        if end <= first {
            continue;
        }
        while drafts.get(draft).is_some_and(|draft| draft.end <= first) {
            draft += 1;
        }
        let parts = drafts[draft..].iter().take_while(|draft| draft.first < end);
        let marker = || markers::at(text, &tokens[first..end]).map_or(0, |marker| marker.tokens);
        match mark.kind {
            BlockKind::Paragraph => {
                let before = out.len();
                out.extend(parts.map(|draft| Draft { first: draft.first.max(first), end: draft.end.min(end), ..*draft }));
                if out.len() == before + 1 && out[before].kind == BlockKind::Heading {
                    out[before] = Draft { kind: BlockKind::Paragraph, first, end, marker: 0, level: 0 };
                }
            }
            kind => out.push(Draft { kind, first, end, marker: marker(), level: mark.level }),
        }
        first = end;
    }
    out
}
