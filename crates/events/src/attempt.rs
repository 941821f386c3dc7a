//! The results of trying frames at the verbs of a document, which explain why a frame did or did not produce an event.

use chancery_text::Span;

/// The result of trying a frame at a verb.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Outcome {
    /// The frame matched. It produced an event, or it describes a sense of the word that is not an event.
    Fired,
    /// The verb is not followed by the words of the frame's continuation ("on" in "call on").
    Continuation,
    /// A condition of the frame is not met. The value is the key of this condition in the data file (such as `object`).
    Condition(&'static str),
    /// The frame matched, but another frame was chosen, because it has a longer continuation or more conditions, or because it is equal in
    /// both respects and comes first. The value is the id of the chosen frame.
    Outweighed(String),
    /// The clause has no voice: its verb is an infinitive that no word governs, or the clause only states a purpose ("in order to").
    Ungoverned,
    /// No participant on either side can act.
    NoActor,
    /// The frame is a fallback, and its two sides are not both known, or are the same.
    SidesUnknown,
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
