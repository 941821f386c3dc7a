//! What stands beside the name of a place and makes it a part of another name: a given name, a surname, "Bank of", "University".

use crate::entry::NameClass;
use crate::gazetteer::Gazetteer;
use chancery_phrases::Hit;
use chancery_text::key::word_key;
use chancery_text::{Document, Gap, RejectionReason, Token, TokenKind};

/// What such a phrase is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum NameContext {
    /// A given name before it: "Michael Jordan".
    Given,
    /// What stands before the name of a person: "Mr. Ireland".
    Honorific,
    /// A surname behind it: "Chad Smith".
    Surname,
    /// How surnames begin that may stand behind it: "Georgia O'Keeffe".
    SurnamePrefix,
    /// What stands before it in a longer name: "Bank of China".
    Before,
    /// What stands behind it in a longer name: "Peking University".
    Behind,
    /// What stands behind a town in the name of a document or meeting ("Geneva Convention"); behind a state it is no such name ("the Iran Agreement").
    BehindTown,
}

#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
struct Row {
    /// Key of the word that stands next to the name.
    key: u32,
    /// Folded words.
    words: Vec<String>,
    beside: NameContext,
}

/// All of them, by the word next to the name.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct ContextLexicon {
    before: Rows,
    behind: Rows,
    prefixes: Vec<String>,
}

/// Rows in order of their keys.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
struct Rows {
    all: Vec<Row>,
    /// A bit for each key, by its lowest bits, so that most look-ups of words that are none are spared.
    bits: Vec<u64>,
}

/// How many keys are told apart by bits; a power of two.
const PLACES: usize = 1 << 16;

impl Rows {
    fn new(mut all: Vec<Row>) -> Self {
        all.sort_by(|a, b| a.key.cmp(&b.key).then_with(|| b.words.len().cmp(&a.words.len())).then_with(|| a.words.cmp(&b.words)));
        let mut bits = vec![0; PLACES / 64];
        for row in &all {
            bits[row.key as usize % PLACES / 64] |= 1 << (row.key % 64);
        }
        Self { all, bits }
    }

    /// The rows of a key, those of many words first.
    fn of(&self, key: u32) -> impl Iterator<Item = &Row> {
        let any = self.bits.get(key as usize % PLACES / 64).is_some_and(|word| word >> (key % 64) & 1 == 1);
        let from = if any { self.all.partition_point(|row| row.key < key) } else { self.all.len() };
        self.all[from..].iter().take_while(move |row| row.key == key)
    }
}

impl ContextLexicon {
    /// Phrases as folded words.
    pub(crate) fn new(phrases: Vec<(NameContext, Vec<String>)>) -> Self {
        let (mut before_name, mut behind_name, mut prefixes) = (Vec::new(), Vec::new(), Vec::new());
        for (beside, words) in phrases {
            let before = matches!(beside, NameContext::Given | NameContext::Honorific | NameContext::Before);
            let Some(next) = (if before { words.last() } else { words.first() }) else { continue };
            let key = word_key(next.as_bytes());
            match beside {
                NameContext::SurnamePrefix => prefixes.push(words.concat()),
                _ if before => before_name.push(Row { key, words, beside }),
                _ => behind_name.push(Row { key, words, beside }),
            }
        }
        Self { before: Rows::new(before_name), behind: Rows::new(behind_name), prefixes }
    }
}

impl Gazetteer {
    /// Whether a folded word is a given name or a surname.
    pub(crate) fn is_name_of_person(&self, word: &str) -> bool {
        let key = word_key(word.as_bytes());
        let person =
            |row: &Row| matches!(row.beside, NameContext::Given | NameContext::Surname) && row.words.len() == 1 && row.words[0] == word;
        self.company.before.of(key).chain(self.company.behind.of(key)).any(person)
    }

    /// Why the name of a place is a part of another name where it stands; `None` if it is not.
    pub(crate) fn part_of_another(&self, doc: &Document, candidate: &Hit, sort: NameClass) -> Option<RejectionReason> {
        let (first, end) = (candidate.first as usize, candidate.end as usize);
        let next_to = |token: &Token| matches!(token.gap, Gap::Blank | Gap::Line | Gap::None);
        let one = end == first + 1;
        let name = |beside: NameContext| matches!(beside, NameContext::Given | NameContext::Honorific | NameContext::Surname);
        // "Mr. Clinton" is Clinton, "Hillary Clinton" is another than the one who was introduced, "Clinton Smith" is left open.
        let person = sort == NameClass::Person;
        let counts = |beside: NameContext| match beside {
            NameContext::Given => one,
            NameContext::Honorific | NameContext::Surname => one && !person,
            NameContext::Before => !person,
            NameContext::BehindTown => sort == NameClass::Town,
            _ => true,
        };
        if doc.tokens.get(first).is_some_and(next_to)
            && let Some(before) = first.checked_sub(1)
        {
            for row in self.company.before.of(self.key(doc, before)).filter(|row| counts(row.beside)) {
                let Some(from) = first.checked_sub(row.words.len()) else { continue };
                // It is a part of a name, so it has its capital.
                if doc.tokens[from].capital && self.stands(doc, &row.words, from) {
                    return Some(if name(row.beside) { RejectionReason::Bearer } else { RejectionReason::Encloser });
                }
            }
        }
        let behind = doc.tokens.get(end).filter(|token| next_to(token) && token.capital)?;
        // A possessive ending stands between ("Kenya's University").
        if doc.tokens[end - 1].span.end() > candidate.end_byte {
            return None;
        }
        // "President Yahya" is another in "President Yahya Jammeh".
        let given = || self.company.before.of(self.key(doc, end - 1)).any(|row| row.beside == NameContext::Given && row.words.len() == 1);
        if person && behind.kind == TokenKind::Word && behind.gap <= Gap::Line && given() {
            return Some(RejectionReason::Bearer);
        }
        for row in self.company.behind.of(self.key(doc, end)).filter(|row| counts(row.beside)) {
            if self.stands(doc, &row.words, end) {
                return Some(if name(row.beside) { RejectionReason::Bearer } else { RejectionReason::Encloser });
            }
        }
        let surname = one && !person && !self.company.prefixes.is_empty() && {
            let word = self.phrases.folder().cased_word(behind.text(doc.text()));
            let begins = |prefix: &String| {
                let rest =
                    word.get(prefix.len()..).filter(|_| word.get(..prefix.len()).is_some_and(|head| head.eq_ignore_ascii_case(prefix)));
                rest.is_some_and(|rest| rest.starts_with(char::is_uppercase))
            };
            self.company.prefixes.iter().any(begins)
        };
        surname.then_some(RejectionReason::Bearer)
    }

    fn key(&self, doc: &Document, token: usize) -> u32 {
        let token = &doc.tokens[token];
        if token.key == 0 { word_key(self.phrases.folder().word(token.text(doc.text())).as_bytes()) } else { token.key }
    }
}
