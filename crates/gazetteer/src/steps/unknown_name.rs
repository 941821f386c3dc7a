//! Looks for full names that the gazetteer does not contain ("the Transitional Executive Council").

use crate::context::{Context, covered};
use chancery_text::{Gap, Mention, TokenKind};

/// The maximum number of tokens before the short name that are searched for an unknown name.
const FAR: usize = 400;

/// Returns `true` if a short name ("the Council") may refer to an unknown name in the text before it. `head` is the index of the token "Council"; the unknown
/// name must end in the same word.
///
/// The unknown name must come after `named`, the full name to which the short name would otherwise refer. If `named` does not precede the short name, the
/// search begins at the start of the document. In both cases, at most [`FAR`] tokens are searched.
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
