//! Groups of states, with their members at the document's date.

use crate::class::Class;
use crate::view::View;
use chancery_text::{Actor, ActorCue, ActorKind, Casing, EntityClass, TokenKind};
use std::ops::Range;

impl View<'_> {
    /// Adds the groups of states.
    pub(crate) fn groups(&self, actors: &mut Vec<Actor>) {
        for number in 0..self.places.len() {
            let (first, end) = self.places[number];
            match self.class(number) {
                EntityClass::Grouping => match self.info(number).refers {
                    Some(refers) => self.introduced(number, refers, actors),
                    None if !self.is_adjective(number) => self.group(number, ActorCue::Known, first..end, true, actors),
                    None => self.nouns(number, actors),
                },
                EntityClass::Region | EntityClass::Organisation | EntityClass::Mechanism => self.nouns(number, actors),
                _ => {}
            }
        }
    }

    /// Adds the group that consists of the mention `number` and a noun next to it: "African countries", "the five Central Asian states", "SCO member states",
    /// "countries of Central Asia", "members of ASEAN".
    fn nouns(&self, number: usize, actors: &mut Vec<Actor>) {
        let (first, end) = self.places[number];
        // In "the Baltic States", the name of the region already contains the noun for states.
        if self.class(number) == EntityClass::Region && self.before(end, Class::Group).is_some_and(|(from, _)| from > first) {
            self.group(number, ActorCue::Known, first..end, true, actors);
            return;
        }
        let class = if self.class(number) == EntityClass::Region { Class::Group } else { Class::Membership };
        // After a name that is neither an adjective nor a possessive, only a noun for members can follow: "SCO member states" is correct English, but "Africa
        // countries" is not.
        let owns = self.possessive(number) || self.is_adjective(number) || class == Class::Membership;
        if owns && let Some((behind, _)) = self.at(self.skip(end, &[Class::Number]), class) {
            self.group(number, ActorCue::Before, first..behind, false, actors);
            return;
        }
        let article = self.skip_back(first, &[Class::Article]);
        if !self.is_adjective(number)
            && let Some((of, _)) = self.before(article, Class::Of)
            && let Some((from, _)) = self.before(of, class)
        {
            self.group(number, ActorCue::Of, from..end, true, actors);
        }
    }

    /// Adds to `actors` the group whose name or description covers `tokens`. If a number word ("five") directly precedes `tokens`, the span of the group begins
    /// with this word. Adds nothing if fewer than two members are known, or if the text restricts the group to some of its members. `number` is the index of
    /// the mention that names the group, and `named` is `true` if `tokens` end with this mention.
    fn group(&self, number: usize, cue: ActorCue, tokens: Range<usize>, named: bool, actors: &mut Vec<Actor>) {
        let members = self.members(self.mention(number).entity);
        if members.len() < 2 || self.before(tokens.end, Class::Single).is_some() || self.only_some(&tokens, false) {
            return;
        }
        // "three African countries" and "two fraternal African countries" do not refer to all African countries.
        let described = self.skip_back(tokens.start, &[Class::Modifier]);
        let first = match self.before(described, Class::Number) {
            Some((_, phrase)) if phrase.number != members.len() => return,
            Some((first, _)) if described == tokens.start => first,
            _ => tokens.start,
        };
        let mut actor = self.actor(ActorKind::Group, cue, first..tokens.end, named.then_some(number), Some(number));
        actor.entity = actor.of.take();
        actor.members = members;
        actors.push(actor);
    }

    /// Returns `true` if the words around a group restrict it to some of its members ("some African countries", "many of the …", "the major …", "… that speak
    /// Portuguese"). If `own` is true, a possessive pronoun before the group is not considered a restriction ("its Member States").
    pub(crate) fn only_some(&self, tokens: &Range<usize>, own: bool) -> bool {
        let described = self.skip_back(tokens.start, &[Class::Modifier]);
        let counted = described.checked_sub(1).and_then(|at| self.doc.tokens.get(at)).is_some_and(|token| token.kind == TokenKind::Number);
        if counted || self.at(tokens.end, Class::Narrowing).is_some() {
            return true;
        }
        let partial = |token: usize| self.before(token, Class::Partial).is_some();
        let mut first = tokens.start;
        loop {
            if partial(first) {
                return true;
            }
            match self.before(first, Class::Modifier).or_else(|| self.before(first, Class::Number)) {
                Some((before, _)) => first = before,
                None => break,
            }
        }
        let article = self.skip_back(first, &[Class::Article]);
        if article == first && self.narrowed(first, own) {
            return true;
        }
        partial(article) || self.before(article, Class::Of).is_some_and(|(of, _)| partial(of) || self.before(of, Class::Number).is_some())
    }

    /// Returns `true` if the word before `token` restricts the group that begins at `token` to some of its members. Every lower-case word does so, with these
    /// exceptions: words of the class [`Opening`](Class::Opening), words that join names in a list ("and"), prepositions and, if `own` is true, possessive
    /// pronouns.
    fn narrowed(&self, token: usize, own: bool) -> bool {
        let Some(word) = token.checked_sub(1).and_then(|at| self.doc.tokens.get(at)).filter(|_| self.joined(token)) else { return false };
        let small = word.kind == TokenKind::Word && word.casing == Casing::Lower;
        let opens = self.before(token, Class::Opening).is_some() || own && self.before(token, Class::Own).is_some();
        small
            && !opens
            && ![Class::Of, Class::Join, Class::With, Class::Place, Class::Between].iter().any(|class| self.before(token, *class).is_some())
    }
}
