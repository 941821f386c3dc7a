//! Rejects the name of a place if the text refers to a less well-known place of the same name in another state. The text shows this if a region of the other
//! state follows the name: "Vienna, Virginia".

use crate::context::Context;
use crate::entry::NameClass;
use crate::tables::NameRow;
use chancery_phrases::Hit;
use chancery_text::{Casing, Gap, Token, TokenKind};

/// Returns `true` if the name of a region follows the hit (the matched name) after a comma or an opening bracket, and this region is not in the state of the
/// named place ("Vienna, Virginia").
///
/// A comma may also separate the items of a list: "Mexico, Texas and Arizona", "Paris, New York and Geneva". This is likely if the name is that of a state or a
/// part of the world, or if the region has the same name as a town or state. In these two cases, the result is `true` only if the name and the region are
/// clearly not part of a list.
pub(super) fn in_another_state(context: &Context<'_>, name: &NameRow, hit: &Hit, class: NameClass) -> bool {
    let doc = context.doc;
    let (first, end) = (hit.first as usize, hit.end as usize);
    let Some([mark, region, ..]) = doc.tokens.get(end..) else { return false };
    let opens = mark.kind == TokenKind::Punctuation && matches!(doc.text().as_bytes().get(mark.span.start() as usize), Some(b',' | b'('));
    if class == NameClass::Person || !opens || !region.capital || region.gap > Gap::Line || doc.tokens[end - 1].span.end() > hit.end_byte {
        return false;
    }
    let Some(country) = context.tables.entity(name.entity).country.map(|country| context.tables.texts.get(country)) else { return false };
    let stands = |words: &[String]| {
        let tokens = doc.tokens.get(end + 1..end + 1 + words.len()).unwrap_or_default();
        tokens.len() == words.len() && tokens.iter().zip(words).all(|(token, word)| is_word(context, token, word))
    };
    let Some(row) = context.tables.regions.of(region.key).find(|row| stands(&row.words)) else { return false };
    let strict = row.doubtful || class == NameClass::Land;
    !row.countries.iter().any(|known| known == country) && (!strict || alone(context, first, end + 1 + row.words.len(), class))
}

/// Returns `true` if a token is spelled like `word`. A word of more than three bytes may also be in capitals in the text.
fn is_word(context: &Context<'_>, token: &Token, word: &str) -> bool {
    let text = context.text(token);
    text == word || word.len() > 3 && token.casing == Casing::Upper && text.eq_ignore_ascii_case(word)
}

/// Returns `true` if the tokens `first..end` are clearly not part of a list. There must be no joining word directly before or after them. If a comma follows,
/// the word after it must be in lower case. If a word follows directly, it must be in lower case too, and `class` must be [`NameClass::Town`].
fn alone(context: &Context<'_>, first: usize, end: usize, class: NameClass) -> bool {
    let joins = |at: usize| context.any_word(&context.tables.joins, at);
    if first.checked_sub(1).is_some_and(joins) {
        return false;
    }
    let Some(next) = context.doc.tokens.get(end).filter(|next| next.gap < Gap::Break) else { return true };
    if next.kind == TokenKind::Word {
        return class == NameClass::Town && !next.capital && !joins(end);
    }
    // The comma is a joining word too, but it does not join names if a word in lower case follows.
    !joins(end) || context.doc.tokens.get(end + 1).is_some_and(|word| word.kind == TokenKind::Word && !word.capital && !joins(end + 1))
}
