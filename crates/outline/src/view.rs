//! A view of a document, with methods that look up its tokens in the word lists.

use crate::cue::Cue;
use crate::tables::Tables;
use chancery_text::{Block, BlockKind, Document, Gap, Span, Token, TokenKind};

#[derive(Clone, Copy)]
pub(crate) struct View<'a> {
    pub(crate) tables: &'a Tables,
    pub(crate) doc: &'a Document,
}

/// A cue in the text: its half-open range of tokens, and the index of its class.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Found {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) class: u16,
}

impl<'a> View<'a> {
    pub(crate) fn token(&self, at: usize) -> Option<&'a Token> {
        self.doc.tokens.get(at)
    }

    pub(crate) fn word(&self, at: usize) -> &'a str {
        self.token(at).map_or("", |token| token.text(self.doc.text()))
    }

    pub(crate) fn block(&self, at: usize) -> Option<&'a Block> {
        self.doc.blocks.get(at)
    }

    /// Returns the cues that begin at the token `at`, the longest first.
    pub(crate) fn cues(&self, at: usize) -> impl Iterator<Item = (Cue, Found)> + use<'a> {
        let view = *self;
        let may = view.token(at).is_some_and(|token| token.key == 0 || view.tables.may_have(token.key));
        let key = move |distance: usize| view.token(at + distance).filter(|_| may).map(|token| token.full_key(view.doc.text()));
        let found = move |(length, cue, class)| (cue, Found { start: at, end: at + length, class });
        self.tables.at(key).map(found)
    }

    pub(crate) fn cue(&self, at: usize, cue: Cue) -> Option<Found> {
        self.cues(at).find(|(known, _)| *known == cue).map(|(_, found)| found)
    }

    pub(crate) fn span(&self, start: usize, end: usize) -> Span {
        match self.doc.tokens.get(start..end) {
            Some([first, .., last]) => Span::new(first.span.start(), last.span.end()),
            Some([only]) => only.span,
            _ => Span::new(0, 0),
        }
    }

    /// Returns the index of the first token of a block's text, after the block's marker.
    pub(crate) fn text_start(&self, block: &Block) -> usize {
        let first = block.token_range.start as usize;
        let end = block.token_range.end as usize;
        let Some(marker) = block.marker else { return first };
        (first..end).find(|at| self.doc.tokens[*at].span.start() >= marker.end()).unwrap_or(first)
    }

    pub(crate) fn last_mark(&self, block: &Block) -> &'a str {
        (block.token_range.end as usize).checked_sub(1).map_or("", |last| self.word(last))
    }

    pub(crate) fn is_heading(&self, block: &Block) -> bool {
        block.kind == BlockKind::Heading
    }

    pub(crate) fn after_empty(&self, block: &Block) -> bool {
        self.token(block.token_range.start as usize).is_none_or(|token| token.gap == Gap::Break)
    }

    pub(crate) fn is_word(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| matches!(token.kind, TokenKind::Word | TokenKind::Ideograph))
    }

    pub(crate) fn is_capital(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.capital || token.kind == TokenKind::Ideograph)
    }
}
