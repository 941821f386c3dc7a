//! Finds the blocks (paragraphs, headings and list items) and the sections of a text.
//!
//! The steps are:
//!
//! 1. [`lines`] finds the lines of the text, from the gaps between tokens.
//! 2. [`blocks`] joins lines into blocks. The end of a line, the beginning of the next line and the width of the text determine whether the two lines belong to
//!    one block. [`markers`] reads the markers of numbered paragraphs at the start of a line.
//! 3. If the source has markup, [`marked`] takes headings and list items from the markup.
//! 4. [`counted`] turns paragraphs that begin with an ordinal word ("First", "Secondly") into list items.
//! 5. [`sections`] divides the text into sections at the headings.

mod blocks;
mod counted;
mod lines;
mod marked;
mod markers;
mod sections;

pub(crate) use markers::{LONGEST as LONGEST_MARKER, Style as MarkerStyle, at as marker_at, han_number};
pub(crate) use sections::Layout;

use crate::Language;
use chancery_text::{BlockMark, Token};

/// Finds the blocks and sections of a text. `marks` contains the block boundaries from the markup of the source, sorted by start. It is empty for plain text.
pub(crate) fn find(text: &str, tokens: &[Token], marks: &[BlockMark], language: &Language) -> Layout {
    let lines = lines::find(text, tokens, language);
    let mut drafts = blocks::find(text, tokens, &lines, language);
    if !marks.is_empty() {
        drafts = marked::apply(text, tokens, &drafts, marks);
    }
    counted::mark(text, tokens, &mut drafts, language);
    sections::find(text, tokens, drafts)
}
