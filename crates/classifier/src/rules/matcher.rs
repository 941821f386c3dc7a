//! How patterns match around a trigger.

use super::pattern::{Atom, Kinds, Part, Pattern, What};
use chancery_text::fold::Folder;
use chancery_text::key::word_key;
use chancery_text::{Document, Gap, Span, Token, TokenKind};
use std::ops::Range;

/// A name or time in tokens.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Filler<'a> {
    pub(crate) first: usize,
    pub(crate) end: usize,
    /// Type of the name, or `time`.
    pub(crate) kind: &'a str,
    /// Index of the mention, or of the time.
    pub(crate) index: u32,
    pub(crate) span: Span,
}

/// What a match has filled: slot and filler, in the order of the pattern.
pub(crate) type Filled<'a> = Vec<(&'a str, Filler<'a>)>;

/// A document as patterns see it.
pub(crate) struct SentenceView<'a> {
    pub(crate) doc: &'a Document,
    pub(crate) folder: &'a Folder,
    pub(crate) kinds: &'a Kinds,
    /// Names and times, by first token; they do not overlap among names.
    pub(crate) fillers: Vec<Filler<'a>>,
    /// Number of the class of coordinators ("and"), and of barriers.
    pub(crate) coordinators: Option<u32>,
    pub(crate) barriers: Option<u32>,
    /// Of articles, which may stand before a joined name.
    pub(crate) articles: Option<u32>,
    /// Whether it is to be told why rules do not fit.
    pub(crate) telling: bool,
}

/// Which way parts are read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Left,
    Right,
}

impl<'a> SentenceView<'a> {
    /// Tries a pattern at a trigger (a range of tokens) inside a sentence. The fillers of its slots, or the part that came furthest and failed.
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
        if let What::Gap(most, closed) = &part.what {
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
            let fits = match &part.what {
                What::Words(atoms) => self.word_at(way, at, sentence).is_some_and(|token| self.is_word(token, atoms)),
                What::Slot(_, kinds) => self.filler(way, at, kinds).is_some(),
                What::Gap(..) => true,
            };
            return fits != part.negated && next(at, filled);
        }
        match &part.what {
            What::Words(atoms) => {
                if self.word_at(way, at, sentence).is_some_and(|token| self.is_word(token, atoms)) {
                    let after = if way == Way::Left { at - 1 } else { at + 1 };
                    if next(after, filled) {
                        return true;
                    }
                }
            }
            What::Slot(slot, kinds) => {
                let before = filled.len();
                let mut here = at;
                // The word that joins ("and") stands before the last of them; commas alone join nothing ("According to Ghana, Iraq attacked …").
                let (mut single, mut joined) = (at, false);
                while let Some(filler) = self.filler(way, here, kinds).filter(|f| sentence.start <= f.first && f.end <= sentence.end) {
                    filled.push((slot, filler));
                    here = if way == Way::Left { filler.first } else { filler.end };
                    if filled.len() == before + 1 {
                        single = here;
                    }
                    match self.over_coordinators(way, here, kinds, sentence) {
                        // Read to the left the word comes first, read to the right it comes last.
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
            What::Gap(..) => {}
        }
        part.optional && next(at, filled)
    }

    /// The position behind one token, or behind a whole name; `None` at a barrier or the sentence's end.
    fn over(&self, way: Way, at: usize, sentence: &Range<usize>) -> Option<usize> {
        let token = self.word_at(way, at, sentence)?;
        if self.barriers.is_some_and(|class| self.in_class(class, token)) {
            return None;
        }
        let any = match way {
            Way::Left => self.ending(at).find(|f| f.kind != "time").map(|f| f.first),
            Way::Right => self.starting(at).find(|f| f.kind != "time").map(|f| f.end),
        };
        Some(any.unwrap_or(if way == Way::Left { at - 1 } else { at + 1 }))
    }

    /// The position of the next filler when only coordinators stand before it ("and", ", and the"), and whether one of them is a word.
    fn over_coordinators(&self, way: Way, at: usize, kinds: &[String], sentence: &Range<usize>) -> Option<(usize, bool)> {
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
            if self.filler(way, here, kinds).is_some() {
                return Some((here, word));
            }
        }
        None
    }

    fn starting(&self, at: usize) -> impl Iterator<Item = &Filler<'a>> {
        let from = self.fillers.partition_point(|filler| filler.first < at);
        self.fillers[from..].iter().take_while(move |filler| filler.first == at)
    }

    fn ending(&self, at: usize) -> impl Iterator<Item = &Filler<'a>> {
        let behind = self.fillers.partition_point(|filler| filler.first < at);
        self.fillers[..behind].iter().rev().take(4).filter(move |filler| filler.end == at)
    }

    /// The filler of one of these types that ends or begins at a position.
    fn filler(&self, way: Way, at: usize, kinds: &[String]) -> Option<Filler<'a>> {
        let fits = |filler: &&Filler<'a>| kinds.iter().any(|kind| kind == filler.kind);
        match way {
            Way::Right => self.starting(at).find(fits).copied(),
            Way::Left => self.ending(at).find(fits).copied(),
        }
    }

    /// The token next to a position, inside the sentence.
    fn word_at(&self, way: Way, at: usize, sentence: &Range<usize>) -> Option<&'a Token> {
        let index = if way == Way::Left { at.checked_sub(1)? } else { at };
        (sentence.contains(&index))
            .then(|| self.doc.tokens.get(index))
            .flatten()
            .filter(|token| index == sentence.start || token.gap != Gap::Break)
    }

    fn is_word(&self, token: &Token, atoms: &[Atom]) -> bool {
        let text = token.text(self.doc.text());
        // Plain words need no folding.
        let folded = (token.key == 0).then(|| self.folder.word(text));
        let word = folded.as_deref().unwrap_or(text);
        atoms.iter().any(|atom| match atom {
            Atom::Word(wanted) => wanted.eq_ignore_ascii_case(word),
            Atom::Class(class) => self.in_class(*class, token),
        })
    }

    /// Whether a token's word is one of a class.
    pub(crate) fn in_class(&self, class: u32, token: &Token) -> bool {
        let text = token.text(self.doc.text());
        if token.key != 0 {
            return self.kinds.holds(class, token.key, text);
        }
        let word = self.folder.word(text);
        self.kinds.holds(class, word_key(word.as_bytes()), &word)
    }

    /// Whether a token is a part of a time.
    pub(crate) fn in_time(&self, token: &Token) -> bool {
        let at = self.doc.times.partition_point(|time| time.span.end() <= token.span.start());
        self.doc.times.get(at).is_some_and(|time| time.span.start() <= token.span.start())
    }

    /// Whether a token's word is this folded one.
    pub(crate) fn is(&self, token: &Token, word: &str) -> bool {
        // Plain words need no folding, and most others show at their length that they are others.
        if token.key != 0 {
            return token.span.len() as usize == word.len() && token.text(self.doc.text()).eq_ignore_ascii_case(word);
        }
        let text = token.text(self.doc.text());
        // Most of what is not plain is quotation marks, which are no words.
        let mark = token.kind == TokenKind::Punctuation && word.starts_with(char::is_alphanumeric);
        !mark && self.folder.word(text) == *word
    }
}
