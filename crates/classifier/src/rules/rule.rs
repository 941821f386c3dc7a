//! Rules as they come from data.

/// A word or phrase at which a rule is tried.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trigger {
    /// The word or phrase, as it is written.
    pub text: String,
    /// The form of the verb (`base`, `s`, `ing`, `past`, `part`); empty if the trigger is not a verb.
    pub form: String,
}

/// A rule for events: triggers, and patterns around them.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Rule {
    /// Id, recorded with each event.
    pub id: String,
    /// The act that the triggers express, as a class of PLOVER (a classification of political events).
    pub act: String,
    /// The words and phrases at which the rule is tried.
    pub triggers: Vec<Trigger>,
    /// Patterns, tried in order; the crate's documentation describes the syntax.
    pub patterns: Vec<String>,
    /// Whether several sources act on each other if there is no target.
    pub reciprocal: bool,
    /// Words that exclude the rule if they occur in the sentence.
    pub unless: Vec<String>,
    /// Areas or topics ([`is_topic`](crate::is_topic)), one of which the sentence must have. If empty, any sentence will do.
    pub topics: Vec<String>,
    /// Kinds of blocks in which the rule may fire (`paragraph`, `heading`, `list-item`). If empty, it may fire in any kind.
    pub blocks: Vec<String>,
    /// If several rules fit at a trigger, the rule with the highest weight makes the event.
    pub weight: f32,
    /// The maximum length in tokens of a gap that is written without a number (`...`).
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
