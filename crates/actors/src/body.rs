//! Bodies of states that have no name of their own: "the Government of Kenya", "Iranian troops".

use crate::lexicon::{Class, Phrase};
use crate::office;
use crate::view::View;
use chancery_text::{Actor, ActorCue, ActorKind, EntityIx};
use std::ops::Range;

impl View<'_> {
    pub(crate) fn bodies(&self, actors: &mut Vec<Actor>) {
        for number in 0..self.places.len() {
            let (first, end) = self.places[number];
            match self.kind(number) {
                "state" | "territory" => {
                    self.body_behind(number, end, actors);
                    self.body_before(number, first, actors);
                }
                // "the Kabul government".
                "city" if !self.is_place(number) => {
                    let state = self.capital_of(self.mention(number).entity);
                    if let (Some(state), Some((behind, phrase))) = (state, self.at(end, Class::Body)) {
                        self.body(number, Some(state.of), first..behind, None, phrase, ActorCue::Before, actors);
                    }
                }
                _ => {}
            }
        }
    }

    /// "Kenyan Government", "Kenya's armed forces", "the French and German Ministries of Defence".
    fn body_behind(&self, number: usize, end: usize, actors: &mut Vec<Actor>) {
        let from = self.skip(end, &[Class::Modifier]);
        let Some((behind, phrase)) = self.at(from, Class::Body) else { return };
        let capital = self.doc.tokens.get(from).is_some_and(|token| token.capital);
        let Some(owners) = self.owners_before(from, capital).filter(|owners| owners.names.contains(&number)) else { return };
        for &owner in &owners.names {
            if self.is_state(owner) {
                self.body(owner, None, owners.edge..behind, None, phrase, ActorCue::Before, actors);
            }
        }
    }

    /// "Government of Kenya", "Governments of Kenya and Uganda".
    fn body_before(&self, number: usize, first: usize, actors: &mut Vec<Actor>) {
        if self.is_adjective(number) {
            return;
        }
        let article = self.skip_back(first, &[Class::Article, Class::Modifier]);
        let (of, direct) = match self.before(article, Class::Of) {
            Some((of, _)) => (of, false),
            None => (first, true),
        };
        let Some((from, phrase)) = self.before(of, Class::Body) else { return };
        let language = self.catalog.name_language(self.mention(number).name);
        if direct && !self.actor_extractor.direct.iter().any(|known| known == language) {
            return;
        }
        let Some(owners) = self.owners_behind(of, phrase.several, direct).filter(|owners| owners.names.first() == Some(&number)) else {
            return;
        };
        let last = owners.names.last().copied();
        for &owner in &owners.names {
            if self.is_state(owner) {
                self.body(owner, None, from..owners.edge, last, phrase, ActorCue::Of, actors);
            }
        }
    }

    #[expect(clippy::too_many_arguments, reason = "the fields of a record")]
    fn body(
        &self,
        owner: usize,
        state: Option<EntityIx>,
        tokens: Range<usize>,
        last: Option<usize>,
        phrase: &Phrase,
        cue: ActorCue,
        actors: &mut Vec<Actor>,
    ) {
        // "Kazakh President" is an office, and 外交部 inside 外交部长 no ministry.
        let office =
            |number: usize| self.kind(number) == "office" && self.places[number].0 < tokens.end && self.places[number].1 > tokens.start;
        let near = self.places.partition_point(|(_, end)| *end <= tokens.start);
        if (near..self.places.len()).take_while(|&number| self.places[number].0 < tokens.end).any(office) {
            return;
        }
        let former = self.before(tokens.start, Class::Former);
        let tokens = former.map_or(tokens.start, |(first, _)| first)..tokens.end;
        let mut actor = self.actor(ActorKind::Body, cue, tokens, last, Some(owner));
        if let Some(state) = state {
            actor.of = Some(state);
        }
        actor.sector = if former.is_some() { office::FORMER.to_owned() } else { phrase.sector.clone() };
        actors.push(actor);
    }
}
