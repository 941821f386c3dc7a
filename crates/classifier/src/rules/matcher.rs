//! Matches the patterns of rules with the words around a trigger.

use super::pattern::{Part, PartKind, Pattern, SlotType};
use super::sentence_view::{Filled, Filler, SentenceView};
use chancery_text::{Gap, Token, TokenKind};
use std::ops::Range;

/// The direction in which the parts of a pattern are matched. Matching starts at the trigger: the parts before the trigger are matched from right to left, and
/// the parts after it from left to right.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Left,
    Right,
}

impl<'a> SentenceView<'a> {
    /// Matches a pattern at `trigger` within `sentence`; both are ranges of tokens. Returns the names and times that fill the pattern's slots.
    ///
    /// If the pattern does not match, the error is the part at which matching failed. If several ways to match were tried, the error is the failed part that is
    /// farthest from the trigger.
    pub(crate) fn matches(&self, pattern: &'a Pattern, trigger: Range<usize>, sentence: &Range<usize>) -> Result<Filled<'a>, &'a Part> {
        let mut filled = Vec::new();
        self.side(&pattern.left, Way::Left, trigger.start, sentence, &mut filled)?;
        filled.reverse();
        self.side(&pattern.right, Way::Right, trigger.end, sentence, &mut filled)?;
        Ok(filled)
    }

    fn side(&self, parts: &'a [Part], way: Way, at: usize, sentence: &Range<usize>, filled: &mut Filled<'a>) -> Result<(), &'a Part> {
        let mut furthest = 0;
        if self.step(parts, 0, way, at, sentence, filled, &mut furthest) { Ok(()) } else { Err(&parts[furthest.min(parts.len() - 1)]) }
    }

    #[expect(clippy::too_many_arguments, reason = "a recursion that carries its whole state")]
    fn step(
        &self,
        parts: &'a [Part],
        number: usize,
        way: Way,
        at: usize,
        sentence: &Range<usize>,
        filled: &mut Filled<'a>,
        furthest: &mut usize,
    ) -> bool {
        *furthest = number.max(*furthest);
        let Some(part) = parts.get(number) else { return true };
        let mut next = |at: usize, filled: &mut Filled<'a>| self.step(parts, number + 1, way, at, sentence, filled, furthest);
        if let PartKind::Gap(most, closed) = &part.kind {
            let mut here = at;
            for _ in 0..=*most {
                if next(here, filled) {
                    return true;
                }
                if self.word_at(way, here, sentence).is_some_and(|token| self.is_word(token, closed)) {
                    return false;
                }
                match self.over(way, here, sentence) {
                    Some(after) => here = after,
                    None => return false,
                }
            }
            return false;
        }
        if part.context {
            let fits = match &part.kind {
                PartKind::Words(atoms) => self.word_at(way, at, sentence).is_some_and(|token| self.is_word(token, atoms)),
                PartKind::Slot(_, types) => self.filler(way, at, types).is_some(),
                PartKind::Gap(..) => true,
            };
            return fits != part.negated && next(at, filled);
        }
        match &part.kind {
            PartKind::Words(atoms) => {
                if self.word_at(way, at, sentence).is_some_and(|token| self.is_word(token, atoms)) {
                    let after = if way == Way::Left { at - 1 } else { at + 1 };
                    if next(after, filled) {
                        return true;
                    }
                }
            }
            PartKind::Slot(slot, types) => {
                let before = filled.len();
                let mut here = at;
                // Names are joined only if a coordinating word precedes the last of them. Commas alone do not join names ("According to Ghana, Iraq attacked
                // …").
                let (mut single, mut joined) = (at, false);
                while let Some(filler) = self.filler(way, here, types).filter(|f| sentence.start <= f.first && f.end <= sentence.end) {
                    filled.push((slot, filler));
                    here = if way == Way::Left { filler.first } else { filler.end };
                    if filled.len() == before + 1 {
                        single = here;
                    }
                    match self.over_coordinators(way, here, types, sentence) {
                        // The coordinating word precedes the last name of the list. It is therefore met first when matching to the left, and last when matching
                        // to the right.
                        Some((_, false)) if joined == (way == Way::Right) => break,
                        Some((after, word)) => {
                            here = after;
                            joined |= word;
                        }
                        None => break,
                    }
                }
                if !joined && filled.len() > before + 1 {
                    filled.truncate(before + 1);
                    here = single;
                }
                if part.several && filled.len() < before + 2 {
                    filled.truncate(before);
                }
                if filled.len() > before && next(here, filled) {
                    return true;
                }
                filled.truncate(before);
            }
            PartKind::Gap(..) => {}
        }
        part.optional && next(at, filled)
    }

    /// Skips the next token in the direction `way` or, if this token belongs to a name, the whole name. Returns the new position. Returns `None` at a word of
    /// the class `barrier`, at the boundary of the sentence, and at an empty line.
    fn over(&self, way: Way, at: usize, sentence: &Range<usize>) -> Option<usize> {
        let token = self.word_at(way, at, sentence)?;
        if self.barriers.is_some_and(|class| self.in_class(class, token)) {
            return None;
        }
        let any = match way {
            Way::Left => self.name_to(at).map(|name| name.first),
            Way::Right => self.name_from(at).map(|name| name.end),
        };
        Some(any.unwrap_or(if way == Way::Left { at - 1 } else { at + 1 }))
    }

    /// Skips one to three coordinators and articles ("and", ", and the") that come next in the direction `way`. Returns the new position, and whether one of
    /// the skipped coordinators is a word and not a comma. Returns `None` if no name or time of one of the types `types` is at the new position.
    fn over_coordinators(&self, way: Way, at: usize, types: &[SlotType], sentence: &Range<usize>) -> Option<(usize, bool)> {
        let class = self.coordinators?;
        let (mut here, mut word) = (at, false);
        for _ in 0..3 {
            let token = self.word_at(way, here, sentence)?;
            let article = self.articles.is_some_and(|class| self.in_class(class, token));
            if !article && !self.in_class(class, token) {
                return None;
            }
            word |= !article && token.kind == TokenKind::Word;
            here = if way == Way::Left { here - 1 } else { here + 1 };
            if self.filler(way, here, types).is_some() {
                return Some((here, word));
            }
        }
        None
    }

    /// Returns the filler (name or time) that comes next in the direction `way`, if it has one of the types `types`. To the right, the filler begins at the
    /// token `at`; to the left, it ends directly before this token.
    fn filler(&self, way: Way, at: usize, types: &[SlotType]) -> Option<Filler<'a>> {
        match way {
            Way::Right => self.filler_from(at, types),
            Way::Left => self.filler_to(at, types),
        }
    }

    /// Returns the token that comes next in the direction `way`: the token `at`, or the token before it if the direction is left. Returns `None` at the
    /// boundary of the sentence and at an empty line.
    fn word_at(&self, way: Way, at: usize, sentence: &Range<usize>) -> Option<&'a Token> {
        let index = if way == Way::Left { at.checked_sub(1)? } else { at };
        (sentence.contains(&index))
            .then(|| self.doc.tokens.get(index))
            .flatten()
            .filter(|token| index == sentence.start || token.gap != Gap::Break)
    }
}
