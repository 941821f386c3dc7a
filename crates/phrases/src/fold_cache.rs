//! A cache of folded words. Folding is slow, but only words with accents or apostrophes ("Kenya's") must be folded, and a text usually contains few different
//! words of this kind.

use crate::table::Word;

/// The result of folding a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Folded {
    /// The hash of the folded word.
    pub(crate) whole: Word,
    /// If the word has a possessive ending, the hash of the folded part before the ending, and the length in bytes that this part had before folding.
    pub(crate) stripped: Option<(Word, u32)>,
}

/// The cache: an array of slots. Each slot is empty or contains the entry that was stored there last. An entry consists of the hash of a word before folding
/// and the result of folding the word.
#[derive(Clone, Debug, Default)]
pub(crate) struct FoldCache {
    places: Vec<Option<(Word, Folded)>>,
    /// A hash of the `Folder` and the possessive endings with which the cached words were folded; `None` if the cache was never used.
    manner: Option<Word>,
}

/// The number of slots, a power of two.
const PLACES: usize = 1024;

impl FoldCache {
    /// Prepares the cache for a phrase set. `manner` is a hash of the `Folder` and the possessive endings of the set. If the cached words were folded with a
    /// different `Folder` or different endings, empties the cache.
    pub(crate) fn keep_to(&mut self, manner: Word) {
        if self.manner != Some(manner) {
            self.manner = Some(manner);
            self.places.clear();
            self.places.resize(PLACES, None);
        }
    }

    /// Returns the cached result of folding the word `raw`. If there is none, calls `fold` and stores the result.
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
