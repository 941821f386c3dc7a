//! Sets of classes and words that a condition asks for.

use crate::class::Classes;
use crate::tag::Cell;

/// Classes, written in a rule by their names, and words, by their numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Set {
    pub(crate) classes: Classes,
    pub(crate) words: Vec<u32>,
}

impl Set {
    /// Whether every reading of a word is in the set.
    pub(crate) fn certain(&self, cell: &Cell) -> bool {
        let readings = cell.readings;
        cell.flags.any(self.classes) || !readings.is_empty() && readings.without(self.classes).is_empty() || self.words.contains(&cell.word)
    }

    /// Whether some reading of a word is in the set.
    pub(crate) fn possible(&self, cell: &Cell) -> bool {
        cell.flags.or(cell.readings).any(self.classes) || self.words.contains(&cell.word)
    }
}
