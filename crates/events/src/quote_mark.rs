//! Quotation marks.

use chancery_text::{Token, TokenKind};

/// A kind of quotation mark. A straight mark can open or close a quotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum QuoteMark {
    Straight,
    Open,
    Close,
}

impl QuoteMark {
    /// Returns the kind of quotation mark that a token is, or `None` for any other token.
    pub(crate) fn of(token: &Token, text: &str) -> Option<Self> {
        if token.kind != TokenKind::Punctuation {
            return None;
        }
        match token.text(text) {
            "\"" => Some(Self::Straight),
            "“" | "«" | "„" => Some(Self::Open),
            "”" | "»" => Some(Self::Close),
            _ => None,
        }
    }
}
