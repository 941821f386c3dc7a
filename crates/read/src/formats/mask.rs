//! Masking: markup is replaced by blanks of the same length, so every offset is an offset of the source.
//!
//! Inside a word, characters that are not displayed (soft hyphens and word joiners) stand in for the markup, so the word stays whole.

use chancery_text::{BlockKind, BlockMark};
use std::ops::Range;

/// Two and three bytes that readers do not see and tokenizers treat as part of the character before.
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

    /// How many bytes are written.
    pub(super) fn len(&self) -> usize {
        self.out.len()
    }

    /// Writes blanks up to a byte; line breaks of the source stay.
    pub(super) fn hide_to(&mut self, end: usize) {
        let hidden = self.source.as_bytes().get(self.out.len()..end).unwrap_or_default();
        push_blanks(&mut self.out, hidden);
    }

    /// Copies a part of the source.
    pub(super) fn show(&mut self, range: Range<usize>) {
        if range.start >= self.out.len() {
            self.hide_to(range.start);
            self.out.push_str(&self.source[range]);
        }
    }

    /// Writes another text of the same length in bytes.
    pub(super) fn show_as(&mut self, range: Range<usize>, text: &str) {
        if range.start >= self.out.len() && range.len() == text.len() {
            self.hide_to(range.start);
            self.out.push_str(text);
        }
    }

    /// Writes up to `count` line breaks in place of a tag.
    pub(super) fn breaks(&mut self, range: Range<usize>, count: usize) {
        self.hide_to(range.start);
        self.out.extend(std::iter::repeat_n('\n', count.min(range.len())));
        self.hide_to(range.end);
    }

    /// Writes a character (rarely two) in place of a character reference such as `&eacute;` or `&nbsp;`.
    ///
    /// What is left of the reference is filled so that one character is seen. Punctuation outside a word gets a blank first: with a filler behind it the
    /// tokenizer would no longer know it as the end of a sentence.
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

    /// The words that were written from a byte on, with one blank between them.
    pub(super) fn words_from(&self, start: usize) -> String {
        let text = self.out.get(start..).unwrap_or_default().replace(FILLERS, "");
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The text, in which all of `hidden` is blank but for line breaks. The ranges are in order and do not overlap.
    pub(super) fn finish(mut self, hidden: &[Range<usize>]) -> String {
        self.hide_to(self.source.len());
        if hidden.is_empty() {
            return self.out;
        }
        let mut text = String::with_capacity(self.out.len());
        for range in hidden {
            // A range starts and ends at a tag, where no filler can reach across.
            if let (Some(shown), Some(inside)) = (self.out.get(text.len()..range.start), self.out.get(range.clone())) {
                text.push_str(shown);
                push_blanks(&mut text, inside.as_bytes());
            }
        }
        text.push_str(self.out.get(text.len()..).unwrap_or_default());
        text
    }
}

/// Adds a blank for each hidden byte, and line breaks as they are.
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

/// What the markup of a source says of its blocks, in order; before the first there is a paragraph.
pub(super) struct Marks {
    all: Vec<BlockMark>,
}

impl Default for Marks {
    fn default() -> Self {
        Self { all: vec![BlockMark::new(0, BlockKind::Paragraph, 0)] }
    }
}

impl Marks {
    /// Says what begins at a byte. Of several marks at one place the last counts.
    pub(super) fn push(&mut self, start: usize, kind: BlockKind, level: u8) {
        let start = start as u32;
        while self.all.last().is_some_and(|mark| mark.start >= start) {
            self.all.pop();
        }
        self.all.push(BlockMark::new(start, kind, level));
    }

    /// The marks outside the `hidden` ranges. The ranges must be sorted and must not overlap. A mark at the first byte is always kept.
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

/// What a block is that is not a heading.
pub(super) const fn block(in_item: bool) -> BlockKind {
    if in_item { BlockKind::ListItem } else { BlockKind::Paragraph }
}
