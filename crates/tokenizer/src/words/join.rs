//! Joins and splits atoms (the segments that UAX #29 defines) to form tokens. This implements the exceptions to UAX #29 that the crate's documentation lists.

use super::atom::{Atom, Plain, Sink};
use crate::Language;
use chancery_text::key::block_key;
use chancery_text::{Casing, Gap, Span, Token, TokenKind};

/// Receives atoms and appends the resulting tokens to `out`.
pub(super) struct Joiner<'a> {
    text: &'a str,
    language: &'a Language,
    out: &'a mut Vec<Token>,
}

impl<'a> Joiner<'a> {
    pub(super) fn new(text: &'a str, language: &'a Language, out: &'a mut Vec<Token>) -> Self {
        Self { text, language, out }
    }

    fn push(&mut self, atom: Atom) {
        let mut token = Token {
            span: Span::new(atom.start as u32, atom.end as u32),
            kind: atom.kind,
            casing: atom.casing,
            gap: atom.gap,
            capital: atom.capital,
            key: 0,
        };
        match self.text.as_bytes()[atom.start..atom.end] {
            // Most of the atoms that are pushed here are marks of one byte.
            [byte] if byte != b'\'' => token.key = block_key(u64::from(byte.to_ascii_lowercase()), 1),
            _ => token.set_key(self.text),
        }
        self.out.push(token);
    }

    fn last_text(&self) -> &'a str {
        self.out.last().map_or("", |token| &self.text[token.span.range()])
    }

    fn extend_last(&mut self, end: usize) {
        if let Some(last) = self.out.last_mut() {
            last.span = Span::new(last.span.start(), end as u32);
            last.set_key(self.text);
        }
    }

    /// Handles a word or number, which may contain periods and colons, be part of a time of day, or begin a web address. Returns the byte offset at which to
    /// continue.
    fn word(&mut self, atom: Atom) -> usize {
        let text = &self.text[atom.start..atom.end];
        if is_address(&self.text[atom.start..]) {
            let end = address_end(self.text, atom.start, LONGEST_ADDRESS);
            self.push(Atom { end, kind: TokenKind::Word, ..atom });
            return end;
        }
        if atom.gap == Gap::None && self.time_of_day(atom) {
            return atom.end;
        }
        if atom.kind == TokenKind::Word && atom.marked {
            self.divided(atom, text);
        } else {
            self.push(atom);
        }
        atom.end
    }

    /// Splits a word at its colons, and at each period that has more than one letter before it and a capital letter after it.
    fn divided(&mut self, atom: Atom, text: &str) {
        let mut from = 0;
        for (at, mark) in text.match_indices(['.', ':']) {
            let left = &text[from..at];
            let right = &text[at + 1..];
            let longer = left.rsplit('.').next().is_some_and(|piece| piece.chars().nth(1).is_some());
            if !left.is_empty() && (mark == ":" && !right.is_empty() || longer && right.starts_with(char::is_uppercase)) {
                let gap = if from == 0 { atom.gap } else { Gap::None };
                self.push(super::reference::atom(left, atom.start + from, gap));
                self.push(super::reference::atom(mark, atom.start + at, Gap::None));
                from = at + 1;
            }
        }
        let gap = if from == 0 { atom.gap } else { Gap::None };
        self.push(super::reference::atom(&text[from..], atom.start + from, gap));
    }

    /// If `atom` is the minutes of a time of day such as "4:00", joins it to the hour and the colon before it. Returns whether they were joined.
    fn time_of_day(&mut self, atom: Atom) -> bool {
        let [.., hour, colon] = self.out.as_slice() else { return false };
        let whole = atom.kind == TokenKind::Number
            && atom.end - atom.start == 2
            && colon.gap == Gap::None
            && hour.kind == TokenKind::Number
            && hour.span.len() <= 2
            && colon.text(self.text) == ":";
        if whole {
            self.out.pop();
            self.extend_last(atom.end);
        }
        whole
    }

    /// Joins a period to the word before it if the word is an abbreviation, acronym or initial. Returns whether they were joined.
    fn period(&mut self, atom: Atom) -> bool {
        let Some(last) = self.out.last() else { return false };
        if last.kind != TokenKind::Word || atom.gap != Gap::None {
            return false;
        }
        let word = last.text(self.text);
        // "I" is an initial only after a name ("Albert I. Jones").
        let named = || self.out.len() > 1 && self.out[self.out.len() - 2].casing == Casing::Title && last.gap == Gap::Blank;
        let single = last.casing == Casing::Title && word.chars().nth(1).is_none() && (word != "I" || named());
        // For ASCII text, first check that the first period follows one or two letters.
        let pieces = || last.key == 0 || matches!(word.as_bytes(), [_, b'.', ..] | [_, _, b'.', ..]);
        let acronym = || pieces() && word.contains('.') && word.split('.').all(|piece| piece.chars().nth(2).is_none());
        let abbreviation = || {
            let after_number = self.out.len() > 1 && self.out[self.out.len() - 2].kind == TokenKind::Number;
            let may_be = last.key == 0 || self.language.may_be_abbreviation(last.key);
            may_be && self.language.abbreviation_class(word, after_number, || number_follows(&self.text[atom.end..])).is_some()
        };
        let whole = single || acronym() || abbreviation();
        if whole {
            self.extend_last(atom.end);
        }
        whole
    }

    /// Returns `true` if `atom` is a punctuation mark that continues a run, that is, a sequence of equal marks such as "...". A run is a single token.
    fn continues_run(&self, atom: Atom) -> bool {
        if atom.gap != Gap::None {
            return false;
        }
        let bytes = self.text.as_bytes();
        let [this @ (b'.' | b'-' | b'*' | b'=' | b'~' | b'+' | b'#' | b'<' | b'>' | b'\'' | b'_' | b'!' | b'?')] =
            bytes[atom.start..atom.end]
        else {
            return false;
        };
        let last = self.last_text();
        let all = |runs: fn(u8, u8) -> bool| !last.is_empty() && last.bytes().all(|b| runs(b, this));
        if matches!(this, b'!' | b'?') { all(|b, _| matches!(b, b'!' | b'?')) } else { all(|b, this| b == this) }
    }

    /// Returns the byte offset of the end of a run of punctuation marks. `from` is an offset within the run. The caller can then join a long run in one step.
    /// All marks of the run are equal to `mark`; if `mark` is "!" or "?", the run may contain both. If a non-ASCII character follows the run, the last mark is
    /// excluded, because the character may combine with it.
    fn run_end(&self, from: usize, mark: u8) -> usize {
        let rest = &self.text.as_bytes()[from..];
        let joins = |byte: &u8| if matches!(mark, b'!' | b'?') { matches!(byte, b'!' | b'?') } else { *byte == mark };
        let count = rest.iter().take_while(|byte| joins(byte)).count();
        let left = usize::from(count > 0 && rest.get(count).is_some_and(|byte| !byte.is_ascii()));
        from + count - left
    }

    /// Joins the parts of a mail address. `atom` is the "@". The part before it consists of letters, digits, and the marks ".", "_", "-" and "+". Returns the
    /// byte offset of the end of the address; `None` if this is not a mail address.
    fn mail(&mut self, atom: Atom) -> Option<usize> {
        let follows = self.text[atom.end..].starts_with(|c: char| c.is_ascii_alphanumeric());
        if atom.gap != Gap::None || !follows {
            return None;
        }
        let end = address_end(self.text, atom.end, LONGEST_HOST);
        if !self.text[atom.end..end].contains('.') {
            return None;
        }
        let part = |token: &Token| token.text(self.text).bytes().all(|b| b.is_ascii_alphanumeric() || b"._-+".contains(&b));
        let mut first = self.out.len();
        while first > 0 && part(&self.out[first - 1]) {
            first -= 1;
            if self.out[first].gap != Gap::None {
                break;
            }
        }
        self.out.truncate(first + 1);
        let name = self.out.get_mut(first)?;
        name.kind = TokenKind::Word;
        self.extend_last(end);
        Some(end)
    }
}

impl Sink for Joiner<'_> {
    #[inline]
    fn plain(&mut self, word: Plain) {
        let Plain { start, end, casing, capital, gap, key } = word;
        let span = Span::new(start as u32, end as u32);
        self.out.push(Token { span, kind: TokenKind::Word, casing, gap, capital, key });
    }

    #[inline]
    fn mark(&mut self, start: usize, mark: u8, gap: Gap) {
        let span = Span::new(start as u32, start as u32 + 1);
        let key = block_key(u64::from(mark), 1);
        self.out.push(Token { span, kind: TokenKind::Punctuation, casing: Casing::None, gap, capital: false, key });
    }

    #[inline(never)]
    fn atom(&mut self, atom: Atom) -> usize {
        match atom.kind {
            TokenKind::Word | TokenKind::Number => {
                let bytes = &self.text.as_bytes()[atom.start..atom.end];
                if atom.marked || atom.gap == Gap::None && !self.out.is_empty() || may_be_address(bytes) {
                    if atom.gap == Gap::None && self.last_text() == "#" && atom.kind == TokenKind::Word {
                        self.extend_last(atom.end);
                        if let Some(last) = self.out.last_mut() {
                            last.kind = TokenKind::Word;
                            last.casing = atom.casing;
                            last.capital = atom.capital;
                        }
                        return atom.end;
                    }
                    return self.word(atom);
                }
                self.push(atom);
            }
            TokenKind::Punctuation | TokenKind::Symbol => {
                let mark = match self.text.as_bytes()[atom.start..atom.end] {
                    [mark] => mark,
                    _ => 0,
                };
                if mark == b'@'
                    && let Some(end) = self.mail(atom)
                {
                    return end;
                }
                if mark == b'.' && self.period(atom) {
                    return atom.end;
                }
                if atom.gap == Gap::None && self.continues_run(atom) {
                    let end = self.run_end(atom.end, mark);
                    self.extend_last(end);
                    return end;
                }
                self.push(atom);
            }
            _ => self.push(atom),
        }
        atom.end
    }
}

/// Returns `true` if a word may begin a web address.
#[inline]
fn may_be_address(bytes: &[u8]) -> bool {
    let begins = |letters: &[u8]| bytes.get(..letters.len()).is_some_and(|head| head.eq_ignore_ascii_case(letters));
    matches!(bytes, [b'h' | b'H' | b'w' | b'W', ..]) && (begins(b"http") || begins(b"www"))
}

/// Returns `true` if a text begins with a web address.
fn is_address(text: &str) -> bool {
    let head: String = text.bytes().take(8).map(|b| b.to_ascii_lowercase() as char).collect();
    head.starts_with("http://") || head.starts_with("https://") || head.starts_with("www.")
}

/// Maximum number of bytes of a web address. Browsers and servers limit addresses to lengths of the same order.
const LONGEST_ADDRESS: usize = 4096;
/// Maximum number of bytes after the "@" of a mail address, according to RFC 1035.
const LONGEST_HOST: usize = 255;

/// Returns the end of an address that begins at `from`. The address ends at the next white space, quotation mark or bracket. Punctuation directly before that
/// end is not part of the address. The address has at most `longest` bytes.
fn address_end(text: &str, from: usize, longest: usize) -> usize {
    let rest = &text[from..text.floor_char_boundary(from.saturating_add(longest))];
    let end = rest
        .find(|c: char| c.is_whitespace() || matches!(c, '"' | '<' | '>' | '”' | '“' | '’' | ')' | ']' | '，' | '。'))
        .unwrap_or(rest.len());
    from + rest[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', '\'']).len()
}

/// Returns `true` if `rest` begins with a number, that is, with digits or a roman numeral in capitals. White space and opening brackets may precede the
/// number.
fn number_follows(rest: &str) -> bool {
    let rest = rest.trim_start_matches([' ', '\t', '\n', '\r', '(', '\u{A0}']);
    let roman = rest.bytes().take_while(|b| b"IVXLC".contains(b)).count();
    rest.starts_with(|c: char| c.is_ascii_digit()) || roman > 0 && !rest[roman..].starts_with(char::is_alphanumeric)
}
