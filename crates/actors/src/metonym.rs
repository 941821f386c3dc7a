//! Capitals and seats of government, where the text speaks of them as of a government.

use crate::lexicon::Class;
use crate::view::View;
use chancery_text::{Actor, ActorCue, ActorKind, Relation, RelationKind};

/// Most capitals that share a verb, but one.
const LIST: usize = 5;
/// Sector of a government.
pub(crate) const GOVERNMENT: &str = "GOV";

impl View<'_> {
    pub(crate) fn seats(&self, actors: &mut Vec<Actor>) {
        for number in 0..self.places.len() {
            if self.is_adjective(number) {
                continue;
            }
            let entity = self.mention(number).entity;
            let capital = self.capital_of(entity);
            let seat = self.relations(entity, RelationKind::Metonym).find(|relation| self.holds(relation));
            let of: Option<&Relation> = match (capital, seat) {
                (Some(capital), _) if self.acts(number) => Some(capital),
                // The Kremlin is a government unless somebody is in it.
                (None, Some(seat)) if !self.is_place(number) && !self.is_building(number) => Some(seat),
                _ => None,
            };
            let Some(of) = of else { continue };
            let (first, end) = self.places[number];
            let mut actor = self.actor(ActorKind::Metonym, ActorCue::Use, first..end, Some(number), Some(number));
            actor.entity = Some(entity);
            actor.of = Some(of.of);
            actor.sector = GOVERNMENT.to_owned();
            actors.push(actor);
        }
    }

    pub(crate) fn is_place(&self, number: usize) -> bool {
        let (first, _) = self.places[number];
        self.before(self.skip_back(first, &[Class::Article]), Class::Place).is_some()
    }

    /// Whether a building is named as one: "the Pentagon in Washington".
    fn is_building(&self, number: usize) -> bool {
        let (_, end) = self.places[number];
        self.at(end, Class::Place).is_some_and(|(behind, _)| self.starting(behind).is_some_and(|other| self.kind(other) == "city"))
    }

    /// Whether a place is spoken of as of somebody who acts.
    fn acts(&self, number: usize) -> bool {
        let (first, end) = self.places[number];
        if self.is_place(number) {
            return false;
        }
        if self.before(first, Class::Source).is_some() {
            return true;
        }
        if self.possessive(number) {
            return self.at(self.skip(end, &[Class::Modifier]), Class::Stance).is_some();
        }
        // "talks between Tehran and Washington", "relations with Moscow"; "the road between" is none.
        let dealing = |before: usize| self.before(self.skip_back(before, &[Class::Modifier]), Class::Dealing).is_some();
        if self.before(first, Class::With).is_some_and(|(with, _)| dealing(with)) {
            return true;
        }
        let pair = match self.before(first, Class::Between) {
            Some((between, _)) => dealing(between),
            None => {
                let partner = self.before(first, Class::Join).and_then(|(join, _)| self.ending(join));
                partner
                    .is_some_and(|partner| self.before(self.places[partner].0, Class::Between).is_some_and(|(between, _)| dealing(between)))
            }
        };
        pair || self.says(number, end)
    }

    /// "Beijing said", "Moscow has rejected", "Moscow and Beijing agreed". A place at the end of a phrase that goes on before it has no verb of its own.
    fn says(&self, number: usize, end: usize) -> bool {
        let (first, _) = self.places[number];
        let of = self.skip_back(first, &[Class::Article]);
        if self.before(of, Class::Of).is_some() || self.before(of, Class::With).is_some() {
            return false;
        }
        if self.at(self.skip(end, &[Class::Auxiliary]), Class::Say).is_some() {
            return true;
        }
        // "Paris, Berlin and Warsaw agreed".
        let mut end = end;
        for _ in 0..LIST {
            let comma = end + usize::from(self.is_mark(end, &[",", "、"]));
            let behind = self.at(comma, Class::Join).map_or(comma, |(join, _)| join);
            let Some(partner) = self.starting(behind).filter(|&partner| behind > end && self.kind(partner) == "city") else {
                return false;
            };
            end = self.places[partner].1;
            if self.at(self.skip(end, &[Class::Auxiliary]), Class::Say).is_some() {
                return true;
            }
        }
        false
    }
}
