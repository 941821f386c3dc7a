//! The input of the steps that complete the target of a statement.

use crate::place::Place;
use crate::resolved::Resolved;
use crate::sides;
use crate::tables::CompiledFrame;
use crate::view::View;
use chancery_text::{ClauseKind, ParticipantKind, PhraseKind};

/// A statement, that is, an act that is performed by words ("welcomed", "noted").
#[derive(Clone, Copy)]
pub(crate) struct Statement<'s, 'v> {
    pub(crate) view: &'s View<'v>,
    pub(crate) place: &'s Place<'v>,
    /// The index of the clause of the statement.
    pub(crate) number: u32,
    pub(crate) frame: &'s CompiledFrame,
    pub(crate) source: &'s [Resolved],
}

impl Statement<'_, '_> {
    /// Returns `true` if a participant is the source of the statement.
    pub(super) fn is_source(&self, who: &Resolved) -> bool {
        self.source.iter().any(|source| source.span == who.span)
    }

    /// Returns `true` if a participant can be the topic of the statement. It must not be a pronoun, the speaker, the source, or the state or organisation of
    /// the source. In a speech by Kenya, for example, Kenya is not the topic of "I stress that Kenya regards this as vital".
    pub(super) fn names(&self, who: &Resolved) -> bool {
        let own = who.entity.is_some() && self.source.iter().any(|source| source.of == who.entity);
        !who.is_pronoun && who.kind != ParticipantKind::Speaker && !self.is_source(who) && !own
    }

    /// Returns `true` if `found` is not empty and all its participants can be topics.
    pub(super) fn all_named(&self, found: &[Resolved]) -> bool {
        !found.is_empty() && found.iter().all(|who| self.names(who))
    }

    /// Returns the clause that the verb of the statement governs.
    pub(super) fn complement(&self) -> Option<u32> {
        sides::complement(self.view, self.place.sentence, self.number)
    }

    /// Returns the content clause of the statement ("that we should" in "believe that we should").
    pub(super) fn content(&self) -> Option<u32> {
        self.complement().filter(|child| self.view.clause(*child).kind == ClauseKind::Content)
    }

    /// Returns `true` if the verb has no object that can be a topic: it has no object at all, or its object is a time expression or a pronoun.
    pub(super) fn no_topic(&self) -> bool {
        no_topic(self.view, self.place)
    }
}

/// Returns `true` if the verb at `place` has no object that can be a topic: it has no object at all, or its object is a time expression or a pronoun.
pub(super) fn no_topic(view: &View<'_>, place: &Place<'_>) -> bool {
    place.object.is_none_or(|object| matches!(view.phrase(object).kind, PhraseKind::Time | PhraseKind::Pronoun))
}
