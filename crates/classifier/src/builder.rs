//! From plain lists to a classifier.

use crate::classifier::{Classifier, CompiledRule, Role};
use crate::rules::{Kinds, Pattern, Rule, Voices};
use crate::topics::Terms;
use chancery_phrases::{PhrasesBuilder, Start, TooLarge};
use chancery_text::fold::Folder;
use chancery_text::key::word_key;
use chancery_text::{Modality, WordBreaker};
use std::collections::HashMap;

/// A classifier that cannot be built.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum BuildError {
    /// A pattern is wrong.
    #[error("the rule {rule}: \"{part}\": {reason}")]
    Pattern {
        /// The rule.
        rule: String,
        /// Its number among the rule's patterns, from 0.
        number: usize,
        /// The part of the pattern.
        part: String,
        /// What is wrong with it.
        reason: String,
    },
    /// There are more terms and triggers than can be counted.
    #[error(transparent)]
    TooLarge(#[from] TooLarge),
}

/// Collects terms and rules and builds a [`Classifier`].
#[derive(Clone, Debug, Default)]
pub struct ClassifierBuilder {
    folder: Folder,
    clitics: Vec<String>,
    labels: Vec<String>,
    terms: Vec<(String, Vec<(u32, f32)>)>,
    kinds: Kinds,
    cues: Vec<(String, String)>,
    governors: Vec<(String, String)>,
    voices: Voices,
    rules: Vec<Rule>,
}

impl ClassifierBuilder {
    /// An empty builder with the plain folder.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Folds terms, triggers and texts with this folder.
    #[must_use]
    pub fn with_folder(mut self, folder: Folder) -> Self {
        self.folder = folder;
        self
    }

    /// Lets a term or trigger be followed by this ending in the same token ("'s").
    #[must_use]
    pub fn with_clitic(mut self, clitic: &str) -> Self {
        self.clitics.push(clitic.to_owned());
        self
    }

    /// Adds a term of a topic with its weight. A star at a word's end stands for any letters or none ("tariff*").
    pub fn term(&mut self, label: &str, term: &str, weight: f32) {
        let number = self.labels.iter().rposition(|known| known == label).unwrap_or_else(|| {
            self.labels.push(label.to_owned());
            self.labels.len() - 1
        });
        self.terms.push((term.to_owned(), vec![(number as u32, weight)]));
    }

    /// Adds a phrase that carries nothing and keeps the terms inside it from counting.
    pub fn cancel(&mut self, phrase: &str) {
        self.terms.push((phrase.to_owned(), Vec::new()));
    }

    /// Adds words to a class that patterns may name. The class `coordinator` joins names in a slot, no gap reaches over one of the class `barrier`.
    pub fn class<'w>(&mut self, name: &str, words: impl IntoIterator<Item = &'w str>) {
        let folded = words.into_iter().map(|word| self.folder.word(word));
        let words = folded.map(|word| (word_key(word.as_bytes()), word));
        match self.kinds.classes.iter_mut().find(|(known, _)| known == name) {
            Some((_, known)) => known.extend(words),
            None => self.kinds.classes.push((name.to_owned(), words.collect())),
        }
        for (_, words) in &mut self.kinds.classes {
            words.sort_unstable();
            words.dedup();
        }
    }

    /// Adds a group of types that slots may name.
    pub fn group<'w>(&mut self, name: &str, types: impl IntoIterator<Item = &'w str>) {
        self.kinds.groups.entry(name.to_owned()).or_default().extend(types.into_iter().map(str::to_owned));
    }

    /// Tells the types of names that there are; from then on a slot that names another is a fault.
    pub fn types<'w>(&mut self, types: impl IntoIterator<Item = &'w str>) {
        self.kinds.types.extend(types.into_iter().map(str::to_owned));
    }

    /// Says that words of a class before a trigger tell of a voice; what is added first is strongest.
    pub fn voice(&mut self, class: &str, voice: Modality) {
        self.cues.push((class.to_owned(), voice.as_str().to_owned()));
    }

    /// Says that words of a class before an infinitive ("decided to", "urged Kenya to") tell of a voice. The class `infinitive` holds the words that make one; an
    /// infinitive that no such word governs makes no event.
    pub fn governor(&mut self, class: &str, voice: Modality) {
        self.governors.push((class.to_owned(), voice.as_str().to_owned()));
    }

    /// Says which class an act becomes in a voice.
    pub fn conversion(&mut self, act: &str, voice: Modality, class: &str) {
        self.voices.conversions.insert((act.to_owned(), voice.as_str().to_owned()), class.to_owned());
    }

    /// Adds a rule.
    pub fn rule(&mut self, rule: Rule) {
        self.rules.push(rule);
    }

    /// What is wrong with each rule: its id, the part of the pattern, the reason. Classes and groups must be known by now.
    #[must_use]
    pub fn faults(&self) -> Vec<BuildError> {
        let patterns = self.rules.iter().flat_map(|rule| (0..rule.patterns.len()).map(move |number| (rule, number)));
        patterns.filter_map(|(rule, number)| self.pattern(rule, number).err()).collect()
    }

    fn pattern(&self, rule: &Rule, number: usize) -> Result<Pattern, BuildError> {
        let fail = |(part, reason)| BuildError::Pattern { rule: rule.id.clone(), number, part, reason };
        Pattern::parse(&rule.patterns[number], rule.gap, &self.kinds, &self.folder).map_err(fail)
    }

    /// Builds the classifier; terms and triggers are cut by `breaker`, which must be the one that cuts the documents.
    ///
    /// # Errors
    /// The first pattern that is wrong.
    pub fn build(self, breaker: &dyn WordBreaker) -> Result<Classifier, BuildError> {
        let mut rules = Vec::new();
        let mut phrases = PhrasesBuilder::new(self.folder.clone());
        for clitic in &self.clitics {
            phrases.clitic(clitic);
        }
        let mut forms: Vec<String> = vec![String::new()];
        let mut triggers = Vec::new();
        for (number, rule) in self.rules.iter().enumerate() {
            let patterns = (0..rule.patterns.len()).map(|number| self.pattern(rule, number)).collect::<Result<Vec<_>, _>>()?;
            for trigger in &rule.triggers {
                let form = forms.iter().position(|known| *known == trigger.form).unwrap_or_else(|| {
                    forms.push(trigger.form.clone());
                    forms.len() - 1
                });
                let code = Role::Trigger(triggers.len() as u32).code();
                if phrases.insert(&trigger.text, breaker, Start::Any, code).is_some() {
                    triggers.push((number as u32, form as u16));
                }
            }
            rules.push(CompiledRule {
                id: rule.id.clone(),
                act: rule.act.clone(),
                wants_filler: patterns.iter().all(Pattern::wants_filler),
                patterns,
                reciprocal: rule.reciprocal,
                unless: rule.unless.iter().map(|word| self.folder.word(word)).collect(),
                topics: rule.topics.clone(),
                blocks: rule.blocks.clone(),
                weight: rule.weight,
            });
        }
        let mut terms = Terms { labels: self.labels.iter().map(|label| label.as_str().into()).collect(), votes: Vec::new() };
        // Many terms have the same label and weight.
        let mut known: HashMap<Vec<(u32, u32)>, u32> = HashMap::new();
        for (text, votes) in self.terms {
            let next = terms.votes.len() as u32;
            let number = *known.entry(votes.iter().map(|(label, weight)| (*label, weight.to_bits())).collect()).or_insert(next);
            if number == next {
                terms.votes.push(votes);
            }
            let _ = phrases.insert_stems(&text, breaker, Start::Any, Role::Term(number).code());
        }
        let mut voices = self.voices;
        voices.cues = self.cues.into_iter().filter_map(|(class, voice)| Some((self.kinds.class(&class)?, voice))).collect();
        voices.governors = self.governors.into_iter().filter_map(|(class, voice)| Some((self.kinds.class(&class)?, voice))).collect();
        voices.infinitive = self.kinds.class("infinitive");
        let (coordinators, barriers) = (self.kinds.class("coordinator"), self.kinds.class("barrier"));
        Ok(Classifier { phrases: phrases.build()?, terms, rules, triggers, forms, kinds: self.kinds, voices, coordinators, barriers })
    }
}
