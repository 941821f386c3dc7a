//! The builder of a tagger, which collects words and rules.

use crate::anchoring::{Anchor, Anchoring};
use crate::by_word::ByWord;
use crate::date_order::DateOrder;
use crate::error::BuildError;
use crate::parse::expanded;
use crate::pattern::Pattern;
use crate::rule::Rule;
use crate::slot::Slot;
use crate::tables::{AnchorKeys, CompiledRule, Tables};
use crate::temporal_tagger::TemporalTagger;
use crate::unit::{Unit, WordValue};
use crate::word_class_index::WordClassIndex;
use crate::words::Words;
use chancery_text::key::word_key;

/// Collects words and rules and builds a [`TemporalTagger`].
#[derive(Clone, Debug, Default)]
pub struct TemporalTaggerBuilder {
    words: Words,
    rules: Vec<Rule>,
}

impl TemporalTaggerBuilder {
    /// Creates a builder without words and rules.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a word to a class. A class is created when its first word is added.
    ///
    /// `value` is the number or unit of time that the word denotes in this class. If `word` begins with a capital letter, it matches only words in the text
    /// that begin with a capital letter.
    pub fn word(&mut self, class: &str, word: &str, value: impl Into<WordValue>) -> &mut Self {
        self.words.add(class, word, value.into().0);
        self
    }

    /// Adds an ending of ordinal numbers in digits ("st", "th").
    pub fn ordinal_ending(&mut self, ending: &str) -> &mut Self {
        self.words.add_ordinal_ending(ending);
        self
    }

    /// Adds an ending of plural nouns ("s").
    pub fn plural_ending(&mut self, ending: &str) -> &mut Self {
        self.words.add_plural_ending(ending);
        self
    }

    /// Adds an ending of verbs in the past tense ("ed").
    pub fn past_ending(&mut self, ending: &str) -> &mut Self {
        self.words.add_past_ending(ending);
        self
    }

    /// Adds a possessive ending ("'s"). A word matches with or without the ending. An ending at the end of an expression is not part of its span.
    pub fn clitic(&mut self, ending: &str) -> &mut Self {
        self.words.add_clitic(ending);
        self
    }

    /// Sets the order of day and month in numeric dates such as 05/06/2010. By default, dates whose order is uncertain are not recognised.
    pub fn date_order(&mut self, order: DateOrder) -> &mut Self {
        self.words.date_order = Some(order);
        self
    }

    /// Adds a rule. If two rules match the same tokens, the match of the earlier rule is kept.
    pub fn rule(&mut self, rule: Rule) -> &mut Self {
        self.rules.push(rule);
        self
    }

    /// Compiles the rules and builds the tagger.
    ///
    /// # Errors
    /// Returns an error if a rule has an invalid pattern, names an unknown class or slot, or sets a slot to an invalid value. The error describes the first
    /// problem that was found.
    pub fn build(&self) -> Result<TemporalTagger, BuildError> {
        let words = self.words.clone();
        let mut rules = Vec::with_capacity(self.rules.len());
        let mut by_word: ByWord<Vec<u32>> = ByWord::default();
        let mut by_digit: Vec<u32> = Vec::new();
        let mut patterns = Vec::with_capacity(self.rules.len());
        for rule in &self.rules {
            let expanded = expanded(&rule.pattern).map_err(|reason| BuildError::new(&rule.name, reason))?;
            patterns.extend(expanded.into_iter().map(|pattern| (rule, pattern)));
        }
        for (number, (rule, pattern)) in patterns.into_iter().enumerate() {
            let number = number as u32;
            let set = slots(rule)?;
            let pattern = Pattern::parse(&pattern, &words).map_err(|reason| BuildError::new(&rule.name, reason))?;
            let Anchoring { anchors, lead, need, need_at_digit, first } = pattern.anchoring(&words);
            for anchor in anchors {
                let anchored = match anchor {
                    Anchor::Word(word) => by_word.entry(&word),
                    Anchor::Digit => &mut by_digit,
                };
                if anchored.last() != Some(&number) {
                    anchored.push(number);
                }
            }
            rules.push(CompiledRule { rule: rule.clone(), pattern, set, lead, need, need_at_digit, first });
        }
        let tense = words.tenses().map(|class| words.of_class(class, |_| true)).unwrap_or_default();
        let tense = tense.iter().fold(0, |bits: u64, word| bits | 1 << (word_key(word.as_bytes()) & 63));
        let index = WordClassIndex::new(&words, &by_word);
        let anchors = AnchorKeys::new(by_word.keys());
        Ok(TemporalTagger { tables: Tables { words, rules, by_digit, index, anchors, tense } })
    }
}

impl TemporalTagger {
    /// Creates a builder without words and rules.
    #[must_use]
    pub fn builder() -> TemporalTaggerBuilder {
        TemporalTaggerBuilder::new()
    }
}

/// Returns the slots that the rule itself fills, with their values. The error is about an unknown slot or an invalid value.
fn slots(rule: &Rule) -> Result<Vec<(Slot, i32)>, BuildError> {
    let slot = |(slot, value): &(String, String)| {
        let slot: Slot = slot.parse().map_err(|error: crate::UnknownName| error.to_string())?;
        let number = if slot == Slot::Unit { Unit::number(value) } else { value.parse().ok() };
        Ok((slot, number.ok_or_else(|| format!("\"{value}\" is not a valid value for its slot"))?))
    };
    rule.set.iter().map(slot).collect::<Result<_, String>>().map_err(|reason| BuildError::new(&rule.name, reason))
}
