//! Hyphens within words and at line ends.

use chancery_text::{Gap, Token, TokenKind};

/// The ASCII hyphen. Tokens with other hyphens have no key.
pub(crate) const HYPHEN: &str = "-";

/// Returns `true` if token `at` is a hyphen that directly follows the token before it.
#[inline]
pub(crate) fn sticks(tokens: &[Token], at: usize, text: &str) -> bool {
    let hyphen = |token: &Token| matches!(token.text(text), HYPHEN | "\u{2010}" | "\u{AD}");
    tokens.get(at).is_some_and(|token| token.kind == TokenKind::Punctuation && token.gap == Gap::None && hyphen(token))
}
