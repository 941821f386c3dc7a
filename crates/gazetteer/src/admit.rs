//! Whether a name may stand where it was found: case, neighbours, context.

use crate::entry::CasePolicy;
use crate::gazetteer::{Gazetteer, NameRow};
use crate::scan::{Candidate, CueHit};
use chancery_text::{Block, Casing, Document, LostReason, Sentence, Token, TokenKind};
use std::ops::Range;

/// The document as the checks see it.
pub(crate) struct Place<'a> {
    pub(crate) gazetteer: &'a Gazetteer,
    pub(crate) doc: &'a Document,
    pub(crate) cues: &'a [CueHit],
    /// First and last token of each cue.
    pub(crate) reach: &'a [Option<(u32, u32)>],
}

impl Place<'_> {
    /// Why a name may not stand there; `Ok` if it may.
    pub(crate) fn admit(&self, name: &NameRow, candidate: &Candidate, sentence: usize) -> Result<(), LostReason> {
        let tokens = &self.doc.tokens[candidate.first as usize..candidate.end as usize];
        if !self.cased(name, candidate, tokens) {
            return Err(LostReason::Case);
        }
        let (first, end) = (candidate.first as usize, candidate.end as usize);
        let before = |phrase: &Vec<String>| first.checked_sub(phrase.len()).is_some_and(|from| self.stands(phrase, from));
        if name.before.iter().any(before) || name.after.iter().any(|phrase| self.stands(phrase, end)) {
            return Err(LostReason::Neighbour);
        }
        if name.needs.is_empty() && name.not.is_empty() { Ok(()) } else { self.near(name, candidate, sentence) }
    }

    /// Whether the words of a phrase stand at a token and behind it.
    fn stands(&self, phrase: &[String], from: usize) -> bool {
        let tokens = self.doc.tokens.get(from..from + phrase.len()).unwrap_or_default();
        !phrase.is_empty()
            && tokens.len() == phrase.len()
            && tokens.iter().zip(phrase).all(|(token, word)| {
                let text = token.text(self.doc.text());
                if text.is_ascii() { text.eq_ignore_ascii_case(word) } else { self.gazetteer.folder.word(text) == *word }
            })
    }

    fn cased(&self, name: &NameRow, candidate: &Candidate, tokens: &[Token]) -> bool {
        match name.case {
            CasePolicy::Any => true,
            // Of a word divided at a line's end only the first part shows its case.
            CasePolicy::Title if candidate.joined => name.capitals & 1 == 0 || tokens[0].capital,
            CasePolicy::Title => tokens.iter().take(64).enumerate().all(|(at, token)| name.capitals >> at & 1 == 0 || token.capital),
            CasePolicy::Exact if candidate.joined => false,
            CasePolicy::Exact => {
                let text = self.doc.text();
                let same = tokens.iter().zip(&name.cased).enumerate().all(|(at, (token, cased))| {
                    let end = if at + 1 == tokens.len() { candidate.end_byte } else { token.span.end() };
                    let surface = &text[token.span.start() as usize..end as usize];
                    surface == cased || !surface.is_ascii() && self.gazetteer.folder.cased_word(surface) == *cased
                });
                same && !(name.short && self.among_capitals(candidate))
            }
        }
    }

    /// Whether the words on both sides are all in capitals (at the end of a line or text one side suffices).
    fn among_capitals(&self, candidate: &Candidate) -> bool {
        let word = |token: &Token| token.kind == TokenKind::Word && token.span.len() > 1;
        let (first, end) = (candidate.first as usize, candidate.end as usize);
        let before = self.doc.tokens[first.saturating_sub(3)..first].iter().rev().find(|token| word(token));
        let after = self.doc.tokens[end..(end + 3).min(self.doc.tokens.len())].iter().find(|token| word(token));
        let upper = |token: Option<&Token>| token.map(|token| token.casing == Casing::Upper);
        matches!((upper(before), upper(after)), (Some(true), Some(true)) | (Some(true), None) | (None, Some(true)))
    }

    /// The sentence, the paragraph, the document: the first that holds a cue decides.
    fn near(&self, name: &NameRow, candidate: &Candidate, sentence: usize) -> Result<(), LostReason> {
        let inside = |token: u32| (candidate.first..candidate.end).contains(&token);
        let anywhere =
            |cues: &[u32]| cues.iter().any(|&cue| self.reach[cue as usize].is_some_and(|(first, last)| !inside(first) || !inside(last)));
        match (anywhere(&name.not), anywhere(&name.needs)) {
            (false, false) => return if name.needs.is_empty() { Ok(()) } else { Err(LostReason::Needs) },
            (true, false) => return Err(LostReason::Excluded),
            (false, true) => return Ok(()),
            (true, true) => {}
        }
        let whole = 0..self.doc.tokens.len() as u32;
        let sentence = self.doc.sentences.get(sentence);
        let of = |sentence: &Sentence| self.doc.blocks.get(sentence.block as usize).map(|block: &Block| block.token_range.clone());
        let scopes = [sentence.map(|s| s.token_range.clone()), sentence.and_then(of), Some(whole)];
        for scope in scopes.into_iter().flatten() {
            if self.holds(&name.not, &scope, candidate) {
                return Err(LostReason::Excluded);
            }
            if self.holds(&name.needs, &scope, candidate) {
                return Ok(());
            }
        }
        if name.needs.is_empty() { Ok(()) } else { Err(LostReason::Needs) }
    }

    /// Whether one of the cues stands in a range of tokens, but not in the name itself.
    fn holds(&self, cues: &[u32], range: &Range<u32>, candidate: &Candidate) -> bool {
        let from = self.cues.partition_point(|hit| hit.token < range.start);
        self.cues[from..]
            .iter()
            .take_while(|hit| hit.token < range.end)
            .any(|hit| cues.contains(&hit.cue) && !(candidate.first..candidate.end).contains(&hit.token))
    }
}
