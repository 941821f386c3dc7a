//! Persons: beside their offices, or known by their terms.

use crate::lexicon::Class;
use crate::office;
use crate::view::View;
use chancery_text::{Actor, ActorCue, ActorKind, MentionIx, Span};
use std::collections::BTreeMap;

impl View<'_> {
    pub(crate) fn people(&self, actors: &mut Vec<Actor>) {
        let mut offices: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (at, actor) in actors.iter().enumerate().filter(|(_, actor)| actor.kind == ActorKind::Office) {
            let tokens = self.tokens(actor);
            offices.entry(tokens.start).or_default().push(at);
            offices.entry(tokens.end).or_default().push(at);
        }
        for number in 0..self.places.len() {
            if self.kind(number) == "person"
                && self.mention(number).form < chancery_text::Form::Adjective
                && !self.beside_office(number, &offices, actors)
            {
                actors.extend(self.by_terms(number));
            }
        }
    }

    /// Puts a person into an office that stands directly beside; `offices` has those that begin or end before a token: "Foreign Minister of Russia Sergey Lavrov", "Nursultan Nazarbayev, President of Kazakhstan".
    fn beside_office(&self, number: usize, offices: &BTreeMap<usize, Vec<usize>>, actors: &mut [Actor]) -> bool {
        let (first, end) = self.places[number];
        let person = self.mention(number).entity;
        let titled = self.skip_back(first, &[Class::Honorific]);
        let before = self.behind_comma(titled);
        let comma = end + usize::from(self.is_mark(end, &[","]));
        let behind = self.skip(comma, &[Class::Article, Class::Honorific]);
        let mut near: Vec<usize> = [before, behind].iter().filter_map(|token| offices.get(token)).flatten().copied().collect();
        near.sort_unstable();
        for at in near {
            let actor = &mut actors[at];
            let tokens = self.tokens(actor);
            if actor.person.is_some() || tokens.end != before && tokens.start != behind {
                continue;
            }
            // The terms must not say otherwise: he may be of another state, spoken to.
            let of = actor.of;
            let Some(term) = self.term(person, |term| term.at == of) else { continue };
            let (start, end) = (self.doc.tokens[titled].span.start(), self.mention(number).span.end());
            actor.span = Span::new(actor.span.start().min(start), actor.span.end().max(end));
            actor.person = Some(person);
            actor.in_date = term.in_date;
            self.add_mention(actor, number);
            return true;
        }
        false
    }

    fn behind_comma(&self, token: usize) -> usize {
        if token > 0 && self.is_mark(token - 1, &[","]) { token - 1 } else { token }
    }

    /// A person by what is known of his terms; an office directly before belongs to it ("President" in "President Nursultan Nazarbayev").
    fn by_terms(&self, number: usize) -> Option<Actor> {
        let (first, end) = self.places[number];
        let person = self.mention(number).entity;
        let office = self.ending(self.skip_back(first, &[Class::Honorific])).filter(|&office| self.kind(office) == "office");
        let entity = office.map(|office| self.mention(office).entity);
        // "President Putin" of a year in which he was Prime Minister is in office.
        let held = entity.and_then(|entity| self.term(person, |term| term.of == entity)).filter(|term| !term.past);
        // So is who is called by an office in his name.
        let surface = self.doc.slice(self.mention(number).span);
        let called = |term: &chancery_text::Relation| {
            let label = self.catalog.entity(term.of).label;
            let (title, rest) = surface.split_at_checked(label.len()).unwrap_or_default();
            !label.is_empty() && title.eq_ignore_ascii_case(label) && rest.starts_with(' ')
        };
        let term = held.or_else(|| self.term(person, called).filter(|term| !term.past)).or_else(|| self.term(person, |_| true))?;
        let start = office.map_or_else(|| self.skip_back(first, &[Class::Honorific]), |office| self.places[office].0);
        let former = self.before(start, Class::Former);
        let start = former.map_or(start, |(start, _)| start);
        let mut actor = self.actor(ActorKind::Person, ActorCue::Terms, start..end, Some(number), None);
        actor.entity = Some(term.office);
        actor.of = Some(term.at);
        let state = matches!(self.catalog.kind(term.at), "state" | "territory");
        actor.sector = if state && (former.is_some() || term.past) {
            office::FORMER
        } else if state {
            self.catalog.entity(term.office).sector.unwrap_or_default()
        } else {
            office::BODY
        }
        .to_owned();
        actor.person = Some(person);
        actor.in_date = term.in_date;
        actor.mentions = office.into_iter().chain([number]).map(|number| MentionIx(number as u32)).collect();
        Some(actor)
    }
}
