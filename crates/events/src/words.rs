//! Forms of words, with all that the coder knows of each.

use crate::cue::Cue;
use crate::forms::Forms;
use chancery_text::key::{KeyMap, full_key};
use std::collections::HashMap;

/// No lemma, no list.
pub(crate) const NONE: u32 = u32::MAX;

pub(crate) fn key(word: &str) -> u64 {
    full_key(word.as_bytes())
}

/// What is known of a word form. A token is looked up once, and all questions are answered from here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Word {
    /// Up to two lemmas; [`NONE`] for none.
    pub(crate) lemmas: [u32; 2],
    /// The list of nouns of people that end in the form; [`NONE`] for none.
    pub(crate) people: u32,
    /// What its lemmas serve as: see [`Uses`].
    pub(crate) uses: Uses,
    /// The cues that it is, one bit each.
    cues: u64,
}

/// What frames use a lemma for, one bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Uses(u32);

impl Uses {
    /// The verb of a frame, or one that supports nouns.
    pub(crate) const VERB: Self = Self(1);
    /// The noun of a frame.
    pub(crate) const NOUN: Self = Self(1 << 1);
    /// A word that a condition looks for anywhere in the clause.
    pub(crate) const LOOKED_FOR: Self = Self(1 << 2);
    /// The first word of the continuation of a verb.
    pub(crate) const CONTINUES: Self = Self(1 << 3);
    /// The form of a verb without an ending.
    pub(crate) const BASE: Self = Self(1 << 4);
    /// How many bits there are.
    const BITS: u32 = 5;

    pub(crate) const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub(crate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// The number of a word, with what it serves as in the upper bits, so that most questions need no look at the word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct WordNumber(u32);

impl WordNumber {
    /// No word.
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
    /// A word of which nothing is known.
    pub(crate) const UNKNOWN: Self = Self { lemmas: [NONE; 2], people: NONE, uses: Uses(0), cues: 0 };

    /// Whether the word is a cue of a kind.
    #[inline]
    pub(crate) const fn is(&self, cue: Cue) -> bool {
        self.cues >> cue as u32 & 1 == 1
    }
}

/// Words by their forms, and the numbers of lemmas.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(from = "Stored", into = "Stored"))]
pub(crate) struct Words {
    words: Vec<(u64, Word)>,
    /// The words by their keys, for reading.
    forms: Forms,
    /// The same while words are added, and the lemmas by their numbers.
    index: KeyMap<u64, u32>,
    numbers: HashMap<String, u32>,
}

/// Words without their indexes.
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

/// Indexes words by their keys.
fn forms(words: &[(u64, Word)]) -> Forms {
    let numbered = (0..).zip(words).map(|(number, (key, word))| (*key, WordNumber::new(number, word.uses).0));
    Forms::new(words.len(), numbered)
}

impl Words {
    /// The number of a lemma, which is its own first form.
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

    /// Adds a form of a lemma.
    pub(crate) fn form(&mut self, form: &str, lemma: u32) {
        let lemmas = &mut self.word(key(form)).lemmas;
        if lemmas.contains(&lemma) {
            return;
        }
        if let Some(free) = lemmas.iter_mut().find(|lemma| **lemma == NONE) {
            *free = lemma;
        }
    }

    /// Makes a form a cue.
    pub(crate) fn cue(&mut self, form: &str, cue: Cue) {
        self.word(key(form)).cues |= 1 << cue as u32;
    }

    /// The word with a key, which is added if it is new.
    pub(crate) fn word(&mut self, key: u64) -> &mut Word {
        let next = self.words.len() as u32;
        let at = *self.index.entry(key).or_insert(next);
        if at == next {
            self.words.push((key, Word::UNKNOWN));
        }
        &mut self.words[at as usize].1
    }

    /// Marks a word as the first of a continuation.
    pub(crate) fn continues(&mut self, key: u64) {
        let uses = &mut self.word(key).uses;
        *uses = uses.or(Uses::CONTINUES);
    }

    /// Adds what the lemmas of each word serve as, and indexes the words for reading. Comes last.
    pub(crate) fn set_uses(&mut self, of: impl Fn(u32) -> Uses) {
        for (_, word) in &mut self.words {
            let lemmas = word.lemmas.into_iter().filter(|lemma| *lemma != NONE);
            word.uses = lemmas.fold(word.uses, |uses, lemma| uses.or(of(lemma)));
        }
        self.forms = forms(&self.words);
    }

    /// The number of the word with a key.
    #[inline]
    pub(crate) fn number(&self, key: u64) -> WordNumber {
        self.forms.get(key).map_or(WordNumber::NONE, WordNumber)
    }

    /// The word with a number.
    #[inline]
    pub(crate) fn get(&self, number: WordNumber) -> &Word {
        self.words.get((number.0 & WordNumber::NONE.0) as usize).map_or(&Word::UNKNOWN, |(_, word)| word)
    }
}
