//! What the tokenizer must be told of a language.

use chancery_text::key::word_key;
use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

/// How an abbreviation that ends in a period stands to the end of a sentence. One form may be of several classes; then what stands beside it
/// decides: behind a number [`AfterNumber`](Self::AfterNumber) holds, before one [`BeforeNumber`](Self::BeforeNumber), else
/// [`Title`](Self::Title), else [`Never`](Self::Never), else [`Anywhere`](Self::Anywhere).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum AbbreviationClass {
    /// A name follows; it never ends a sentence ("Mr.", "H.E.").
    Title,
    /// An abbreviation only where a number follows, and then not the end ("No. 5", "Art. 12").
    BeforeNumber,
    /// An abbreviation only where a number stands before it; judged as [`Anywhere`](Self::Anywhere) ("1991 г.").
    AfterNumber,
    /// It never ends a sentence ("e.g.", "cf.").
    Never,
    /// It ends a sentence where a usual first word follows ("U.S.", "Inc.", "etc.").
    Anywhere,
}

impl AbbreviationClass {
    const fn bit(self) -> u8 {
        match self {
            Self::Title => 1,
            Self::BeforeNumber => 2,
            Self::AfterNumber => 4,
            Self::Never => 8,
            Self::Anywhere => 16,
        }
    }
}

/// Hashes short words by their key: the tables are asked at every line and sentence.
#[derive(Clone, Copy, Debug, Default)]
struct WordHasher(u64);

impl Hasher for WordHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = (self.0 ^ u64::from(word_key(bytes))).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }

    /// The end of a string, which says nothing more.
    fn write_u8(&mut self, _: u8) {}
}

type Words = HashSet<String, BuildHasherDefault<WordHasher>>;
type Classes = HashMap<String, u8, BuildHasherDefault<WordHasher>>;

/// Set where a form stands for small letters only.
const SMALL_ONLY: u8 = 32;

/// Abbreviations, usual first words of sentences and words that open headings. Words of several languages can stand in one.
#[derive(Clone, Debug, Default)]
pub struct Language {
    abbreviations: Classes,
    /// A bit for each key of their stems (and one for those that are not plain ASCII): most words that are asked for are none.
    stems: [u64; 32],
    /// Bytes of the longest stem.
    longest: usize,
    starters: Words,
    /// The same in small letters.
    small_starters: Words,
    headings: Classes,
    counts: Classes,
    count_leads: Words,
}

impl Language {
    /// Adds an abbreviation, written with its final period. Written in small letters it stands for every casing, else for just this one and all capitals.
    /// Of several words ("et al.") the last counts.
    #[must_use]
    pub fn abbreviation(mut self, form: &str, class: AbbreviationClass) -> Self {
        if let Some(stem) = stem(form) {
            self.longest = self.longest.max(stem.len());
            self.add_stem(stem.to_owned(), class.bit());
            // Of "т.е." the last letter stands alone where the letters are set apart.
            if let Some((_, letter)) = stem.rsplit_once('.')
                && letter.chars().nth(1).is_none()
                && letter.chars().all(char::is_lowercase)
            {
                self.add_stem(letter.to_owned(), class.bit() | SMALL_ONLY);
            }
            let upper = stem.to_uppercase();
            if upper != stem {
                self.add_stem(upper, class.bit());
            }
        }
        self
    }

    fn add_stem(&mut self, stem: String, classes: u8) {
        let key = stem_key(&stem);
        self.stems[(key >> 6) as usize % 32] |= 1 << (key & 63);
        *self.abbreviations.entry(stem).or_default() |= classes;
    }

    /// Says of an abbreviation that it is one in small letters only ("p.", not "P.").
    #[must_use]
    pub fn small_letters_only(mut self, form: &str) -> Self {
        if let Some(stem) = stem(form) {
            self.abbreviations.remove(stem.to_uppercase().as_str());
            if let Some(classes) = self.abbreviations.get_mut(stem) {
                *classes |= SMALL_ONLY;
            }
        }
        self
    }

    /// Adds a word that often begins a sentence, written as it stands there ("The").
    #[must_use]
    pub fn starter(mut self, word: &str) -> Self {
        self.starters.insert(word.to_owned());
        self.small_starters.insert(word.to_lowercase());
        self
    }

    /// Adds a word that, with a number behind it, opens a heading ("Article"), and the level of such headings (1 is the highest).
    #[must_use]
    pub fn heading(mut self, word: &str, level: u8) -> Self {
        self.headings.insert(word.to_lowercase(), level);
        self
    }

    /// Adds a word that counts the items of a list told in words ("first", "Secondly"), in any case, and its number from 1.
    #[must_use]
    pub fn count_word(mut self, word: &str, number: u8) -> Self {
        self.counts.insert(word.to_lowercase(), number);
        self
    }

    /// Adds a word that may stand before a count word ("the").
    #[must_use]
    pub fn count_lead(mut self, word: &str) -> Self {
        self.count_leads.insert(word.to_lowercase());
        self
    }

    pub(crate) fn count(&self, word: &str) -> Option<u8> {
        self.counts.get(word.to_lowercase().as_str()).copied()
    }

    pub(crate) fn counts_after(&self, word: &str) -> bool {
        word.len() < 8 && self.count_leads.contains(word.to_lowercase().as_str())
    }

    /// What the abbreviation `stem` (without its final period) is where it stands.
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
            // Small letters have been looked up as they are.
            None if stem.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) => return None,
            None => *self.abbreviations.get(stem.to_lowercase().as_str()).filter(|&classes| classes & SMALL_ONLY == 0)?,
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

    /// Whether a stem of plain ASCII with this key may be one of an abbreviation. It may say yes wrongly, never no.
    #[inline]
    pub(crate) fn may_be_abbreviation(&self, key: u32) -> bool {
        self.stems[(key >> 6) as usize % 32] >> (key & 63) & 1 == 1
    }

    pub(crate) fn is_title(&self, stem: &str) -> bool {
        self.abbreviation_class(stem, false, || false) == Some(AbbreviationClass::Title)
    }

    pub(crate) fn is_starter(&self, word: &str) -> bool {
        self.starters.contains(word)
    }

    /// Whether a word in small letters is a usual first word: articles, prepositions, conjunctions, pronouns, adverbs.
    pub(crate) fn is_small_starter(&self, word: &str) -> bool {
        word.len() < 8 && self.small_starters.contains(word)
    }

    pub(crate) fn heading_level(&self, word: &str) -> Option<u8> {
        self.headings.get(word.to_lowercase().as_str()).copied()
    }
}

/// The same for all casings of a stem.
fn stem_key(stem: &str) -> u32 {
    if stem.is_ascii() { word_key(stem.as_bytes()) } else { 0 }
}

/// The last word of an abbreviation, without its final period.
fn stem(form: &str) -> Option<&str> {
    form.rsplit(' ').next()?.strip_suffix('.').filter(|stem| !stem.is_empty())
}
