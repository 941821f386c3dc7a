//! Possessors: the names before or after an office or body that show to which state or organisation it belongs.

use crate::class::Class;
use crate::view::View;
use chancery_text::{EntityClass, Form, Gap, TokenKind};

/// The possessors of an office or body.
#[derive(Debug)]
pub(crate) struct Possessors {
    /// The indexes of the mentions that name the possessors, in the order of the text.
    pub(crate) names: Vec<usize>,
    /// If the possessors precede the office or body, the index of their first token. If they follow it, the index of the token after them.
    pub(crate) edge: usize,
}

/// The classes of entities that may have offices and bodies.
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
    /// Returns `true` if the mention `number` names an entity that may have offices and bodies.
    pub(crate) fn may_possess(&self, number: usize) -> bool {
        self.mention(number).form != Form::Demonym && POSSESSORS.contains(&self.class(number))
    }

    /// Returns `true` if the mention `number` names a state or territory.
    pub(crate) fn is_state(&self, number: usize) -> bool {
        self.class(number).is_country()
    }

    /// Returns the possessors that precede an office or body: "Kazakh", "Kenya's", "the French and German". `token` is the first token of the office or body,
    /// and `capital` is `true` if that token begins with a capital letter. The possessor may then also be a plain name, that is, a name that is not an
    /// adjective and has no possessive ending ("Kazakhstan Foreign Minister"). [`bare`](Self::bare) accepts plain names in some other cases as well.
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

    /// Returns `true` if the plain name `number` is the possessor of the office or body that begins at `token`. A plain name is a mention that is not an
    /// adjective and has no possessive ending.
    ///
    /// In Chinese, the result is always `true`. In other languages, the plain name must be on the same line as the office or body, and must not follow "of" or
    /// a preposition of place. In addition, one of these conditions must hold:
    ///
    /// - The office or body begins with a capital letter (`capital`).
    /// - The plain name is the name of an organisation or one of its organs.
    /// - The plain name is the abbreviation of a state.
    /// - The plain name is the name of a state, and follows an article.
    fn bare(&self, number: usize, token: usize, capital: bool) -> bool {
        let (first, _) = self.places[number];
        let ideograph = self.doc.tokens.get(token).is_some_and(|token| token.kind == TokenKind::Ideograph);
        if ideograph {
            return true;
        }
        // The name of an organisation may also precede an office in lower case: "EU foreign ministers".
        let body = matches!(self.class(number), EntityClass::Organisation | EntityClass::Organ);
        // Abbreviations of states are used like adjectives: "US senators", "the UK foreign secretary".
        let short = self.is_state(number) && self.mention(number).form == Form::Abbreviation;
        // If the name of a state follows an article, the name belongs to the office: "the New Zealand prime minister".
        let article = self.is_state(number) && self.before(first, Class::Article).is_some();
        (capital || body || short || article)
            && self.doc.tokens.get(token).is_some_and(|token| matches!(token.gap, Gap::Blank | Gap::None))
            && self.before(first, Class::Place).is_none()
            && self.before(first, Class::Of).is_none()
    }

    /// Returns the index of the mention that precedes the name at `token` and is joined to this name by a word or comma: the mention "French" for the name
    /// "German" in "French and German" or "French, German".
    fn joined_before(&self, token: usize) -> Option<usize> {
        let article = self.skip_back(token, &[Class::Article]);
        let word = self.before(article, Class::Join).map_or(article, |(first, _)| first);
        let comma = word - usize::from(word > 0 && self.is_mark(word - 1, &[","]));
        if comma == token { None } else { self.ending(comma) }
    }

    /// Returns the possessors that follow an office or body: "of Kazakhstan", "of the Republics of X and Y". `token` is the index of the token after the
    /// office or body. If `several` is true, all joined names are included, not only the first. If `direct` is true, the names may follow directly, without a
    /// word such as "of".
    pub(crate) fn possessors_after(&self, token: usize, several: bool, direct: bool) -> Option<Possessors> {
        let from = match self.at(token, Class::Of) {
            Some((end, _)) => end,
            None if direct && self.joined(token) => token,
            None => return None,
        };
        let from = self.skip(from, &[Class::Article, Class::Modifier]);
        let number = self.starting(from).filter(|&number| self.may_possess(number) && self.joined(from))?;
        // An adjective belongs to the noun that follows it: "of Kenyan troops".
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

    /// Returns the index of the mention that follows the joining word or comma at `token`: the mention "Uzbekistan" in "and Uzbekistan" or ", Uzbekistan".
    fn joined_after(&self, token: usize) -> Option<usize> {
        let comma = token + usize::from(self.is_mark(token, &[","]));
        let behind = self.at(comma, Class::Join).map_or(comma, |(end, _)| end);
        if behind == token {
            return None;
        }
        self.starting(self.skip(behind, &[Class::Article, Class::Of, Class::Modifier]))
    }
}
