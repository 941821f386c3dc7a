//! Finds the sequences of capitalised words ("runs") in a document. A run may be a name or contain
//! names.

use crate::suggest::signs::Signs;
use chancery_text::{BlockKind, Casing, Catalog, Document, EntityClass, Gap, Token, TokenKind};

/// Flag: the word begins a sentence, or follows a punctuation mark such as a colon or an opening bracket. Its capital letter is therefore not evidence of a
/// name.
pub(super) const FIRST: u16 = 1;
/// Flag: the word is a small word inside a name ("of").
pub(super) const INSIDE: u16 = 2;
/// Flag: the word is part of a known name.
pub(super) const KNOWN: u16 = 4;
/// Flag: the word is part of a known title of office.
pub(super) const OFFICE: u16 = 8;
/// Flag: the word is an abbreviation in capital letters (see [`is_upper`]).
pub(super) const UPPER: u16 = 16;
/// Flag: a known name begins with this word.
pub(super) const BEGINS: u16 = 32;
/// Flag: a known name ends with this word.
pub(super) const ENDS: u16 = 64;
/// Flag: the word is part of the name of a known person.
pub(super) const PERSON: u16 = 128;
/// Flag: the word is part of the name of a region or place, or of an adjective for a region or place. Such a word may begin or end the name of a body or treaty
/// ("African Development Bank", "Geneva Accords").
pub(super) const PLACE: u16 = 256;
/// Flag: the word is part of the name of a known body.
pub(super) const BODY: u16 = 512;

/// A sequence of capitalised words, with the small words between them.
#[derive(Debug)]
pub(super) struct Run {
    /// The words, without possessive endings.
    pub(super) words: Vec<String>,
    /// The flags of each word.
    pub(super) flags: Vec<u16>,
    /// The byte range of each word in the document.
    pub(super) spans: Vec<(u32, u32)>,
    /// The abbreviation in brackets after the last word of the run; `None` if there is none.
    pub(super) defined: Option<String>,
}

/// The sequences of capitalised words in a document.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) runs: Vec<Run>,
    /// The words that the document contains in lower case. They help to distinguish names from
    /// common words.
    pub(super) small: Vec<String>,
}

/// Finds the sequences of capitalised words in a document, which must already have its tokens, times
/// and mentions.
pub(super) fn runs(doc: &Document, catalog: &dyn Catalog, signs: &Signs) -> Found {
    let text = doc.text();
    let marks = marks(doc, catalog);
    let mut found = Found::default();
    for sentence in &doc.sentences {
        let range = sentence.token_range.range();
        let tokens = doc.tokens.get(range.clone()).unwrap_or_default();
        let words = tokens.iter().filter(|token| token.kind == TokenKind::Word);
        let (all, upper) = words.fold((0, 0), |(all, upper), token| (all + 1, upper + usize::from(token.casing == Casing::Upper)));
        let heading = doc.blocks.get(sentence.block.get()).is_some_and(|block| block.kind == BlockKind::Heading);
        let capitals = tokens.iter().filter(|token| token.kind == TokenKind::Word && token.capital).count();
        for token in tokens.iter().filter(|token| token.kind == TokenKind::Word && token.casing == Casing::Lower) {
            found.small.push(token.text(text).to_owned());
        }
        // In headings, capitals do not indicate names. The same is true of sentences in which most
        // words are capitalised or written in capitals.
        if all >= 3 && upper * 2 > all || heading || all >= 4 && capitals * 5 > all * 4 {
            continue;
        }
        let mut at = 0;
        while at < tokens.len() {
            if !is_capital(&tokens[at]) || marks[range.start + at] & TIME != 0 {
                at += 1;
                continue;
            }
            let end = end_of_run(tokens, text, at, signs, &marks[range.start..range.end]);
            // A word next to a slash is usually part of the symbol of a document ("DC/52").
            let symbol = |token: Option<&Token>| token.is_some_and(|token| token.gap == Gap::None && token.text(text) == "/");
            let begin = if at > 0 && symbol(tokens.get(at - 1)) && tokens[at].gap == Gap::None { at + 1 } else { at };
            let last = if symbol(tokens.get(end)) { end - 1 } else { end };
            if begin < last {
                found.runs.extend(run(tokens, text, begin, last, &marks[range.start..range.end], signs));
            }
            at = end;
        }
    }
    found
}

/// The flag for tokens that are part of a time expression.
const TIME: u16 = 1 << 15;

/// Returns the flags of each token.
fn marks(doc: &Document, catalog: &dyn Catalog) -> Vec<u16> {
    let mut marks = vec![0u16; doc.tokens.len()];
    for mention in &doc.mentions {
        let range = doc.tokens_of(mention);
        let mut mark = KNOWN;
        match catalog.class(mention.entity) {
            EntityClass::Office => mark |= OFFICE,
            EntityClass::Person => mark |= PERSON,
            EntityClass::Region | EntityClass::City | EntityClass::Site | EntityClass::Feature | EntityClass::Division => mark |= PLACE,
            EntityClass::Organisation | EntityClass::Organ => mark |= BODY,
            _ => {}
        }
        let (first, last) = (range.start, range.end.saturating_sub(1));
        for (number, slot) in marks.iter_mut().enumerate().take(range.end).skip(first) {
            *slot |= mark | if number == first { BEGINS } else { 0 } | if number == last { ENDS } else { 0 };
        }
    }
    for time in &doc.times {
        let from = doc.tokens.partition_point(|token| token.span.end() <= time.span.start());
        for (token, slot) in doc.tokens.iter().zip(marks.iter_mut()).skip(from) {
            if token.span.start() >= time.span.end() {
                break;
            }
            *slot |= TIME;
        }
    }
    marks
}

/// Returns whether a word begins with a capital or contains one ("d'Escoto").
fn is_capital(token: &Token) -> bool {
    token.kind == TokenKind::Word && (token.capital || token.casing == Casing::Mixed)
}

/// Returns the end of the sequence of capitalised words that begins at the token `first`, as a
/// token index (exclusive). Numbers, and up to three small words such as "of", may come between two
/// capitalised words. The sequence may also end with numbers.
fn end_of_run(tokens: &[Token], text: &str, first: usize, signs: &Signs, marks: &[u16]) -> usize {
    let mut end = first + 1;
    let mut at = end;
    let mut small = 0;
    while let Some(token) = tokens.get(at) {
        if token.gap == Gap::Break || marks[at] & TIME != 0 {
            break;
        }
        if is_capital(token) {
            small = 0;
            at += 1;
            end = at;
        } else if token.kind == TokenKind::Number && small == 0 && token.gap != Gap::None {
            at += 1;
            end = at;
        } else if token.kind == TokenKind::Word && small < 3 && signs.is_inside(token.text(text)) {
            small += 1;
            at += 1;
        } else if is_hyphen(token, text) && token.gap == Gap::None && small == 0 && tokens.get(at + 1).is_some_and(follows_hyphen) {
            at += 2;
            end = at;
        } else {
            break;
        }
    }
    end
}

/// Returns whether `token`, which follows a hyphen, is a word that is joined to the word before the
/// hyphen. Between the hyphen and `token`, there may be a line break but no space.
fn follows_hyphen(token: &Token) -> bool {
    token.kind == TokenKind::Word && matches!(token.gap, Gap::None | Gap::Line)
}

fn is_hyphen(token: &Token, text: &str) -> bool {
    matches!(token.text(text), "-" | "‐" | "‑" | "–" | "/")
}

/// Returns whether `word` is an abbreviation in capitals: it has at least two capitals and at most
/// one lower-case letter ("PLO's"), and is not a Roman numeral.
pub(super) fn is_upper(word: &str) -> bool {
    let (upper, lower) =
        word.chars().fold((0, 0), |(upper, lower), c| (upper + usize::from(c.is_uppercase()), lower + usize::from(c.is_lowercase())));
    upper >= 2 && lower <= 1 && !is_roman(word)
}

/// Returns whether a word consists only of the letters I, V, X and L, as Roman numerals below 90
/// do.
pub(super) fn is_roman(word: &str) -> bool {
    word.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'L'))
}

fn run(tokens: &[Token], text: &str, first: usize, end: usize, marks: &[u16], signs: &Signs) -> Option<Run> {
    let mut run = Run { words: Vec::new(), flags: Vec::new(), spans: Vec::new(), defined: None };
    for at in first..end {
        let token = &tokens[at];
        let mut word = token.text(text);
        if at + 1 == end && token.is_possessive(text) {
            word = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word).trim_end_matches(['\'', '’']);
        }
        let mut flag = marks[at] & !TIME;
        if at == 0 || tokens[at - 1].kind == TokenKind::Punctuation && !matches!(tokens[at - 1].text(text), "," | ")" | "-" | ";") {
            flag |= FIRST;
        }
        if is_upper(word) {
            flag |= UPPER;
        }
        if !token.capital && token.kind == TokenKind::Word && signs.is_inside(word) {
            flag |= INSIDE;
        }
        // A word that directly follows the previous word without a space belongs to it:
        // "Inter-American", "Franco-German".
        let divided = token.gap == Gap::Line && at > first && is_hyphen(&tokens[at - 1], text) && tokens[at - 1].gap == Gap::None;
        if (token.gap == Gap::None || divided) && at > first {
            if let (Some(last), Some(flags), Some(span)) = (run.words.last_mut(), run.flags.last_mut(), run.spans.last_mut()) {
                last.push_str(word);
                *flags |= flag & (KNOWN | ENDS);
                span.1 = token.span.start() + word.len() as u32;
            }
            continue;
        }
        run.words.push(word.to_owned());
        run.flags.push(flag);
        run.spans.push((token.span.start(), token.span.start() + word.len() as u32));
    }
    let known = |flag: &u16| flag & KNOWN != 0;
    let whole = run.flags.iter().all(|flag| known(flag) || flag & INSIDE != 0);
    if let [open, short, close] = tokens.get(end..end + 3).unwrap_or_default()
        && open.text(text) == "("
        && close.text(text) == ")"
        && short.casing != Casing::Lower
        && short.text(text).chars().filter(|c| c.is_uppercase()).count() >= 2
    {
        run.defined = Some(short.text(text).to_owned());
    }
    (!whole && !run.words.is_empty()).then_some(run)
}
