//! The decisions of a run, as the recorder keeps them.

use chancery_text::{Scope, Span};
use std::sync::Arc;

/// Everything that a run decided about rules and topics.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Explanation {
    /// An attempt for each rule at each place where one of its triggers was tried, in the order of the run.
    pub attempts: Vec<Attempt>,
    /// The score of each topic in each sentence and section that contains a term of the topic, and in the document.
    pub topics: Vec<TopicAttempt>,
    /// Each term that was found but does not count.
    pub ignored_terms: Vec<IgnoredTerm>,
}

/// A rule at one of its triggers.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Attempt {
    /// Id of the rule.
    pub rule: String,
    /// Bytes of the trigger.
    pub trigger: Span,
    /// The decision.
    pub outcome: Outcome,
}

/// The result of trying a rule at a trigger.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Outcome {
    /// The rule made an event. These are its slots, each with the names or times that filled it.
    Fired(Vec<(String, Vec<Span>)>),
    /// The rule fitted, but the rule with this id made the event, because it has a higher weight or was added earlier.
    Outweighed(String),
    /// No pattern fitted.
    Missing {
        /// The last of the patterns that allow the form of the trigger; if there is none, the first pattern of the rule.
        pattern: String,
        /// The part of the pattern that failed.
        part: String,
    },
    /// The sentence contains this word, which excludes the rule.
    Excluded(String),
    /// The rule does not apply in blocks of this kind.
    Block(String),
    /// The sentence has none of the rule's topics.
    Topic,
    /// The trigger is an infinitive, and no word before it governs it, so its modality is unknown.
    Ungoverned,
}

/// The score of a topic in one part of the text.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TopicAttempt {
    /// Bytes of the sentence, section or document.
    pub span: Span,
    /// Whether the span is a sentence, a section or the document.
    pub scope: Scope,
    /// The topic.
    pub label: Arc<str>,
    /// Sum of the weights of its terms.
    pub score: f32,
    /// Whether the score was high enough for the text to have the topic.
    pub found: bool,
}

/// A term that was found but does not count.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct IgnoredTerm {
    /// Bytes of the term.
    pub span: Span,
    /// Why it does not count.
    pub reason: IgnoredReason,
}

/// Why a term does not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum IgnoredReason {
    /// A longer term, or one that begins earlier, covers it.
    Covered,
    /// It is a phrase that has no topic and only keeps the terms inside it from counting.
    Cancels,
}
