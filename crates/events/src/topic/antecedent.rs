//! Finds the noun that a relative clause modifies, as the topic of a statement.

use crate::cue::Cue;
use crate::place::Place;
use crate::resolve::resolve;
use crate::resolved::Resolved;
use crate::sides;
use crate::view::View;
use chancery_text::ParticipantKind;

/// Returns the noun that a relative clause modifies, if the relative pronoun follows a preposition and the noun is a thing: "the decisions" in "the decisions with
/// which we agree". Nouns that only say how or under which circumstances somebody acts are left out ("the spirit in which we act").
pub(super) fn antecedent(view: &View<'_>, place: &Place<'_>) -> Vec<Resolved> {
    let Some(phrase) = sides::relative_antecedent(view, place) else { return Vec::new() };
    let mut found = vec![resolve(view, phrase)];
    found.retain(|who| who.kind == ParticipantKind::Thing && !who.place && !view.is(view.phrase(phrase).head, Cue::Setting));
    found
}
