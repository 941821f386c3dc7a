//! Head nouns and cue words, looked up at a token.

use crate::class::Class;
use chancery_text::key::KeyMap;

/// The meaning of a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) enum Meaning {
    /// A head noun of instruments: the number of the kind, and whether it is a plural.
    Instrument {
        kind: u16,
        plural: bool,
    },
    /// A head noun of meetings.
    Meeting {
        kind: u16,
        plural: bool,
    },
    /// A word for a level of participants.
    Level(u16),
    /// A head noun of names that documents introduce: the number of the kind.
    Local(u16),
    /// An ordinal number.
    Number(u32),
    /// The beginning of a document symbol ("S/RES"): the number of the body.
    Symbol(u16),
    Word(Class),
}

/// A phrase: the keys of the words after the first, and the meaning.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Phrase {
    rest: Vec<u64>,
    pub(crate) meaning: Meaning,
}

/// Phrases by the key of their first word, longest first.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Lexicon {
    phrases: KeyMap<u64, Vec<Phrase>>,
    /// A filter of the first words of head nouns and document symbols.
    heads: Vec<u64>,
}

impl Lexicon {
    /// Adds a phrase. `words` are the keys of its words.
    pub(crate) fn add(&mut self, words: &[u64], meaning: Meaning) {
        let Some((first, rest)) = words.split_first() else { return };
        if matches!(meaning, Meaning::Instrument { .. } | Meaning::Meeting { .. } | Meaning::Symbol(_)) {
            self.heads.resize(BITS / 64, 0);
            let bit = bit((*first >> 32) as u32);
            self.heads[bit / 64] |= 1 << (bit % 64);
        }
        let all = self.phrases.entry(*first).or_default();
        if !all.iter().any(|known| known.rest == rest && known.meaning == meaning) {
            all.push(Phrase { rest: rest.to_vec(), meaning });
            all.sort_by_key(|phrase| std::cmp::Reverse(phrase.rest.len()));
        }
    }

    /// Returns the phrases at a token, longest first, each with the number of the token after it. `key` returns the key of a token.
    pub(crate) fn at<'l>(&'l self, key: impl Fn(usize) -> Option<u64> + 'l, token: usize) -> impl Iterator<Item = (usize, Meaning)> + 'l {
        let all = key(token).and_then(|key| self.phrases.get(&key)).map_or(&[][..], Vec::as_slice);
        all.iter().filter_map(move |phrase| {
            let fits = phrase.rest.iter().zip(token + 1..).all(|(word, at)| key(at) == Some(*word));
            fits.then_some((token + 1 + phrase.rest.len(), phrase.meaning))
        })
    }

    /// Whether a head noun or a document symbol may begin with a word, given by the upper half of its key. If false, none does.
    #[inline]
    pub(crate) fn may_begin(&self, key: u32) -> bool {
        self.heads.get(bit(key) / 64).is_some_and(|bits| bits >> (bit(key) % 64) & 1 == 1)
    }
}

/// The number of bits of the filter of first words; a power of two.
const BITS: usize = 1 << 13;

const fn bit(key: u32) -> usize {
    key as usize & (BITS - 1)
}
