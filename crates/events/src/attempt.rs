//! The outcome of each frame at each of its verbs and nouns, for explanations.

use chancery_text::Span;

/// The outcome of a frame at a verb or noun.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Outcome {
    /// The frame produced the event, or it describes a sense that is not an event.
    Fired,
    /// The words that continue the verb are missing.
    Continuation,
    /// A condition does not hold. The value is its key in the data file.
    Condition(&'static str),
    /// Another frame won, because more of its conditions hold or because it comes first. The value is its id.
    Outweighed(String),
    /// No word governs the infinitive.
    Ungoverned,
    /// Neither side has anybody who can act.
    NoActor,
}

/// A frame at a verb or noun.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Attempt {
    /// The id of the frame.
    pub frame: String,
    /// The verb or noun: bytes of the source, half-open.
    pub trigger: Span,
    /// The outcome.
    pub outcome: Outcome,
}

impl Attempt {
    pub(crate) fn new(frame: &str, trigger: Span, outcome: Outcome) -> Self {
        Self { frame: frame.to_owned(), trigger, outcome }
    }
}
