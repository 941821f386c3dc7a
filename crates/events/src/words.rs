//! The table of word forms, with everything that the coder needs to know about each form.

use crate::cue::Cue;
use crate::forms::Forms;
use chancery_text::key::{KeyMap, full_key};
use std::collections::HashMap;

/// The value that stands for "no lemma" or "no list".
pub(crate) const NONE: u32 = u32::MAX;

/// Returns the hash key of a word in a frame. A hyphen between two parts is left out, so that "sit-in" gets the key of "sitin". In a text, the parts of such a word
/// are separate tokens, and [`joined_key`](chancery_text::joined_key) returns the same key for them.
pub(crate) fn key(word: &str) -> u64 {
    match word.split_once('-') {
        Some((first, last)) if !first.is_empty() && !last.is_empty() && !last.contains('-') => full_key([first, last].concat().as_bytes()),
        _ => full_key(word.as_bytes()),
    }
}

/// The entry of a word form in the table. Because it contains all information about the form, each token is looked up only once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Word {
    /// Up to two lemmas. A missing lemma is [`NONE`].
    pub(crate) lemmas: [u32; 2],
    /// The index of the list of nouns for people and bodies whose last word is this form; [`NONE`] if there is no such noun.
    pub(crate) people: u32,
    /// How frames use the lemmas of the form.
    pub(crate) uses: Uses,
    /// The cues (meanings) of the form, one bit each.
    cues: u128,
}

const _: () = assert!((Cue::Regarding as u32) < u128::BITS, "there are more cues than bits");

/// How frames use a lemma, one bit per use.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Uses(u32);

impl Uses {
    /// The lemma is the verb of a frame, or a support verb.
    pub(crate) const VERB: Self = Self(1);
    /// The lemma is the noun of a frame.
    pub(crate) const NOUN: Self = Self(1 << 1);
    /// A condition searches for the lemma anywhere in the clause.
    pub(crate) const LOOKED_FOR: Self = Self(1 << 2);
    /// The word is the first word of the continuation of a verb ("on" in "call on").
    pub(crate) const CONTINUES: Self = Self(1 << 3);
    /// The word is the base form of a lemma.
    pub(crate) const BASE: Self = Self(1 << 4);
    /// The number of bits that are used.
    const BITS: u32 = 5;

    pub(crate) const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub(crate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// The index of a word in [`Words`]. The upper bits contain the uses of the word, so most tests do not need the word's entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct WordNumber(u32);

impl WordNumber {
    /// Stands for "no word".
    pub(crate) const NONE: Self = Self(u32::MAX >> Uses::BITS);

    const fn new(number: u32, uses: Uses) -> Self {
        Self(number | uses.0 << (32 - Uses::BITS))
    }

    #[inline]
    pub(crate) const fn uses(self) -> Uses {
        Uses(self.0 >> (32 - Uses::BITS))
    }
}

impl Word {
    /// The entry of a word that is not in the table.
    pub(crate) const UNKNOWN: Self = Self { lemmas: [NONE; 2], people: NONE, uses: Uses(0), cues: 0 };

    /// Returns `true` if the word has the meaning `cue`.
    #[inline]
    pub(crate) const fn is(&self, cue: Cue) -> bool {
        self.cues >> cue as u32 & 1 == 1
    }
}

/// The known word forms with their entries, and the ids of the lemmas.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(from = "Stored", into = "Stored"))]
pub(crate) struct Words {
    words: Vec<(u64, Word)>,
    /// Maps hash keys to word numbers, for fast lookup.
    forms: Forms,
    /// Maps hash keys to positions in `words`. Like `numbers`, this index is used only while words are being added.
    index: KeyMap<u64, u32>,
    /// Maps lemmas to their ids.
    numbers: HashMap<String, u32>,
}

/// The serialized form of [`Words`]. The index `forms` is rebuilt when the words are deserialized.
#[cfg(feature = "serde")]
#[derive(serde::Serialize, serde::Deserialize)]
struct Stored {
    words: Vec<(u64, Word)>,
}

#[cfg(feature = "serde")]
impl From<Stored> for Words {
    fn from(Stored { words }: Stored) -> Self {
        let forms = forms(&words);
        Self { words, forms, ..Self::default() }
    }
}

#[cfg(feature = "serde")]
impl From<Words> for Stored {
    fn from(Words { words, .. }: Words) -> Self {
        Self { words }
    }
}

/// Indexes words by their hash keys.
fn forms(words: &[(u64, Word)]) -> Forms {
    let numbered = (0..).zip(words).map(|(number, (key, word))| (*key, WordNumber::new(number, word.uses).0));
    Forms::new(words.len(), numbered)
}

impl Words {
    /// Returns the id of a lemma. A new lemma is added to the table, together with its base form.
    pub(crate) fn lemma(&mut self, lemma: &str) -> u32 {
        if let Some(number) = self.numbers.get(lemma) {
            return *number;
        }
        let number = self.numbers.len() as u32;
        self.numbers.insert(lemma.to_owned(), number);
        self.form(lemma, number);
        let uses = &mut self.word(key(lemma)).uses;
        *uses = uses.or(Uses::BASE);
        number
    }

    /// Adds an inflected form of a lemma. A form that already has two lemmas is not changed.
    pub(crate) fn form(&mut self, form: &str, lemma: u32) {
        let lemmas = &mut self.word(key(form)).lemmas;
        if lemmas.contains(&lemma) {
            return;
        }
        if let Some(free) = lemmas.iter_mut().find(|lemma| **lemma == NONE) {
            *free = lemma;
        }
    }

    /// Gives the form the meaning `cue`.
    pub(crate) fn cue(&mut self, form: &str, cue: Cue) {
        self.word(key(form)).cues |= 1 << cue as u32;
    }

    /// Returns the word with this hash key. If the word is new, adds an empty entry for it.
    pub(crate) fn word(&mut self, key: u64) -> &mut Word {
        let next = self.words.len() as u32;
        let at = *self.index.entry(key).or_insert(next);
        if at == next {
            self.words.push((key, Word::UNKNOWN));
        }
        &mut self.words[at as usize].1
    }

    /// Marks the word with this key as the first word of the continuation of a verb ("on" in "call on").
    pub(crate) fn continues(&mut self, key: u64) {
        let uses = &mut self.word(key).uses;
        *uses = uses.or(Uses::CONTINUES);
    }

    /// Adds to each word the uses of its lemmas, and indexes the words for lookup. `of` returns the uses of a lemma. Call this method after
    /// all other changes.
    pub(crate) fn set_uses(&mut self, of: impl Fn(u32) -> Uses) {
        for (_, word) in &mut self.words {
            let lemmas = word.lemmas.into_iter().filter(|lemma| *lemma != NONE);
            word.uses = lemmas.fold(word.uses, |uses, lemma| uses.or(of(lemma)));
        }
        self.forms = forms(&self.words);
    }

    /// Returns the index of the word with this key, or [`WordNumber::NONE`] if the word is not in the table.
    #[inline]
    pub(crate) fn number(&self, key: u64) -> WordNumber {
        self.forms.get(key).map_or(WordNumber::NONE, WordNumber)
    }

    /// Returns the entry with this index, or [`Word::UNKNOWN`] if there is none.
    #[inline]
    pub(crate) fn get(&self, number: WordNumber) -> &Word {
        self.words.get((number.0 & WordNumber::NONE.0) as usize).map_or(&Word::UNKNOWN, |(_, word)| word)
    }
}
