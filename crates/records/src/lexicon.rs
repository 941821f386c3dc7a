//! The lexicon of head nouns and cue words.

use crate::class::Class;
use chancery_text::key::KeyMap;

/// The meaning of a word or phrase. The variant `Word` stands for cue words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) enum Meaning {
    /// A head noun of instruments ("treaty"), with the index of the kind of instrument. `plural` says whether the noun is a plural.
    Instrument {
        kind: u16,
        plural: bool,
    },
    /// A head noun of meetings ("summit"), with the index of the kind of meeting. `plural` says whether the noun is a plural.
    Meeting {
        kind: u16,
        plural: bool,
    },
    /// A word or phrase for a level of participants in meetings ("heads of state"), with the index of the level.
    Level(u16),
    /// A head noun of local names ("authority"), with the index of the kind of name.
    Local(u16),
    /// A word for an ordinal number, with its value.
    Number(u32),
    /// A prefix of document symbols ("S/RES"), with the index of the body that adopts the documents with this prefix.
    Symbol(u16),
    Word(Class),
}

/// A word or phrase with its meaning. `rest` contains the hash keys of all words of the phrase except the first.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Phrase {
    rest: Vec<u64>,
    pub(crate) meaning: Meaning,
}

/// Words and phrases with their meanings.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Lexicon {
    /// The phrases by the hash key of their first word. Among phrases with the same first word, longer ones come first.
    phrases: KeyMap<u64, Vec<Phrase>>,
    /// A bitmap of the first words of document symbols, and of head nouns of instruments and meetings. It quickly rejects most other
    /// words.
    heads: Vec<u64>,
}

impl Lexicon {
    /// Adds a word or phrase. `words` are the hash keys of its words.
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

    /// Returns the meanings of the phrases that begin at the token `token`, the longest phrase first. Each meaning is paired with the
    /// index of the token after the phrase. `key` returns the hash key of the token with the given index.
    pub(crate) fn at<'l>(&'l self, key: impl Fn(usize) -> Option<u64> + 'l, token: usize) -> impl Iterator<Item = (usize, Meaning)> + 'l {
        let all = key(token).and_then(|key| self.phrases.get(&key)).map_or(&[][..], Vec::as_slice);
        all.iter().filter_map(move |phrase| {
            let fits = phrase.rest.iter().zip(token + 1..).all(|(word, at)| key(at) == Some(*word));
            fits.then_some((token + 1 + phrase.rest.len(), phrase.meaning))
        })
    }

    /// Returns `false` only if a word begins neither a document symbol ("A/RES/60/1") nor a head noun of instruments or meetings. If the result is `true`, a
    /// look-up must decide. `key` is the upper half of the word's hash key.
    #[inline]
    pub(crate) fn may_begin(&self, key: u32) -> bool {
        self.heads.get(bit(key) / 64).is_some_and(|bits| bits >> (bit(key) % 64) & 1 == 1)
    }
}

/// The number of bits in the bitmap of first words. It is a power of two.
const BITS: usize = 1 << 13;

/// Returns the index of the bit of a word.
const fn bit(key: u32) -> usize {
    key as usize & (BITS - 1)
}
