//! The word lists of an amount finder in compiled form.

use crate::meaning::Meaning;
use chancery_text::key::KeyMap;

#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
struct Phrase {
    rest: Vec<u64>,
    meaning: Meaning,
}

/// The number of bits in each bitmap of first words. It is a power of two.
const BITS: usize = 1 << 14;

#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Tables {
    /// All words and phrases, indexed by the hash key of the first word. For each first word, longer phrases come first.
    phrases: KeyMap<u64, Vec<Phrase>>,
    /// A bitmap of the words with which an amount may begin. It rules out most other words without a search in `phrases`.
    starts: Vec<u64>,
    /// A bitmap of the first words of all phrases. It rules out most other words without a search in `phrases`.
    firsts: Vec<u64>,
    /// The codes of currencies and the names of units.
    pub(crate) units: Vec<String>,
    /// Letters that multiply a number if they directly follow its digits ("bn" in "20bn"), in lower case, with their factors.
    pub(crate) suffixes: Vec<(String, f64)>,
}

impl Tables {
    pub(crate) fn unit(&mut self, name: &str) -> u16 {
        let known = self.units.iter().position(|known| known == name);
        let at = known.unwrap_or_else(|| {
            self.units.push(name.to_owned());
            self.units.len() - 1
        });
        u16::try_from(at).unwrap_or(u16::MAX)
    }

    pub(crate) fn add(&mut self, words: &[u64], meaning: Meaning) {
        let Some((first, rest)) = words.split_first() else { return };
        set(&mut self.firsts, *first);
        if meaning.begins() {
            set(&mut self.starts, *first);
        }
        let all = self.phrases.entry(*first).or_default();
        all.push(Phrase { rest: rest.to_vec(), meaning });
        all.sort_by_key(|phrase| std::cmp::Reverse(phrase.rest.len()));
    }

    /// Quickly checks whether an amount can begin with a word. If the result is `false`, no amount begins with it. If the result is `true`, a search is needed.
    /// `key` is the upper half of the word's hash key.
    #[inline]
    pub(crate) fn may_begin(&self, key: u32) -> bool {
        has(&self.starts, key)
    }

    /// Quickly checks whether a phrase can begin with a word. If the result is `false`, no phrase begins with it. If the result is `true`, a search is needed.
    /// `key` is the upper half of the word's hash key.
    #[inline]
    pub(crate) fn may_have(&self, key: u32) -> bool {
        has(&self.firsts, key)
    }

    /// Returns the phrases that match the text at a word, the longest phrase first. Each item contains the number of words in the phrase
    /// and the meaning of the phrase. `key(0)` must return the hash key of the word at which the match begins, and `key(n)` the hash key
    /// of the n-th word after it.
    pub(crate) fn at<'t>(&'t self, key: impl Fn(usize) -> Option<u64> + 't) -> impl Iterator<Item = (usize, Meaning)> + 't {
        let all = key(0).and_then(|first| self.phrases.get(&first)).map_or(&[][..], Vec::as_slice);
        all.iter().filter_map(move |phrase| {
            let fits = phrase.rest.iter().zip(1..).all(|(word, at)| key(at) == Some(*word));
            fits.then_some((phrase.rest.len() + 1, phrase.meaning))
        })
    }
}

fn set(filter: &mut Vec<u64>, key: u64) {
    filter.resize(BITS / 64, 0);
    let bit = bit((key >> 32) as u32);
    filter[bit / 64] |= 1 << (bit % 64);
}

#[inline]
fn has(filter: &[u64], key: u32) -> bool {
    filter.get(bit(key) / 64).is_some_and(|bits| bits >> (bit(key) % 64) & 1 == 1)
}

const fn bit(key: u32) -> usize {
    key as usize & (BITS - 1)
}
