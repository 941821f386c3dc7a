//! What became of each frame at each of its verbs and nouns, for explanations.

use chancery_text::Span;

/// What became of a frame at a verb or noun.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Outcome {
    /// It made the event, or is a sense that is no event.
    Fired,
    /// The words that continue the verb are missing.
    Continuation,
    /// A condition does not hold; its key in the data file.
    Condition(&'static str),
    /// Another frame, by its id, has more conditions that hold, or comes first.
    Outweighed(String),
    /// No word governs the infinitive.
    Ungoverned,
    /// Nobody on its sides can act.
    NoActor,
}

/// A frame at a verb or noun.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Attempt {
    /// The id of the frame.
    pub frame: String,
    /// Bytes of the source, half-open: the verb or noun.
    pub trigger: Span,
    /// What became of it.
    pub outcome: Outcome,
}

impl Attempt {
    pub(crate) fn new(frame: &str, trigger: Span, outcome: Outcome) -> Self {
        Self { frame: frame.to_owned(), trigger, outcome }
    }
}
