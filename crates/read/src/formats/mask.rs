//! Masks markup, that is, replaces each byte of the markup, except line breaks, with a space. Every offset in the masked text is
//! therefore also an offset in the source.
//!
//! Inside a word, markup is replaced with invisible characters (soft hyphens and word joiners), so
//! that the word is not split.

use chancery_text::{BlockKind, BlockMark};
use std::ops::Range;

/// Invisible characters of two and three bytes, which replace markup inside a word. Tokenizers treat them as part of the preceding
/// character.
const FILLERS: [char; 2] = ['\u{AD}', '\u{2060}'];

/// The masked text of a source, written from its start to its end.
pub(super) struct Mask<'a> {
    source: &'a str,
    out: String,
}

impl<'a> Mask<'a> {
    pub(super) fn new(source: &'a str) -> Self {
        Self { source, out: String::with_capacity(source.len()) }
    }

    /// Returns the number of bytes written so far.
    pub(super) fn len(&self) -> usize {
        self.out.len()
    }

    /// Writes spaces up to a byte offset of the source. Line breaks of the source are kept.
    pub(super) fn hide_to(&mut self, end: usize) {
        let hidden = self.source.as_bytes().get(self.out.len()..end).unwrap_or_default();
        push_blanks(&mut self.out, hidden);
    }

    /// Copies a byte range of the source.
    pub(super) fn show(&mut self, range: Range<usize>) {
        if range.start >= self.out.len() {
            self.hide_to(range.start);
            self.out.push_str(&self.source[range]);
        }
    }

    /// Writes `text` in place of a range of the source. The text and the range must have the same length in bytes.
    pub(super) fn show_as(&mut self, range: Range<usize>, text: &str) {
        if range.start >= self.out.len() && range.len() == text.len() {
            self.hide_to(range.start);
            self.out.push_str(text);
        }
    }

    /// Writes `count` line breaks in place of a tag, or fewer if the tag is shorter than `count`
    /// bytes.
    pub(super) fn breaks(&mut self, range: Range<usize>, count: usize) {
        self.hide_to(range.start);
        self.out.extend(std::iter::repeat_n('\n', count.min(range.len())));
        self.hide_to(range.end);
    }

    /// Writes a character (rarely two) in place of a character reference such as `&eacute;` or
    /// `&nbsp;`.
    ///
    /// The remaining bytes of the reference are filled with invisible characters. If the new
    /// character is a punctuation mark outside a word, a space is written before the invisible
    /// characters. Without the space, the tokenizer would not recognise the end of a sentence.
    pub(super) fn replace(&mut self, range: Range<usize>, decoded: &str) {
        self.hide_to(range.start);
        let in_word = self.out.ends_with(char::is_alphabetic) && self.source[range.end..].starts_with(char::is_alphabetic);
        let mut filled = true;
        for c in decoded.chars() {
            let c = if c.is_whitespace() || c.is_control() { ' ' } else { c };
            if self.out.len() + c.len_utf8() > range.end {
                break;
            }
            self.out.push(c);
            // Format characters and combining marks belong to the letter before them.
            filled = in_word
                || c.is_alphanumeric()
                || matches!(c, ' ' | '\'' | '’' | '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{300}'..='\u{36F}' | '\u{2060}');
        }
        if !filled && self.out.len() < range.end {
            self.out.push(' ');
        }
        self.fill_to(range.end);
    }

    /// Writes fillers in place of markup inside a word.
    pub(super) fn fill(&mut self, range: Range<usize>) {
        self.hide_to(range.start);
        self.fill_to(range.end);
    }

    fn fill_to(&mut self, end: usize) {
        while self.out.len() < end {
            self.out.push(match end - self.out.len() {
                1 => ' ',
                3 => FILLERS[1],
                _ => FILLERS[0],
            });
        }
    }

    /// Returns the words of the masked text from byte `start` on, separated by single spaces.
    pub(super) fn words_from(&self, start: usize) -> String {
        let text = self.out.get(start..).unwrap_or_default().replace(FILLERS, "");
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Returns the text. All bytes in the `hidden` ranges, except line breaks, are replaced with spaces. The ranges must be sorted
    /// and must not overlap.
    pub(super) fn finish(mut self, hidden: &[Range<usize>]) -> String {
        self.hide_to(self.source.len());
        if hidden.is_empty() {
            return self.out;
        }
        let mut text = String::with_capacity(self.out.len());
        for range in hidden {
            // A range starts and ends at a tag, so no filler extends across its bounds.
            if let (Some(shown), Some(inside)) = (self.out.get(text.len()..range.start), self.out.get(range.clone())) {
                text.push_str(shown);
                push_blanks(&mut text, inside.as_bytes());
            }
        }
        text.push_str(self.out.get(text.len()..).unwrap_or_default());
        text
    }
}

/// Appends a space for each hidden byte, but keeps line breaks.
fn push_blanks(text: &mut String, hidden: &[u8]) {
    const BLANKS: &str = "                                                                ";
    let mut at = 0;
    while at < hidden.len() {
        let next = memchr::memchr2(b'\n', b'\r', &hidden[at..]).map_or(hidden.len(), |found| at + found);
        while at < next {
            let count = (next - at).min(BLANKS.len());
            text.push_str(&BLANKS[..count]);
            at += count;
        }
        if let Some(&line_break) = hidden.get(at) {
            text.push(char::from(line_break));
            at += 1;
        }
    }
}

/// Marks that record where the blocks of a source begin, sorted by position. Text before the first block that the markup defines
/// belongs to a paragraph.
pub(super) struct Marks {
    all: Vec<BlockMark>,
}

impl Default for Marks {
    fn default() -> Self {
        Self { all: vec![BlockMark::new(0, BlockKind::Paragraph, 0)] }
    }
}

impl Marks {
    /// Records that a block of this kind begins at byte offset `start`. If several marks have the same offset, the last one is kept.
    pub(super) fn push(&mut self, start: usize, kind: BlockKind, level: u8) {
        let start = start as u32;
        while self.all.last().is_some_and(|mark| mark.start >= start) {
            self.all.pop();
        }
        self.all.push(BlockMark::new(start, kind, level));
    }

    /// Returns the marks outside the `hidden` ranges. The ranges must be sorted and must not
    /// overlap. A mark at the first byte is always kept.
    pub(super) fn finish(mut self, hidden: &[Range<usize>]) -> Vec<BlockMark> {
        let mut ranges = hidden.iter().peekable();
        self.all.retain(|mark| {
            let start = mark.start as usize;
            while ranges.next_if(|range| range.end <= start).is_some() {}
            start == 0 || ranges.peek().is_none_or(|range| start < range.start)
        });
        self.all
    }
}

/// Returns the kind of a block that is not a heading: a list item if `in_item` is `true`, otherwise
/// a paragraph.
pub(super) const fn block(in_item: bool) -> BlockKind {
    if in_item { BlockKind::ListItem } else { BlockKind::Paragraph }
}
