//! The outcome of trying a frame at one of its verbs. Used for explanations.

use chancery_text::Span;

/// The outcome of trying a frame at a verb.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Outcome {
    /// The frame produced the event, or it matched but describes a sense of the word that is not an event.
    Fired,
    /// The verb is not followed by the words of the frame's continuation ("on" in "call on").
    Continuation,
    /// A condition does not hold. The value is the key of this condition in the data file.
    Condition(&'static str),
    /// Another frame was chosen, because more of its conditions hold or because it comes first. The value is the id of that frame.
    Outweighed(String),
    /// The verb is an infinitive that no word governs, so its voice is unknown.
    Ungoverned,
    /// No participant on either side can act.
    NoActor,
}

/// A frame that was tried at a verb.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Attempt {
    /// The id of the frame.
    pub frame: String,
    /// The byte range of the verb in the source text, half-open.
    pub trigger: Span,
    /// The result.
    pub outcome: Outcome,
}

impl Attempt {
    pub(crate) fn new(frame: &str, trigger: Span, outcome: Outcome) -> Self {
        Self { frame: frame.to_owned(), trigger, outcome }
    }
}
