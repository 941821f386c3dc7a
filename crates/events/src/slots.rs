//! Chooses the participants on one side of an act. A slot is a part of the clause in which a frame looks for a side.

use crate::place::Place;
use crate::resolved::Resolved;
use crate::sides;
use crate::tables::Slot;
use crate::view::View;
use chancery_text::ParticipantKind;

/// Returns `true` if a participant is the speaker, or if its entity, its state or its organisation is known.
fn is_known(who: &&Resolved) -> bool {
    who.of.is_some() || who.entity.is_some() || who.kind == ParticipantKind::Speaker
}

/// Returns `true` if two known participants are, or belong to, different states or organisations.
fn differ(one: &Resolved, other: &Resolved) -> bool {
    other.of != one.of || other.of.is_none() && other.entity != one.entity
}

/// Returns `true` if at least two different states or organisations act together. The speaker counts as one of them.
pub(crate) fn act_together(source: &[Resolved]) -> bool {
    let mut known = source.iter().filter(|who| who.is_actor()).filter(is_known);
    let several = source.iter().any(|who| who.is_actor() && who.members.len() > 1);
    several
        || known.next().is_some_and(|first| known.any(|other| other.of != first.of || other.of.is_none() && other.entity != first.entity))
}

/// Returns `true` if both sides of an act contain known participants, and these belong to different states or organisations. The speaker counts as known.
pub(crate) fn between_known(source: &[Resolved], target: &[Resolved]) -> bool {
    let others = |who: &Resolved| target.iter().filter(is_known).any(|other| differ(who, other));
    source.iter().filter(|who| who.is_actor()).filter(is_known).any(others)
}

/// Returns the participants on one side of an act. They come from the first slot that contains a participant that can act or, if there is none, from the first slot
/// that contains any participant.
pub(crate) fn first(view: &View<'_>, place: &Place<'_>, slots: &[Slot]) -> Vec<Resolved> {
    first_without_speaker(view, place, slots, false)
}

/// Like [`first`], but leaves out the speaker if `speaks` is `true`. Pass `true` if the speaker is already the source of the act, as in "I renew the support of
/// my country for Mali". There, "my country" must not become the target.
pub(crate) fn first_without_speaker(view: &View<'_>, place: &Place<'_>, slots: &[Slot], speaks: bool) -> Vec<Resolved> {
    let mut first = Vec::new();
    for slot in slots {
        let mut all = sides::resolved(view, place, *slot);
        // As an object, the people and bodies of the speaker's state are not the speaker: "We urge our citizens", "liberated the Kenyans". Elsewhere, they are
        // treated as the speaker: "the gratitude of our people".
        let direct = matches!(slot, Slot::Object | Slot::Indirect | Slot::Preposition(_));
        let itself = |who: &Resolved| who.entity.is_some() && who.entity == who.of || who.kind == ParticipantKind::Thing;
        let state = |who: &Resolved| !direct || itself(who);
        let speaker = |who: &Resolved| {
            who.kind == ParticipantKind::Speaker || who.of.is_some() && who.of == view.doc.metadata.speaker_entity && state(who)
        };
        all.retain(|who| !(speaks && speaker(who)));
        // A thing from an earlier slot is preferred to an unknown name after a preposition: "the ruling" to "Badme" in "refused the ruling on Badme".
        let vague = |who: &Resolved| who.kind == ParticipantKind::Unknown && who.sector.is_empty() && who.of.is_none() && !who.is_pronoun;
        let aside = match slot {
            Slot::Preposition(_) | Slot::ComplementPreposition(_) => true,
            Slot::ObjectPreposition(key) => *key != view.tables.of && *key != view.tables.agent,
            _ => false,
        };
        let weak = aside && !first.is_empty() && all.iter().all(|who| vague(who) || !who.is_actor());
        if !weak && all.iter().any(Resolved::is_actor) {
            return all;
        }
        if first.is_empty() {
            first = all;
        }
    }
    first
}
