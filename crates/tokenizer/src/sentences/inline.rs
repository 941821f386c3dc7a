//! Lists that run on in one line: "1) The first 2) The second".

use crate::layout::marker_at;
use chancery_text::{Gap, Token, TokenKind};

/// Where the items after the first begin, as indexes into `tokens` (a block). Only blocks that begin with the first marker have such items; each
/// next marker must be of the same kind and count one more.
pub(super) fn starts(text: &str, tokens: &[Token]) -> Vec<usize> {
    let mut found = Vec::new();
    let Some(mut last) = marker_at(text, tokens) else { return found };
    // Without brackets a number and a period are an item only where no sentence in the block ends otherwise.
    let loose = last.bracket || bulleted(text, tokens) || unpunctuated(text, tokens);
    if !loose {
        return found;
    }
    let mut at = last.tokens;
    while at < tokens.len() {
        let here = &tokens[at];
        if here.gap != Gap::None
            && may_begin(text, tokens, at)
            && let Some(marker) = marker_at(text, &tokens[at..])
            && marker.follows(&last)
            && tokens.get(at + marker.tokens).is_some_and(|token| token.capital)
        {
            found.push(at);
            at += marker.tokens;
            last = marker;
            continue;
        }
        at += 1;
    }
    found
}

fn bulleted(text: &str, tokens: &[Token]) -> bool {
    tokens.first().is_some_and(|token| matches!(token.text(text), "•" | "⁃"))
}

/// Whether a marker can begin with a token: most cannot, and this is asked of all. A word needs a period or bracket behind it, or a period of its own; the usual marks of sentences
/// begin none.
#[inline]
fn may_begin(text: &str, tokens: &[Token], at: usize) -> bool {
    let token = &tokens[at];
    let byte = |at: u32| text.as_bytes().get(at as usize).copied().unwrap_or_default();
    match token.kind {
        TokenKind::Word => {
            token.span.len() < 6 && (matches!(byte(token.span.end()), b'.' | b')') || byte(token.span.end().wrapping_sub(1)) == b'.')
        }
        TokenKind::Punctuation => !matches!(byte(token.span.start()), b',' | b'.' | b';' | b':' | b'?' | b'!' | b'"' | b'\'' | b')' | b']'),
        _ => true,
    }
}

/// Whether no period of the block stands anywhere but in a marker.
fn unpunctuated(text: &str, tokens: &[Token]) -> bool {
    let mut at = 0;
    while at < tokens.len() {
        if may_begin(text, tokens, at)
            && let Some(marker) = marker_at(text, &tokens[at..])
        {
            at += marker.tokens;
            continue;
        }
        if tokens[at].kind == TokenKind::Punctuation && matches!(tokens[at].text(text), "." | "!" | "?" | ";" | "。") {
            return false;
        }
        at += 1;
    }
    true
}
