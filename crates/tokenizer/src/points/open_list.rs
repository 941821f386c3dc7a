//! Lists that are open while markers are read.

use super::marks::{Counts, Mark, Place, Style};
use chancery_text::PointKind;

/// The greatest number of paragraphs between an item and the next one if the next one is marked by a word that states no number ("Next,").
const NEXT_GAP: usize = 8;
/// Like [`NEXT_GAP`], for the first and the last item of a list of two.
const LAST_GAP: usize = 3;
/// Like [`NEXT_GAP`], for counting words that do not begin a paragraph.
const SENTENCE_GAP: usize = 3;
/// Like [`NEXT_GAP`], for counting words that begin a paragraph.
const WORD_GAP: usize = 60;
/// The largest number of items that may be missing between two items.
const MISSING: u32 = 2;

/// A list of points.
#[derive(Clone, Debug)]
pub(super) struct List {
    pub(super) style: Style,
    /// The number of the last item.
    pub(super) value: u32,
    /// The index of the last item in the tree.
    pub(super) point: usize,
    /// The block of the last item.
    pub(super) block: usize,
    /// The place of the marker of the last item.
    pub(super) place: Place,
    /// Whether its first item is a heading.
    pub(super) firm: bool,
    /// The index of the list in the tree.
    pub(super) number: usize,
    pub(super) items: usize,
    /// Whether the last item was marked as the last.
    pub(super) closed: bool,
    /// The byte at which the list ends at the latest, which is the end of a section; `u32::MAX` if there is no limit.
    pub(super) limit: u32,
    /// The numbers of a path, without the last one.
    pub(super) path: Vec<u32>,
}

impl List {
    /// The number of a marker, if the marker is the next item of this list.
    pub(super) fn next(&self, mark: &Mark, path: &[u32]) -> Option<u32> {
        let gap = mark.block.saturating_sub(self.block);
        if self.closed {
            return None;
        }
        let value = match mark.counts {
            Counts::Number(value) => value,
            Counts::Next | Counts::Last => {
                let near = match (self.place, mark.place) {
                    // "First, … Finally, …" is a list only if there is little text in between.
                    (Place::Block, Place::Block) if self.items == 1 && mark.counts == Counts::Last => LAST_GAP,
                    (Place::Block, Place::Block) => NEXT_GAP,
                    _ => 1,
                };
                return (self.style.kind == PointKind::Word && gap <= near).then_some(self.value + 1);
            }
            Counts::End { .. } => return None,
        };
        if mark.place == Place::Inline && gap > 0 {
            return None;
        }
        if self.style.kind == PointKind::Letter && mark.style.kind == PointKind::Roman {
            // "i", "v" and "x" are always read as roman numerals. After the letters h, u and w, they continue a list of letters.
            let letter = matches!((self.value, value), (8, 1) | (21, 5) | (23, 10));
            let alike = self.style.bracket == mark.style.bracket && self.style.small == mark.style.small;
            return (letter && alike).then_some(self.value + 1);
        }
        let follows = value == self.value + 1;
        if mark.style.kind == PointKind::Word && self.style.kind == PointKind::Word {
            let near = if mark.place == Place::Block { WORD_GAP } else { SENTENCE_GAP };
            return (follows && gap <= near).then_some(value);
        }
        if self.style != mark.style || self.path != path {
            return None;
        }
        let missing = mark.place == Place::Block && value > self.value && value - self.value <= MISSING + 1 && self.items > 1;
        let headed = mark.style.kind == PointKind::Heading && value > self.value;
        (follows || missing || headed).then_some(value)
    }
}
