//! A view of a document, with methods that look up its tokens in the word lists.

use crate::meaning::Meaning;
use crate::tables::Tables;
use chancery_text::{Document, Gap, Span, Token, TokenKind};

#[derive(Clone, Copy)]
pub(crate) struct View<'a> {
    pub(crate) tables: &'a Tables,
    pub(crate) doc: &'a Document,
}

impl<'a> View<'a> {
    pub(crate) fn token(&self, at: usize) -> Option<&'a Token> {
        self.doc.tokens.get(at)
    }

    pub(crate) fn text(&self, at: usize) -> &'a str {
        self.token(at).map_or("", |token| token.text(self.doc.text()))
    }

    /// Returns the meanings of the phrases that begin at the token `at`, the longest phrase first. Each meaning comes with the index of the
    /// token after its phrase.
    pub(crate) fn meanings(&self, at: usize) -> impl Iterator<Item = (usize, Meaning)> + use<'a> {
        let view = *self;
        // Most words do not begin a phrase.
        let may = view.token(at).is_some_and(|token| token.key == 0 || view.tables.may_have(token.key));
        let key = move |distance: usize| view.token(at + distance).filter(|_| may).map(|token| token.full_key(view.doc.text()));
        self.tables.at(key).map(move |(length, meaning)| (at + length, meaning))
    }

    /// Among the phrases that begin at the token `at`, finds the longest one that has a meaning for which `pick` returns a value. Returns
    /// the index of the token after the phrase, and this value.
    pub(crate) fn find<T>(&self, at: usize, pick: impl Fn(Meaning) -> Option<T>) -> Option<(usize, T)> {
        self.meanings(at).find_map(|(end, meaning)| Some((end, pick(meaning)?)))
    }

    /// Returns the index of the token after the longest phrase that begins at the token `at` and has the meaning `meaning`; `None` if there is none.
    pub(crate) fn is(&self, at: usize, meaning: Meaning) -> Option<usize> {
        self.meanings(at).find(|(_, known)| *known == meaning).map(|(end, _)| end)
    }

    /// Finds the longest phrase that ends directly before the token `end` and has a meaning for which `pick` returns a value. Returns the
    /// index of the first token of the phrase, and this value. Phrases of more than `longest` tokens are not considered.
    pub(crate) fn before<T>(&self, end: usize, longest: usize, pick: impl Fn(Meaning) -> Option<T>) -> Option<(usize, T)> {
        (end.saturating_sub(longest)..end).find_map(|at| {
            let found = self.meanings(at).filter(|(stop, _)| *stop == end).find_map(|(_, meaning)| pick(meaning))?;
            Some((at, found))
        })
    }

    pub(crate) fn glued(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.gap == Gap::None)
    }

    pub(crate) fn breaks(&self, at: usize) -> bool {
        self.token(at).is_none_or(|token| token.gap == Gap::Break)
    }

    pub(crate) fn is_number(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.kind == TokenKind::Number)
    }

    /// Returns `true` if the tokens `start..end` may form the sign of a currency. If the first token is a single byte, no space may separate the tokens: "a
    /// $20" does not contain the sign "A$".
    pub(crate) fn is_sign(&self, start: usize, end: usize) -> bool {
        self.token(start).is_some_and(|first| first.span.len() > 1) || (start + 1..end).all(|at| self.glued(at))
    }

    pub(crate) fn span(&self, start: usize, end: usize) -> Span {
        match self.doc.tokens.get(start..end) {
            Some([first, .., last]) => Span::new(first.span.start(), last.span.end()),
            Some([only]) => only.span,
            _ => Span::new(0, 0),
        }
    }
}
