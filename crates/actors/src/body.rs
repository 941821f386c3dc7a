//! Finds state bodies that the gazetteer does not list: "the Government of Kenya", "Iranian troops".

use crate::class::Class;
use crate::lexicon::Phrase;
use crate::view::View;
use chancery_text::{Actor, ActorCue, ActorKind, EntityClass, EntityIx};
use std::ops::Range;

impl View<'_> {
    /// Adds the bodies of states to `actors`.
    pub(crate) fn bodies(&self, actors: &mut Vec<Actor>) {
        for number in 0..self.places.len() {
            let (first, end) = self.places[number];
            match self.class(number) {
                class if class.is_country() => {
                    self.body_after(number, end, actors);
                    self.body_before(number, first, actors);
                }
                // In "the Kabul government", a capital stands for its state.
                EntityClass::City if !self.is_place(number) => {
                    let state = self.capital_of(self.mention(number).entity);
                    if let (Some(state), Some((behind, phrase))) = (state, self.at(end, Class::Body)) {
                        self.body(number, Some(state.of), first..behind, None, phrase, ActorCue::Before, actors);
                    }
                }
                _ => {}
            }
        }
    }

    /// Adds the bodies whose words follow a name: "Kenyan Government", "Kenya's armed forces", "the French and German Ministries of Defence". `number` is the
    /// index of the mention of this name, and `end` is the index of the token after the name.
    fn body_after(&self, number: usize, end: usize, actors: &mut Vec<Actor>) {
        let from = self.skip(end, &[Class::Modifier]);
        let Some((behind, phrase)) = self.at(from, Class::Body) else { return };
        let capital = self.doc.tokens.get(from).is_some_and(|token| token.capital);
        let Some(possessors) = self.possessors_before(from, capital).filter(|possessors| possessors.names.contains(&number)) else {
            return;
        };
        for &owner in &possessors.names {
            if self.is_state(owner) {
                self.body(owner, None, possessors.edge..behind, None, phrase, ActorCue::Before, actors);
            }
        }
    }

    /// Adds the bodies whose words precede a name: "Government of Kenya", "Governments of Kenya and Uganda". `number` is the index of the mention of this
    /// name, and `first` is the index of the first token of the name.
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
        if direct && !self.tables.is_direct(language) {
            return;
        }
        let Some(possessors) =
            self.possessors_after(of, phrase.several, direct).filter(|possessors| possessors.names.first() == Some(&number))
        else {
            return;
        };
        let last = possessors.names.last().copied();
        for &owner in &possessors.names {
            if self.is_state(owner) {
                self.body(owner, None, from..possessors.edge, last, phrase, ActorCue::Of, actors);
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
        // The words of an office are not a body: 外交部 (foreign ministry) in 外交部长 (foreign minister) does not refer to the ministry.
        let office = |number: usize| {
            self.class(number) == EntityClass::Office && self.places[number].0 < tokens.end && self.places[number].1 > tokens.start
        };
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
        actor.sector = if former.is_some() { self.tables.former_sector.clone() } else { phrase.sector.clone() };
        actors.push(actor);
    }
}
