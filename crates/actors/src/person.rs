//! Finds persons who are actors. An office next to the name shows in which capacity a person acts. If the text names no office there, the capacity comes from
//! the person's terms of office in the gazetteer.

use crate::class::Class;
use crate::view::View;
use chancery_text::{Actor, ActorCue, ActorKind, EntityClass, EntityIx, Form, MentionIx, Relation, RelationKind, Span};
use std::collections::BTreeMap;

impl View<'_> {
    /// Adds the persons to `actors`.
    pub(crate) fn people(&self, actors: &mut Vec<Actor>) {
        let mut offices: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (at, actor) in actors.iter().enumerate().filter(|(_, actor)| actor.kind == ActorKind::Office) {
            let tokens = self.tokens(actor);
            offices.entry(tokens.start).or_default().push(at);
            offices.entry(tokens.end).or_default().push(at);
        }
        for number in 0..self.places.len() {
            if self.class(number) == EntityClass::Person
                && self.mention(number).form < Form::Adjective
                && !self.beside_office(number, &offices, actors)
            {
                actors.extend(self.by_terms(number));
            }
        }
    }

    /// If an office is next to the name of a person, adds the person to the actor of this office ("Foreign Minister of Russia Sergey Lavrov", "Nursultan
    /// Nazarbayev, President of Kazakhstan"). `number` is the index of the mention of the person. `offices` maps the index of a token to the indexes of the
    /// actors that begin at this token or end directly before it. Returns whether such an office was found.
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
            let Some(in_date) = self.may_hold(person, actor) else { continue };
            let (start, end) = (self.doc.tokens[titled].span.start(), self.mention(number).span.end());
            actor.span = Span::new(actor.span.start().min(start), actor.span.end().max(end));
            actor.person = Some(person);
            actor.in_date = in_date;
            self.add_mention(actor, number);
            return true;
        }
        false
    }

    /// Determines whether `person` may hold the office next to the person's name. `actor` is the actor of that office. Returns `None` if the person cannot hold
    /// the office. Otherwise, the inner value says whether the document's date falls within the person's term of office, or is `None` if this is unknown.
    ///
    /// If the person currently holds a different office, the name and the office refer to different people. A former office of a state, however, does not
    /// contradict an office of an organisation: "UN High Commissioner for Refugees António Guterres" acts for the UN, although António Guterres was Prime
    /// Minister of Portugal before.
    fn may_hold(&self, person: EntityIx, actor: &Actor) -> Option<Option<bool>> {
        let of = actor.of;
        if let Some(term) = self.term(person, |term| term.at == of) {
            return Some(term.in_date);
        }
        if actor.sector != self.tables.organisation_sector || self.relations(person, RelationKind::Office).next().is_none() {
            return None;
        }
        if let Some(term) = self.named_term(person, |term| term.at == of) {
            return Some(term.in_date);
        }
        self.term(person, |_| true).is_none_or(|term| term.past).then_some(None)
    }

    fn behind_comma(&self, token: usize) -> usize {
        if token > 0 && self.is_mark(token - 1, &[","]) { token - 1 } else { token }
    }

    /// Creates an actor from a person's terms of office. `number` is the index of the mention of the person. An office directly before the name becomes part
    /// of the actor ("President" in "President Nursultan Nazarbayev").
    fn by_terms(&self, number: usize) -> Option<Actor> {
        let (first, end) = self.places[number];
        let person = self.mention(number).entity;
        let office = self.ending(self.skip_back(first, &[Class::Honorific])).filter(|&office| self.class(office) == EntityClass::Office);
        let entity = office.map(|office| self.mention(office).entity);
        // If the text names the office ("President Putin"), the person's term in this office is chosen, unless it has ended.
        let held = entity.and_then(|entity| self.term(person, |term| term.of == entity)).filter(|term| !term.past);
        // The person's term in the named office is also chosen if the office is part of the mentioned name ("Mr. President Putin").
        let surface = self.doc.slice(self.mention(number).span);
        let called = |term: &Relation| {
            let label = self.catalog.entity(term.of).label;
            let (title, rest) = surface.split_at_checked(label.len()).unwrap_or_default();
            !label.is_empty() && title.eq_ignore_ascii_case(label) && rest.starts_with(' ')
        };
        let term = held.or_else(|| self.term(person, called).filter(|term| !term.past)).or_else(|| self.term(person, |_| true));
        // If the text names an office of an organisation, this office takes precedence over a former office of a state, even if the document's date is outside
        // the person's term at the organisation.
        let named = term.is_none_or(|term| term.past && self.catalog.class(term.at).is_country());
        let serving = named.then(|| self.named_term(person, |term| Some(term.of) == entity || called(term))).flatten();
        let term = serving.or(term)?;
        let start = office.map_or_else(|| self.skip_back(first, &[Class::Honorific]), |office| self.places[office].0);
        let former = self.before(start, Class::Former);
        let start = former.map_or(start, |(start, _)| start);
        let mut actor = self.actor(ActorKind::Person, ActorCue::Terms, start..end, Some(number), None);
        actor.entity = Some(term.office);
        actor.of = Some(term.at);
        let state = self.catalog.class(term.at).is_country();
        actor.sector = if state && (former.is_some() || term.past) {
            &self.tables.former_sector
        } else if state {
            self.catalog.entity(term.office).sector.unwrap_or_default()
        } else {
            &self.tables.organisation_sector
        }
        .to_owned();
        actor.person = Some(person);
        actor.in_date = term.in_date;
        actor.mentions = office.into_iter().chain([number]).map(|number| MentionIx(number as u32)).collect();
        Some(actor)
    }
}
