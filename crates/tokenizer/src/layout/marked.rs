//! Applies the block boundaries that come from the markup of the source.

use super::blocks::Draft;
use super::markers;
use chancery_text::{BlockKind, BlockMark, Token, token_from};

/// Divides a text into blocks. `drafts` contains the blocks that were found by analysing the lines of the text. `marks` contains the block boundaries from the
/// markup.
///
/// A draft is split at each mark inside it. A heading or list item of the markup becomes one block. A paragraph of the markup may become several blocks,
/// because some old web pages separate paragraphs only by line breaks. If the markup has headings, it is trusted: a paragraph of the markup that becomes a
/// single block is never turned into a heading.
pub(super) fn apply(text: &str, tokens: &[Token], drafts: &[Draft], marks: &[BlockMark]) -> Vec<Draft> {
    let mut out = Vec::with_capacity(drafts.len());
    let headed = marks.iter().any(|mark| mark.kind == BlockKind::Heading);
    let plain = |first: usize, end: usize| Draft { kind: BlockKind::Paragraph, first, end, marker: 0, level: 0 };
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
                // If a draft begins before this mark, its list marker belongs to the block before the mark. The rest of the draft is then a plain paragraph.
                let cut = |draft: &Draft| {
                    if draft.first < first { plain(first, draft.end.min(end)) } else { Draft { end: draft.end.min(end), ..*draft } }
                };
                out.extend(parts.map(cut));
                if headed && out.len() == before + 1 && out[before].kind == BlockKind::Heading {
                    out[before] = plain(first, end);
                }
            }
            kind => out.push(Draft { kind, first, end, marker: marker(), level: mark.level }),
        }
        first = end;
    }
    out
}

#[cfg(test)]
mod tests {
    use crate::{Language, Tokenizer};
    use chancery_text::{BlockKind, BlockMark, Document};
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn blocks_tile_the_tokens_wherever_marks_stand(
            words in prop::collection::vec(prop::sample::select(vec!["The", "Chad", "and", "CHAPTER", "I", "1.", "(a)", ".", ",", "\n", "\n\n", "-"]), 0..40),
            marks in prop::collection::vec((0..200_u32, 0..3_u8), 1..8),
        ) {
            let mut doc = Document::new("", words.join(" "));
            let kind = |kind| [BlockKind::Paragraph, BlockKind::ListItem, BlockKind::Heading][usize::from(kind)];
            let mut marks: Vec<BlockMark> = marks.into_iter().map(|(start, of)| BlockMark::new(start, kind(of), of / 2)).collect();
            marks.sort_by_key(|mark| mark.start);
            marks.insert(0, BlockMark::new(0, BlockKind::Paragraph, 0));
            doc.marks.clone_from(&marks);
            Tokenizer::new(Language::default()).run(&mut doc);
            let mut at = 0;
            for block in &doc.blocks {
                prop_assert_eq!(block.token_range.start, at);
                prop_assert!(block.token_range.end > at);
                at = block.token_range.end;
                // No block extends across a mark.
                let inside = |mark: &&BlockMark| block.span.start() < mark.start && mark.start <= doc.tokens[block.token_range.end as usize - 1].span.start();
                prop_assert!(!marks.iter().any(|mark| inside(&mark)), "{:?} {:?}", block, marks);
            }
            prop_assert_eq!(at as usize, doc.tokens.len());
        }
    }
}
