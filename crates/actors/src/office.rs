//! Offices, with the states and organisations to which they belong.

use crate::class::Class;
use crate::view::View;
use chancery_text::{Actor, ActorCue, ActorKind, EntityClass, MentionIx, RelationKind};

impl View<'_> {
    /// Adds an actor for each office.
    pub(crate) fn offices(&self, actors: &mut Vec<Actor>) {
        for number in 0..self.places.len() {
            if self.class(number) == EntityClass::Office {
                self.office(number, actors);
            }
        }
    }

    fn office(&self, number: usize, actors: &mut Vec<Actor>) {
        let (first, end) = self.places[number];
        let several = self.is_plural(number);
        let of_body = self.relations(self.mention(number).entity, RelationKind::Of).next().copied();
        let capital = self.doc.tokens[first].capital;
        // In "the Kazakh President and Foreign Minister", the possessor before the first office is also the possessor of the second.
        let before = self.possessors_before(self.first_of_list(first), capital);
        let direct = self.tables.is_direct(self.catalog.name_language(self.mention(number).name));
        let behind = self.possessors_after(self.end_of_list(end), several, direct);
        let (possessors, cue) = match (before, behind) {
            // In "Russia's President of the Council", the office belongs to the name that follows it.
            (_, Some(possessors)) => (possessors, ActorCue::Of),
            (Some(possessors), None) => (possessors, ActorCue::Before),
            (None, None) => {
                if let Some(body) = of_body {
                    let mut actor = self.actor(ActorKind::Office, ActorCue::Known, first..end, Some(number), None);
                    actor.entity = Some(self.mention(number).entity);
                    actor.of = Some(body.of);
                    actor.sector = self.tables.organisation_sector.clone();
                    actor.mentions = vec![MentionIx(number as u32)];
                    actors.push(actor);
                }
                return;
            }
        };
        let (first, end, last) = match cue {
            ActorCue::Before if self.first_of_list(first) == first => (possessors.edge, end, number),
            ActorCue::Of if self.end_of_list(end) == end => (first, possessors.edge, possessors.names[possessors.names.len() - 1]),
            _ => (first, end, number),
        };
        let former = self.before(first, Class::Former).is_some() || (first..end).any(|token| self.at(token, Class::Former).is_some());
        let first = self.before(first, Class::Former).map_or(first, |(before, _)| before);
        for &owner in &possessors.names {
            let mut actor = self.actor(ActorKind::Office, cue, first..end, Some(last), Some(owner));
            actor.entity = Some(self.mention(number).entity);
            self.add_mention(&mut actor, number);
            match self.class(owner) {
                class if class.is_country() => actor.sector = self.info(number).sector.unwrap_or_default().to_owned(),
                EntityClass::City | EntityClass::Division => match self.relations(self.mention(owner).entity, RelationKind::Country).next()
                {
                    Some(country) => {
                        actor.of = Some(country.of);
                        actor.sector = self.info(number).sector.unwrap_or_default().to_owned();
                    }
                    None => continue,
                },
                EntityClass::Organisation | EntityClass::Organ | EntityClass::Mechanism if !several => {
                    actor.sector = self.tables.organisation_sector.clone()
                }
                // An office in the plural may belong to the members of a group: "foreign ministers of the SCO", "leaders of Central Asia".
                _ if several => {
                    actor.members = self.members(self.mention(owner).entity);
                    if actor.members.len() < 2 || self.only_some(&(first..end), false) {
                        continue;
                    }
                    actor.kind = ActorKind::Group;
                    actor.sector = self.info(number).sector.unwrap_or_default().to_owned();
                    // The possessor is the group itself. It is not stored in `of`, which is only for a single state or organisation.
                    actor.entity = actor.of.take();
                }
                _ => continue,
            }
            if former && actor.sector != self.tables.organisation_sector {
                actor.sector.clone_from(&self.tables.former_sector);
            }
            actors.push(actor);
        }
    }

    /// Adds the mention with the index `number` to an actor, and keeps the mentions of the actor sorted.
    pub(crate) fn add_mention(&self, actor: &mut Actor, number: usize) {
        let number = MentionIx(number as u32);
        if let Err(at) = actor.mentions.binary_search(&number) {
            actor.mentions.insert(at, number);
        }
    }

    /// Returns the index of the first token of a list of offices. `token` is the first token of the last office in the list. For the token "Foreign" in
    /// "President and Foreign Minister", the result is the index of "President". If no list ends with this office, returns `token`.
    fn first_of_list(&self, mut token: usize) -> usize {
        loop {
            let article = self.skip_back(token, &[Class::Article]);
            let Some((join, _)) = self.before(article, Class::Join) else { return token };
            match self.ending(join).filter(|&number| self.class(number) == EntityClass::Office) {
                // An office with its own article is not part of the list.
                Some(number) if article == token => token = self.places[number].0,
                _ => return token,
            }
        }
    }

    /// Returns the index of the token after a list of offices. `token` is the token after the first office in the list. For the token "and" in "the President
    /// and the Prime Minister of Kenya", the result is the index of "of". If no list begins with this office, returns `token`.
    fn end_of_list(&self, mut token: usize) -> usize {
        while let Some((join, _)) = self.at(token, Class::Join) {
            let next = self.skip(join, &[Class::Article]);
            match self.starting(next).filter(|&number| self.class(number) == EntityClass::Office) {
                Some(number) => token = self.places[number].1,
                None => break,
            }
        }
        token
    }

    /// Returns `true` if the mention with the index `number` names an office in the plural ("Heads of State"). The plural ending must be at the word before
    /// "of" or, if there is no "of", at the last word.
    fn is_plural(&self, number: usize) -> bool {
        let (first, end) = self.places[number];
        let behind = (first + 1..end).find(|&token| self.at(token, Class::Of).is_some()).unwrap_or(end);
        let head = self.doc.tokens.get(behind.wrapping_sub(1)).map_or("", |token| token.text(self.doc.text()));
        self.tables.lexicon.is_plural(head)
    }
}
