//! A cache of folded words. Few different words of a text need folding (quotation marks, dashes, "Kenya's"), and folding is slow.

use crate::table::Word;

/// The hash of a folded word. `stripped` is the hash of its part before a possessive ending, with the length in bytes that this part has before folding; `None` if there
/// is no possessive ending.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Folded {
    pub(crate) whole: Word,
    pub(crate) stripped: Option<(Word, u32)>,
}

/// The cache. Each place contains the word that was stored there last, with its hash before folding.
#[derive(Clone, Debug, Default)]
pub(crate) struct FoldCache {
    places: Vec<Option<(Word, Folded)>>,
    /// The hash of the folder and the possessive endings with which the words were folded.
    manner: Option<Word>,
}

/// The number of places; a power of two.
const PLACES: usize = 1024;

impl FoldCache {
    /// Empties the cache if it was filled with another folder or other endings.
    pub(crate) fn keep_to(&mut self, manner: Word) {
        if self.manner != Some(manner) {
            self.manner = Some(manner);
            self.places.clear();
            self.places.resize(PLACES, None);
        }
    }

    /// The cached folding of a word, or else the result of `fold`.
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
