//! Segments by UAX #29, and what takes them.

use chancery_text::{Casing, Gap, TokenKind};

/// A segment by UAX #29 that is no blank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Atom {
    /// Bytes, half-open.
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) kind: TokenKind,
    pub(super) casing: Casing,
    pub(super) capital: bool,
    pub(super) gap: Gap,
    /// Whether it may hold a period or a colon inside.
    pub(super) marked: bool,
}

/// An atom of nothing but ASCII letters, with its key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Plain {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) casing: Casing,
    pub(super) capital: bool,
    pub(super) gap: Gap,
    pub(super) key: u32,
}

/// Takes atoms in order. Returns where to go on reading: the atom's end, or a later byte if the taker has taken more.
pub(super) trait Sink {
    fn atom(&mut self, atom: Atom) -> usize;

    /// Takes a word of ASCII letters that has a blank before it and begins no web address.
    #[inline]
    fn plain(&mut self, word: Plain) {
        let Plain { start, end, casing, capital, gap, .. } = word;
        self.atom(Atom { start, end, kind: TokenKind::Word, casing, capital, gap, marked: false });
    }

    /// Takes a mark of punctuation of one byte of ASCII that is a token by itself.
    #[inline]
    fn mark(&mut self, start: usize, _mark: u8, gap: Gap) {
        let kind = TokenKind::Punctuation;
        self.atom(Atom { start, end: start + 1, kind, casing: Casing::None, capital: false, gap, marked: false });
    }
}
