//! Sets the date of a document from its dateline. A dateline is a line near the start or the end of a document that states its date.

use chancery_temporal::TemporalTagger;
use chancery_text::{Casing, Date, DateSource, Document, Gap, TimexType, Token, TokenKind};
use std::ops::Range;

/// The maximum number of tokens in a dateline ("Done at Shanghai, on the fifteenth day of June, 15 June 2001").
const LONGEST: usize = 14;
/// The number of blocks at the start of a document that are searched for a dateline.
const FIRST: usize = 12;
/// The number of blocks at the end of a document that are searched for a dateline.
const LAST: usize = 6;
/// The number of blocks at the end of a document in which a sentence is also accepted as a dateline ("Done at
/// Shanghai on the fifteenth day of June 2001.").
const CLOSING: usize = 3;
/// The maximum number of tokens before the date at the beginning of a news report ("SAN JOSE/NEW YORK, "). It is also the maximum number of
/// tokens in the brackets after the date ("(Xinhua) –").
const LEAD: usize = 8;

/// The name of the class of words that show that a date on the same line is not the date of the document ("born", "valid").
const UNDATED: &str = "undated";
/// The name of the class of words for documents such as letters. A date after one of these words and "of" is the date of the document itself ("letter of 3 May
/// 2019"). A date after any other word and "of" is not ("Treaty of 14 May 1955").
const DATED: &str = "dated";
/// The name of the class of words that may come between a word for a document and its date ("of" in "letter of 3 May 2019").
const OF: &str = "date_of";

/// Sets the date of a document from its first dateline, if the document has no date yet. Returns `true` if the date was set.
///
/// There are two kinds of datelines:
///
/// - a short paragraph or heading near the start or the end of the document that contains exactly one full date
/// - the beginning of a news report ("ASTANA, 19 May 2023 (KazTAG) – The leaders …")
///
/// Datelines near the start are preferred. A line with a word such as "born" or "valid" is not a dateline, and neither is the name of a treaty that contains its
/// date ("Treaty of 14 May 1955").
pub(crate) fn set(temporal: &TemporalTagger, doc: &mut Document) -> bool {
    if doc.metadata.date.is_some() {
        return false;
    }
    let blocks = doc.blocks.len();
    let near = (0..blocks.min(FIRST)).chain(blocks.saturating_sub(LAST).max(FIRST)..blocks);
    let date = near.into_iter().find_map(|at| in_block(temporal, doc, at));
    if let Some(date) = date {
        doc.metadata.date = Some(date);
        doc.metadata.date_source = Some(DateSource::Text);
    }
    date.is_some()
}

/// Returns the date in the block with the index `at`, if the block is a dateline.
fn in_block(temporal: &TemporalTagger, doc: &Document, at: usize) -> Option<Date> {
    let block = &doc.blocks[at];
    let from = doc.times.partition_point(|time| time.span.start() < block.span.start());
    let mut days = doc.times[from..]
        .iter()
        .take_while(|time| time.span.end() <= block.span.end())
        .filter(|time| time.timex_type == TimexType::Date)
        .filter_map(|time| Some((time.span, time.value.parse::<Date>().ok().filter(|date| date.day().is_some())?)));
    let (span, day) = days.next()?;
    let tokens = &doc.tokens[block.token_range.start as usize..block.token_range.end as usize];
    let first = tokens.partition_point(|token| token.span.start() < span.start());
    let end = tokens.partition_point(|token| token.span.start() < span.end());
    if at < FIRST && leads(doc.text(), tokens, first..end) {
        return Some(day);
    }
    if tokens.len() > LONGEST || is_of_another(temporal, doc.text(), tokens, first..end) {
        return None;
    }
    // A line with two different dates is not a dateline, because it states the first and last day of a meeting or period. A sentence ("The treaty of 12 March
    // 1999 holds.") is a dateline only near the end of the text ("Done at Shanghai on …").
    let closes = at > 0 && at + CLOSING >= doc.blocks.len();
    let sentence =
        || !closes && is_sentence(doc.text(), tokens.iter().filter(|token| !(span.start()..span.end()).contains(&token.span.start())));
    (days.all(|(_, other)| other == day) && !sentence()).then_some(day)
}

/// Returns `true` if the words of a short line show that its date is not the date of the document: "Born 6 August 1948", "Treaty of 14 May 1955". `day` is the
/// token range of the date.
fn is_of_another(temporal: &TemporalTagger, text: &str, tokens: &[Token], day: Range<usize>) -> bool {
    let has = |class: &str, token: &Token| temporal.has_word(class, token, text);
    let beside = tokens.iter().enumerate().filter(|(at, _)| !day.contains(at)).map(|(_, token)| token);
    let named_by_date = day.start.checked_sub(1).is_some_and(|before| has(OF, &tokens[before]));
    beside.clone().any(|token| has(UNDATED, token)) || named_by_date && !tokens[..day.start].iter().any(|token| has(DATED, token))
}

/// Returns `true` if the tokens around a date look like a sentence. In a sentence, the last token is a
/// punctuation mark, and at least one token is a lower-case word of four letters or more.
fn is_sentence<'t>(text: &str, tokens: impl DoubleEndedIterator<Item = &'t Token> + Clone) -> bool {
    let stopped = tokens.clone().next_back().is_some_and(|token| matches!(token.text(text), "." | "," | ";" | ":" | "?" | "!"));
    let word = |token: &Token| token.kind == TokenKind::Word && token.casing == Casing::Lower && token.text(text).chars().nth(3).is_some();
    stopped && tokens.clone().any(word)
}

/// Returns `true` if the date in the token range `day` is in the dateline of a news report. The date may be in one of three positions:
///
/// - at the beginning of the block
/// - after capitalised words and a comma or dash ("ASTANA, 19 May 2023 –")
/// - in brackets after capitalised words ("JUBA (4 June 2013) –")
///
/// A dash must follow the date. Unless the date is at the beginning of the block, a colon may follow instead. The name of an agency in brackets may come before the
/// dash or colon.
fn leads(text: &str, tokens: &[Token], day: Range<usize>) -> bool {
    let place = |token: &Token| match token.kind {
        TokenKind::Word => token.capital,
        TokenKind::Punctuation => matches!(token.text(text), "," | "/" | "-" | "." | "(" | ")"),
        _ => false,
    };
    let dash = |token: &Token| token.gap != Gap::None && token.text(text).chars().all(|c| matches!(c, '-' | '–' | '—'));
    let is = |at: usize, mark: &str| tokens.get(at).is_some_and(|token| token.text(text) == mark);
    let before = day.start.checked_sub(1);
    // The date is in brackets: "JUBA (4 June 2013) – ".
    let enclosed = before.is_some_and(|before| is(before, "(")) && is(day.end, ")");
    let joined = enclosed || before.is_some_and(|before| is(before, ",") || dash(&tokens[before]));
    let opens = day.start == 0 || joined && day.start <= LEAD && tokens[..day.start].iter().all(|token| place(token) || dash(token));
    let mut end = day.end + usize::from(enclosed);
    if is(end, "(") {
        match tokens[end..].iter().take(LEAD).position(|token| token.text(text) == ")") {
            Some(length) => end += length + 1,
            None => return false,
        }
    }
    opens && tokens.get(end).is_some_and(|token| dash(token) || token.text(text) == ":" && day.start > 0)
}
