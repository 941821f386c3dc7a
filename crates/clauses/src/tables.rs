//! The compiled lexicon and rules.

use crate::class::Classes;
use crate::lists::WordList;
use crate::lexicon::Lexicon;
use crate::rules::Rule;
use std::collections::HashMap;

/// Lexicon and rules. The rules that can change a word are listed for each set of readings.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Tables {
    pub(crate) lexicon: Lexicon,
    pub(crate) rules: Vec<Rule>,
    /// Numbers of rules, in order, for each set of readings that a word may begin with.
    lists: Vec<(Classes, Vec<u16>)>,
    index: HashMap<u32, u32>,
    /// Numbers of words or lemmas in each list, sorted.
    words: [Vec<u32>; WordList::COUNT],
}

impl Tables {
    pub(crate) fn new(lexicon: Lexicon, rules: Vec<Rule>, lists: Vec<(WordList, u32)>) -> Self {
        let mut tables = Self { lexicon, rules, ..Self::default() };
        for (list, word) in lists {
            tables.words[list as usize].push(word);
        }
        tables.words.iter_mut().for_each(|list| list.sort_unstable());
        let mut starts: Vec<Classes> = tables.lexicon.all().flat_map(|entry| [entry.classes.without(Classes::FLAGS), entry.classes.or(Classes::PROPER)]).collect();
        starts.push(Classes::PROPER.or(Classes::ADJECTIVE));
        starts.push(Classes::ING.or(Classes::NOUN));
        starts.push(Classes::PAST.or(Classes::PARTICIPLE).or(Classes::ADJECTIVE));
        starts.push(Classes::ADJECTIVE.or(Classes::NOUN));
        tables.lists.push((Classes::default(), Vec::new()));
        for start in starts.into_iter().filter(|start| start.count() > 1) {
            if tables.index.contains_key(&start.bits()) {
                continue;
            }
            let list = (0..).zip(&tables.rules).filter(|(_, rule)| rule.concerns_part(start)).map(|(number, _)| number).collect();
            tables.index.insert(start.bits(), tables.lists.len() as u32);
            tables.lists.push((start, list));
        }
        tables
    }

    /// The list of rules for some readings.
    pub(crate) fn list(&self, readings: Classes) -> u32 {
        if readings.count() < 2 { 0 } else { self.index.get(&readings.bits()).copied().unwrap_or(0) }
    }

    pub(crate) fn rules_of(&self, list: u32) -> &[u16] {
        &self.lists[list as usize].1
    }

    fn has(&self, list: WordList, word: u32) -> bool {
        self.words[list as usize].binary_search(&word).is_ok()
    }

    /// Whether a new sentence may begin after a mark, so that a capital says nothing.
    pub(crate) fn opens(&self, mark: u32) -> bool {
        self.is_quote(mark) || self.has(WordList::Open, mark)
    }

    pub(crate) fn is_quote(&self, mark: u32) -> bool {
        self.has(WordList::Quote, mark)
    }

    /// Whether a mark ends a clause.
    pub(crate) fn ends(&self, mark: u32) -> bool {
        self.has(WordList::End, mark)
    }

    pub(crate) fn is_that(&self, word: u32) -> bool {
        self.has(WordList::That, word)
    }

    pub(crate) fn is_control(&self, lemma: u32) -> bool {
        self.has(WordList::Control, lemma)
    }

    pub(crate) fn is_saying(&self, lemma: u32) -> bool {
        self.has(WordList::Saying, lemma)
    }
}
