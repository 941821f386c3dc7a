//! Word forms with their classes and lemmas.

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
    /// The entries by their keys, for lookup.
    table: Table,
    lemma_index: HashMap<String, u32>,
    /// Endings with the classes that they indicate for words that are not in the lexicon, the longest first.
    endings: Vec<(String, Classes)>,
    /// The endings by their last byte: 256 lists.
    by_last: Vec<Vec<Ending>>,
}

/// The serialized form of a lexicon, without its indexes.
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

/// An ending, given by its number. Its last bytes are packed into one value.
#[derive(Clone, Copy, Debug)]
struct Ending {
    number: u32,
    length: usize,
    tail: u64,
    /// The bits of `tail` that are used.
    mask: u64,
}

impl Ending {
    fn new(number: u32, ending: &str) -> Self {
        let bits = 8 * ending.len().min(8);
        Self { number, length: ending.len(), tail: tail(ending.as_bytes()), mask: if bits == 0 { 0 } else { u64::MAX >> (64 - bits) } }
    }
}

/// The last eight bytes of a word in lower case, with the last byte in the lowest position.
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
    /// Returns the number of a form. A new form is added without classes.
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

    /// Sets the classes of a form, the likeliest first, and the lemma of its verb. Entries of function words take precedence over entries of
    /// content words.
    ///
    /// A form that begins with a hyphen ("-ly") is an ending for words that are not in the lexicon.
    pub(crate) fn insert(&mut self, form: &str, classes: &[Classes], lemma: Option<&str>, closed: bool) {
        if let Some(ending) = form.strip_prefix('-').filter(|ending| !ending.is_empty()) {
            let all = classes.iter().fold(Classes::default(), |all, class| all.or(*class));
            self.endings.retain(|(known, _)| known != ending);
            self.endings.push((ending.to_owned(), all));
            self.endings.sort_by(|(one, _), (other, _)| other.len().cmp(&one.len()).then_with(|| one.cmp(other)));
            return;
        }
        let lemma = lemma.map_or(NONE, |lemma| self.lemma(lemma));
        let entry = self.entry_of(form);
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

    fn lemma(&mut self, lemma: &str) -> u32 {
        if let Some(known) = self.lemma_index.get(lemma) {
            return *known;
        }
        let number = self.lemmas.len() as u32;
        Arc::make_mut(&mut self.lemmas).push(lemma.to_owned());
        self.lemma_index.insert(lemma.to_owned(), number);
        number
    }

    /// The index of a lemma.
    pub(crate) fn lemma_number(&self, lemma: &str) -> Option<u32> {
        self.lemma_index.get(lemma).copied()
    }

    /// The lemmas by their indexes.
    pub(crate) fn lemmas(&self) -> Lemmas {
        Lemmas::new(Arc::clone(&self.lemmas))
    }

    /// A lemma by its index.
    pub(crate) fn lemma_text(&self, number: u32) -> &str {
        self.lemmas.get(number as usize).map_or("", String::as_str)
    }

    /// Sets the list of rules of each entry, and indexes the entries for lookup. Must be called last.
    pub(crate) fn set_rules(&mut self, list: impl Fn(&Entry) -> u32) {
        for (_, entry) in &mut self.entries {
            entry.rules = list(entry);
        }
        self.table = Table::new(&self.entries);
        self.by_last = by_last(&self.endings);
    }

    /// Marks a word by its number.
    pub(crate) fn mark_number(&mut self, word: u32, marks: Marks) {
        if let Some((_, entry)) = self.entries.get_mut(word as usize) {
            entry.marks = entry.marks.or(marks);
        }
    }

    /// The entry with a number.
    pub(crate) fn by_number(&self, word: u32) -> Option<&Entry> {
        self.entries.get(word as usize).map(|(_, entry)| entry)
    }

    pub(crate) fn all(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter().map(|(_, entry)| entry)
    }

    /// Returns the classes of a word by its ending; none if no ending fits.
    pub(crate) fn by_ending(&self, word: &str) -> Classes {
        self.ending(word).map_or(Classes::default(), |(_, classes)| *classes)
    }

    /// Whether an ending of several letters marks a word as a common noun ("-ism").
    pub(crate) fn is_abstract(&self, word: &str) -> bool {
        const LEAST: usize = 3;
        self.ending(word).is_some_and(|(ending, classes)| ending.len() >= LEAST && classes.without(Classes::COMMON).is_empty())
    }

    /// Returns the longest known ending of a word, with its classes.
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

    /// The sets of classes that endings give.
    pub(crate) fn endings(&self) -> impl Iterator<Item = Classes> + '_ {
        self.endings.iter().map(|(_, classes)| *classes)
    }

    /// Marks a form as a member of a list.
    pub(crate) fn mark(&mut self, form: &str, marks: Marks) {
        let entry = self.entry_of(form);
        entry.marks = entry.marks.or(marks);
    }

    /// Marks all forms of a verb as members of a list.
    pub(crate) fn mark_lemma(&mut self, lemma: &str, marks: Marks) {
        if let Some(number) = self.lemma_number(lemma) {
            for (_, entry) in self.entries.iter_mut().filter(|(_, entry)| entry.lemma == number) {
                entry.marks = entry.marks.or(marks);
            }
        }
    }

    /// Returns the entry of a form in lower case.
    pub(crate) fn get(&self, form: &str) -> Option<Entry> {
        self.at(key(form))
    }

    #[inline]
    fn at(&self, key: u64) -> Option<Entry> {
        self.table.get(key)
    }

    /// Finds the slots of all tokens; the slot of a word without an entry is empty. Doing this in one loop lets the processor wait for
    /// several memory accesses at a time.
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

    /// The entry in a slot.
    #[inline]
    pub(crate) fn entry(&self, slot: &Slot) -> Entry {
        self.table.entry(slot)
    }

    /// The cell of a lower-case word from the lexicon, without its word and lemma.
    #[inline]
    pub(crate) fn cell(&self, slot: &Slot) -> Option<&Cell> {
        self.table.cell(slot)
    }

    /// Returns the entry of a token, ignoring case. Typographic and straight apostrophes are treated as equal.
    #[inline]
    pub(crate) fn of(&self, token: &Token, text: &str) -> Option<Entry> {
        if token.key != 0 {
            return self.at(u64::from(token.key) << 32 | u64::from(token.check(text)));
        }
        self.get(&plain(token.text(text)))
    }
}

/// Returns a word in lower case with straight apostrophes.
pub(crate) fn plain(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        Cow::Borrowed(word)
    } else {
        Cow::Owned(word.to_lowercase().replace('’', "'"))
    }
}
