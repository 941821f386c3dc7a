//! Builds the tree of sections from the levels of the headings.

use super::blocks::Draft;
use chancery_text::{Block, BlockKind, Section, SectionIx, Span, Token, TokenRange};

/// The blocks and sections of a text.
pub(crate) struct Layout {
    pub(crate) blocks: Vec<Block>,
    pub(crate) sections: Vec<Section>,
}

/// Turns drafts into blocks and begins a section at each heading.
pub(super) fn find(text: &str, tokens: &[Token], drafts: Vec<Draft>) -> Layout {
    let end = text.len() as u32;
    let mut sections = vec![Section::new(Span::new(0, end), 0)];
    let mut open: Vec<u32> = vec![0];
    let mut blocks = Vec::with_capacity(drafts.len());
    for draft in drafts {
        let range = &tokens[draft.first..draft.end];
        let (Some(first), Some(last)) = (range.first(), range.last()) else { continue };
        let span = Span::new(first.span.start(), last.span.end());
        if draft.kind == BlockKind::Heading {
            let start = span.start();
            while let Some(&top) = open.last() {
                let section = &mut sections[top as usize];
                let over = top == 0 && section.heading.is_none() && sections.len() == 1;
                if !over && sections[top as usize].level < draft.level {
                    break;
                }
                let section = &mut sections[top as usize];
                section.span = Span::new(section.span.start(), start);
                open.pop();
            }
            let mut section = Section::new(Span::new(start, end), draft.level);
            section.heading = Some(span);
            section.parent = open.last().copied().map(SectionIx);
            open.push(sections.len() as u32);
            sections.push(section);
        }
        let marker = draft.marker.checked_sub(1).and_then(|last| range.get(last)).map(|token| Span::new(span.start(), token.span.end()));
        let token_range = TokenRange::new(draft.first as u32, draft.end as u32);
        let mut block = Block::new(span, draft.kind, token_range, SectionIx(sections.len() as u32 - 1));
        block.marker = marker;
        blocks.push(block);
    }
    // The section before the first heading ends where that heading begins.
    if let Some(second) = sections.get(1).map(|section| section.span.start()) {
        sections[0].span = Span::new(0, second);
    }
    Layout { blocks, sections }
}
