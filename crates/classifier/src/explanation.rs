//! The decisions of a run, which [`Classifier::explain`](crate::Classifier::explain) returns.

use chancery_text::{Scope, Span};
use std::sync::Arc;

/// All decisions that a run made about rules and topics.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Explanation {
    /// The attempts to apply rules, in the order in which they were made. There is one attempt for each rule and each position at which a trigger of the rule
    /// was found.
    pub attempts: Vec<Attempt>,
    /// The scores of topics. Each topic has a score for the whole document, and one for each sentence and section that contains a term of the topic.
    pub topics: Vec<TopicAttempt>,
    /// The terms that were found but do not count.
    pub ignored_terms: Vec<IgnoredTerm>,
}

/// A rule that was tried at one of its triggers.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Attempt {
    /// Id of the rule.
    pub rule: String,
    /// The half-open byte range of the trigger in the source text.
    pub trigger: Span,
    /// The result.
    pub outcome: Outcome,
}

/// The result of trying a rule at a trigger.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Outcome {
    /// The rule produced an event. The value lists the slots of the rule, each with the byte ranges of the names or times that filled it.
    Fired(Vec<(String, Vec<Span>)>),
    /// The rule matched, but another rule with a higher weight produced the event. If the weights are equal, this is the rule that was added earlier. The value
    /// is the id of that other rule.
    Outweighed(String),
    /// No pattern of the rule matched.
    Missing {
        /// The pattern that is reported: the last one that allows the verb form of the trigger (for example, the past tense) or, if no pattern allows this
        /// form, the first one. Empty if the rule has no patterns.
        pattern: String,
        /// The part of the pattern that did not match the text.
        part: String,
    },
    /// The sentence contains a word that excludes the rule. The value is this word.
    Excluded(String),
    /// The rule does not apply to the kind of block that contains the trigger. The value is this kind.
    Block(String),
    /// The sentence has none of the topics that the rule requires.
    Topic,
    /// The trigger is an infinitive, and no word before it governs it. The modality of the event is therefore unknown.
    Ungoverned,
}

/// The score of a topic in a sentence, a section, or the document.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TopicAttempt {
    /// The half-open byte range of the sentence, section or document in the source text.
    pub span: Span,
    /// The kind of the span: a sentence, a section or the document.
    pub scope: Scope,
    /// The label of the topic.
    pub label: Arc<str>,
    /// Sum of the weights of the topic's terms.
    pub score: f32,
    /// Whether the score was high enough to assign the topic.
    pub found: bool,
}

/// A term that was found but does not count.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct IgnoredTerm {
    /// The half-open byte range of the term in the source text.
    pub span: Span,
    /// The reason why the term does not count.
    pub reason: IgnoredReason,
}

/// The reason why a term does not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum IgnoredReason {
    /// The term overlaps another term that takes precedence: either a longer term that begins at the same word, or a term that begins
    /// earlier.
    Covered,
    /// The term has no topic. It was added only so that shorter terms inside it do not count.
    Cancels,
}
