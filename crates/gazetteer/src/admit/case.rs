//! Checks whether a hit (a place where the text matches a name) has the case that the name requires.

use super::listed;
use crate::context::Context;
use crate::entry::CasePolicy;
use crate::tables::NameRow;
use chancery_phrases::Hit;
use chancery_text::{Casing, Token, TokenKind};

pub(super) fn fits(context: &Context<'_>, name: &NameRow, hit: &Hit) -> bool {
    let tokens = &context.doc.tokens[hit.first as usize..hit.end as usize];
    match name.case {
        CasePolicy::Any => true,
        // A word that is divided at a line end consists of several tokens. In this case, only the first token of the hit is compared.
        CasePolicy::Title if hit.joined => name.capitals & 1 == 0 || tokens[0].capital,
        CasePolicy::Title => tokens.iter().take(64).enumerate().all(|(at, token)| name.capitals >> at & 1 == 0 || token.capital),
        CasePolicy::Exact if hit.joined => false,
        CasePolicy::Exact => {
            letter_for_letter(context, name, hit, tokens)
                && !(name.short && among_capitals(context, hit) && !listed::among_abbreviations(context, hit))
        }
    }
}

fn letter_for_letter(context: &Context<'_>, name: &NameRow, hit: &Hit, tokens: &[Token]) -> bool {
    let text = context.doc.text();
    let cased = name.constraints.as_ref().map_or(&[][..], |constraints| &constraints.cased);
    tokens.len() == cased.len()
        && tokens.iter().zip(cased).enumerate().all(|(at, (token, cased))| {
            let end = if at + 1 == tokens.len() { hit.end_byte } else { token.span.end() };
            let surface = &text[token.span.start() as usize..end as usize];
            surface == cased || !surface.is_ascii() && context.tables.phrases.folder().cased_word(surface) == *cased
        })
}

/// Returns `true` if the hit is among words in capitals. The nearest word on each side, within three tokens, must be in capitals. If only one side has a
/// word within three tokens, only that word is tested. If neither side has one, the result is false.
fn among_capitals(context: &Context<'_>, hit: &Hit) -> bool {
    let all = &context.doc.tokens;
    let word = |token: &Token| token.kind == TokenKind::Word && token.span.len() > 1;
    let (first, end) = (hit.first as usize, hit.end as usize);
    let before = all[first.saturating_sub(3)..first].iter().rev().find(|token| word(token));
    let after = all[end..(end + 3).min(all.len())].iter().find(|token| word(token));
    let upper = |token: Option<&Token>| token.map(|token| token.casing == Casing::Upper);
    matches!((upper(before), upper(after)), (Some(true), Some(true)) | (Some(true), None) | (None, Some(true)))
}
