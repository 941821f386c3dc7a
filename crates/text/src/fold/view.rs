//! The folded view of a whole text.

use super::cluster;
use super::hyphen::HyphenReading;
use super::map::OffsetMap;
use crate::Span;

/// A folded text and the map back to its source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoldedView {
    text: String,
    map: OffsetMap,
}

impl FoldedView {
    /// The folded text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The map between the folded text and its source.
    #[must_use]
    pub const fn map(&self) -> &OffsetMap {
        &self.map
    }

    /// Returns the span of the source from which the span `folded` was made.
    #[must_use]
    pub fn to_source(&self, folded: Span) -> Span {
        self.map.to_source(folded)
    }
}

/// Builds the folded view of a text. `table` contains the replacements for characters, as in [`Folder`](super::Folder).
pub(super) fn build(table: &[(char, String)], text: &str, hyphens: HyphenReading) -> FoldedView {
    let mut out = String::with_capacity(text.len());
    let mut map = OffsetMap::default();
    let mut at = 0;
    while at < text.len() {
        let run = plain_run(text.as_bytes(), at);
        if run > 0 {
            out.extend(text[at..at + run].bytes().map(|b| b.to_ascii_lowercase() as char));
            map.push(run as u32, run as u32, false);
            at += run;
            continue;
        }
        let rest = &text[at..];
        if let Some((hyphen, run)) = line_end_hyphen(&out, rest) {
            let kept = match hyphens {
                HyphenReading::Kept => "-",
                HyphenReading::Joined => "",
            };
            out.push_str(kept);
            map.push(kept.len() as u32, (hyphen + run) as u32, true);
            at += hyphen + run;
            continue;
        }
        let blank = blanks(rest);
        if blank.len > 0 {
            at += blank.len;
            let folded = match (blank.visible, blank.breaks) {
                (false, _) => "",
                (true, 0 | 1) => " ",
                (true, _) => "\n\n",
            };
            out.push_str(folded);
            map.push(folded.len() as u32, blank.len as u32, rest[..blank.len] != *folded);
            continue;
        }
        let len = cluster::len(rest);
        let before = out.len();
        cluster::fold(&rest[..len], true, table, &mut out);
        map.push((out.len() - before) as u32, len as u32, out.len() - before != len || len > 1 && out[before..] != rest[..len]);
        at += len;
    }
    FoldedView { text: out, map }
}

/// Returns the number of consecutive bytes from `at` on that can be folded one by one. These bytes are ASCII characters that are followed by another ASCII
/// character. The count ends before a hyphen, a control character, or a space that is followed by more white space.
fn plain_run(bytes: &[u8], at: usize) -> usize {
    let mut end = at;
    while let (Some(&here), Some(&next)) = (bytes.get(end), bytes.get(end + 1)) {
        let plain = match here {
            b' ' => next > b' ',
            b'-' => false,
            _ => here > b' ' && here < 0x7F,
        };
        if !plain || next >= 0x7F {
            break;
        }
        end += 1;
    }
    end - at
}

/// The white space and invisible characters at the start of a text.
struct Blanks {
    /// The length of these characters in bytes.
    len: usize,
    /// Whether the characters include white space.
    visible: bool,
    /// The number of line breaks.
    breaks: usize,
}

/// Reads the white space and invisible characters at the start of `text`.
fn blanks(text: &str) -> Blanks {
    let (mut len, mut visible, mut breaks) = (0, false, 0);
    let mut chars = text.chars().peekable();
    while let Some(&c) = chars.peek() {
        if !c.is_whitespace() && !cluster::is_invisible(c) {
            break;
        }
        visible |= c.is_whitespace();
        chars.next();
        len += c.len_utf8();
        match c {
            '\r' if chars.peek() == Some(&'\n') => {}
            '\n' | '\r' | '\u{85}' | '\u{2028}' => breaks += 1,
            '\u{2029}' => breaks += 2,
            _ => {}
        }
    }
    Blanks { len, visible, breaks }
}

/// Recognises a line-end hyphen that divides a word or joins two words, at the start of `rest`. Returns the length of the hyphen and the length of the white
/// space after it, both in bytes. Returns `None` if `before`, the folded text so far, does not end with a letter, or if the next line does not begin with a
/// letter.
fn line_end_hyphen(before: &str, rest: &str) -> Option<(usize, usize)> {
    let hyphen = rest.chars().next().filter(|c| matches!(c, '-' | '\u{2010}' | '\u{00AD}'))?.len_utf8();
    let run = blanks(&rest[hyphen..]);
    let after = rest[hyphen + run.len..].chars().next()?;
    (run.breaks == 1 && before.chars().next_back().is_some_and(char::is_alphabetic) && cluster::is_letter(after))
        .then_some((hyphen, run.len))
}
