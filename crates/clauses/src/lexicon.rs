//! The lexicon: word forms with their classes and lemmas.

use crate::cell::Cell;
use crate::class::Classes;
use crate::entry::{Entry, NONE};
use crate::lists::Marks;
use crate::table::{Slot, Table};
use chancery_text::key::{KeyMap, full_key};
use chancery_text::{Lemmas, Token, TokenKind};
use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

/// A lexicon of word forms in lower case.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(from = "Stored", into = "Stored"))]
pub(crate) struct Lexicon {
    entries: Vec<(u64, Entry)>,
    lemmas: Arc<Vec<String>>,
    index: KeyMap<u64, u32>,
    /// Maps hash keys to entries, for fast lookup.
    table: Table,
    lemma_index: HashMap<String, u32>,
    /// Word endings, the longest one first, each with the classes of words that have this ending and are not in the lexicon.
    endings: Vec<(String, Classes)>,
    /// The endings, in one list for each value of their last byte.
    by_last: Vec<Vec<Ending>>,
}

/// The serialized form of a lexicon. It does not contain the lookup tables, which are rebuilt when the lexicon is loaded.
#[cfg(feature = "serde")]
#[derive(serde::Serialize, serde::Deserialize)]
struct Stored {
    entries: Vec<(u64, Entry)>,
    lemmas: Vec<String>,
    endings: Vec<(String, Classes)>,
}

#[cfg(feature = "serde")]
impl From<Stored> for Lexicon {
    fn from(Stored { entries, lemmas, endings }: Stored) -> Self {
        let index = entries.iter().zip(0..).map(|((key, _), at)| (*key, at)).collect();
        let lemma_index = lemmas.iter().cloned().zip(0..).collect();
        let table = Table::new(&entries);
        let by_last = by_last(&endings);
        Self { entries, lemmas: Arc::new(lemmas), index, table, lemma_index, endings, by_last }
    }
}

#[cfg(feature = "serde")]
impl From<Lexicon> for Stored {
    fn from(Lexicon { entries, lemmas, endings, .. }: Lexicon) -> Self {
        Self { entries, lemmas: Arc::unwrap_or_clone(lemmas), endings }
    }
}

/// An ending, in a form that makes comparisons fast. Its last bytes (at most eight) are packed into one number, so that one comparison
/// excludes most words.
#[derive(Clone, Copy, Debug)]
struct Ending {
    /// The index of the ending in `endings`.
    number: u32,
    length: usize,
    tail: u64,
    /// The bits of `tail` that belong to the ending.
    mask: u64,
}

impl Ending {
    fn new(number: u32, ending: &str) -> Self {
        let bits = 8 * ending.len().min(8);
        Self { number, length: ending.len(), tail: tail(ending.as_bytes()), mask: if bits == 0 { 0 } else { u64::MAX >> (64 - bits) } }
    }
}

/// Packs the last eight bytes of a word, in lower case, into one number. The last byte of the word becomes the lowest byte of the number.
fn tail(word: &[u8]) -> u64 {
    word.iter().rev().take(8).rev().fold(0, |tail, byte| tail << 8 | u64::from(byte.to_ascii_lowercase()))
}

fn by_last(endings: &[(String, Classes)]) -> Vec<Vec<Ending>> {
    let mut lists = vec![Vec::new(); 256];
    for (number, (ending, _)) in (0..).zip(endings) {
        lists[usize::from(ending.bytes().last().unwrap_or_default().to_ascii_lowercase())].push(Ending::new(number, ending));
    }
    lists
}

fn key(form: &str) -> u64 {
    full_key(form.as_bytes())
}

impl Lexicon {
    /// Returns the index of the entry of a word form. If the lexicon does not contain the form, adds an entry without classes.
    pub(crate) fn word(&mut self, form: &str) -> u32 {
        self.entry_of(form).word
    }

    fn entry_of(&mut self, form: &str) -> &mut Entry {
        let key = key(form);
        let at = *self.index.entry(key).or_insert_with(|| {
            let word = self.entries.len() as u32;
            self.entries.push((key, Entry { word, ..Entry::UNKNOWN }));
            word
        });
        &mut self.entries[at as usize].1
    }

    /// Sets the classes of the word form `form`. `classes` lists them, the likeliest class first. `lemma` is the lemma of a verb form, and `None` for other
    /// forms. `closed` is `true` for a function word. A content word never replaces a function word.
    ///
    /// A verb form with a hyphen ("test-fired") matches a word with or without this hyphen.
    ///
    /// If `form` begins with a hyphen ("-ly"), it is an ending. The classes then apply to words with this ending that are not in the
    /// lexicon.
    pub(crate) fn insert(&mut self, form: &str, classes: &[Classes], lemma: Option<&str>, closed: bool) {
        if let Some(ending) = form.strip_prefix('-').filter(|ending| !ending.is_empty()) {
            let all = classes.iter().fold(Classes::default(), |all, class| all.or(*class));
            self.endings.retain(|(known, _)| known != ending);
            self.endings.push((ending.to_owned(), all));
            self.endings.sort_by(|(one, _), (other, _)| other.len().cmp(&one.len()).then_with(|| one.cmp(other)));
            return;
        }
        // The hyphen of a verb is left out when the verb is looked up (see `chancery_text::joined_key`), so the entry has no hyphen either.
        let verb = lemma.is_some() && form.contains('-') && classes.iter().any(|class| class.any(Classes::VERB));
        let joined = if verb { Some(form.replace('-', "")) } else { None };
        let lemma = lemma.map_or(NONE, |lemma| self.lemma(lemma));
        let entry = self.entry_of(joined.as_deref().unwrap_or(form));
        if entry.is_closed() && !closed {
            return;
        }
        entry.classes = classes.iter().fold(Classes::default(), |all, class| all.or(*class));
        entry.likely = classes.first().copied().unwrap_or_default();
        entry.lemma = lemma;
        if closed {
            entry.marks = entry.marks.or(Marks::CLOSED);
        }
    }

    /// Returns the index of a lemma. A new lemma is added to the list.
    fn lemma(&mut self, lemma: &str) -> u32 {
        if let Some(known) = self.lemma_index.get(lemma) {
            return *known;
        }
        let number = self.lemmas.len() as u32;
        Arc::make_mut(&mut self.lemmas).push(lemma.to_owned());
        self.lemma_index.insert(lemma.to_owned(), number);
        number
    }

    /// Returns the index of a lemma.
    pub(crate) fn lemma_number(&self, lemma: &str) -> Option<u32> {
        self.lemma_index.get(lemma).copied()
    }

    /// Returns all lemmas, in the order of their indexes.
    pub(crate) fn lemmas(&self) -> Lemmas {
        Lemmas::new(Arc::clone(&self.lemmas))
    }

    /// Returns the lemma with the index `number`, or an empty string if there is no such lemma.
    pub(crate) fn lemma_text(&self, number: u32) -> &str {
        self.lemmas.get(number as usize).map_or("", String::as_str)
    }

    /// Sets the field `rules` of each entry to the result of `list`, and builds the indexes for lookup. Call this method after all other
    /// changes.
    pub(crate) fn set_rules(&mut self, list: impl Fn(&Entry) -> u32) {
        for (_, entry) in &mut self.entries {
            entry.rules = list(entry);
        }
        self.table = Table::new(&self.entries);
        self.by_last = by_last(&self.endings);
    }

    /// Adds marks to the entry with the index `word`.
    pub(crate) fn mark_number(&mut self, word: u32, marks: Marks) {
        if let Some((_, entry)) = self.entries.get_mut(word as usize) {
            entry.marks = entry.marks.or(marks);
        }
    }

    /// Returns the entry with the index `word`.
    pub(crate) fn by_number(&self, word: u32) -> Option<&Entry> {
        self.entries.get(word as usize).map(|(_, entry)| entry)
    }

    pub(crate) fn all(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter().map(|(_, entry)| entry)
    }

    /// Returns the classes that the ending of a word indicates; the empty set if the word has no known ending.
    pub(crate) fn by_ending(&self, word: &str) -> Classes {
        self.ending(word).map_or(Classes::default(), |(_, classes)| *classes)
    }

    /// Returns `true` if a word has an ending of at least three letters that indicates only common nouns ("-ism").
    pub(crate) fn is_abstract(&self, word: &str) -> bool {
        const LEAST: usize = 3;
        self.ending(word).is_some_and(|(ending, classes)| ending.len() >= LEAST && classes.without(Classes::COMMON).is_empty())
    }

    /// Returns the longest known ending of a word, with the classes that it indicates.
    fn ending(&self, word: &str) -> Option<&(String, Classes)> {
        let bytes = word.as_bytes();
        let last = bytes.last()?;
        let near = self.by_last.get(usize::from(last.to_ascii_lowercase()))?;
        let tail = tail(bytes);
        near.iter().filter(|ending| (tail ^ ending.tail) & ending.mask == 0 && bytes.len() > ending.length).find_map(|ending| {
            let known = self.endings.get(ending.number as usize)?;
            let text = known.0.as_bytes();
            (text.len() <= 8 || bytes[bytes.len() - text.len()..].eq_ignore_ascii_case(text)).then_some(known)
        })
    }

    /// Returns the set of classes of each ending.
    pub(crate) fn endings(&self) -> impl Iterator<Item = Classes> + '_ {
        self.endings.iter().map(|(_, classes)| *classes)
    }

    /// Adds marks, such as membership in a word list, to a form.
    pub(crate) fn mark(&mut self, form: &str, marks: Marks) {
        let entry = self.entry_of(form);
        entry.marks = entry.marks.or(marks);
    }

    /// Adds marks, such as membership in a word list, to all forms of the verb `lemma`.
    pub(crate) fn mark_lemma(&mut self, lemma: &str, marks: Marks) {
        if let Some(number) = self.lemma_number(lemma) {
            for (_, entry) in self.entries.iter_mut().filter(|(_, entry)| entry.lemma == number) {
                entry.marks = entry.marks.or(marks);
            }
        }
    }

    /// Returns the entry of a form, which must be in lower case.
    pub(crate) fn get(&self, form: &str) -> Option<Entry> {
        self.at(key(form))
    }

    /// Returns the entry with the hash key `key`.
    #[inline]
    pub(crate) fn at(&self, key: u64) -> Option<Entry> {
        self.table.get(key)
    }

    /// Looks up each token in the hash table, and stores the slot (table row) of each token in `found`. Numbers, and words without an entry, get an empty slot.
    /// All tokens are looked up in one loop, so that the processor can overlap the memory accesses.
    pub(crate) fn find(&self, tokens: &[Token], text: &str, found: &mut Vec<Slot>) {
        found.clear();
        found.extend(tokens.iter().map(|token| {
            if token.kind == TokenKind::Number {
                Slot::EMPTY
            } else if token.key != 0 {
                self.table.find(u64::from(token.key) << 32 | u64::from(token.check(text)))
            } else {
                self.table.find(key(&plain(token.text(text))))
            }
        }));
    }

    /// Returns the entry in a slot.
    #[inline]
    pub(crate) fn entry(&self, slot: &Slot) -> Entry {
        self.table.entry(slot)
    }

    /// Returns the initial cell of the word in `slot`, that is, the state of the word before the rules are applied. The word must be in
    /// lower case. The cell lacks the fields `word` and `lemma`; their values are in the slot. Returns `None` if the slot is empty.
    #[inline]
    pub(crate) fn cell(&self, slot: &Slot) -> Option<&Cell> {
        self.table.cell(slot)
    }

    /// Returns the entry of a token. Case and the form of apostrophes (’ or ') do not matter.
    #[inline]
    pub(crate) fn of(&self, token: &Token, text: &str) -> Option<Entry> {
        if token.key != 0 {
            return self.at(u64::from(token.key) << 32 | u64::from(token.check(text)));
        }
        self.get(&plain(token.text(text)))
    }
}

/// Returns `word` in lower case and with straight apostrophes.
pub(crate) fn plain(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        Cow::Borrowed(word)
    } else {
        Cow::Owned(word.to_lowercase().replace('’', "'"))
    }
}
