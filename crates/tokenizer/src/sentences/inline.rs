//! Lists within a line: "1) The first 2) The second".

use crate::layout::marker_at;
use chancery_text::{Gap, Token, TokenKind};

/// Returns the starts of all list items except the first, as indexes into `tokens`, the tokens of a block. The block must begin with the marker of the first
/// item. Each later marker must have the same style as the marker before it, and its number must be greater by one.
pub(super) fn starts(text: &str, tokens: &[Token]) -> Vec<usize> {
    let mut found = Vec::new();
    let Some(mut last) = marker_at(text, tokens) else { return found };
    // Markers without brackets ("1.") count only in two cases: the block begins with a bullet, or it contains no sentence-ending mark and no semicolon outside
    // markers.
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

/// Returns `true` if a marker can begin at token `at`. This fast check excludes most tokens. A word must end with a period, or be followed by a period or
/// closing bracket. A punctuation mark must not be one of the marks that are common in sentences.
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

/// Returns `true` if the block contains no sentence-ending mark and no semicolon, apart from those in markers.
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
