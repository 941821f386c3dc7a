//! Decides whether a punctuation mark or an abbreviation ends a sentence.

use super::manner::Manner;
use crate::layout::{LONGEST_MARKER, marker_at};
use crate::{AbbreviationClass, Language};
use chancery_text::{Casing, Gap, Token, TokenKind};

/// Returns the index of the first token that could end a sentence; `None` if there is none.
#[inline]
pub(super) fn next(text: &str, tokens: &[Token]) -> Option<usize> {
    let bytes = text.as_bytes();
    tokens.iter().position(|token| match token.kind {
        TokenKind::Word => bytes.get((token.span.end() as usize).wrapping_sub(1)) == Some(&b'.'),
        TokenKind::Punctuation | TokenKind::Symbol => may_end(text, token),
        _ => false,
    })
}

/// Returns `true` if a punctuation mark could end a sentence.
fn may_end(text: &str, token: &Token) -> bool {
    matches!(
        text.as_bytes().get(token.span.start() as usize),
        Some(b'.' | b'!' | b'?' | b'-' | b'*' | b'=' | b'_' | b')' | b'(' | 0xE2 | 0xE3 | 0xEF)
    ) && {
        let mark = token.text(text);
        is_terminator(mark) || is_dash(mark) || is_rule(mark) || is_mouth(mark) && ends_face(text, token)
    }
}

/// Returns `true` if a mark is a dash. A dash can end a sentence that the speaker breaks off.
fn is_dash(mark: &str) -> bool {
    matches!(mark, "—" | "–" | "--")
}

/// Returns `true` if a mark is a separator line ("***", "-----", "=====").
fn is_rule(mark: &str) -> bool {
    let all = |rule: u8| mark.bytes().all(|b| b == rule);
    mark.len() > 4 && (all(b'-') || all(b'=') || all(b'_')) || mark.len() > 2 && all(b'*')
}

/// Returns `true` if a mark is a bracket that may be the mouth of an emoticon (":-)").
fn is_mouth(mark: &str) -> bool {
    matches!(mark, ")" | "(")
}

/// Returns `true` if a bracket is the mouth of an emoticon, that is, if it directly follows eyes (":", ";", "=" or "8") or eyes and a nose ("-").
fn ends_face(text: &str, token: &Token) -> bool {
    let before = &text.as_bytes()[..token.span.start() as usize];
    let eyes = before.strip_suffix(b"-").unwrap_or(before);
    token.gap == Gap::None
        && matches!(eyes, [.., blank, b':' | b';' | b'=' | b'8'] if blank.is_ascii_whitespace() || blank.is_ascii_punctuation())
}

pub(super) fn is_terminator(mark: &str) -> bool {
    mark.chars().all(|c| matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？' | '‼' | '⁉'))
}

/// The maximum number of tokens before a dash in which the tokenizer looks for words in lower case, to decide whether the sentence ends at the dash.
const SAID: usize = 200;

/// If the sentence ends at token `at`, returns the index after the last token of the sentence; otherwise `None`. `tokens` are the tokens from the start of the
/// sentence to the end of the block.
///
/// If the block is written without capitals or uses them carelessly (see [`Manner`]), the sentence may end before a word in lower case.
pub(super) fn after(text: &str, tokens: &[Token], at: usize, language: &Language, manner: &Manner<'_>) -> Option<usize> {
    if is_plain_end(text, tokens, at) { Some(at + 1) } else { after_any(text, tokens, at, language, manner) }
}

/// Like [`after`], but without the fast path for the most common case.
fn after_any(text: &str, tokens: &[Token], at: usize, language: &Language, manner: &Manner<'_>) -> Option<usize> {
    let mark = tokens[at].text(text);
    let mut end = behind_references(text, tokens, behind_closers(text, tokens, at + 1));
    // A closing bracket never begins a sentence, even after a space.
    while tokens
        .get(end)
        .is_some_and(|token| token.kind == TokenKind::Punctuation && token.gap <= Gap::Blank && matches!(token.text(text), ")" | "]"))
    {
        end += 1;
    }
    end = behind_note_number(text, tokens, at, end, language);
    let Some(next) = tokens.get(end) else { return Some(end) };
    if matches!(mark.chars().next(), Some('。' | '！' | '？')) {
        return (!matches!(next.text(text), "，" | "、" | "；")).then_some(end);
    }
    // `word` is the word with which the next sentence may begin. Opening quotation marks and brackets before it are skipped.
    let word_at = behind_openers(text, tokens, end);
    let word = tokens.get(word_at)?;
    let word_text = word.text(text);
    if is_rule(mark) {
        // A separator line is always a separate sentence.
        return if at > 0 && tokens[at].gap != Gap::None { Some(at) } else { (next.gap != Gap::None).then_some(end) };
    }
    if is_mouth(mark) {
        return (next.gap != Gap::None && word.capital && word_at == end).then_some(end);
    }
    if is_dash(mark) {
        // A speaker may break off at a dash: "We need a — Do you have any?" The next word must be one that often begins a sentence, but not "I". If a place and
        // date precede the dash, they are a dateline and not a sentence.
        let alone = tokens[at].gap != Gap::None && next.gap != Gap::None && word_at == end && at > 1;
        // "I kn- — Oh, I know": the word before the dash is broken off.
        let broken = alone && tokens[at - 1].text(text) == "-" && tokens[at - 1].gap == Gap::None;
        // After "I", the speaker usually continues the sentence: "I don't re- — I don't remember."
        let i = language.is_capital_pronoun(word_text);
        if broken && word.capital && !i {
            return Some(end);
        }
        let begins = alone && word.capital && !i && language.is_starter(without_ending(word_text));
        let before = &tokens[at.saturating_sub(SAID)..at];
        let said = || before.iter().filter(|token| token.casing == Casing::Lower).nth(1).is_some();
        return (begins && tokens[at - 1].kind == TokenKind::Word && said()).then_some(end);
    }
    // If the next word is in lower case, the sentence normally continues. It ends if the word may begin a sentence in lower case, if the block uses capitals
    // carelessly, or if the word is a web address. A question or exclamation mark also ends the sentence if the next word often begins a sentence. This does
    // not apply to a full stop, because some transcripts use full stops instead of commas.
    let usual = match mark {
        "." => language.opens_in_lower_case(word_text) || word.casing == Casing::Lower && manner.careless(text, language),
        // An exclamation mark after a word with a capital may belong to a name ("Yahoo!").
        "!" if at > 0 && tokens[at - 1].capital => false,
        "?" | "!" => {
            language.opens_in_lower_case(word_text) || language.is_lower_case_starter(word_text) || manner.careless(text, language)
        }
        _ => false,
    };
    let careless = end == at + 1 && tokens[at].kind == TokenKind::Punctuation && usual;
    let address = word_text.contains("://") || word_text.starts_with("www.");
    // Words in brackets after a full stop are not part of the sentence: "… for years. (credit: the author)".
    let bracketed = mark == "." && word_at == end + 1 && next.text(text) == "(" && tokens[at].kind == TokenKind::Punctuation;
    let small = word.casing == Casing::Lower && !bracketed && !manner.uncased && !careless && !address;
    let starter = word.capital
        && (language.is_starter(without_ending(word_text)) || is_title(word_text, language) || shouted_starter(word_text, word, language));
    // No sentence begins with "&" ("Agric. & Fish.").
    if next.text(text) == "&" {
        return None;
    }
    if next.gap == Gap::None {
        return (end == at + 1 && space_missing(text, tokens, at, starter)).then_some(end);
    }
    if tokens[at].kind == TokenKind::Word {
        return abbreviation(text, tokens, at, language, word, starter).then_some(end);
    }
    // "[...]" marks an omission within a sentence.
    let left_out = at > 0 && tokens[at - 1].text(text) == "[" && tokens.get(at + 1).is_some_and(|token| token.text(text) == "]");
    if left_out || next.kind == TokenKind::Punctuation && matches!(next.text(text), "," | ";" | ":") {
        return None;
    }
    let in_marker = || at < LONGEST_MARKER && marker_at(text, tokens).is_some_and(|marker| at < marker.tokens && next.gap != Gap::Break);
    if small || in_marker() {
        return None;
    }
    // In "Article 5. The …", the word and its number are not a sentence.
    if at == 2 && mark == "." && tokens[0].capital && is_count(&tokens[1], text) {
        return None;
    }
    let ends = if mark.starts_with("...") || mark == "…" || spaced_dots(text, tokens, at) > 1 {
        if next.text(text) == "." {
            false
        } else {
            // An ellipsis before "I" is usually a pause and does not end a sentence.
            word.capital
                && (!language.is_capital_pronoun(word_text)
                    || word_text.contains(['\'', '\u{2019}'])
                    || mark.len() == 4 && mark.is_ascii()
                    || spaced_dots(text, tokens, at) > 3)
        }
    } else if mark == "." || mark == ".." {
        let unit_before = at > 0 && tokens[at - 1].kind == TokenKind::Symbol;
        next.text(text) != "." && !(unit_before && word.kind == TokenKind::Number)
    } else {
        true
    };
    ends.then_some(end)
}

/// Returns `true` if a sentence ends at token `at`, a mark without a space after it: "peace.The", "it?Nobody", "ended.Kenya agreed".
fn space_missing(text: &str, tokens: &[Token], at: usize, starter: bool) -> bool {
    let [before, mark, word, rest @ ..] = tokens.get(at.wrapping_sub(1)..).unwrap_or_default() else { return false };
    let small = before.casing == Casing::Lower && before.span.len() > 1;
    let goes_on = rest.first().is_some_and(|next| next.gap == Gap::Blank && next.casing == Casing::Lower);
    let sentence = word.casing == Casing::Title && word.kind == TokenKind::Word && (starter || goes_on);
    match mark.text(text) {
        "." => before.casing == Casing::Lower && starter || small && sentence,
        mark if mark.bytes().all(|byte| matches!(byte, b'!' | b'?')) => sentence && (small || starter && before.kind == TokenKind::Word),
        _ => false,
    }
}

/// Returns `true` if token `at` is a single period between a word and a capitalised word, too far from the start of the sentence to be part of a list marker.
/// Most sentences end in this way.
fn is_plain_end(text: &str, tokens: &[Token], at: usize) -> bool {
    at >= LONGEST_MARKER
        && matches!(&tokens[at - 1..], [before, period, next, ..] if before.kind == TokenKind::Word
            && period.kind == TokenKind::Punctuation
            && period.span.len() == 1
            && next.kind == TokenKind::Word
            && next.capital
            && next.gap != Gap::None
            && text.as_bytes().get(period.span.start() as usize) == Some(&b'.'))
}

/// Returns `true` if the sentence ends at token `at`, an abbreviation. `word` is the first word after it. `starter` tells whether that word often begins a
/// sentence.
fn abbreviation(text: &str, tokens: &[Token], at: usize, language: &Language, word: &Token, starter: bool) -> bool {
    let token = &tokens[at];
    let stem = token.text(text).strip_suffix('.').unwrap_or_default();
    // An abbreviation among the first three tokens does not end the sentence. Otherwise, "At 5 a.m." and "A." would be sentences.
    if at < 3 || !word.capital && word.kind != TokenKind::Ideograph {
        return false;
    }
    let after_number = tokens[at - 1].kind == TokenKind::Number;
    match language.abbreviation_class(stem, after_number, || word.kind == TokenKind::Number) {
        Some(AbbreviationClass::Title | AbbreviationClass::Never | AbbreviationClass::BeforeNumber) => false,
        // "2014 г." ends a sentence if the next word is capitalised. Other abbreviations end a sentence only before a word that often begins sentences.
        Some(AbbreviationClass::AfterNumber) => true,
        Some(_) => starter,
        None => starter,
    }
}

/// Returns the part of a word before its apostrophe: "That" for "That's".
fn without_ending(word: &str) -> &str {
    word.find(['\'', '’']).filter(|&at| at > 0).map_or(word, |at| &word[..at])
}

/// Returns `true` if a token is a number or a roman numeral in capitals.
fn is_count(token: &Token, text: &str) -> bool {
    token.kind == TokenKind::Number || token.text(text).bytes().all(|b| b"IVXLC".contains(&b))
}

fn is_title(word: &str, language: &Language) -> bool {
    word.strip_suffix('.').is_some_and(|stem| language.is_title(stem))
}

/// Returns `true` if a word is written in capitals ("THE") and often begins sentences. Headings and old transcripts are often written in capitals.
fn shouted_starter(word: &str, token: &Token, language: &Language) -> bool {
    if token.casing != Casing::Upper {
        return false;
    }
    let mut title = String::with_capacity(word.len());
    let mut chars = word.chars();
    title.extend(chars.next());
    title.extend(chars.flat_map(char::to_lowercase));
    language.is_starter(&title)
}

/// Counts the consecutive periods up to and including token `at`, as in ". . .". The result is at most 8.
fn spaced_dots(text: &str, tokens: &[Token], at: usize) -> usize {
    tokens[..=at].iter().rev().take(8).take_while(|token| token.text(text) == ".").count()
}

/// Returns the index of the first token at or after `from` that is neither a closing quotation mark or bracket nor the number of a footnote.
fn behind_closers(text: &str, tokens: &[Token], from: usize) -> usize {
    let mut at = from;
    while let Some(token) = tokens.get(at).filter(|token| token.gap == Gap::None && token.kind != TokenKind::Word) {
        let mark = token.text(text);
        let closes = matches!(mark, ")" | "]" | "}" | "”" | "’" | "»" | "」" | "』" | "）" | "》" | "\"" | "'" | "''" | "›");
        let footnote = at == from
            && token.kind == TokenKind::Number
            && mark.len() <= 3
            && mark.chars().all(char::is_numeric)
            && from > 1
            && (tokens[from - 2].kind != TokenKind::Number || !mark.is_ascii())
            && tokens.get(at + 1).is_some_and(|next| next.gap != Gap::None && next.capital);
        if !(closes || footnote) {
            // A quotation mark between two spaces may also be a closing one. This case is too rare to be worth handling.
            break;
        }
        at += 1;
    }
    at
}

/// Returns the index of the first token at or after `from` that is not part of a reference in square brackets: "… Harrow. [6] An …", "… for all! [...]".
fn behind_references(text: &str, tokens: &[Token], from: usize) -> usize {
    let mut at = from;
    while let [open, inner, close, ..] = &tokens[at..] {
        let reference =
            open.text(text) == "[" && close.text(text) == "]" && inner.gap == Gap::None && close.gap == Gap::None && open.gap <= Gap::Line;
        if !reference || !(inner.kind == TokenKind::Number || is_terminator(inner.text(text))) {
            break;
        }
        at += 3;
    }
    at
}

/// Skips the number of a footnote after the sentence: "… rights. 4 Even though …". Returns the index of the token after this number. If there is no such
/// number, returns `end`, the index of the token after the sentence.
fn behind_note_number(text: &str, tokens: &[Token], at: usize, end: usize, language: &Language) -> usize {
    let [number, next, ..] = tokens.get(end..).unwrap_or_default() else { return end };
    let noted = tokens[at].kind == TokenKind::Punctuation
        && tokens[at].text(text) == "."
        && at > 1
        && tokens[at - 1].kind != TokenKind::Number
        && number.kind == TokenKind::Number
        && number.span.len() <= 3
        && (number.gap, next.gap) == (Gap::Blank, Gap::Blank)
        && next.casing == Casing::Title
        && language.is_starter(next.text(text));
    end + usize::from(noted)
}

/// Returns the index of the first token at or after `from` that is not an opening quotation mark, an opening bracket or a dash.
fn behind_openers(text: &str, tokens: &[Token], from: usize) -> usize {
    let opens = |token: &Token| {
        token.kind != TokenKind::Word
            && matches!(
                token.text(text),
                "(" | "[" | "{" | "“" | "‘" | "«" | "\"" | "'" | "``" | "„" | "-" | "–" | "—" | "--" | "¿" | "¡" | "`"
            )
    };
    from + tokens[from..].iter().take_while(|token| opens(token)).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig { cases: 3000, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn plain_ends_are_ends(
            words in prop::collection::vec(prop::sample::select(vec![
                "peace", "The", "I", "Mr", "U.S.", "No", "5", "1954", ".", "..", "!", "?", ",", "(", ")", "[", "]", "“", "”", "-", "--", "$", "a", "A", "IV", "etc",
            ]), 0..20),
            gaps in prop::collection::vec(prop::sample::select(vec!["", " ", " ", "\n"]), 20),
        ) {
            let text: String = words.iter().zip(gaps).flat_map(|(word, gap)| [*word, gap]).collect();
            let language = Language::builder()
                .abbreviation("mr.", AbbreviationClass::Title)
                .abbreviation("no.", AbbreviationClass::BeforeNumber)
                .abbreviation("etc.", AbbreviationClass::Anywhere)
                .starter("The")
                .build()
                .expect("periods");
            let mut tokens = Vec::new();
            crate::words::tokens(&text, &language, &mut tokens);
            let manner = Manner::of(&text, &tokens);
            for at in 0..tokens.len() {
                if is_plain_end(&text, &tokens, at) {
                    prop_assert_eq!(after_any(&text, &tokens, at, &language, &manner), Some(at + 1), "{:?} at {}", &text, at);
                }
            }
        }
    }
}
