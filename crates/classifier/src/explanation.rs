//! The decisions of a run, as the recorder keeps them.

use chancery_text::{Scope, Span};
use std::sync::Arc;

/// Everything that a run decided about rules and topics.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Explanation {
    /// Each rule at each place where one of its triggers was tried, in the order of the run.
    pub attempts: Vec<Attempt>,
    /// Each topic that had a term in a sentence, section or the document.
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

/// What became of a rule at a trigger.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Outcome {
    /// It made an event. The slots and the names or times that filled them.
    Fired(Vec<(String, Vec<Span>)>),
    /// It fitted, but this rule, which is heavier or comes earlier, made the event.
    Outweighed(String),
    /// No pattern fitted.
    Missing {
        /// The last pattern that was tried in the form of the trigger; else the first one.
        pattern: String,
        /// The part of it that failed.
        part: String,
    },
    /// The sentence contains this word, which excludes the rule.
    Excluded(String),
    /// The rule does not apply in blocks of this kind.
    Block(String),
    /// The sentence has none of the rule's topics.
    Topic,
    /// The trigger is an infinitive, and no word before it says in which modality.
    Ungoverned,
}

/// A topic with its terms in one part of the text.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TopicAttempt {
    /// Bytes of the sentence, section or document.
    pub span: Span,
    /// Which of them it is.
    pub scope: Scope,
    /// The topic.
    pub label: Arc<str>,
    /// Sum of the weights of its terms.
    pub score: f32,
    /// Whether the score was high enough.
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
    /// It is a phrase that only keeps the terms inside it from counting.
    Cancels,
}
