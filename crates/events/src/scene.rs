//! Assigns a target whose state is unknown to the country where the act happened.

use crate::country::country_of_place;
use crate::cue::Cue;
use crate::inside::inside;
use crate::place::{Place, belongs};
use crate::resolved::Resolved;
use crate::view::View;
use chancery_text::{ClauseKind, EntityIx, ParticipantKind};

/// Assigns a target whose state is unknown to the country where the act happened: Ukraine in "hit a block of flats in Kharkiv", Nigeria in "abducted girls in
/// northern Nigeria".
pub(crate) fn place_target(view: &View<'_>, place: &Place<'_>, target: &mut [Resolved]) {
    let known = |who: &Resolved| who.of.is_some() || who.entity.is_some() || !who.members.is_empty();
    if target.iter().any(known) {
        return;
    }
    let Some(unknown) = target.iter_mut().find(|who| matches!(who.kind, ParticipantKind::Thing) || who.local) else { return };
    let Some((number, _)) = place.clause else { return };
    unknown.of = scene(view, place, number).or_else(|| {
        // If a participle clause names no place, the place in its parent clause is used: "A bomb exploded outside a mosque in Baghdad, killing 12 people."
        let clause = view.clause(number);
        let above = clause.parent.filter(|_| clause.kind == ClauseKind::Participle && clause.governor.is_none())?;
        scene(view, &Place::verb(view, above), above)
    });
}

/// Returns the country of the first place after the verb of the clause `number`. A place after the next verb belongs to that verb and is not considered.
fn scene(view: &View<'_>, place: &Place<'_>, number: u32) -> Option<EntityIx> {
    let clause = view.clause(number);
    let next =
        view.clauses_near(place.sentence, clause.head).find(|(_, next)| next.head > clause.head).map_or(u32::MAX, |(_, next)| next.head);
    let mut links = view.prepositions_near(place.sentence, clause.verb.end).iter();
    links.find_map(|link| {
        let own = belongs(view, link, number) || link.after.is_some_and(|after| in_object(view, place, after));
        let near = link.preposition >= clause.verb.end && link.preposition < next && own && view.is(link.preposition, Cue::Where);
        near.then(|| country_of_place(view, link.phrase))?
    })
}

/// Returns `true` if a phrase is the object of the verb or part of this object.
fn in_object(view: &View<'_>, place: &Place<'_>, phrase: u32) -> bool {
    let Some(object) = place.object else { return false };
    object == phrase || inside(view, place.sentence, Some(object)).iter().any(|(_, inner)| *inner == phrase)
}
