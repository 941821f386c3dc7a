//! Sets of classes and words, which the conditions of rules use.

use crate::cell::Cell;
use crate::class::Classes;
use crate::lists::Marks;

/// How the readings (possible classes) of a word are compared with a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) enum Test {
    /// All readings are in the set.
    #[default]
    Certain,
    /// At least one reading is in the set (`?`).
    Possible,
    /// The likeliest reading is in the set (`%`).
    Likely,
    /// No reading is in the set (`!`).
    Not,
}

/// A set of classes, words and word lists, with a test. A word belongs to the set if it is one of the words or is in one of the lists.
/// Otherwise, `test` determines how its readings are compared with the classes of the set.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Set {
    pub(crate) classes: Classes,
    /// The indexes of the words in the lexicon.
    pub(crate) words: Vec<u32>,
    pub(crate) marks: Marks,
    pub(crate) test: Test,
}

impl Set {
    /// Returns `true` if a word passes the set's test.
    #[inline]
    pub(crate) fn holds(&self, cell: &Cell) -> bool {
        // The computation avoids branches, because their outcomes are hard to predict.
        let readings = if self.test == Test::Likely { cell.likeliest() } else { cell.readings };
        let certain = self.test != Test::Certain || readings.without(self.classes).is_empty();
        let inside = readings.any(self.classes) & certain || self.named(cell);
        inside != (self.test == Test::Not)
    }

    /// Returns the classes of which a word needs at least one to pass the test. Returns `None` if a word can also pass without any particular class, for
    /// example because the set contains words.
    pub(crate) fn needs(&self) -> Option<Classes> {
        (self.test != Test::Not && self.words.is_empty() && self.marks == Marks::default()).then_some(self.classes)
    }

    /// Returns the classes that the test forbids: a word with one of these readings fails. The flag is `true` if the classes and the result of
    /// [`needs`](Self::needs) decide the test completely, so that the test need not be run.
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

    /// Returns `true` if the word at the offset `offset` from the word `at` passes the test. Positions before the first word and after the last word have the
    /// class `EDGE`. If `skip` is `true`, adverbs are not counted in the offset.
    pub(crate) fn at(&self, cells: &[Cell], at: usize, offset: i32, skip: bool) -> bool {
        match neighbour(cells, at, offset, skip) {
            None => self.classes.any(Classes::EDGE) != (self.test == Test::Not),
            Some(cell) => self.holds(cell),
        }
    }

    /// Returns `true` if a word is in the set because of its flags, because of a word list, or because the set names it.
    #[inline]
    fn named(&self, cell: &Cell) -> bool {
        cell.flags.any(self.classes) | cell.marks.any(self.marks) || cell.marks.any(Marks::NAMED) && self.words.contains(&cell.word)
    }
}

/// Returns the word at the offset `offset` from the word `at`, or `None` if this position is outside the sentence. If `skip` is `true`,
/// adverbs are not counted in the offset.
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
