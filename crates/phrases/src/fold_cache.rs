//! Words that had to be folded a short while ago: few different ones make up most of a text's (quotation marks, dashes, "Kenya's"), and folding is dear.

use crate::table::Word;

/// A folded word, and what stands before a possessive ending with the number of bytes it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Folded {
    pub(crate) whole: Word,
    pub(crate) stripped: Option<(Word, u32)>,
}

/// The last word of each place, by its hash before folding.
#[derive(Clone, Debug, Default)]
pub(crate) struct FoldCache {
    places: Vec<Option<(Word, Folded)>>,
    /// Which letters and endings they were folded with.
    manner: Option<Word>,
}

/// A power of two.
const PLACES: usize = 1024;

impl FoldCache {
    /// Forgets what was folded in another manner.
    pub(crate) fn keep_to(&mut self, manner: Word) {
        if self.manner != Some(manner) {
            self.manner = Some(manner);
            self.places.clear();
            self.places.resize(PLACES, None);
        }
    }

    /// What was remembered of a word, or else what `fold` makes of it.
    #[inline]
    pub(crate) fn get(&mut self, raw: &str, fold: impl FnOnce() -> Folded) -> Folded {
        let word = Word::of(raw.as_bytes());
        match self.places.get_mut(word.key as usize & (PLACES - 1)) {
            Some(Some((known, folded))) if *known == word => *folded,
            Some(place) => place.insert((word, fold())).1,
            None => fold(),
        }
    }
}
