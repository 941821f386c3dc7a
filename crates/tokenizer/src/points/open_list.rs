//! Open lists. A list is open as long as a later marker may add an item to it.

use super::marks::{Counts, Mark, Place, Style};
use chancery_text::PointKind;

/// The largest distance, in blocks, between two successive items of a list if the second item begins with a word that states no number ("Next,").
const NEXT_GAP: usize = 8;
/// The largest distance, in blocks, between the two items of a list if the second item begins with a phrase for the last item ("First, … Finally, …").
const LAST_GAP: usize = 3;
/// The largest distance, in blocks, between two successive items of a list if the second item begins with an ordinal ("Second,") inside a block.
const SENTENCE_GAP: usize = 3;
/// The largest distance, in blocks, between two successive items of a list if the second item begins with an ordinal at the start of a block.
const WORD_GAP: usize = 60;
/// The largest number of items that may be missing between two items of a list. In "3. … 6. …", two items are missing.
const MISSING: u32 = 2;

/// An open list.
#[derive(Clone, Debug)]
pub(super) struct List {
    pub(super) style: Style,
    /// The number of the last item.
    pub(super) value: u32,
    /// The index of the last item in the tree.
    pub(super) point: usize,
    /// The block that contains the marker of the last item.
    pub(super) block: usize,
    /// The place of the marker of the last item.
    pub(super) place: Place,
    /// Whether the first item of the list is a heading.
    pub(super) firm: bool,
    /// The index of the list in the tree.
    pub(super) number: usize,
    pub(super) items: usize,
    /// Whether the marker of the last item shows that no further item follows ("finally").
    pub(super) closed: bool,
    /// The latest byte offset at which the list may end, which is the end of a section; `u32::MAX` if there is no limit.
    pub(super) limit: u32,
    /// If the markers are paths such as "3.2.1", all numbers of the path except the last.
    pub(super) path: Vec<u32>,
}

impl List {
    /// If `mark` introduces the next item of this list, returns the number of that item; otherwise `None`. If `mark` is a path such as "3.2.1", `path` contains
    /// all its numbers except the last.
    pub(super) fn next(&self, mark: &Mark, path: &[u32]) -> Option<u32> {
        let gap = mark.block.saturating_sub(self.block);
        if self.closed {
            return None;
        }
        let value = match mark.counts {
            Counts::Number(value) => value,
            Counts::Next | Counts::Last => {
                let near = match (self.place, mark.place) {
                    // "First, … Finally, …" is a list only if the two words are close to each other.
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
            // The markers "i", "v" and "x" were read as roman numerals. After the letters h, u and w, however, they are letters and continue the list.
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
