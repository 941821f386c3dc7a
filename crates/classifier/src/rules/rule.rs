//! The types of the rules that callers add to a classifier builder.

/// A word or phrase at which a rule is tried.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trigger {
    /// The word or phrase.
    pub text: String,
    /// The verb form of the text (`base`, `s`, `ing`, `past`, `part`). Empty if the trigger is not a verb.
    pub form: String,
}

/// A rule that finds events. One of its patterns must match the words around one of its triggers.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Rule {
    /// The id of the rule, which is recorded with each event that the rule produces.
    pub id: String,
    /// The act that the triggers express, as a class of PLOVER (a classification of political events).
    pub act: String,
    /// The words and phrases at which the rule is tried.
    pub triggers: Vec<Trigger>,
    /// Patterns, tried in order; the crate's documentation describes the syntax.
    pub patterns: Vec<String>,
    /// Whether the act is mutual ("Kenya and Uganda met"). If a pattern of such a rule finds several sources and no target, the sources are also the targets.
    pub reciprocal: bool,
    /// The rule does not apply if the sentence contains one of these words.
    pub unless: Vec<String>,
    /// Topics or areas of topics (see [`is_topic`](crate::is_topic)). The rule applies only in sentences that have at least one of
    /// them. If the list is empty, the rule applies in every sentence.
    pub topics: Vec<String>,
    /// Kinds of blocks in which the rule applies (`paragraph`, `heading`, `list-item`). If the list is empty, the rule applies in all
    /// kinds.
    pub blocks: Vec<String>,
    /// The weight of the rule. If several rules match at the same trigger, the rule with the highest weight produces the event.
    pub weight: f32,
    /// The maximum number of tokens that a gap without a number (`...`) may match. A whole name counts as one token.
    pub gap: u16,
}

impl Rule {
    /// Creates a rule with weight 1 and gap 8, but without triggers or patterns.
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
