//! Hyphens inside words and at line ends.

use chancery_text::{Gap, Token, TokenKind};

/// The hyphen that has a key; the others have none.
pub(crate) const HYPHEN: &str = "-";

/// Whether a token is a hyphen that follows the token before it without a gap.
#[inline]
pub(crate) fn sticks(tokens: &[Token], at: usize, text: &str) -> bool {
    let hyphen = |token: &Token| matches!(token.text(text), HYPHEN | "\u{2010}" | "\u{AD}");
    tokens.get(at).is_some_and(|token| token.kind == TokenKind::Punctuation && token.gap == Gap::None && hyphen(token))
}
