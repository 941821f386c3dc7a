//! Offices with the states and bodies whose they are.

use crate::lexicon::Class;
use crate::view::View;
use chancery_text::{Actor, ActorCue, ActorKind, MentionIx, RelationKind};

/// Sector of those who serve an organisation.
pub(crate) const BODY: &str = "IGO";
/// Sector of those who held an office once.
pub(crate) const FORMER: &str = "ELI";

impl View<'_> {
    pub(crate) fn offices(&self, actors: &mut Vec<Actor>) {
        for number in 0..self.places.len() {
            if self.kind(number) == "office" {
                self.office(number, actors);
            }
        }
    }

    fn office(&self, number: usize, actors: &mut Vec<Actor>) {
        let (first, end) = self.places[number];
        let several = self.is_plural(number);
        let of_body = self.relations(self.mention(number).entity, RelationKind::Of).next().copied();
        let capital = self.doc.tokens[first].capital;
        // "the Kazakh President and Foreign Minister": what is said of the first holds for the second.
        let before = self.owners_before(self.first_of_list(first), capital);
        let direct = self.actor_extractor.direct.iter().any(|language| language == self.catalog.name_language(self.mention(number).name));
        let behind = self.owners_behind(self.end_of_list(end), several, direct);
        let (owners, cue) = match (before, behind) {
            // "Russia's President of the Council": the nearer, behind, is the body's.
            (_, Some(owners)) => (owners, ActorCue::Of),
            (Some(owners), None) => (owners, ActorCue::Before),
            (None, None) => {
                if let Some(body) = of_body {
                    let mut actor = self.actor(ActorKind::Office, ActorCue::Known, first..end, Some(number), None);
                    actor.entity = Some(self.mention(number).entity);
                    actor.of = Some(body.of);
                    actor.sector = BODY.to_owned();
                    actor.mentions = vec![MentionIx(number as u32)];
                    actors.push(actor);
                }
                return;
            }
        };
        let (first, end, last) = match cue {
            ActorCue::Before if self.first_of_list(first) == first => (owners.edge, end, number),
            ActorCue::Of if self.end_of_list(end) == end => (first, owners.edge, owners.names[owners.names.len() - 1]),
            _ => (first, end, number),
        };
        let former = self.before(first, Class::Former).is_some() || (first..end).any(|token| self.at(token, Class::Former).is_some());
        let first = self.before(first, Class::Former).map_or(first, |(before, _)| before);
        for &owner in &owners.names {
            let mut actor = self.actor(ActorKind::Office, cue, first..end, Some(last), Some(owner));
            actor.entity = Some(self.mention(number).entity);
            self.add_mention(&mut actor, number);
            let info = self.info(owner);
            match info.kind {
                "state" | "territory" => actor.sector = self.info(number).sector.unwrap_or_default().to_owned(),
                "city" | "admin" => match self.relations(self.mention(owner).entity, RelationKind::Country).next() {
                    Some(country) => {
                        actor.of = Some(country.of);
                        actor.sector = self.info(number).sector.unwrap_or_default().to_owned();
                    }
                    None => continue,
                },
                "igo" | "organ" | "mechanism" if !several => actor.sector = BODY.to_owned(),
                // "foreign ministers of the SCO", "leaders of Central Asia".
                _ if several => {
                    actor.members = self.members(self.mention(owner).entity);
                    if actor.members.len() < 2 || self.only_some(&(first..end), false) {
                        continue;
                    }
                    actor.kind = ActorKind::Group;
                    actor.sector = self.info(number).sector.unwrap_or_default().to_owned();
                    // Who they are is what the owner is; "of" is for one owner.
                    actor.entity = actor.of.take();
                }
                _ => continue,
            }
            if former && actor.sector != BODY {
                FORMER.clone_into(&mut actor.sector);
            }
            actors.push(actor);
        }
    }

    pub(crate) fn add_mention(&self, actor: &mut Actor, number: usize) {
        let number = MentionIx(number as u32);
        if let Err(at) = actor.mentions.binary_search(&number) {
            actor.mentions.insert(at, number);
        }
    }

    /// The first token of a list of offices that ends with the one at a token: "President and Foreign Minister".
    fn first_of_list(&self, mut token: usize) -> usize {
        loop {
            let article = self.skip_back(token, &[Class::Article]);
            let Some((join, _)) = self.before(article, Class::Join) else { return token };
            match self.ending(join).filter(|&number| self.kind(number) == "office") {
                // With an article of its own it stands for itself.
                Some(number) if article == token => token = self.places[number].0,
                _ => return token,
            }
        }
    }

    /// The token behind a list of offices that begins with the one that ends before a token: "the President and the Prime Minister (of Kenya)".
    fn end_of_list(&self, mut token: usize) -> usize {
        while let Some((join, _)) = self.at(token, Class::Join) {
            let next = self.skip(join, &[Class::Article]);
            match self.starting(next).filter(|&number| self.kind(number) == "office") {
                Some(number) => token = self.places[number].1,
                None => break,
            }
        }
        token
    }

    /// Whether an office stands in the plural: its head, the last word before any "of" ("Heads of State"), ends as plurals do.
    fn is_plural(&self, number: usize) -> bool {
        let (first, end) = self.places[number];
        let behind = (first + 1..end).find(|&token| self.at(token, Class::Of).is_some()).unwrap_or(end);
        let head = self.doc.tokens.get(behind.wrapping_sub(1)).map_or("", |token| token.text(self.doc.text()));
        self.actor_extractor.lexicon.is_plural(head)
    }
}
