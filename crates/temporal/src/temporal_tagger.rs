//! The engine: words and rules, compiled.

use crate::pattern::{Anchor, Anchoring, Need, Pattern};
use crate::rule::Rule;
use crate::slot::{Slot, Unit};
use crate::word_class_index::WordClassIndex;
use crate::words::{ByWord, Mask, Words};
use chancery_text::key::word_key;

/// A rule that cannot be compiled.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the rule \"{rule}\": {reason}")]
pub struct RuleError {
    /// Its name.
    pub rule: String,
    /// What is wrong.
    pub reason: String,
}

/// Collects words and rules and builds a [`TemporalTagger`].
#[derive(Clone, Debug, Default)]
pub struct CalendarBuilder {
    words: Words,
    rules: Vec<Rule>,
}

impl CalendarBuilder {
    /// An empty builder.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a word to a class. The value is a number or the name of a unit (`day`, `week` …); words written with a capital must have one in the text. `false`
    /// (and nothing added) if the value is neither.
    pub fn word(&mut self, class: &str, word: &str, value: &str) -> bool {
        let number = value.parse().ok().or_else(|| Unit::number(value));
        if let Some(number) = number {
            self.words.add(class, word, number);
        }
        number.is_some()
    }

    /// Adds an ending that the number of a day may have ("st", "th").
    pub fn ordinal_ending(&mut self, ending: &str) {
        self.words.add_ordinal(ending);
    }

    /// Adds a possessive ending ("'s").
    pub fn clitic(&mut self, ending: &str) {
        self.words.add_clitic(ending);
    }

    /// Adds a rule. Of two matches of the same length the earlier rule's counts.
    pub fn rule(&mut self, rule: Rule) {
        self.rules.push(rule);
    }

    /// Compiles the rules.
    ///
    /// # Errors
    /// The first rule that is wrong, and why.
    pub fn build(self) -> Result<TemporalTagger, RuleError> {
        let mut temporal_tagger = TemporalTagger { words: self.words, ..TemporalTagger::default() };
        let mut by_word: ByWord<Vec<u32>> = ByWord::default();
        for rule in self.rules {
            let fail = |reason: String| RuleError { rule: rule.name.clone(), reason };
            let pattern = Pattern::parse(&rule.pattern, &temporal_tagger.words).map_err(fail)?;
            let mut set = Vec::new();
            for (slot, value) in &rule.set {
                let slot = Slot::of(slot).ok_or_else(|| fail(format!("there is no slot \"{slot}\"")))?;
                let number = if slot == Slot::Unit { Unit::number(value) } else { value.parse().ok() };
                set.push((slot, number.ok_or_else(|| fail(format!("\"{value}\" is no value of that slot")))?));
            }
            let number = temporal_tagger.rules.len() as u32;
            let Anchoring { anchors, lead, need, need_at_digit, first } = pattern.anchoring(&temporal_tagger.words);
            for anchor in anchors {
                let rules = match anchor {
                    Anchor::Word(word) => by_word.entry(&word),
                    Anchor::Digit => &mut temporal_tagger.by_digit,
                };
                if rules.last() != Some(&number) {
                    rules.push(number);
                }
            }
            temporal_tagger.rules.push(Compiled { rule, pattern, set, lead, need, need_at_digit, first });
        }
        temporal_tagger.glances = WordClassIndex::new(&temporal_tagger.words, &by_word);
        let mut bits = Box::new([0; PLACES]);
        for key in by_word.keys() {
            bits[(key >> 6) as usize % PLACES] |= 1u64 << (key & 63);
        }
        temporal_tagger.bits = bits;
        if let Some(class) = temporal_tagger.words.known_class("future") {
            let words = temporal_tagger.words.of_class(class, |_| true);
            temporal_tagger.future = words.iter().map(|word| 1 << (word_key(word.as_bytes()) & 63)).fold(0, |all: u64, bit: u64| all | bit);
        }
        Ok(temporal_tagger)
    }
}

/// A rule, compiled.
#[derive(Clone, Debug)]
pub(crate) struct Compiled {
    pub(crate) rule: Rule,
    pub(crate) pattern: Pattern,
    pub(crate) set: Vec<(Slot, i32)>,
    /// How many tokens may stand before the anchor.
    pub(crate) lead: usize,
    pub(crate) need: Need,
    /// The same where the anchor begins with a digit.
    pub(crate) need_at_digit: Need,
    /// What the first token must have a bit of.
    pub(crate) first: Mask,
}

/// How many words of bits tell the keys of anchors.
const PLACES: usize = 1 << 10;

/// Finds expressions of time. Immutable; share it between threads.
#[derive(Clone, Debug)]
pub struct TemporalTagger {
    pub(crate) words: Words,
    pub(crate) rules: Vec<Compiled>,
    by_digit: Vec<u32>,
    pub(crate) glances: WordClassIndex,
    /// A bit for each key of the words that anchor rules.
    bits: Box<[u64; PLACES]>,
    /// A bit for each key of the words of the class `future`.
    pub(crate) future: u64,
}

impl Default for TemporalTagger {
    fn default() -> Self {
        Self {
            words: Words::default(),
            rules: Vec::new(),
            by_digit: Vec::new(),
            glances: WordClassIndex::default(),
            bits: Box::new([0; PLACES]),
            future: 0,
        }
    }
}

impl TemporalTagger {
    /// Names and patterns of all rules, in order.
    pub fn rules(&self) -> impl Iterator<Item = &Rule> {
        self.rules.iter().map(|compiled| &compiled.rule)
    }

    /// Whether a rule may be anchored at a token with this key (0: not known).
    #[inline]
    pub(crate) fn may_anchor(&self, key: u32) -> bool {
        (key == 0) | (self.bits[(key >> 6) as usize % PLACES] >> (key & 63) & 1 == 1)
    }

    pub(crate) fn anchored_at_digit(&self) -> &[u32] {
        &self.by_digit
    }
}
