//! Atoms, which are the segments that Unicode Standard Annex #29 (UAX #29) defines, and the interface for receiving them.

use chancery_text::{Casing, Gap, TokenKind};

/// A segment of UAX #29 that is not white space.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Atom {
    /// Start and end of the atom in bytes, half-open.
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) kind: TokenKind,
    pub(super) casing: Casing,
    pub(super) capital: bool,
    pub(super) gap: Gap,
    /// Whether the atom may contain a period or a colon.
    pub(super) marked: bool,
}

/// An atom that consists of ASCII letters only, with the key (hash) of its word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Plain {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) casing: Casing,
    pub(super) capital: bool,
    pub(super) gap: Gap,
    pub(super) key: u32,
}

/// Receives atoms in the order of the text.
pub(super) trait Sink {
    /// Receives an atom. Returns the byte offset at which to continue reading: the end of the atom, or a later byte if the receiver has read further.
    fn atom(&mut self, atom: Atom) -> usize;

    /// Receives a word of ASCII letters that is preceded by white space and does not begin a web address.
    #[inline]
    fn plain(&mut self, word: Plain) {
        let Plain { start, end, casing, capital, gap, .. } = word;
        self.atom(Atom { start, end, kind: TokenKind::Word, casing, capital, gap, marked: false });
    }

    /// Receives a punctuation mark of one ASCII byte that is a token by itself.
    #[inline]
    fn mark(&mut self, start: usize, _mark: u8, gap: Gap) {
        let kind = TokenKind::Punctuation;
        self.atom(Atom { start, end: start + 1, kind, casing: Casing::None, capital: false, gap, marked: false });
    }
}
