//! A word of a sentence while its class is chosen.

use crate::class::Classes;
use crate::lists::{Marks, WordList};

/// A word of the sentence with the classes that are still possible.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Cell {
    pub(crate) readings: Classes,
    /// What the word is beside its class (see [`Classes::FLAGS`]).
    pub(crate) flags: Classes,
    pub(crate) likely: Classes,
    /// Number of the form in the lexicon.
    pub(crate) word: u32,
    /// Lemma of its verb.
    pub(crate) lemma: u32,
    /// Number of the list of rules for its readings.
    pub(crate) list: u32,
    /// The readings that the list is for.
    pub(crate) listed_for: Classes,
    pub(crate) possessive: bool,
    /// The number of the name that the word belongs to, counted from 1; 0 for none.
    pub(crate) name: u32,
    /// Whether the word is a pronoun with a contracted verb ("it's"): its class is that of the verb.
    pub(crate) contracted: bool,
    /// Whether the word is part of a time expression.
    pub(crate) time: bool,
    /// Lists that the word belongs to, and its other properties.
    pub(crate) marks: Marks,
}

impl Cell {
    pub(crate) fn is(&self, classes: Classes) -> bool {
        self.readings.any(classes)
    }

    pub(crate) fn listed(&self, list: WordList) -> bool {
        self.marks.any(Marks::of(list))
    }

    /// The likeliest of the readings that are left; all of them if the likeliest of the word is not among them.
    pub(crate) fn likeliest(&self) -> Classes {
        if self.readings.any(self.likely) { self.likely } else { self.readings }
    }

    /// Whether the word is a verb of some form.
    pub(crate) fn is_auxiliary(&self) -> bool {
        self.flags.any(Classes::AUXILIARY) || self.is(Classes::MODAL)
    }

    pub(crate) fn is_adverb(&self) -> bool {
        !self.readings.is_empty() && self.readings.without(Classes::ADVERB).is_empty() && !self.flags.any(Classes::AUXILIARY)
    }
}
