//! Finds tokens. First, the text is split into atoms, which are the segments that UAX #29 defines. The module [`ascii`] does this for ASCII text, and
//! [`reference`] for other text. The atoms are then joined and split as the crate's documentation describes ([`join`]).

mod ascii;
mod atom;
mod join;
mod letters;
mod reference;

use crate::Language;
use chancery_text::Token;

/// Replaces the content of `out` with the tokens of `text`.
pub(crate) fn tokens(text: &str, language: &Language, out: &mut Vec<Token>) {
    out.clear();
    // English prose has a token every 5 to 6 bytes.
    out.reserve(text.len() / 5);
    ascii::scan(text, &mut join::Joiner::new(text, language, out));
}

#[cfg(test)]
mod tests;
