//! What the tokenizer knows of languages, compiled.

use crate::AbbreviationClass;
use chancery_text::key::word_key;
use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

/// A hasher for short words, by their key: the tables are read at every line and sentence.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct WordHasher(u64);

impl Hasher for WordHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = (self.0 ^ u64::from(word_key(bytes))).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }

    /// The end of a string; nothing to add.
    fn write_u8(&mut self, _: u8) {}
}

pub(crate) type Words = HashSet<String, BuildHasherDefault<WordHasher>>;
pub(crate) type Classes = HashMap<String, u8, BuildHasherDefault<WordHasher>>;

/// The bit of abbreviations that must be in lower case.
pub(crate) const LOWER_ONLY: u8 = 32;

/// Abbreviations, usual first words, words that open headings, and counting words. One value may hold the words of several languages.
#[derive(Clone, Debug, Default)]
pub struct Language {
    /// Bits of the classes by stem.
    pub(crate) abbreviations: Classes,
    /// A bit for the key of each stem, and one for stems that are not ASCII. Most words that are looked up are not abbreviations.
    pub(crate) stems: [u64; 32],
    /// Length of the longest stem in bytes.
    pub(crate) longest: usize,
    pub(crate) starters: Words,
    /// The same in lower case.
    pub(crate) lower_case_starters: Words,
    /// Words that may begin a sentence in lower case.
    pub(crate) lower_case_openers: Words,
    /// Levels by lower-case word.
    pub(crate) headings: Classes,
    /// Numbers by lower-case word.
    pub(crate) counts: Classes,
    pub(crate) count_leads: Words,
}

impl Language {
    /// The number of a counting word.
    pub(crate) fn count(&self, word: &str) -> Option<u8> {
        self.counts.get(word.to_lowercase().as_str()).copied()
    }

    /// Whether a word may stand before a counting word.
    pub(crate) fn counts_after(&self, word: &str) -> bool {
        word.len() < 8 && self.count_leads.contains(word.to_lowercase().as_str())
    }

    /// The class of an abbreviation, given without its final period, between its neighbours.
    pub(crate) fn abbreviation_class(
        &self,
        stem: &str,
        after_number: bool,
        before_number: impl FnOnce() -> bool,
    ) -> Option<AbbreviationClass> {
        if stem.len() > self.longest || !self.may_be_abbreviation(stem_key(stem)) {
            return None;
        }
        let classes = match self.abbreviations.get(stem) {
            Some(classes) => *classes,
            // A lower-case stem has just been looked up.
            None if stem.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) => return None,
            None => *self.abbreviations.get(stem.to_lowercase().as_str()).filter(|&classes| classes & LOWER_ONLY == 0)?,
        };
        use AbbreviationClass::{AfterNumber, Anywhere, BeforeNumber, Never, Title};
        let is = |class: AbbreviationClass| classes & class.bit() != 0;
        if is(AfterNumber) && after_number {
            return Some(AfterNumber);
        }
        if is(BeforeNumber) && before_number() {
            return Some(BeforeNumber);
        }
        [Title, Never, Anywhere].into_iter().find(|class| is(*class))
    }

    /// Whether an ASCII stem with this key may be an abbreviation. May be wrong when true, never when false.
    #[inline]
    pub(crate) fn may_be_abbreviation(&self, key: u32) -> bool {
        self.stems[(key >> 6) as usize % 32] >> (key & 63) & 1 == 1
    }

    /// Whether a stem is a title ("Mr").
    pub(crate) fn is_title(&self, stem: &str) -> bool {
        self.abbreviation_class(stem, false, || false) == Some(AbbreviationClass::Title)
    }

    /// Whether a word often begins a sentence.
    pub(crate) fn is_starter(&self, word: &str) -> bool {
        self.starters.contains(word)
    }

    /// The same for a word in lower case: mostly articles, prepositions, conjunctions, pronouns and adverbs.
    pub(crate) fn is_lower_case_starter(&self, word: &str) -> bool {
        word.len() < 8 && self.lower_case_starters.contains(word)
    }

    /// Whether a sentence may begin with a word although it is in lower case.
    pub(crate) fn opens_in_lower_case(&self, word: &str) -> bool {
        self.lower_case_openers.contains(word)
    }

    /// The level of headings that a word opens.
    pub(crate) fn heading_level(&self, word: &str) -> Option<u8> {
        self.headings.get(word.to_lowercase().as_str()).copied()
    }
}

/// The key of a stem, the same in any case; 0 if it is not ASCII.
pub(crate) fn stem_key(stem: &str) -> u32 {
    if stem.is_ascii() { word_key(stem.as_bytes()) } else { 0 }
}
