//! Head nouns and cue words, looked up at a token.

use crate::class::Class;
use chancery_text::key::KeyMap;

/// What a phrase is.
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
    /// A word for the level of those who meet.
    Level(u16),
    /// A number in a series.
    Number(u32),
    /// The beginning of a document symbol ("S/RES"): the number of the body.
    Symbol(u16),
    Word(Class),
}

/// A phrase: the keys of the words after the first, and what it is.
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
}

impl Lexicon {
    /// Adds a phrase. `words` are the keys of its words.
    pub(crate) fn add(&mut self, words: &[u64], meaning: Meaning) {
        let Some((first, rest)) = words.split_first() else { return };
        let all = self.phrases.entry(*first).or_default();
        if !all.iter().any(|known| known.rest == rest && known.meaning == meaning) {
            all.push(Phrase { rest: rest.to_vec(), meaning });
            all.sort_by_key(|phrase| std::cmp::Reverse(phrase.rest.len()));
        }
    }

    /// The phrases at a token, longest first, each with the number of the token after it.
    pub(crate) fn at<'l>(&'l self, keys: &'l [u64], token: usize) -> impl Iterator<Item = (usize, Meaning)> + 'l {
        let all = keys.get(token).and_then(|key| self.phrases.get(key)).map_or(&[][..], Vec::as_slice);
        all.iter().filter_map(move |phrase| {
            let end = token + 1 + phrase.rest.len();
            (keys.get(token + 1..end)? == phrase.rest).then_some((end, phrase.meaning))
        })
    }
}
