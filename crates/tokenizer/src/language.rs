//! The words of one or several languages, in tables for fast lookup.

use crate::AbbreviationClass;
use crate::phrases::Phrases;
use chancery_text::key::word_key;
use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

/// A fast hasher for short words, based on their keys. The tables that use this hasher are searched for every line and sentence.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct WordHasher(u64);

impl Hasher for WordHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = (self.0 ^ u64::from(word_key(bytes))).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }

    /// Ignores the byte that the `Hash` implementation of `str` adds after a string.
    fn write_u8(&mut self, _: u8) {}
}

pub(crate) type Words = HashSet<String, BuildHasherDefault<WordHasher>>;
pub(crate) type Classes = HashMap<String, u8, BuildHasherDefault<WordHasher>>;

/// The bit of an abbreviation that is recognised only in lower case.
pub(crate) const LOWER_ONLY: u8 = 32;

/// The words of one or several languages: abbreviations, words that often begin a sentence, words that begin headings, and ordinal words ("first",
/// "secondly").
#[derive(Clone, Debug, Default)]
pub struct Language {
    /// The classes of each abbreviation, as bits. The key is the stem: the last word of the abbreviation, without its final period.
    pub(crate) abbreviations: Classes,
    /// A bitmap of the keys of all stems. It rules out most words before a lookup. Stems that are not ASCII have the key 0.
    pub(crate) stems: [u64; 32],
    /// Length of the longest stem in bytes.
    pub(crate) longest: usize,
    /// Words that often begin a sentence, as written at the start of a sentence ("The").
    pub(crate) starters: Words,
    /// The words that often begin a sentence, in lower case.
    pub(crate) lower_case_starters: Words,
    /// Words that may begin a sentence in lower case.
    pub(crate) lower_case_openers: Words,
    /// Pronouns that are always written with a capital.
    pub(crate) capital_pronouns: Words,
    /// For each word that begins headings ("article"), the level of these headings. The keys are the words in lower case.
    pub(crate) headings: Classes,
    /// The number that each ordinal word states (1 for "first"). The keys are the words in lower case.
    pub(crate) counts: Classes,
    /// Words that may precede an ordinal word ("the"), in lower case.
    pub(crate) count_leads: Words,
    /// Phrases that mark points of enumerations.
    pub(crate) point_phrases: Phrases,
    /// Nouns that may follow an ordinal word, in lower case.
    pub(crate) count_nouns: Words,
    /// Verbs that may follow an ordinal word, in lower case.
    pub(crate) count_verbs: Words,
    /// Words that turn the Chinese number after them into an ordinal number ("第").
    pub(crate) count_prefixes: Words,
    /// Nouns that precede the number in a reference to a part of a document ("paragraph"), in lower case.
    pub(crate) references: Words,
    /// Words that join the last item of a list to the items before it, in lower case.
    pub(crate) joins: Words,
    /// Words that begin a greeting, in lower case.
    pub(crate) greetings: Words,
    /// Phrases that close a letter ("best regards"), in lower case.
    pub(crate) closings: Words,
    /// Words that precede the number of a figure or table ("Figure"), as written.
    pub(crate) labels: Words,
    /// Words that follow a time of day and tell whether it is before or after noon ("AM"), in lower case.
    pub(crate) day_halves: Words,
}

impl Language {
    /// Returns the number that an ordinal word states (1 for "first"); `None` for any other word.
    pub(crate) fn count(&self, word: &str) -> Option<u8> {
        self.counts.get(word.to_lowercase().as_str()).copied()
    }

    /// Returns `true` if a word may precede an ordinal word ("the" in "the second").
    pub(crate) fn counts_after(&self, word: &str) -> bool {
        word.len() < 8 && self.count_leads.contains(word.to_lowercase().as_str())
    }

    /// Returns `true` if a word is a noun that may follow an ordinal word ("the second point").
    pub(crate) fn is_counted(&self, word: &str) -> bool {
        word.len() < 24 && self.count_nouns.contains(word.to_lowercase().as_str())
    }

    /// Returns `true` if a word is a verb that may follow an ordinal word ("the second is").
    pub(crate) fn counts_with(&self, word: &str) -> bool {
        word.len() < 16 && self.count_verbs.contains(word)
    }

    /// Returns `true` if a word turns the Chinese number after it into an ordinal number ("第").
    pub(crate) fn is_count_prefix(&self, word: &str) -> bool {
        word.len() < 5 && self.count_prefixes.contains(word)
    }

    /// Returns `true` if a word may precede the number in a reference to a part of a document ("paragraph").
    pub(crate) fn is_reference(&self, word: &str) -> bool {
        word.len() < 24 && (self.references.contains(word.to_lowercase().as_str()) || self.heading_level(word).is_some())
    }

    /// Returns `true` if a word joins the last item of a list to the items before it ("and").
    pub(crate) fn joins(&self, word: &str) -> bool {
        word.len() < 8 && self.joins.contains(word)
    }

    /// Returns `true` if a word begins a greeting ("Hi").
    pub(crate) fn greets(&self, word: &str) -> bool {
        word.len() < 12 && self.greetings.contains(word.to_lowercase().as_str())
    }

    /// Returns `true` if a phrase closes a letter ("Best regards").
    pub(crate) fn closes(&self, phrase: &str) -> bool {
        phrase.len() < 32 && self.closings.contains(phrase.to_lowercase().as_str())
    }

    /// Returns `true` if a word may precede the number of a figure or table ("Figure").
    pub(crate) fn labels(&self, word: &str) -> bool {
        self.labels.contains(word)
    }

    /// Returns `true` if a word may follow a time of day and tell whether it is before or after noon ("AM").
    pub(crate) fn is_day_half(&self, word: &str) -> bool {
        word.len() < 6 && self.day_halves.contains(word.to_lowercase().as_str())
    }

    /// Returns the class that applies to an abbreviation in its context; `None` if the word is not an abbreviation in this context. `stem` is the word without
    /// its final period. `after_number` tells whether the word follows a number, and `before_number` whether it precedes a number.
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
            // The stem is already in lower case, so a second lookup in lower case would not find it either.
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

    /// Quickly checks whether an ASCII stem with this key can be an abbreviation. If the result is `false`, the stem is not an abbreviation. If the result is
    /// `true`, the stem must still be looked up.
    #[inline]
    pub(crate) fn may_be_abbreviation(&self, key: u32) -> bool {
        self.stems[(key >> 6) as usize % 32] >> (key & 63) & 1 == 1
    }

    /// Returns `true` if a stem is a title that is followed by a name ("Mr").
    pub(crate) fn is_title(&self, stem: &str) -> bool {
        self.abbreviation_class(stem, false, || false) == Some(AbbreviationClass::Title)
    }

    /// Returns `true` if a word often begins a sentence. The word must be written as in the data ("The").
    pub(crate) fn is_starter(&self, word: &str) -> bool {
        self.starters.contains(word)
    }

    /// Returns `true` if `word`, which must be in lower case, often begins a sentence when it is written with a capital. Most of these words are articles, prepositions,
    /// conjunctions, pronouns and adverbs.
    pub(crate) fn is_lower_case_starter(&self, word: &str) -> bool {
        word.len() < 8 && self.lower_case_starters.contains(word)
    }

    /// Returns `true` if a word may begin a sentence although it is in lower case.
    pub(crate) fn opens_in_lower_case(&self, word: &str) -> bool {
        self.lower_case_openers.contains(word)
    }

    /// Returns `true` if a word is a pronoun that is always written with a capital ("I"). Only the part of the word before an apostrophe is compared ("I'm").
    pub(crate) fn is_capital_pronoun(&self, word: &str) -> bool {
        self.capital_pronouns.contains(word.split(['\'', '\u{2019}']).next().unwrap_or(word))
    }

    /// Returns the level of the headings that begin with a word; `None` if no headings begin with the word.
    pub(crate) fn heading_level(&self, word: &str) -> Option<u8> {
        self.headings.get(word.to_lowercase().as_str()).copied()
    }
}

/// Returns the key of a stem. The key ignores case. It is 0 if the stem is not ASCII.
pub(crate) fn stem_key(stem: &str) -> u32 {
    if stem.is_ascii() { word_key(stem.as_bytes()) } else { 0 }
}
