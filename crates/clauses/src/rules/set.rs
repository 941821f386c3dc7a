//! Sets of classes and words, as conditions use them.

use crate::cell::Cell;
use crate::class::Classes;
use crate::lists::Marks;

/// How the readings of a word are compared with a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) enum Test {
    /// Each reading is in the set.
    #[default]
    Certain,
    /// Some reading is in the set (`?`).
    Possible,
    /// The likeliest of the readings is in the set (`%`).
    Likely,
    /// No reading is in the set (`!`).
    Not,
}

/// Classes, words (by their numbers) and lists. A word belongs to the set if it is in any of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Set {
    pub(crate) classes: Classes,
    pub(crate) words: Vec<u32>,
    pub(crate) marks: Marks,
    pub(crate) test: Test,
}

impl Set {
    /// Whether a word passes the set's test.
    #[inline]
    pub(crate) fn holds(&self, cell: &Cell) -> bool {
        // This avoids branches, because the tests come in no predictable order.
        let readings = if self.test == Test::Likely { cell.likeliest() } else { cell.readings };
        let certain = self.test != Test::Certain || readings.without(self.classes).is_empty();
        let inside = readings.any(self.classes) & certain || self.named(cell);
        inside != (self.test == Test::Not)
    }

    /// Classes of which a word that passes must have at least one; `None` if there is no such requirement.
    pub(crate) fn needs(&self) -> Option<Classes> {
        (self.test != Test::Not && self.words.is_empty() && self.marks == Marks::default()).then_some(self.classes)
    }

    /// Classes that no word that passes may have, and whether these and [`needs`](Self::needs) together decide the test completely.
    pub(crate) fn forbids(&self) -> (Classes, bool) {
        let plain = self.words.is_empty() && self.marks == Marks::default();
        match self.test {
            Test::Not => (self.classes, plain),
            Test::Possible => (Classes::default(), plain),
            Test::Certain if plain && !self.classes.any(Classes::FLAGS) => {
                (Classes::ALL.without(self.classes).without(Classes::FLAGS), true)
            }
            Test::Certain | Test::Likely => (Classes::default(), false),
        }
    }

    /// Whether the word at an offset passes. A position outside the sentence counts as the class `EDGE`.
    pub(crate) fn at(&self, cells: &[Cell], at: usize, offset: i32, skip: bool) -> bool {
        match neighbour(cells, at, offset, skip) {
            None => self.classes.any(Classes::EDGE) != (self.test == Test::Not),
            Some(cell) => self.holds(cell),
        }
    }

    /// Whether a word is in the set by its flags, lists or number, regardless of its readings.
    #[inline]
    fn named(&self, cell: &Cell) -> bool {
        cell.flags.any(self.classes) | cell.marks.any(self.marks) || cell.marks.any(Marks::NAMED) && self.words.contains(&cell.word)
    }
}

/// The word at an offset from another; `None` outside the sentence.
fn neighbour(cells: &[Cell], at: usize, offset: i32, skip: bool) -> Option<&Cell> {
    if !skip {
        return cells.get(at.checked_add_signed(offset as isize)?);
    }
    let mut left = offset.unsigned_abs();
    let mut here = at;
    while left > 0 {
        here = if offset < 0 { here.checked_sub(1)? } else { here + 1 };
        let cell = cells.get(here)?;
        if !cell.is_adverb() {
            left -= 1;
        }
    }
    cells.get(here)
}
