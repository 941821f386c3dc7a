//! Stores the runs of capitalised words of a whole corpus, and counts how often parts of these runs
//! occur.

use super::runs::{FIRST, Found, INSIDE, Run};
use std::collections::HashMap;
use std::ops::Range;

/// A run of capitalised words in the store. Use [`Store::content`] to get its words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stored {
    pub(super) doc: u32,
    first: u32,
    len: u16,
    /// The id of the abbreviation in brackets that follows the words of the run, plus 1; 0 if there
    /// is no such abbreviation.
    defined: u32,
}

/// The counts of the occurrences of a sequence of words.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Count {
    last: u32,
    /// The number of documents that contain the sequence.
    pub(super) docs: u32,
    /// The number of occurrences that do not begin a sentence. In these occurrences, a capital letter
    /// is evidence of a name.
    pub(super) mid: u32,
}

/// The runs of capitalised words of all documents.
#[derive(Debug, Default)]
pub(super) struct Store {
    numbers: HashMap<String, u32>,
    texts: Vec<String>,
    words: Vec<u32>,
    flags: Vec<u16>,
    spans: Vec<(u32, u32)>,
    runs: Vec<Stored>,
    counts: HashMap<u64, Count>,
    /// The number of times that each word occurs in lower case.
    small: HashMap<String, u32>,
    /// The number of times that each word occurs with a capital letter, not counting the starts of
    /// sentences.
    capital: HashMap<u32, u32>,
}

/// The maximum number of words in a sequence that is counted.
const LONGEST: usize = 16;

/// Divides a run of words at lower-case words such as "of", and returns the index ranges of the words
/// between them. `flags` contains the flags of each word.
pub(super) fn chunks(flags: &[u16]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, flag) in flags.iter().enumerate() {
        if flag & INSIDE != 0 {
            continue;
        }
        match found.last_mut().filter(|chunk| chunk.end == at) {
            Some(chunk) => chunk.end += 1,
            None => found.push(at..at + 1),
        }
    }
    found
}

impl Store {
    /// Adds the runs of capitalised words of the document with the number `doc`. Documents must be
    /// added in the order of their numbers.
    pub(super) fn add(&mut self, doc: u32, found: Found) {
        for word in found.small {
            *self.small.entry(word).or_default() += 1;
        }
        for run in found.runs {
            self.run(doc, &run);
        }
    }

    fn number(&mut self, text: &str) -> u32 {
        if let Some(number) = self.numbers.get(text) {
            return *number;
        }
        let number = self.texts.len() as u32;
        self.texts.push(text.to_owned());
        self.numbers.insert(text.to_owned(), number);
        number
    }

    fn run(&mut self, doc: u32, run: &Run) {
        let first = self.words.len();
        for word in &run.words {
            let number = self.number(word);
            self.words.push(number);
        }
        self.flags.extend(&run.flags);
        self.spans.extend(&run.spans);
        let defined = run.defined.as_ref().map_or(0, |short| self.number(short) + 1);
        let len = run.words.len().min(usize::from(u16::MAX));
        self.runs.push(Stored { doc, first: first as u32, len: len as u16, defined });
        for (word, flag) in self.words[first..first + len].iter().zip(&self.flags[first..]) {
            if flag & (FIRST | INSIDE) == 0 {
                *self.capital.entry(*word).or_default() += 1;
            }
        }
        let chunks = chunks(&run.flags[..len]);
        for (number, chunk) in chunks.iter().enumerate() {
            for start in chunk.clone() {
                for end in chunks[number..].iter().map(|chunk| chunk.end).take_while(|end| end - start <= LONGEST) {
                    let count = self.counts.entry(hash(&self.words[first + start..first + end])).or_default();
                    if count.docs == 0 || count.last != doc {
                        count.docs += 1;
                        count.last = doc;
                    }
                    count.mid += u32::from(run.flags[start] & FIRST == 0);
                }
            }
        }
    }

    /// Returns all runs.
    pub(super) fn runs(&self) -> &[Stored] {
        &self.runs
    }

    /// Returns the ids, the flags and the byte ranges of the words of the run `run`, as three lists with one item for each word.
    pub(super) fn content(&self, run: Stored) -> (&[u32], &[u16], &[(u32, u32)]) {
        let range = run.first as usize..run.first as usize + usize::from(run.len);
        (&self.words[range.clone()], &self.flags[range.clone()], &self.spans[range])
    }

    /// Returns the abbreviation in brackets that follows the run of words `run`. Returns `None` if
    /// there is no such abbreviation.
    pub(super) fn defined(&self, run: Stored) -> Option<&str> {
        self.texts.get(run.defined.checked_sub(1)? as usize).map(String::as_str)
    }

    /// Returns the text of the word with the id `word`.
    pub(super) fn text(&self, word: u32) -> &str {
        self.texts.get(word as usize).map_or("", String::as_str)
    }

    /// Returns the counts for a sequence of words.
    pub(super) fn count(&self, words: &[u32]) -> Count {
        self.counts.get(&hash(words)).copied().unwrap_or_default()
    }

    /// Returns whether a word occurs more often in lower case than with a capital letter. Occurrences
    /// with a capital at the start of a sentence are not counted.
    pub(super) fn is_common(&self, word: u32) -> bool {
        let small = self.small.get(&self.text(word).to_lowercase()).copied().unwrap_or(0);
        small > self.capital.get(&word).copied().unwrap_or(0)
    }

    /// Returns the share of the occurrences of a word that are in lower case, from 0 to 1. Returns 1
    /// if the word has not been counted.
    pub(super) fn small_share(&self, word: u32) -> f64 {
        let small = f64::from(self.small.get(&self.text(word).to_lowercase()).copied().unwrap_or(0));
        let capital = f64::from(self.capital.get(&word).copied().unwrap_or(0));
        if small + capital == 0.0 { 1.0 } else { small / (small + capital) }
    }
}

/// Hashes a sequence of words (FNV-1a over their ids).
fn hash(words: &[u32]) -> u64 {
    words.iter().fold(0xcbf2_9ce4_8422_2325, |hash, word| (hash ^ u64::from(*word)).wrapping_mul(0x0100_0000_01b3).rotate_left(23))
}
