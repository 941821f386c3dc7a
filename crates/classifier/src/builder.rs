//! Builds a classifier from terms, words and rules.

use crate::classifier::Classifier;
use crate::error::{BuildError, PatternError};
use crate::rules::{Pattern, Rule, Vocabulary};
use crate::tables::{CompiledRule, Modalities, Role, Tables, Terms};
use chancery_phrases::{PhrasesBuilder, Start};
use chancery_text::fold::Folder;
use chancery_text::key::word_key;
use chancery_text::{Modality, WordBreaker};
use std::collections::{BTreeMap, HashMap};

/// Collects terms, word classes and rules, and builds a [`Classifier`].
#[derive(Clone, Debug, Default)]
pub struct ClassifierBuilder {
    folder: Folder,
    clitics: Vec<String>,
    labels: Vec<String>,
    /// The terms, each with its votes. A vote counts for one topic: it consists of the index of the topic's label in `labels`, and a weight. A phrase that only
    /// cancels terms has no votes.
    terms: Vec<(String, Vec<(u32, f32)>)>,
    classes: Vec<(String, Vec<String>)>,
    groups: BTreeMap<String, Vec<String>>,
    types: Vec<String>,
    cues: Vec<(String, Modality)>,
    governors: Vec<(String, Modality)>,
    conversions: BTreeMap<(String, Modality), String>,
    rules: Vec<Rule>,
}

impl ClassifierBuilder {
    /// Creates a builder without terms, words or rules. It uses [`Folder::default`].
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets the [`Folder`], which normalises terms, triggers and texts before they are compared. The default is [`Folder::default`].
    pub fn folder(&mut self, folder: Folder) -> &mut Self {
        self.folder = folder;
        self
    }

    /// Adds a possessive ending ("'s"). A term or trigger is also found if this ending follows it in the same token.
    pub fn clitic(&mut self, clitic: &str) -> &mut Self {
        self.clitics.push(clitic.to_owned());
        self
    }

    /// Adds a term for the topic `label`, with its weight. A star at the end of a word matches any number of letters, including none ("tariff*").
    pub fn term(&mut self, label: &str, term: &str, weight: f32) -> &mut Self {
        let number = self.labels.iter().rposition(|known| known == label).unwrap_or_else(|| {
            self.labels.push(label.to_owned());
            self.labels.len() - 1
        });
        self.terms.push((term.to_owned(), vec![(number as u32, weight)]));
        self
    }

    /// Adds a phrase that cancels the terms within it: where the phrase occurs, terms that are part of it do not count. The phrase itself has no topic.
    pub fn cancel(&mut self, phrase: &str) -> &mut Self {
        self.terms.push((phrase.to_owned(), Vec::new()));
        self
    }

    /// Adds words to a class, which patterns refer to as `$name`.
    ///
    /// Some classes have a special meaning:
    ///
    /// - A word of the class `coordinator` joins names in a slot.
    /// - A word of the class `article` may come between a coordinator and a name.
    /// - A gap (`...`) never extends across a word of the class `barrier`.
    /// - A trigger after a word of the class `infinitive` is treated as an infinitive.
    pub fn class<'w>(&mut self, name: &str, words: impl IntoIterator<Item = &'w str>) -> &mut Self {
        let words = words.into_iter().map(str::to_owned);
        match self.classes.iter_mut().find(|(known, _)| known == name) {
            Some((_, known)) => known.extend(words),
            None => self.classes.push((name.to_owned(), words.collect())),
        }
        self
    }

    /// Adds types of entities to the group `name`. Slots refer to the group as `$name`.
    pub fn group<'w>(&mut self, name: &str, types: impl IntoIterator<Item = &'w str>) -> &mut Self {
        self.groups.entry(name.to_owned()).or_default().extend(types.into_iter().map(str::to_owned));
        self
    }

    /// Adds types of entities that slots may accept. The type `time` is always accepted. If no types are added, slots may accept any type; otherwise, a slot
    /// with a type that was not added is an error.
    pub fn types<'w>(&mut self, types: impl IntoIterator<Item = &'w str>) -> &mut Self {
        self.types.extend(types.into_iter().map(str::to_owned));
        self
    }

    /// Sets the modality that a word of `class` expresses if it is among the last four tokens before a trigger. If these tokens contain words of several
    /// classes, the class that was added first determines the modality.
    pub fn modality(&mut self, class: &str, modality: Modality) -> &mut Self {
        self.cues.push((class.to_owned(), modality));
        self
    }

    /// Sets the modality that a word of `class` expresses if it governs an infinitive ("decided to", "urged Kenya to"). A trigger that is an infinitive yields
    /// an event only if a word like this governs it.
    pub fn governor(&mut self, class: &str, modality: Modality) -> &mut Self {
        self.governors.push((class.to_owned(), modality));
        self
    }

    /// Sets the class of events that have the act `act` and the modality `modality`. By default, the class of an event equals its act.
    pub fn conversion(&mut self, act: &str, modality: Modality, class: &str) -> &mut Self {
        self.conversions.insert((act.to_owned(), modality), class.to_owned());
        self
    }

    /// Adds a rule. If several rules with the same weight match at a trigger, the rule that was added first produces the event.
    pub fn rule(&mut self, rule: Rule) -> &mut Self {
        self.rules.push(rule);
        self
    }

    /// Returns all errors in patterns, in the order of the rules. Add all classes, groups and types before you call this method.
    #[must_use]
    pub fn pattern_errors(&self) -> Vec<PatternError> {
        let vocabulary = self.vocabulary();
        let patterns = self.rules.iter().flat_map(|rule| (0..rule.patterns.len()).map(move |number| (rule, number)));
        patterns.filter_map(|(rule, number)| self.pattern(rule, number, &vocabulary).err()).collect()
    }

    /// Builds the classifier. `breaker` splits terms and triggers into words. It must be the same breaker that splits the documents.
    ///
    /// # Errors
    /// Returns an error if a pattern is invalid, or if there are more terms and triggers than the index can hold. If several patterns are invalid, the error
    /// describes the first one.
    pub fn build(&self, breaker: &dyn WordBreaker) -> Result<Classifier, BuildError> {
        let vocabulary = self.vocabulary();
        let mut phrases = PhrasesBuilder::new(self.folder.clone());
        for clitic in &self.clitics {
            phrases.clitic(clitic);
        }
        let mut forms: Vec<String> = vec![String::new()];
        let mut triggers = Vec::new();
        let mut rules = Vec::with_capacity(self.rules.len());
        for (number, rule) in self.rules.iter().enumerate() {
            let patterns = (0..rule.patterns.len()).map(|number| self.pattern(rule, number, &vocabulary)).collect::<Result<Vec<_>, _>>()?;
            for trigger in &rule.triggers {
                let form = forms.iter().position(|known| *known == trigger.form).unwrap_or_else(|| {
                    forms.push(trigger.form.clone());
                    forms.len() - 1
                });
                let value = Role::Trigger(triggers.len() as u32).pack();
                if phrases.insert(&trigger.text, breaker, Start::Any, value).is_some() {
                    triggers.push((number as u32, form as u32));
                }
            }
            rules.push(self.compiled(rule, patterns));
        }
        let terms = self.compiled_terms(&mut phrases, breaker);
        let modalities = self.modalities(&vocabulary);
        let class = |name| vocabulary.class(name);
        let (coordinators, barriers, articles) = (class("coordinator"), class("barrier"), class("article"));
        let phrases = phrases.build()?;
        let tables = Tables { phrases, terms, rules, triggers, forms, vocabulary, modalities, coordinators, barriers, articles };
        Ok(Classifier { tables })
    }

    fn vocabulary(&self) -> Vocabulary {
        let folded = |words: &Vec<String>| {
            let folded = words.iter().map(|word| self.folder.word(word));
            let mut words: Vec<(u32, String)> = folded.map(|word| (word_key(word.as_bytes()), word)).collect();
            words.sort_unstable();
            words.dedup();
            words
        };
        let classes = self.classes.iter().map(|(name, words)| (name.clone(), folded(words))).collect();
        Vocabulary { classes, groups: self.groups.clone(), types: self.types.clone() }
    }

    fn pattern(&self, rule: &Rule, number: usize, vocabulary: &Vocabulary) -> Result<Pattern, PatternError> {
        Pattern::parse(&rule.patterns[number], rule.gap, vocabulary, &self.folder).map_err(|(part, reason)| PatternError {
            rule: rule.id.clone(),
            number,
            part,
            reason,
        })
    }

    fn compiled(&self, rule: &Rule, patterns: Vec<Pattern>) -> CompiledRule {
        CompiledRule {
            id: rule.id.clone(),
            act: rule.act.clone(),
            wants_filler: patterns.iter().all(Pattern::wants_filler),
            patterns,
            reciprocal: rule.reciprocal,
            unless: rule.unless.iter().map(|word| self.folder.word(word)).collect(),
            topics: rule.topics.clone(),
            blocks: rule.blocks.clone(),
            weight: rule.weight,
        }
    }

    /// Adds the terms to the phrase set. Terms that vote for the same labels with the same weights share one element of `votes`.
    fn compiled_terms(&self, phrases: &mut PhrasesBuilder, breaker: &dyn WordBreaker) -> Terms {
        let mut terms = Terms { labels: self.labels.iter().map(|label| label.as_str().into()).collect(), votes: Vec::new() };
        let mut known: HashMap<Vec<(u32, u32)>, u32> = HashMap::new();
        for (text, votes) in &self.terms {
            let next = terms.votes.len() as u32;
            let number = *known.entry(votes.iter().map(|(label, weight)| (*label, weight.to_bits())).collect()).or_insert(next);
            if number == next {
                terms.votes.push(votes.clone());
            }
            let _ = phrases.insert_stems(text, breaker, Start::Any, Role::Term(number).pack());
        }
        terms
    }

    fn modalities(&self, vocabulary: &Vocabulary) -> Modalities {
        let by_class = |classes: &[(String, Modality)]| {
            classes.iter().filter_map(|(class, modality)| Some((vocabulary.class(class)?, *modality))).collect()
        };
        Modalities {
            cues: by_class(&self.cues),
            governors: by_class(&self.governors),
            infinitive: vocabulary.class("infinitive"),
            conversions: self.conversions.clone(),
        }
    }
}

impl Classifier {
    /// Returns a builder without terms, words or rules.
    #[must_use]
    pub fn builder() -> ClassifierBuilder {
        ClassifierBuilder::new()
    }
}
