//! Finds names of capitals and seats of government that stand for a government ("Beijing said").

use crate::class::Class;
use crate::view::View;
use chancery_text::{Actor, ActorCue, ActorKind, EntityClass, Relation, RelationKind};

/// The maximum number of cities that may follow the first city in a list of subjects of the same verb.
const LIST: usize = 5;

impl View<'_> {
    /// Adds an actor for each place name that stands for a government.
    pub(crate) fn metonyms(&self, actors: &mut Vec<Actor>) {
        for number in 0..self.places.len() {
            if self.is_adjective(number) {
                continue;
            }
            let entity = self.mention(number).entity;
            let capital = self.capital_of(entity);
            let metonym = self.relations(entity, RelationKind::Metonym).find(|relation| self.holds(relation));
            let of: Option<&Relation> = match (capital, metonym) {
                (Some(capital), _) if self.acts(number) => Some(capital),
                // "The Kremlin" is a government, but "in the Kremlin" is a place.
                (None, Some(metonym)) if !self.is_place(number) && !self.is_building(number) => Some(metonym),
                _ => None,
            };
            let Some(of) = of else { continue };
            let (first, end) = self.places[number];
            let mut actor = self.actor(ActorKind::Metonym, ActorCue::Use, first..end, Some(number), Some(number));
            actor.entity = Some(entity);
            actor.of = Some(of.of);
            actor.sector = self.tables.government_sector.clone();
            actors.push(actor);
        }
    }

    /// Returns `true` if a preposition of place precedes the mention `number` ("in Washington").
    pub(crate) fn is_place(&self, number: usize) -> bool {
        let (first, _) = self.places[number];
        self.before(self.skip_back(first, &[Class::Article]), Class::Place).is_some()
    }

    /// Returns `true` if the mention `number` refers to a building and not to a government: "the Pentagon in
    /// Washington".
    fn is_building(&self, number: usize) -> bool {
        let (_, end) = self.places[number];
        self.at(end, Class::Place)
            .is_some_and(|(behind, _)| self.starting(behind).is_some_and(|other| self.class(other) == EntityClass::City))
    }

    /// Returns `true` if the words around the mention `number`, the name of a capital, show that it stands for a
    /// government.
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
        // A noun for dealings must come before "between" or "with": "talks between Tehran and Washington", "relations with Moscow". In "the road between",
        // there is no such noun.
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

    /// Returns `true` if the place named by the mention `number` is the subject of a verb of the class [`Say`](Class::Say): "Beijing said", "Moscow has
    /// rejected", "Moscow and Beijing agreed". `end` is the index of the token after the mention. The result is `false` if the name is the end of a longer
    /// phrase ("the embassy of Moscow said").
    fn says(&self, number: usize, end: usize) -> bool {
        let (first, _) = self.places[number];
        let of = self.skip_back(first, &[Class::Article]);
        if self.before(of, Class::Of).is_some() || self.before(of, Class::With).is_some() {
            return false;
        }
        if self.at(self.skip(end, &[Class::Auxiliary]), Class::Say).is_some() {
            return true;
        }
        // Several cities may be subjects of the same verb: "Paris, Berlin and Warsaw agreed".
        let mut end = end;
        for _ in 0..LIST {
            let comma = end + usize::from(self.is_mark(end, &[",", "、"]));
            let behind = self.at(comma, Class::Join).map_or(comma, |(join, _)| join);
            let Some(partner) = self.starting(behind).filter(|&partner| behind > end && self.class(partner) == EntityClass::City) else {
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
