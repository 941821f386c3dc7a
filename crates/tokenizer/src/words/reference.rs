//! The reference implementation: splits any text into atoms (the segments that UAX #29 defines) with the crate `unicode-segmentation`.

use super::atom::{Atom, Sink};
use chancery_text::fold::is_invisible;
use chancery_text::{Casing, Gap, TokenKind};
use unicode_segmentation::UnicodeSegmentation;

/// Passes the atoms of `text[from..to]` to `sink`. Whatever the surrounding text is, a segment must begin at `from` and end at `to`. `seen` is the white space
/// since the last token. Returns the byte at which to continue, and the white space between the last token and that byte.
pub(super) fn scan(text: &str, from: usize, to: usize, mut seen: GapCounter, sink: &mut impl Sink) -> (usize, GapCounter) {
    let mut resume = from;
    // The receiver of the atoms may extend an atom into the middle of a segment, for example at the end of a web address. The remaining text is then split
    // again.
    while resume < to {
        resume = part(text, resume, to, &mut seen, sink);
    }
    (resume, seen)
}

/// Passes the atoms of `text[from..to]` to `sink`. For each atom, the sink returns the byte at which to continue. If this byte is in the middle of a segment,
/// the function stops. Returns the byte at which to continue.
fn part(text: &str, from: usize, to: usize, seen: &mut GapCounter, sink: &mut impl Sink) -> usize {
    let mut resume = from;
    for (at, segment) in text[from..to].split_word_bound_indices() {
        let (start, end) = (from + at, from + at + segment.len());
        if start < resume {
            if resume < end {
                break;
            }
            continue;
        }
        resume = end;
        // A segment may contain white space, because the narrow no-break space joins words.
        let mut at = start;
        while at < end {
            let blanks = text[at..end].len() - text[at..end].trim_start_matches(is_blank).len();
            seen.add(&text[at..at + blanks]);
            at += blanks;
            let piece = &text[at..end];
            let len = piece.find(is_blank).unwrap_or(piece.len());
            let visible = piece[..len].trim_start_matches(is_invisible);
            let from = at + len - visible.len();
            let visible = visible.trim_end_matches(is_invisible);
            at += len;
            // A combining mark on a space is part of the space. A combining vowel sign is not, because it is a letter.
            if visible.is_empty() || blanks > 0 && !visible.contains(char::is_alphanumeric) {
                continue;
            }
            let next = sink.atom(atom(visible, from, seen.gap()));
            *seen = GapCounter::default();
            if next != from + visible.len() {
                if next < end {
                    return next;
                }
                resume = next;
                break;
            }
            // A soft hyphen at the end of a line divides a word, just as an ordinary hyphen does.
            let behind = &text[from + visible.len()..];
            if behind.strip_prefix(SOFT_HYPHEN).is_some_and(|rest| rest.starts_with(['\n', '\r'])) {
                sink.atom(atom(&behind[..SOFT_HYPHEN.len_utf8()], from + visible.len(), Gap::None));
            }
        }
    }
    resume
}

const SOFT_HYPHEN: char = '\u{AD}';

/// Returns `true` if a character is white space, which no token contains. Zero-width spaces count as
/// white space.
pub(super) fn is_blank(c: char) -> bool {
    c.is_whitespace() || c == '\u{200B}'
}

/// Counts the line breaks in the white space between two tokens.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct GapCounter {
    blank: bool,
    breaks: u32,
    after_return: bool,
}

impl GapCounter {
    /// Creates the counter for the start of a text.
    pub(super) fn at_start() -> Self {
        Self { blank: true, breaks: 2, after_return: false }
    }

    /// Counts the line breaks in `blanks`, which continues the white space.
    pub(super) fn add(&mut self, blanks: &str) {
        for c in blanks.chars() {
            self.add_char(c);
        }
    }

    /// Equivalent to [`add_char`](Self::add_char) with a space, but faster.
    #[inline]
    pub(super) fn add_space(&mut self) {
        self.blank = true;
        self.after_return = false;
    }

    #[inline]
    pub(super) fn add_char(&mut self, c: char) {
        match c {
            '\n' if self.after_return => {}
            '\n' | '\r' | '\u{85}' | '\u{2028}' => self.breaks += 1,
            '\u{2029}' => self.breaks += 2,
            // A page break counts as one line break. If there is a line break next to it, only the line break is counted.
            '\u{C}' => self.breaks = self.breaks.max(1),
            _ => {}
        }
        self.blank = true;
        self.after_return = c == '\r';
    }

    pub(super) fn gap(self) -> Gap {
        const OF: [Gap; 3] = [Gap::Blank, Gap::Line, Gap::Break];
        if self.blank { OF[self.breaks.min(2) as usize] } else { Gap::None }
    }
}

/// Creates an atom from a segment that begins at byte `start`. `gap` is the white space before the segment.
pub(super) fn atom(segment: &str, start: usize, gap: Gap) -> Atom {
    let (mut letters, mut digits, mut upper, mut lower, mut ideographs) = (false, false, 0, 0, false);
    let mut capital = None;
    for c in segment.chars() {
        if let 'А'..='я' = c {
            // Russian letters are handled without a lookup in the Unicode tables.
            letters = true;
            upper += usize::from(c < 'а');
            lower += usize::from(c >= 'а');
            capital.get_or_insert(c < 'а');
        } else if let '\u{4E00}'..='\u{9FFF}' = c {
            letters = true;
            ideographs = true;
            capital.get_or_insert(false);
        } else if c.is_alphabetic() {
            letters = true;
            ideographs |= is_ideograph(c);
            upper += usize::from(c.is_uppercase());
            lower += usize::from(c.is_lowercase());
            capital.get_or_insert(c.is_uppercase());
        } else if c.is_numeric() {
            digits = true;
        }
    }
    let first = segment.chars().next().unwrap_or(' ');
    let kind = if ideographs {
        TokenKind::Ideograph
    } else if letters {
        TokenKind::Word
    } else if digits {
        TokenKind::Number
    } else if first == '_' || is_punctuation(first) {
        TokenKind::Punctuation
    } else {
        TokenKind::Symbol
    };
    Atom {
        start,
        end: start + segment.len(),
        kind,
        casing: casing(capital == Some(true), upper, lower),
        capital: capital == Some(true),
        gap,
        marked: segment.contains(['.', ':']),
    }
}

fn casing(capital: bool, upper: usize, lower: usize) -> Casing {
    match (capital, upper, lower) {
        (_, 0, 0) => Casing::None,
        (_, 0, _) => Casing::Lower,
        (true, 1, _) => Casing::Title,
        (_, _, 0) => Casing::Upper,
        _ => Casing::Mixed,
    }
}

/// Returns `true` if a character belongs to a script that is written without spaces between words (Han, hiragana, Thai, Lao, Khmer or Burmese). UAX #29
/// splits text in these scripts into single characters.
fn is_ideograph(c: char) -> bool {
    matches!(c,
        '\u{0E00}'..='\u{0EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}' | '\u{3005}'..='\u{3007}' | '\u{3041}'..='\u{309F}'
        | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// Returns `true` if a character is punctuation (general categories P*). Only the Unicode blocks that occur in documents
/// are covered.
fn is_punctuation(c: char) -> bool {
    match c {
        '\0'..='\u{7F}' => c.is_ascii_punctuation() && !matches!(c, '$' | '+' | '<' | '=' | '>' | '^' | '`' | '|' | '~'),
        '\u{A1}' | '\u{A7}' | '\u{AB}' | SOFT_HYPHEN | '\u{B6}' | '\u{B7}' | '\u{BB}' | '\u{BF}' => true,
        '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205E}' => !matches!(c, '\u{2044}' | '\u{2052}'),
        '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}' | '\u{3014}'..='\u{301F}' | '\u{30FB}' => true,
        '\u{FE10}'..='\u{FE19}' | '\u{FE30}'..='\u{FE61}' => true,
        '\u{FF01}'..='\u{FF0F}' | '\u{FF1A}'..='\u{FF20}' | '\u{FF3B}'..='\u{FF3D}' | '\u{FF5B}'..='\u{FF65}' => {
            !matches!(c, '\u{FF04}' | '\u{FF0B}' | '\u{FF1C}'..='\u{FF1E}')
        }
        '\u{60C}' | '\u{61B}' | '\u{61F}' | '\u{6D4}' | '\u{964}' | '\u{965}' | '\u{589}' => true,
        _ => false,
    }
}
