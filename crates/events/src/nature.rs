//! The kinds of participants that the conditions of frames distinguish (`@actor`, `@place` and so on).

use crate::resolve::resolve;
use crate::resolved::Resolved;
use crate::view::View;
use chancery_text::{EntityClass, ParticipantKind};
use std::cell::Cell;

/// The properties of a phrase that the conditions of frames may require. Each field corresponds to a built-in name such as `@actor`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Nature {
    /// Whether the phrase refers to a participant that can act.
    pub(crate) actor: bool,
    pub(crate) place: bool,
    /// Whether the phrase refers to the speaker, a state or territory, a group of states, an organisation or one of its organs, or somebody who acts for a
    /// government.
    pub(crate) government: bool,
    /// Whether the phrase refers to people who act neither for a state nor for an armed group ("farmers"), or to people named after their state ("Chileans").
    pub(crate) people: bool,
    /// Whether the phrase refers to a person or office in the gazetteer.
    pub(crate) official: bool,
}

/// Returns the properties of the phrase `number`. The view caches them, because they are needed often.
pub(crate) fn nature(view: &View<'_>, number: u32) -> Nature {
    const KNOWN: u8 = 1;
    const ACTOR: u8 = 2;
    const PLACE: u8 = 4;
    const GOVERNMENT: u8 = 8;
    const PEOPLE: u8 = 16;
    const OFFICIAL: u8 = 32;
    let known = view.nature(number).map_or(0, Cell::get);
    let nature = if known == 0 {
        let who = resolve(view, number);
        let bits = [
            (who.is_actor(), ACTOR),
            (who.place, PLACE),
            (governing(view, &who), GOVERNMENT),
            (are_people(view, &who), PEOPLE),
            (is_official(view, &who), OFFICIAL),
        ];
        let found = bits.into_iter().filter(|(holds, _)| *holds).fold(KNOWN, |all, (_, bit)| all | bit);
        if let Some(cell) = view.nature(number) {
            cell.set(found);
        }
        found
    } else {
        known
    };
    let has = |bit: u8| nature & bit != 0;
    Nature { actor: has(ACTOR), place: has(PLACE), government: has(GOVERNMENT), people: has(PEOPLE), official: has(OFFICIAL) }
}

/// Returns `true` if a participant is a person or the holder of an office in the gazetteer.
fn is_official(view: &View<'_>, who: &Resolved) -> bool {
    let person = who.entity.is_some_and(|entity| matches!(view.catalog.class(entity), EntityClass::Person | EntityClass::Office));
    person && who.is_actor()
}

/// Returns `true` if a participant is a group of people. They act neither for a state nor for an armed group ("farmers"), or are named after their state
/// ("Chileans").
fn are_people(view: &View<'_>, who: &Resolved) -> bool {
    let demonym = who.sector.is_empty() && who.of.is_some();
    who.kind == ParticipantKind::Noun && (demonym || view.tables.people_sectors.contains(&who.sector))
}

/// Returns `true` if a participant is the speaker, a state or territory, a group of states, an organisation or one of its organs, or somebody who acts for a
/// government.
fn governing(view: &View<'_>, who: &Resolved) -> bool {
    let class = who.entity.map(|entity| view.catalog.class(entity));
    let body = class
        .is_some_and(|class| class.is_country() || matches!(class, EntityClass::Grouping | EntityClass::Organisation | EntityClass::Organ));
    who.kind == ParticipantKind::Speaker || body || who.is_actor() && who.sector == view.tables.government
}
