//! Finds the points of enumerations, which may run over several paragraphs, and nests them.
//!
//! Markers are collected in the order of the text ([`marks`], counting words in [`words`], markers of headings in [`headings`]). Then each marker continues the
//! innermost open list that it fits, or opens a list within the point that is open ([`tree`]). Lists of one are dropped. At last the ends of the points are set
//! ([`extent`]).

mod extent;
mod headings;
mod lists;
mod marks;
mod phrases;
mod tree;
mod words;

pub(crate) use phrases::{Phrases, Sense};

use crate::Language;
use chancery_text::{Block, Point, Section, Sentence, Token};

/// The layers of a document that the search reads.
#[derive(Clone, Copy)]
pub(crate) struct Layers<'a> {
    pub(crate) text: &'a str,
    pub(crate) tokens: &'a [Token],
    pub(crate) blocks: &'a [Block],
    pub(crate) sections: &'a [Section],
    pub(crate) sentences: &'a [Sentence],
    pub(crate) language: &'a Language,
}

impl<'a> Layers<'a> {
    /// The text of a token; empty behind the last.
    fn word(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| token.text(self.text))
    }
}

/// The points of a document, each after the point that contains it.
pub(crate) fn find(layers: Layers<'_>) -> Vec<Point> {
    let marks = marks::find(layers);
    if marks.len() < 2 && marks.iter().all(|mark| mark.style.level == 0) {
        return Vec::new();
    }
    let tree = tree::build(layers, &marks);
    extent::points(layers, &marks, tree)
}
