//! Finds sentences: examines each token that may end a sentence and decides whether it does.

mod ending;
mod inline;
mod joints;
mod manner;

use crate::Language;
use chancery_text::{Block, BlockIx, BlockKind, Sentence, Span, Token, TokenRange};
use manner::Manner;

/// Returns the sentences of all blocks, in order.
pub(crate) fn find(text: &str, tokens: &[Token], blocks: &[Block], language: &Language) -> Vec<Sentence> {
    let mut sentences = Vec::with_capacity(tokens.len() / 16 + 1);
    let signs = joints::Signs::of(text);
    for (block_ix, block) in blocks.iter().enumerate() {
        let (first, end) = (block.token_range.start as usize, block.token_range.end as usize);
        let mut push = |from: usize, to: usize| {
            let span = Span::new(tokens[from].span.start(), tokens[to - 1].span.end());
            sentences.push(Sentence::new(span, TokenRange::new(from as u32, to as u32), BlockIx(block_ix as u32)));
        };
        let heading = block.kind == BlockKind::Heading;
        let manner = Manner::of(text, &tokens[first..end]);
        let mut items = if heading { Vec::new() } else { inline::starts(text, &tokens[first..end]) };
        let listed = items.len();
        joints::starts(text, &tokens[first..end], signs, language, &mut items);
        if items.len() > listed {
            items.sort_unstable();
            items.dedup();
        }
        let mut items = items.iter().map(|at| first + at);
        let mut item = items.next().unwrap_or(usize::MAX);
        let mut from = first;
        let mut at = first;
        while at < end {
            while item <= at {
                if item == at && from < at {
                    push(from, at);
                    from = at;
                }
                item = items.next().unwrap_or(usize::MAX);
            }
            let until = item.min(end);
            // A heading is divided only at the positions in `items`, not at sentence-ending marks.
            let Some(behind) = ending::next(text, &tokens[at..until]).filter(|_| !heading) else {
                at = until;
                continue;
            };
            at += behind;
            match ending::after(text, &tokens[from..end], at - from, language, &manner).map(|n| from + n) {
                Some(next) if next < end => {
                    push(from, next);
                    from = next;
                    at = next;
                }
                _ => at += 1,
            }
        }
        if from < end {
            push(from, end);
        }
    }
    sentences
}
