//! The fast path, which splits ASCII text into atoms (the segments of UAX #29). It also handles the quotation marks and dashes that are common in English
//! prose. If any other non-ASCII character occurs, the [`reference`] implementation takes over, from the last boundary before the character to the next white
//! space.

use super::atom::{Atom, Plain, Sink};
use super::letters;
use super::reference::{self, GapCounter};
use chancery_text::{Casing, Gap, TokenKind};

const UPPER: u8 = 1;
const LOWER: u8 = 2;
const DIGIT: u8 = 4;
const UNDERSCORE: u8 = 8;
const LETTER: u8 = UPPER | LOWER;
const WORD: u8 = LETTER | DIGIT | UNDERSCORE;
const BLANK: u8 = 16;
/// The class of characters that join the letters before and after them (rules WB6 and WB7 of UAX #29).
const MID_LETTER: u8 = 32;
/// The class of characters that join the digits before and after them (rules WB11 and WB12 of UAX #29).
const MID_DIGIT: u8 = 64;
const BEYOND: u8 = 128;

static CLASS: [u8; 256] = classes();

const fn classes() -> [u8; 256] {
    let mut table = [0; 256];
    let mut b = 0;
    while b < 256 {
        table[b] = match b as u8 {
            b'A'..=b'Z' => UPPER,
            b'a'..=b'z' => LOWER,
            b'0'..=b'9' => DIGIT,
            b'_' => UNDERSCORE,
            b' ' | b'\t' | b'\n' | b'\r' | 0x0B | 0x0C => BLANK,
            b'.' | b'\'' => MID_LETTER | MID_DIGIT,
            b':' => MID_LETTER,
            b',' | b';' => MID_DIGIT,
            0x80.. => BEYOND,
            _ => 0,
        };
        b += 1;
    }
    table
}

/// Returns the class of the byte at `at`. After the end of the text, the class is that of white space.
#[inline]
fn class(bytes: &[u8], at: usize) -> u8 {
    match bytes.get(at) {
        Some(&b) => CLASS[b as usize],
        None => BLANK,
    }
}

/// Passes the atoms of `text` to `sink`, in order.
pub(super) fn scan(text: &str, sink: &mut impl Sink) {
    let bytes = text.as_bytes();
    let mut at = 0;
    let mut gap = GapCounter::at_start();
    while at < bytes.len() {
        let here = CLASS[bytes[at] as usize];
        if here & LETTER != 0
            && let Some(next) = plain_words(bytes, at, &mut gap, sink)
        {
            at = next;
            continue;
        }
        if bytes[at] == b' ' {
            gap.add_space();
            at += 1;
            continue;
        }
        if here & BLANK != 0 {
            gap.add_char(bytes[at] as char);
            at += 1;
            continue;
        }
        if stands_alone(bytes[at]) && class(bytes, at + 1) & BEYOND == 0 {
            sink.mark(at, bytes[at], gap.gap());
            gap = GapCounter::default();
            at += 1;
            continue;
        }
        if here & WORD != 0 {
            if let Some((end, kind, casing, marked)) = word(bytes, at, here) {
                at = sink.atom(Atom {
                    start: at,
                    end,
                    kind,
                    casing,
                    capital: leads_with_capital(bytes, at, end, here),
                    gap: gap.gap(),
                    marked,
                });
                gap = GapCounter::default();
                continue;
            }
        } else if let Some(len) = mark(bytes, at, here) {
            let kind = if len > 1
                || !matches!(bytes[at], b'$' | b'+' | b'<' | b'=' | b'>' | b'^' | b'`' | b'|' | b'~') && bytes[at].is_ascii_punctuation()
            {
                TokenKind::Punctuation
            } else {
                TokenKind::Symbol
            };
            at = sink.atom(Atom {
                start: at,
                end: at + len,
                kind,
                casing: Casing::None,
                capital: false,
                gap: gap.gap(),
                marked: matches!(bytes[at], b'.' | b':'),
            });
            gap = GapCounter::default();
            continue;
        }
        // The fast path does not handle this character. If a space or tab precedes the character, start there, because the character may be a combining mark on
        // that space. A combining mark cannot combine with a line break.
        let from = if at > 0 && matches!(bytes[at - 1], b' ' | b'\t') { at - 1 } else { at };
        let to = chunk_end(bytes, at);
        (at, gap) = reference::scan(text, from, to, gap, sink);
    }
}

/// Passes words to `sink`, starting at byte `from`, as long as they consist of ASCII letters and are separated by single spaces. Most text consists of such
/// words. A character other than a space may follow the last word. Returns the byte at which to continue, and sets `gap` to the white space before that byte.
/// Returns `None` if no word was passed.
#[inline]
fn plain_words(bytes: &[u8], from: usize, gap: &mut GapCounter, sink: &mut impl Sink) -> Option<usize> {
    let mut at = from;
    let mut before = gap.gap();
    while let Some(letters::Run { length, casing, capital, key }) = letters::run(bytes.get(at..).unwrap_or_default()) {
        let end = at + length;
        let blank = bytes.get(end) == Some(&b' ');
        if !blank && !ends_word(bytes, end) {
            break;
        }
        // The word may begin a web address if it begins with "h" or "w" and is followed by a period or colon.
        let address = !blank && matches!(bytes.get(end), Some(b':' | b'.')) && matches!(bytes[at] | 0x20, b'h' | b'w');
        if address || before == Gap::None {
            *gap = GapCounter::default();
            return Some(sink.atom(Atom { start: at, end, kind: TokenKind::Word, casing, capital, gap: before, marked: false }));
        }
        sink.plain(Plain { start: at, end, casing, capital, gap: before, key });
        if !blank {
            *gap = GapCounter::default();
            return Some(end);
        }
        before = Gap::Blank;
        at = end + 1;
    }
    if at == from {
        return None;
    }
    *gap = GapCounter::default();
    gap.add_space();
    Some(at)
}

/// Returns `true` if a punctuation mark is always a token by itself.
#[inline]
const fn stands_alone(mark: u8) -> bool {
    matches!(mark, b',' | b';' | b'(' | b')' | b'"' | b'[' | b']' | b'/' | b'%')
}

/// Returns `true` if a word of letters ends at byte `at`. The word continues if this byte is a word character, or a mark that joins the word to the next byte
/// ("U.S").
#[inline]
fn ends_word(bytes: &[u8], at: usize) -> bool {
    let here = class(bytes, at);
    here & (WORD | BEYOND) == 0 && (here & MID_LETTER == 0 || class(bytes, at + 1) & (WORD | BEYOND) == 0)
}

/// Returns the byte offset at which the text for the [`reference`] implementation ends: at the next white space before an ASCII character, or at the end of the
/// text.
fn chunk_end(bytes: &[u8], from: usize) -> usize {
    let mut at = from;
    while at < bytes.len() {
        if CLASS[bytes[at] as usize] & BLANK != 0 && class(bytes, at + 1) & BEYOND == 0 {
            return at;
        }
        at += 1;
    }
    bytes.len()
}

/// Returns `true` if the first letter of the word `start..end` is a capital. `first` is the class of the byte at `start`.
#[inline]
fn leads_with_capital(bytes: &[u8], start: usize, end: usize, first: u8) -> bool {
    if first & LETTER != 0 {
        return first & UPPER != 0;
    }
    let letter = bytes[start..end].iter().map(|&b| CLASS[b as usize]).find(|c| c & LETTER != 0);
    letter.is_some_and(|c| c & UPPER != 0)
}

/// Reads the word at `start`. Returns its end, its kind, its casing, and whether it contains a period or colon. Returns `None` if the word continues with a
/// character that the fast path does not handle.
#[inline]
fn word(bytes: &[u8], start: usize, first: u8) -> Option<(usize, TokenKind, Casing, bool)> {
    let mut at = start + 1;
    let mut marked = false;
    let mut rest = 0; // classes of all bytes but the first
    let mut last = first;
    let mut uppers = u32::from(first & UPPER);
    let mut inner_start = at;
    loop {
        let mut here = class(bytes, at);
        while here & WORD != 0 {
            rest |= here;
            last = here;
            at += 1;
            here = class(bytes, at);
        }
        if rest & UPPER != 0 {
            uppers += bytes[inner_start..at].iter().filter(|b| b.is_ascii_uppercase()).count() as u32;
        }
        let len = match here {
            0 | BLANK => break,
            BEYOND => match curly_apostrophe(bytes, at) {
                // Quotation marks and dashes end a word, but an apostrophe may join two parts of a word.
                Some(true) => 3,
                Some(false) => break,
                None => return None,
            },
            _ => 1,
        };
        let mid = if len == 3 { MID_LETTER | MID_DIGIT } else { here };
        let next = class(bytes, at + len);
        if next & BEYOND != 0 && (last & LETTER != 0 && mid & MID_LETTER != 0 || last & DIGIT != 0 && mid & MID_DIGIT != 0 || len == 3) {
            return None;
        }
        let joins = last & LETTER != 0 && next & LETTER != 0 && mid & MID_LETTER != 0
            || last & DIGIT != 0 && next & DIGIT != 0 && mid & MID_DIGIT != 0;
        if !joins {
            break;
        }
        marked |= matches!(bytes[at], b'.' | b':');
        at += len;
        inner_start = at;
    }
    let all = first | rest;
    let kind = if all & LETTER != 0 {
        TokenKind::Word
    } else if all & DIGIT != 0 {
        TokenKind::Number
    } else {
        TokenKind::Punctuation
    };
    let capital = all & UPPER != 0 && leads_with_capital(bytes, start, at, first);
    let casing = match (all & UPPER != 0, all & LOWER != 0) {
        (false, false) => Casing::None,
        (false, true) => Casing::Lower,
        _ if capital && uppers == 1 => Casing::Title,
        (true, false) => Casing::Upper,
        (true, true) => Casing::Mixed,
    };
    Some((at, kind, casing, marked))
}

/// Classifies the non-ASCII character at `at`. Returns `Some(true)` for a single quotation mark, which may be an apostrophe, and `Some(false)` for any other
/// mark that the fast path handles. Returns `None` for any other character, and for a mark if the character after it is neither ASCII nor one of these marks.
#[inline]
fn curly_apostrophe(bytes: &[u8], at: usize) -> Option<bool> {
    let [0xE2, 0x80, third, ..] = bytes.get(at..)? else { return None };
    let known = |b: u8| matches!(b, 0x93 | 0x94 | 0x98 | 0x99 | 0x9C | 0x9D | 0xA6);
    if !known(*third) {
        return None;
    }
    if class(bytes, at + 3) & BEYOND != 0 && !(matches!(bytes.get(at + 3..), Some([0xE2, 0x80, b, ..]) if known(*b))) {
        return None;
    }
    Some(matches!(third, 0x98 | 0x99))
}

/// Returns the length in bytes of the punctuation mark or symbol at `at`; `None` if the fast path does not handle it.
#[inline]
fn mark(bytes: &[u8], at: usize, here: u8) -> Option<usize> {
    if here & BEYOND != 0 {
        return curly_apostrophe(bytes, at).map(|_| 3);
    }
    let known = class(bytes, at + 1) & BEYOND == 0 || curly_apostrophe(bytes, at + 1).is_some();
    known.then_some(1)
}
