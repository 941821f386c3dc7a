//! Finds tokens in two steps. First, the module [`ascii`] splits ASCII text into atoms, which are the segments that UAX #29 defines, and [`reference`] does the
//! same for other text. Then, the module [`join`] joins and splits the atoms as the crate's documentation describes.

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
