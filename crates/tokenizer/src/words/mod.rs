//! Tokens: atoms by UAX #29 ([`reference`], or [`ascii`] where the text is ASCII), then joined and divided as the crate's documentation says ([`join`]).

mod ascii;
mod join;
mod letters;
mod reference;

use crate::Language;
use chancery_text::{Casing, Gap, Token, TokenKind};

/// A segment by UAX #29 that is no blank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Atom {
    /// Bytes, half-open.
    start: usize,
    end: usize,
    kind: TokenKind,
    casing: Casing,
    capital: bool,
    gap: Gap,
    /// Whether it may hold a period or a colon inside.
    marked: bool,
}

/// An atom of nothing but ASCII letters, with its key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Plain {
    start: usize,
    end: usize,
    casing: Casing,
    capital: bool,
    gap: Gap,
    key: u32,
}

/// Takes atoms in order. Returns where to go on reading: the atom's end, or a later byte if the taker has taken more.
trait Sink {
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

/// Replaces the content of `out` by the tokens of `text`.
pub(crate) fn tokens(text: &str, language: &Language, out: &mut Vec<Token>) {
    out.clear();
    // English prose has a token every 5 to 6 bytes.
    out.reserve(text.len() / 5);
    ascii::scan(text, &mut join::Joiner::new(text, language, out));
}

#[cfg(test)]
mod tests;
