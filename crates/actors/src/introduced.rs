//! Common nouns that refer to states that the document has already named: "the two sides", "the Parties", "Member States".

use crate::class::Class;
use crate::view::View;
use chancery_text::{Actor, ActorCue, ActorKind, EntityClass, EntityIx, Form, Reference, RelationKind};
use std::collections::BTreeMap;
use std::ops::Range;

/// The number of earlier sentences that are searched for the states to which "the two sides" refers.
const BACK: usize = 1;
/// The number of sentences at the start of the document that are searched for the first occurrence of "Parties". If the word first occurs later, the parties of
/// the document are treated as unknown.
const OPENING: usize = 8;

impl View<'_> {
    /// Adds to `actors` the group of states to which the mention `number` refers, if the members of the group can be determined. The mention is a common noun
    /// ("the Parties"), and `refers` is the kind of reference.
    pub(crate) fn introduced(&self, number: usize, refers: Reference, actors: &mut Vec<Actor>) {
        let (first, end) = self.places[number];
        let sentence = self.mention(number).sentence.get();
        // "each Party" and "a Member State" mean only one of the states.
        if self.before(end, Class::Single).is_some() || self.only_some(&(first..end), true) {
            return;
        }
        let (members, of) = match refers {
            Reference::Two => (self.two_before(number, sentence).or_else(|| self.parties().filter(|parties| parties.len() == 2)), None),
            Reference::Parties => (self.parties(), None),
            Reference::Members if self.before(self.skip_back(first, &[Class::Modifier]), Class::Number).is_some() => return,
            // If the organisation in "member States of …" is unknown, its members are unknown too.
            Reference::Members if self.at(end, Class::Of).is_some() && self.body_beside(number).is_none() => return,
            Reference::Members => match self.body_beside(number).or_else(|| self.body_in_focus(number, sentence)) {
                Some(body) => (Some(self.members(body)), Some(body)),
                None => return,
            },
            _ => return,
        };
        let Some(members) = members else { return };
        let mut actor = self.actor(ActorKind::Group, ActorCue::Introduced, first..end, Some(number), Some(number));
        actor.entity = actor.of.take();
        actor.of = of;
        actor.members = members;
        actors.push(actor);
    }

    /// Returns the two states that are named before the mention `number` in the same sentence. If fewer than two are named there, searches the [`BACK`]
    /// preceding sentences, nearest first, for one that names at least two states. Returns `None` if there is no such sentence, or if more than two states are
    /// named.
    fn two_before(&self, number: usize, sentence: usize) -> Option<Vec<EntityIx>> {
        let here = self.states(self.of_sentence(sentence).start..number);
        if here.len() >= 2 {
            return (here.len() == 2).then_some(here);
        }
        let before = (sentence.saturating_sub(BACK)..sentence).rev().map(|at| self.states(self.of_sentence(at)));
        before.filter(|states| states.len() > 1).map(|states| (states.len() == 2).then_some(states)).next().flatten()
    }

    /// Returns the states that the document names before the first occurrence of "Parties". Returns `None` if there are fewer than two such states, or if this
    /// occurrence is not in the first [`OPENING`] sentences.
    fn parties(&self) -> Option<Vec<EntityIx>> {
        self.parties.get_or_init(|| self.opening_states()).clone()
    }

    fn opening_states(&self) -> Option<Vec<EntityIx>> {
        let parties = |number: &usize| self.info(*number).refers == Some(Reference::Parties);
        let first = (0..self.places.len()).find(parties)?;
        let sentence = self.mention(first).sentence.get();
        let states = self.states(0..first);
        (sentence < OPENING && states.len() >= 2).then_some(states)
    }

    /// Returns the organisation or other body with members that is named directly after or before the mention `number`: "member States of the European
    /// Community", "the Community's member States".
    fn body_beside(&self, number: usize) -> Option<EntityIx> {
        let (first, end) = self.places[number];
        let owner = self.possessors_after(end, false, false).or_else(|| self.possessors_before(first, true))?.names.first().copied()?;
        let owner = self.mention(owner).entity;
        (self.catalog.class(owner) == EntityClass::Organisation || !self.members(owner).is_empty()).then_some(owner)
    }

    /// Returns the last organisation with known members that is named before the mention `number` in the same sentence. If there is none, returns the
    /// organisation that the document names most often.
    fn body_in_focus(&self, number: usize, sentence: usize) -> Option<EntityIx> {
        let here = (self.of_sentence(sentence).start..number).rev().filter(|&at| self.class(at) == EntityClass::Organisation);
        let known = here.map(|at| self.mention(at).entity).find(|body| self.relations(*body, RelationKind::Member).next().is_some());
        known.or_else(|| *self.named_most.get_or_init(|| self.body_named_most()))
    }

    /// Returns the organisation that the document mentions most often, by its own name or by the names of its organs.
    fn body_named_most(&self) -> Option<EntityIx> {
        let mut counts: BTreeMap<EntityIx, usize> = BTreeMap::new();
        for number in 0..self.places.len() {
            let body = match self.class(number) {
                EntityClass::Organisation => Some(self.mention(number).entity),
                EntityClass::Organ => self.relations(self.mention(number).entity, RelationKind::Of).next().map(|relation| relation.of),
                _ => None,
            };
            if let Some(body) = body {
                *counts.entry(body).or_default() += 1;
            }
        }
        counts.into_iter().max_by_key(|(body, count)| (*count, std::cmp::Reverse(*body))).map(|(body, _)| body)
    }

    /// Returns the indexes of the mentions in a sentence.
    fn of_sentence(&self, sentence: usize) -> Range<usize> {
        let first = self.doc.mentions.partition_point(|mention| mention.sentence.get() < sentence);
        let end = self.doc.mentions.partition_point(|mention| mention.sentence.get() <= sentence);
        first..end
    }

    /// Returns the states named by the mentions with the indexes `numbers`. Each state is returned once. Demonyms are ignored.
    fn states(&self, numbers: Range<usize>) -> Vec<EntityIx> {
        let named = numbers.filter(|&number| self.class(number) == EntityClass::State && self.mention(number).form != Form::Demonym);
        let mut states: Vec<EntityIx> = named.map(|number| self.mention(number).entity).collect();
        states.sort_unstable();
        states.dedup();
        states
    }
}
