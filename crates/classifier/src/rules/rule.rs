//! Rules as data gives them, and what becomes of them at a trigger.

use chancery_text::Span;

/// A word or phrase that a rule looks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trigger {
    /// As it is written.
    pub text: String,
    /// The form of its verb (`base`, `s`, `ing`, `past`, `part`); empty where it has none.
    pub form: String,
}

/// A rule.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Rule {
    /// Id, told with each event.
    pub id: String,
    /// What the verb says: a PLOVER class.
    pub act: String,
    /// What it looks for.
    pub triggers: Vec<Trigger>,
    /// Patterns, tried in order; see the crate's documentation.
    pub patterns: Vec<String>,
    /// Whether several sources without a target act on one another.
    pub reciprocal: bool,
    /// Words that may not stand in the sentence.
    pub unless: Vec<String>,
    /// Areas or topics of which one must have been found in the sentence ([`is_topic`](crate::is_topic)); none: all will do.
    pub topics: Vec<String>,
    /// Kinds of blocks in which it may fire (`paragraph`, `heading`, `list-item`); none: all.
    pub blocks: Vec<String>,
    /// Of several rules that fit one trigger the heaviest makes the event.
    pub weight: f32,
    /// Most tokens of a gap.
    pub gap: u16,
}

impl Rule {
    /// A rule without triggers and patterns, weight 1, gap 8.
    #[must_use]
    pub fn new(id: impl Into<String>, act: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            act: act.into(),
            triggers: Vec::new(),
            patterns: Vec::new(),
            reciprocal: false,
            unless: Vec::new(),
            topics: Vec::new(),
            blocks: Vec::new(),
            weight: 1.0,
            gap: 8,
        }
    }
}

/// What became of a rule at one of its triggers.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Attempt {
    /// The rule.
    pub rule: String,
    /// Where its trigger stands.
    pub trigger: Span,
    /// What came of it.
    pub outcome: Outcome,
}

/// What came of an attempt.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Outcome {
    /// It made an event: what filled its slots.
    Fired(Vec<(String, Vec<Span>)>),
    /// It fitted, and a heavier rule made the event.
    Outweighed(String),
    /// A part of a pattern found nothing to fit.
    Missing {
        /// The pattern that was tried last.
        pattern: String,
        /// The part that failed.
        part: String,
    },
    /// A word that excludes it stands in the sentence.
    Excluded(String),
    /// It may not fire in blocks of this kind.
    Block(String),
    /// None of its topics was found in the sentence.
    Topic,
    /// Its trigger is an infinitive, and no word before it tells in what voice it is said.
    Ungoverned,
}
