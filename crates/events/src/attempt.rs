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
    /// The frame matched, but a better frame was chosen (see [`EventCoderBuilder::frame`](crate::EventCoderBuilder::frame)). The value is the id of the chosen
    /// frame.
    Outweighed(String),
    /// The clause does not say whether its act is done, planned, denied and so on, because its verb is an infinitive that no word governs, or because the
    /// clause only states a purpose ("in order to").
    Ungoverned,
    /// No participant that can act, such as a state or a person, was found on the side where one is needed. This side is usually the source of the event.
    NoActor,
    /// The frame is a fallback (a frame for verbs that no other frame fits), and the source or target of its event is unknown, or both are the same.
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
