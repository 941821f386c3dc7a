//! The cue words of an outliner in compiled form.

use crate::cue::Cue;
use chancery_text::key::KeyMap;

/// A cue word or phrase: the hash keys of the words after the first word, the kind of cue, and the index of its class.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
struct Phrase {
    rest: Vec<u64>,
    cue: Cue,
    class: u16,
}

#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Tables {
    /// All cue words and phrases, indexed by the hash key of the first word. For each first word, longer phrases come first.
    phrases: KeyMap<u64, Vec<Phrase>>,
    /// A bitmap of the first words of all phrases. It rules out most other words without a search in `phrases`.
    firsts: Vec<u64>,
    pub(crate) classes: Vec<String>,
    /// The types of documents, as indexes into `classes`. If the evidence for two types is equal, the type that comes first in this list is
    /// chosen.
    pub(crate) types: Vec<u16>,
    /// The type of documents in which speakers take turns.
    pub(crate) turns: Option<u16>,
    /// The type of documents that begin with a place, a date and a dash.
    pub(crate) dateline: Option<u16>,
}

impl Tables {
    pub(crate) fn class(&mut self, name: &str) -> u16 {
        let known = self.classes.iter().position(|known| known == name);
        let at = known.unwrap_or_else(|| {
            self.classes.push(name.to_owned());
            self.classes.len() - 1
        });
        u16::try_from(at).unwrap_or(u16::MAX)
    }

    pub(crate) fn add(&mut self, words: &[u64], cue: Cue, class: u16) {
        let Some((first, rest)) = words.split_first() else { return };
        self.firsts.resize(BITS / 64, 0);
        let bit = bit((*first >> 32) as u32);
        self.firsts[bit / 64] |= 1 << (bit % 64);
        let all = self.phrases.entry(*first).or_default();
        all.push(Phrase { rest: rest.to_vec(), cue, class });
        all.sort_by_key(|phrase| std::cmp::Reverse(phrase.rest.len()));
    }

    /// Quickly checks whether a phrase can begin with a word. If the result is `false`, no phrase begins with it. If the result is `true`, a search is needed.
    /// `key` is the upper half of the word's hash key.
    #[inline]
    pub(crate) fn may_have(&self, key: u32) -> bool {
        self.firsts.get(bit(key) / 64).is_some_and(|bits| bits >> (bit(key) % 64) & 1 == 1)
    }

    /// Returns the phrases that match the text from a given word on, longest first. Each phrase is returned as its number of words, its cue
    /// and its class. `key(0)` must return the hash key of the given word, and `key(n)` the hash key of the n-th word after it.
    pub(crate) fn at<'t>(&'t self, key: impl Fn(usize) -> Option<u64> + 't) -> impl Iterator<Item = (usize, Cue, u16)> + 't {
        let all = key(0).and_then(|first| self.phrases.get(&first)).map_or(&[][..], Vec::as_slice);
        all.iter().filter_map(move |phrase| {
            let fits = phrase.rest.iter().zip(1..).all(|(word, at)| key(at) == Some(*word));
            fits.then_some((phrase.rest.len() + 1, phrase.cue, phrase.class))
        })
    }

    pub(crate) fn name(&self, class: u16) -> &str {
        self.classes.get(usize::from(class)).map_or("", String::as_str)
    }

    /// Returns the position of a document type in the order in which the types were added. Returns `usize::MAX` if `class` is not a
    /// document type.
    pub(crate) fn order(&self, class: u16) -> usize {
        self.types.iter().position(|known| *known == class).unwrap_or(usize::MAX)
    }
}

/// The number of bits in the bitmap of first words. It is a power of two.
const BITS: usize = 1 << 14;

const fn bit(key: u32) -> usize {
    key as usize & (BITS - 1)
}
