//! Rules in the form in which they are added to the builder.

/// A word or phrase at which a rule is tried.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trigger {
    /// The word or phrase.
    pub text: String,
    /// The form of the verb (`base`, `s`, `ing`, `past`, `part`); empty if the trigger is not a verb.
    pub form: String,
}

/// A rule for events. It has triggers, and patterns that the words around a trigger must match.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Rule {
    /// Id. It is recorded with each event of the rule.
    pub id: String,
    /// The act that the triggers express, as a class of PLOVER (a classification of political events).
    pub act: String,
    /// The words and phrases at which the rule is tried.
    pub triggers: Vec<Trigger>,
    /// Patterns, tried in order; the crate's documentation describes the syntax.
    pub patterns: Vec<String>,
    /// Whether the sources are also the targets if a pattern finds several sources and no target.
    pub reciprocal: bool,
    /// Words that exclude the rule if they occur in the sentence.
    pub unless: Vec<String>,
    /// Topics, or areas of topics (see [`is_topic`](crate::is_topic)). The sentence must have at least one of them. If the list is empty,
    /// the rule applies in every sentence.
    pub topics: Vec<String>,
    /// Kinds of blocks in which the rule applies (`paragraph`, `heading`, `list-item`). If the list is empty, the rule applies in all
    /// kinds.
    pub blocks: Vec<String>,
    /// If several rules fit at a trigger, the rule with the highest weight produces the event.
    pub weight: f32,
    /// The maximum length of a gap that is written without a number (`...`), in tokens. A whole name counts as one token.
    pub gap: u16,
}

impl Rule {
    /// Creates a rule without triggers and patterns, with weight 1 and gap 8.
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
