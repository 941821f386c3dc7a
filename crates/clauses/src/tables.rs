//! The compiled lexicon and rules.

use crate::class::Classes;
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
    /// Verbs with a particle, by the numbers of lemma and particle, sorted.
    particles: Vec<(u32, u32)>,
}

impl Tables {
    pub(crate) fn new(lexicon: Lexicon, rules: Vec<Rule>, mut particles: Vec<(u32, u32)>) -> Self {
        particles.sort_unstable();
        let mut tables = Self { lexicon, rules, particles, ..Self::default() };
        let mut starts: Vec<Classes> = tables.lexicon.all().flat_map(|entry| [entry.classes.without(Classes::FLAGS), entry.classes.or(Classes::PROPER)]).collect();
        starts.extend(tables.lexicon.endings());
        starts.extend([Classes::PROPER.or(Classes::ADJECTIVE), Classes::ADJECTIVE.or(Classes::NOUN)]);
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

    /// Whether a verb and a particle make one verb ("carry out").
    pub(crate) fn is_particle(&self, lemma: u32, word: u32) -> bool {
        self.particles.binary_search(&(lemma, word)).is_ok()
    }
}
