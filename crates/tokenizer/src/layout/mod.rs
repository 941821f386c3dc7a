//! Blocks and sections, from the lines of a text.
//!
//! Lines come from the tokens' gaps ([`lines`]), markers of numbered paragraphs from the tokens at a line's start ([`markers`]), and whether two
//! lines belong to one block from how they end, how they begin, and how wide the text is set ([`blocks`]). Paragraphs that count in words become items
//! once all are known ([`counted`]). If the source has markup, it decides what is a heading or an item ([`marked`]).

mod blocks;
mod counted;
mod lines;
mod marked;
mod markers;
mod sections;

pub(crate) use markers::{LONGEST as LONGEST_MARKER, at as marker_at};
pub(crate) use sections::Layout;

use crate::Language;
use chancery_text::{BlockMark, Token};

/// `marks` are what the markup of the source says of blocks, by start; there are none in plain text.
pub(crate) fn find(text: &str, tokens: &[Token], marks: &[BlockMark], language: &Language) -> Layout {
    let lines = lines::find(text, tokens, language);
    let mut drafts = blocks::find(text, tokens, &lines, language);
    if !marks.is_empty() {
        drafts = marked::apply(text, tokens, &drafts, marks);
    }
    counted::mark(text, tokens, &mut drafts, language);
    sections::find(text, tokens, drafts)
}
