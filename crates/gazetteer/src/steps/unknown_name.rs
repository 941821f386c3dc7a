//! Looks for full names that the gazetteer does not contain ("the Transitional Executive Council").

use crate::context::{Context, covered};
use chancery_text::{Gap, Mention, TokenKind};

/// The maximum number of tokens before the short name that are searched for an unknown name.
const FAR: usize = 400;

/// Whether an unknown name that ends in the same word as the short name comes between the full name `named` and the short name. If `named` does not precede
/// the short name, the text before the short name is searched. If the result is true, the short name may refer to the unknown name. `head` is the index of the
/// token that contains this word in the short name.
pub(super) fn unknown_name_nearer(context: &Context<'_>, head: usize, named: Option<&Mention>, mentions: &[Mention]) -> bool {
    let doc = context.doc;
    let word = &doc.tokens[head];
    let from = named
        .filter(|by| by.span.start() < word.span.start())
        .map_or(0, |by| doc.tokens.partition_point(|token| token.span.start() < by.span.end()));
    let from = from.max(head.saturating_sub(FAR));
    let between = doc.tokens.get(from + 1..head).unwrap_or_default().iter().enumerate();
    between.rev().filter(|(_, token)| token.key == word.key).any(|(at, token)| {
        let before = from + at;
        token.capital
            && token.gap <= Gap::Line
            && doc.tokens[before].capital
            && doc.tokens[before].kind == TokenKind::Word
            && !context.any_word(&context.tables.definition_words.articles, before)
            && !covered(token.span, mentions)
    })
}
