//! The compiled lexicon and the compiled rules.

use crate::class::Classes;
use crate::lexicon::Lexicon;
use crate::lists::Marks;
use crate::rules::{Block, Parsed, Rule};
use chancery_text::key::KeyMap;

/// The lexicon and the rules. The readings of a word are its possible classes. For each set of readings, the tables contain a list of the
/// rules that can change a word with these readings.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Tables {
    pub(crate) lexicon: Lexicon,
    pub(crate) rules: Vec<Rule>,
    /// The `restore` rules, which give a word a reading that it no longer has. They are applied when each word has only one reading left.
    pub(crate) restoring: Vec<Rule>,
    /// The rules of `restoring`, grouped into blocks for fast lookup.
    pub(crate) restorers: Vec<Block>,
    /// Lists of rules: one for each set of readings that a word can have initially, and one for each word that has rules of its own. The
    /// list at index 0 is empty.
    lists: Vec<Vec<Block>>,
    /// For each set of readings, the index of its list in `lists`.
    index: KeyMap<u64, u32>,
    /// For each word that has rules of its own, the index of its list in `lists`. The upper half of the key is the word's index in the
    /// lexicon; the lower half is its readings.
    named: KeyMap<u64, u32>,
    /// Verbs with a particle ("carry out"), as sorted pairs of the lemma's index and the particle's index in the lexicon.
    particles: Vec<(u32, u32)>,
}

impl Tables {
    pub(crate) fn new(lexicon: Lexicon, parsed: Parsed, mut particles: Vec<(u32, u32)>) -> Self {
        particles.sort_unstable();
        let mut tables = Self { lexicon, rules: parsed.rules, restoring: parsed.restoring, particles, ..Self::default() };
        let mut starts: Vec<Classes> =
            tables.lexicon.all().flat_map(|entry| [entry.readings(), entry.classes.or(Classes::PROPER)]).collect();
        starts.extend(tables.lexicon.endings());
        starts.extend([Classes::PROPER.or(Classes::ADJECTIVE), Classes::ADJECTIVE.or(Classes::NOUN), Classes::ADVERB.or(Classes::PROPER)]);
        tables.lists.push(Vec::new());
        for start in starts.into_iter().filter(|start| start.count() > 1) {
            if tables.index.contains_key(&u64::from(start.bits())) {
                continue;
            }
            let list = tables.collect(start, None);
            tables.index.insert(u64::from(start.bits()), tables.lists.len() as u32);
            tables.lists.push(list);
        }
        let mut words: Vec<u32> = tables.rules.iter().flat_map(|rule| rule.words.iter().copied()).collect();
        words.sort_unstable();
        words.dedup();
        for word in words {
            let Some(start) = tables.lexicon.by_number(word).map(|entry| entry.readings()) else { continue };
            let list = tables.collect(start, Some(word));
            tables.lexicon.mark_number(word, Marks::RULED);
            tables.named.insert(u64::from(word) << 32 | u64::from(start.bits()), tables.lists.len() as u32);
            tables.lists.push(list);
        }
        for word in tables.rules.iter().chain(&tables.restoring).flat_map(Rule::named).collect::<Vec<u32>>() {
            tables.lexicon.mark_number(word, Marks::NAMED);
        }
        for rule in &mut tables.rules {
            rule.drop_decided();
        }
        let restoring: Vec<(u16, &Rule)> = (0..).zip(&tables.restoring).collect();
        tables.restorers = restoring.chunks(Block::SIZE).map(Block::new).collect();
        let mut lexicon = std::mem::take(&mut tables.lexicon);
        lexicon.set_rules(|entry| tables.list(entry.readings(), entry.word, entry.marks.any(Marks::RULED)));
        tables.lexicon = lexicon;
        tables
    }

    /// Collects the rules that can change a word with the initial readings `start`: the rules for all words and, if `word` is given, the
    /// rules for this word.
    fn collect(&self, start: Classes, word: Option<u32>) -> Vec<Block> {
        let concerns =
            |rule: &Rule| rule.concerns_part(start) && (rule.words.is_empty() || word.is_some_and(|word| rule.words.contains(&word)));
        let list: Vec<(u16, &Rule)> = (0..).zip(&self.rules).filter(|(_, rule)| concerns(rule)).collect();
        list.chunks(Block::SIZE).map(Block::new).collect()
    }

    /// Returns the index in `lists` of the rules for `word` if it has the readings `readings`. If there are fewer than two readings,
    /// returns 0, the index of the empty list. `named` is `true` if the word has rules of its own.
    pub(crate) fn list(&self, readings: Classes, word: u32, named: bool) -> u32 {
        if readings.count() < 2 {
            0
        } else if named && let Some(list) = self.named.get(&(u64::from(word) << 32 | u64::from(readings.bits()))) {
            *list
        } else {
            self.index.get(&u64::from(readings.bits())).copied().unwrap_or(0)
        }
    }

    /// Returns the list of rules with the index `list`.
    pub(crate) fn rules_of(&self, list: u32) -> &[Block] {
        self.lists.get(list as usize).map_or(&[], Vec::as_slice)
    }

    /// Returns `true` if the verb with the lemma `lemma` and the particle `word` together form one verb
    /// ("carry out").
    pub(crate) fn is_particle(&self, lemma: u32, word: u32) -> bool {
        self.particles.binary_search(&(lemma, word)).is_ok()
    }
}
