//! The lexicon entry of a word form.

use crate::class::Classes;
use crate::lists::{Marks, WordList};

/// The number that stands for "no word" or "no lemma".
pub(crate) const NONE: u32 = u32::MAX;

/// The lexicon entry of a word form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Entry {
    /// The classes that the form may have. The set is empty if the form is in the lexicon only because a rule or a
    /// word list mentions it.
    pub(crate) classes: Classes,
    /// The likeliest of these classes.
    pub(crate) likely: Classes,
    /// The index of the lemma, if the form is a verb form; otherwise [`NONE`].
    pub(crate) lemma: u32,
    /// The index of the form in the lexicon.
    pub(crate) word: u32,
    /// The word lists that contain the form, and its other properties.
    pub(crate) marks: Marks,
    /// The index of the list of rules that can change the classes of the form. The list at index 0 is empty.
    pub(crate) rules: u32,
}

impl Entry {
    /// The entry of a word that is not in the lexicon.
    pub(crate) const UNKNOWN: Self =
        Self { classes: Classes::EMPTY, likely: Classes::EMPTY, lemma: NONE, word: NONE, marks: Marks::EMPTY, rules: 0 };

    /// Returns `true` if the form is a function word.
    pub(crate) const fn is_closed(&self) -> bool {
        self.marks.any(Marks::CLOSED)
    }

    /// Returns the classes that are possible for the form before the rules are applied. Classes that only a `restore` rule
    /// can give to the form are not included.
    pub(crate) fn readings(&self) -> Classes {
        let classes = self.classes.without(Classes::FLAGS);
        let classes = if self.marks.any(Marks::of(WordList::Joint)) { classes.without(Classes::COORDINATOR) } else { classes };
        if self.marks.any(Marks::of(WordList::Idiom)) { classes.without(Classes::ADVERB) } else { classes }
    }
}
