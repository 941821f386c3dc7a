//! Finds the topic of a statement that is directed at nobody.

use crate::resolved::Resolved;
use crate::sides::{self, Place};
use crate::tables::Slot;
use crate::view::View;
use chancery_text::{ClauseKind, ParticipantKind, PhraseKind};

/// If the source owns a thing on the target side, removes the owner from this thing: "Kenya strengthened Kenyan laws" is not an act directed at Kenya.
pub(crate) fn own_things(source: &[Resolved], target: &mut [Resolved]) {
    for who in target.iter_mut().filter(|who| who.kind == ParticipantKind::Thing) {
        if source.iter().any(|source| source.of == who.of) {
            who.of = None;
        }
    }
}

/// Returns the topic of a statement. The topic is read from the clause that the verb or the object of the statement governs: "the Council" in "believe that the
/// Council should be reformed", and "cooperation" in "the importance of strengthening cooperation".
pub(crate) fn topic(view: &View<'_>, place: &Place<'_>, number: u32) -> Vec<Resolved> {
    let child = sides::complement(view, place.sentence, number);
    let slot = match child.map(|child| view.clause(child)) {
        Some(clause) if clause.kind == ClauseKind::Content && !clause.passive => Slot::ComplementSubject,
        Some(clause) if clause.kind != ClauseKind::Infinitive => Slot::ComplementObject,
        Some(_) => return Vec::new(),
        None => {
            let governed = place.object.and_then(|object| sides::governed(view, place.sentence, object));
            let Some(clause) = governed.filter(|clause| view.clause(*clause).kind == ClauseKind::Gerund) else { return Vec::new() };
            return sides::resolved(view, &Place::verb(view, clause), Slot::Object);
        }
    };
    sides::resolved(view, place, slot)
}

/// Whether a verb has no object that can be a topic: it has no object at all, or its object is a time expression or a pronoun.
pub(crate) fn no_topic(view: &View<'_>, place: &Place<'_>) -> bool {
    place.object.is_none_or(|object| matches!(view.phrase(object).kind, PhraseKind::Time | PhraseKind::Pronoun))
}
