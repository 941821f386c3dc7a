//! Whose an office or a body is: the names before or behind it.

use crate::lexicon::Class;
use crate::view::View;
use chancery_text::{Form, Gap, TokenKind};

/// Names whose an office or body is, and the tokens that they take up together with it.
#[derive(Debug)]
pub(crate) struct Possessors {
    /// Mentions, in order.
    pub(crate) names: Vec<usize>,
    /// The first token, where they stand before; the token behind the last, where they stand behind.
    pub(crate) edge: usize,
}

/// What may own an office or a body.
const OWNERS: [&str; 9] = ["state", "territory", "igo", "organ", "grouping", "region", "city", "admin", "mechanism"];

impl View<'_> {
    /// Whether a mention is of something that has offices and bodies.
    pub(crate) fn may_own(&self, number: usize) -> bool {
        self.mention(number).form != Form::Demonym && OWNERS.contains(&self.kind(number))
    }

    pub(crate) fn is_state(&self, number: usize) -> bool {
        matches!(self.kind(number), "state" | "territory")
    }

    /// The names before a token: "Kazakh", "Kenya's", "the French and German". `capital` says that a bare name will do ("Kazakhstan Foreign Minister").
    pub(crate) fn owners_before(&self, token: usize, capital: bool) -> Option<Possessors> {
        let token = self.skip_back(token, &[Class::Modifier]);
        if !self.joined(token) {
            return None;
        }
        let last = self.ending(token).filter(|&number| self.may_own(number))?;
        let adjective = self.is_adjective(last);
        if !(adjective || self.possessive(last) || self.bare(last, token, capital)) {
            return None;
        }
        let mut names = vec![last];
        let mut first = self.places[last].0;
        if adjective {
            while let Some(number) = self.joined_before(first).filter(|&number| self.is_adjective(number) && self.may_own(number)) {
                names.insert(0, number);
                first = self.places[number].0;
            }
        }
        Some(Possessors { names, edge: first })
    }

    /// Whether a bare name may stand before its office: on the same line, and not as the object of a preposition.
    fn bare(&self, number: usize, token: usize, capital: bool) -> bool {
        let (first, _) = self.places[number];
        let ideograph = self.doc.tokens.get(token).is_some_and(|token| token.kind == TokenKind::Ideograph);
        if ideograph {
            return true;
        }
        // "EU foreign ministers": names of bodies stand so in any case.
        let body = matches!(self.kind(number), "igo" | "organ");
        (capital || body)
            && self.doc.tokens.get(token).is_some_and(|token| matches!(token.gap, Gap::Blank | Gap::None))
            && self.before(first, Class::Place).is_none()
            && self.before(first, Class::Of).is_none()
    }

    /// The name that is joined to what begins at a token: "French and", "French,".
    fn joined_before(&self, token: usize) -> Option<usize> {
        let article = self.skip_back(token, &[Class::Article]);
        let word = self.before(article, Class::Join).map_or(article, |(first, _)| first);
        let comma = word - usize::from(word > 0 && self.is_mark(word - 1, &[","]));
        if comma == token { None } else { self.ending(comma) }
    }

    /// The names behind a token: "of Kazakhstan", "of the Republics of X and Y". `several`: all that are joined, else the first alone. `direct`: no word
    /// between is needed.
    pub(crate) fn owners_behind(&self, token: usize, several: bool, direct: bool) -> Option<Possessors> {
        let from = match self.at(token, Class::Of) {
            Some((end, _)) => end,
            None if direct && self.joined(token) => token,
            None => return None,
        };
        let from = self.skip(from, &[Class::Article, Class::Modifier]);
        let number = self.starting(from).filter(|&number| self.may_own(number) && self.joined(from))?;
        // "of Kenyan troops": an adjective belongs to what follows it.
        if self.is_adjective(number) {
            return None;
        }
        let mut names = vec![number];
        let mut end = self.places[number].1;
        while several && !self.possessive(names[names.len() - 1]) {
            let Some(next) = self.joined_behind(end).filter(|&next| self.may_own(next) && !self.is_adjective(next)) else { break };
            names.push(next);
            end = self.places[next].1;
        }
        Some(Possessors { names, edge: end })
    }

    /// The name joined behind a token: "and Uzbekistan", ", Uzbekistan".
    fn joined_behind(&self, token: usize) -> Option<usize> {
        let comma = token + usize::from(self.is_mark(token, &[","]));
        let behind = self.at(comma, Class::Join).map_or(comma, |(end, _)| end);
        if behind == token {
            return None;
        }
        self.starting(self.skip(behind, &[Class::Article, Class::Of, Class::Modifier]))
    }
}
