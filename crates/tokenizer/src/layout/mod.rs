//! Finds the blocks and sections of a text from its lines.
//!
//! The lines are read from the gaps between tokens ([`lines`]). The markers of numbered paragraphs are read from the first tokens of a line ([`markers`]).
//! The end of a line, the beginning of the next line and the width of the text determine whether the two lines belong to one block ([`blocks`]). If the source
//! has markup, the markup then determines which blocks are headings or list items ([`marked`]). Next, paragraphs that begin with an ordinal word ("First",
//! "Secondly") become list items ([`counted`]). Finally, the headings divide the text into sections ([`sections`]).

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
