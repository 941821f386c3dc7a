//! Words and phrases that may come next to names ("former", "government", "of"). They can be looked up at a token.

use crate::class::Class;
use chancery_text::fold::Folder;
use chancery_text::key::word_key;
use chancery_text::{Document, Token};

/// A word or phrase.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Phrase {
    /// Folded words.
    pub(crate) words: Vec<String>,
    pub(crate) class: Class,
    /// If the phrase denotes a body, the sector of the body.
    pub(crate) sector: String,
    /// Whether the phrase is a plural noun for bodies ("ministries").
    pub(crate) several: bool,
    /// If the phrase is a number word, its value.
    pub(crate) number: usize,
}

/// All phrases, which can be looked up by their first or last word.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Lexicon {
    pub(crate) folder: Folder,
    /// Sorted by the number of words, longest first.
    pub(crate) phrases: Vec<Phrase>,
    by_first: Index,
    by_last: Index,
    /// Folded endings of plurals.
    plural_ends: Vec<String>,
    /// Folded endings of singulars that look like plurals.
    singular_ends: Vec<String>,
}

/// An index that finds phrases by the key (hash) of their first word, or by the key of their last word.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
struct Index {
    /// Pairs of the key of a word and the index of a phrase, sorted by bucket, then by key, then by index. Keys with the same lowest bits share a bucket.
    keys: Vec<(u32, u32)>,
    /// The index in `keys` at which each bucket begins. The last element is the length of `keys`.
    starts: Vec<u32>,
    /// For each bucket, a bit set of the classes of its phrases. This bit set rules out most words of a text without a search in `keys`.
    classes: Vec<u32>,
}

/// Number of buckets; a power of two.
const BUCKETS: usize = 1 << 11;

#[inline]
const fn bucket(key: u32) -> usize {
    key as usize & (BUCKETS - 1)
}

impl Index {
    fn new(phrases: &[Phrase], word: fn(&Phrase) -> Option<&String>) -> Self {
        let key = |(number, phrase): (usize, &Phrase)| Some((word_key(word(phrase)?.as_bytes()), number as u32));
        let mut keys: Vec<(u32, u32)> = phrases.iter().enumerate().filter_map(key).collect();
        keys.sort_unstable_by_key(|(key, number)| (bucket(*key), *key, *number));
        let starts = (0..=BUCKETS).map(|at| keys.partition_point(|(key, _)| bucket(*key) < at) as u32).collect();
        let mut classes = vec![0; BUCKETS];
        for (key, number) in &keys {
            classes[bucket(*key)] |= 1 << phrases[*number as usize].class as u32;
        }
        Self { keys, starts, classes }
    }

    /// Returns `false` only if the index contains no phrase of the class `class` whose first (or last) word has the key `key`. If the result is `true`, there
    /// may or may not be such a phrase.
    #[inline]
    fn has(&self, key: u32, class: Class) -> bool {
        self.classes.get(bucket(key)).is_some_and(|bits| bits >> class as u32 & 1 == 1)
    }

    /// Iterates over the indexes of the phrases whose first (or last) word has the key `key`, longest phrase first.
    fn of(&self, key: u32) -> impl Iterator<Item = usize> {
        let start = |at: usize| self.starts.get(at).map_or(0, |start| *start as usize);
        let all = self.keys.get(start(bucket(key))..start(bucket(key) + 1)).unwrap_or_default();
        all.iter().filter(move |(other, _)| *other == key).map(|(_, number)| *number as usize)
    }
}

impl Lexicon {
    pub(crate) fn new(folder: Folder, mut phrases: Vec<Phrase>) -> Self {
        let ends = |class: Class| phrases.iter().filter(|phrase| phrase.class == class).map(|phrase| phrase.words.concat()).collect();
        let (plural_ends, singular_ends) = (ends(Class::PluralEnd), ends(Class::SingularEnd));
        phrases.sort_by(|a, b| b.words.len().cmp(&a.words.len()).then_with(|| a.words.cmp(&b.words)).then(a.class.cmp(&b.class)));
        let by_first = Index::new(&phrases, |phrase| phrase.words.first());
        let by_last = Index::new(&phrases, |phrase| phrase.words.last());
        Self { folder, phrases, by_first, by_last, plural_ends, singular_ends }
    }

    /// Returns the longest phrase of the class `class` that begins at the token `first`, with the index of the token after the phrase.
    #[inline]
    pub(crate) fn at(&self, doc: &Document, first: usize, class: Class) -> Option<(usize, &Phrase)> {
        let key = self.key(doc, doc.tokens.get(first)?);
        if self.by_first.has(key, class) { self.all_at(doc, first, key, class) } else { None }
    }

    fn all_at(&self, doc: &Document, first: usize, key: u32, class: Class) -> Option<(usize, &Phrase)> {
        self.by_first.of(key).map(|number| &self.phrases[number]).filter(|phrase| phrase.class == class).find_map(|phrase| {
            let end = first + phrase.words.len();
            self.stands(doc, first, phrase).then_some((end, phrase))
        })
    }

    /// Returns the longest phrase of the class `class` that ends directly before the token `end`, with the index of the first token of the phrase.
    #[inline]
    pub(crate) fn before(&self, doc: &Document, end: usize, class: Class) -> Option<(usize, &Phrase)> {
        let key = self.key(doc, doc.tokens.get(end.checked_sub(1)?)?);
        if self.by_last.has(key, class) { self.all_before(doc, end, key, class) } else { None }
    }

    fn all_before(&self, doc: &Document, end: usize, key: u32, class: Class) -> Option<(usize, &Phrase)> {
        self.by_last.of(key).map(|number| &self.phrases[number]).filter(|phrase| phrase.class == class).find_map(|phrase| {
            let first = end.checked_sub(phrase.words.len())?;
            self.stands(doc, first, phrase).then_some((first, phrase))
        })
    }

    /// Returns `true` if a word has a plural ending ("s"), but not an ending of singulars that looks like a plural
    /// ending ("ss").
    pub(crate) fn is_plural(&self, word: &str) -> bool {
        let word = self.folder.word(word);
        let ends = |all: &[String]| all.iter().any(|end| word.ends_with(end.as_str()));
        ends(&self.plural_ends) && !ends(&self.singular_ends)
    }

    #[inline]
    fn key(&self, doc: &Document, token: &Token) -> u32 {
        if token.key == 0 { self.folded_key(token.text(doc.text())) } else { token.key }
    }

    #[inline(never)]
    fn folded_key(&self, text: &str) -> u32 {
        word_key(self.folder.word(text).as_bytes())
    }

    fn stands(&self, doc: &Document, first: usize, phrase: &Phrase) -> bool {
        let tokens = doc.tokens.get(first..first + phrase.words.len()).unwrap_or_default();
        tokens.len() == phrase.words.len()
            && tokens.iter().zip(&phrase.words).all(|(token, word)| {
                let text = token.text(doc.text());
                if token.key == 0 { self.folder.word(text) == *word } else { text.len() == word.len() && text.eq_ignore_ascii_case(word) }
            })
    }
}
