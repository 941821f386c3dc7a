//! The result of resolving a phrase.

use chancery_text::{EntityIx, ParticipantKind, Span};

/// The participant to which a phrase refers. The first six fields have the same meaning as in [`Participant`](chancery_text::Participant).
#[derive(Clone, Debug)]
pub(crate) struct Resolved {
    pub(crate) kind: ParticipantKind,
    pub(crate) span: Span,
    pub(crate) entity: Option<EntityIx>,
    pub(crate) of: Option<EntityIx>,
    pub(crate) sector: String,
    pub(crate) members: Vec<EntityIx>,
    /// Whether the participant is a place.
    pub(crate) place: bool,
    /// Whether the phrase only refers back to the subject ("themselves").
    pub(crate) reflexive: bool,
    /// Whether a pronoun or a first-person possessive denotes the participant.
    pub(crate) is_pronoun: bool,
    /// Whether the place after the noun shows the country to which the participant belongs ("residents").
    pub(crate) local: bool,
}

impl Resolved {
    /// Creates a participant of which only the kind and the span are known.
    pub(crate) const fn new(kind: ParticipantKind, span: Span) -> Self {
        Self {
            kind,
            span,
            entity: None,
            of: None,
            sector: String::new(),
            members: Vec::new(),
            place: false,
            reflexive: false,
            is_pronoun: false,
            local: false,
        }
    }

    /// Returns `true` if the participant can act, that is, if it is not a thing or a place.
    pub(crate) fn is_actor(&self) -> bool {
        !matches!(self.kind, ParticipantKind::Thing)
    }
}
