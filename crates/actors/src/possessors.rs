//! The names before or after an office or body that say whose it is.

use crate::class::Class;
use crate::view::View;
use chancery_text::{EntityClass, Form, Gap, TokenKind};

/// The possessors of an office or body.
#[derive(Debug)]
pub(crate) struct Possessors {
    /// Mentions, in order.
    pub(crate) names: Vec<usize>,
    /// The first token of possessors before it, or the index after the last token of possessors after it.
    pub(crate) edge: usize,
}

/// What may have offices and bodies.
const POSSESSORS: [EntityClass; 9] = [
    EntityClass::State,
    EntityClass::Territory,
    EntityClass::Organisation,
    EntityClass::Organ,
    EntityClass::Grouping,
    EntityClass::Region,
    EntityClass::City,
    EntityClass::Division,
    EntityClass::Mechanism,
];

impl View<'_> {
    /// Whether a mention names something that has offices and bodies.
    pub(crate) fn may_possess(&self, number: usize) -> bool {
        self.mention(number).form != Form::Demonym && POSSESSORS.contains(&self.class(number))
    }

    /// Whether a mention names a state or territory.
    pub(crate) fn is_state(&self, number: usize) -> bool {
        self.class(number).is_country()
    }

    /// The names before a token: "Kazakh", "Kenya's", "the French and German". `capital`: a bare name is enough ("Kazakhstan Foreign Minister").
    pub(crate) fn possessors_before(&self, token: usize, capital: bool) -> Option<Possessors> {
        let token = self.skip_back(token, &[Class::Modifier]);
        if !self.joined(token) {
            return None;
        }
        let last = self.ending(token).filter(|&number| self.may_possess(number))?;
        let adjective = self.is_adjective(last);
        if !(adjective || self.possessive(last) || self.bare(last, token, capital)) {
            return None;
        }
        let mut names = vec![last];
        let mut first = self.places[last].0;
        if adjective {
            while let Some(number) = self.joined_before(first).filter(|&number| self.is_adjective(number) && self.may_possess(number)) {
                names.insert(0, number);
                first = self.places[number].0;
            }
        }
        Some(Possessors { names, edge: first })
    }

    /// Whether a bare name before an office is its possessor: on the same line, and not the object of a preposition.
    fn bare(&self, number: usize, token: usize, capital: bool) -> bool {
        let (first, _) = self.places[number];
        let ideograph = self.doc.tokens.get(token).is_some_and(|token| token.kind == TokenKind::Ideograph);
        if ideograph {
            return true;
        }
        // "EU foreign ministers": names of organisations stand so in any case.
        let body = matches!(self.class(number), EntityClass::Organisation | EntityClass::Organ);
        (capital || body)
            && self.doc.tokens.get(token).is_some_and(|token| matches!(token.gap, Gap::Blank | Gap::None))
            && self.before(first, Class::Place).is_none()
            && self.before(first, Class::Of).is_none()
    }

    /// The name joined to what begins at a token: "French and", "French,".
    fn joined_before(&self, token: usize) -> Option<usize> {
        let article = self.skip_back(token, &[Class::Article]);
        let word = self.before(article, Class::Join).map_or(article, |(first, _)| first);
        let comma = word - usize::from(word > 0 && self.is_mark(word - 1, &[","]));
        if comma == token { None } else { self.ending(comma) }
    }

    /// The names after a token: "of Kazakhstan", "of the Republics of X and Y". `several`: all joined names, else only the first. `direct`: no word is needed
    /// between.
    pub(crate) fn possessors_after(&self, token: usize, several: bool, direct: bool) -> Option<Possessors> {
        let from = match self.at(token, Class::Of) {
            Some((end, _)) => end,
            None if direct && self.joined(token) => token,
            None => return None,
        };
        let from = self.skip(from, &[Class::Article, Class::Modifier]);
        let number = self.starting(from).filter(|&number| self.may_possess(number) && self.joined(from))?;
        // "of Kenyan troops": an adjective belongs to what follows it.
        if self.is_adjective(number) {
            return None;
        }
        let mut names = vec![number];
        let mut end = self.places[number].1;
        while several && !self.possessive(names[names.len() - 1]) {
            let Some(next) = self.joined_after(end).filter(|&next| self.may_possess(next) && !self.is_adjective(next)) else { break };
            names.push(next);
            end = self.places[next].1;
        }
        Some(Possessors { names, edge: end })
    }

    /// The name joined after a token: "and Uzbekistan", ", Uzbekistan".
    fn joined_after(&self, token: usize) -> Option<usize> {
        let comma = token + usize::from(self.is_mark(token, &[","]));
        let behind = self.at(comma, Class::Join).map_or(comma, |(end, _)| end);
        if behind == token {
            return None;
        }
        self.starting(self.skip(behind, &[Class::Article, Class::Of, Class::Modifier]))
    }
}
