//! Whether a name may stand where it was found: case, neighbours, context.

use crate::entry::CasePolicy;
use crate::gazetteer::{Constraints, Gazetteer, NameRow};
use crate::scan_hits::CueHit;
use chancery_phrases::Hit;
use chancery_text::{Block, Casing, Document, Form, RejectionReason, Sentence, Token, TokenKind, TokenRange};

/// As many tokens away a word says nothing of a name any more: the length of a long speech.
const FAR: u32 = 10_000;

/// The document as the checks see it.
pub(crate) struct MatchContext<'a> {
    pub(crate) gazetteer: &'a Gazetteer,
    pub(crate) doc: &'a Document,
    pub(crate) cues: &'a [CueHit],
    /// First and last token of each cue.
    pub(crate) reach: &'a [Option<(u32, u32)>],
}

impl MatchContext<'_> {
    /// Why a name may not stand there; `Ok` if it may.
    pub(crate) fn admit(&self, name: &NameRow, candidate: &Hit, sentence: usize) -> Result<(), RejectionReason> {
        let tokens = &self.doc.tokens[candidate.first as usize..candidate.end as usize];
        if !self.cased(name, candidate, tokens) {
            return Err(RejectionReason::Case);
        }
        if let Some(sort) = name.sort
            && name.form < Form::Abbreviation
            && let Some(reason) = self.gazetteer.part_of_another(self.doc, candidate, sort)
        {
            return Err(reason);
        }
        let entity = || &self.gazetteer.entities[name.entity as usize];
        if name.dated
            && (self.doc.metadata.date.is_some_and(|date| entity().yet_to_come(date) || entity().out_of_use(name.valid, date))
                || self.gazetteer.years_told(self.doc, candidate).is_some_and(|years| entity().of_other_years(years)))
        {
            return Err(RejectionReason::Date);
        }
        let Some(constraints) = &name.constraints else { return Ok(()) };
        let (first, end) = (candidate.first as usize, candidate.end as usize);
        let stands = |(capital, phrase): &(bool, Vec<String>), from: usize| {
            (!capital || self.doc.tokens.get(from).is_some_and(|token| token.capital)) && self.gazetteer.stands(self.doc, phrase, from)
        };
        let before = |guard: &(bool, Vec<String>)| first.checked_sub(guard.1.len()).is_some_and(|from| stands(guard, from));
        if constraints.before.iter().any(before) || constraints.after.iter().any(|guard| stands(guard, end)) {
            return Err(RejectionReason::Neighbour);
        }
        if constraints.needs.is_empty() && constraints.not.is_empty() { Ok(()) } else { self.near(constraints, candidate, sentence) }
    }

    fn cased(&self, name: &NameRow, candidate: &Hit, tokens: &[Token]) -> bool {
        match name.case {
            CasePolicy::Any => true,
            // Of a word divided at a line's end only the first part shows its case.
            CasePolicy::Title if candidate.joined => name.capitals & 1 == 0 || tokens[0].capital,
            CasePolicy::Title => tokens.iter().take(64).enumerate().all(|(at, token)| name.capitals >> at & 1 == 0 || token.capital),
            CasePolicy::Exact if candidate.joined => false,
            CasePolicy::Exact => {
                let text = self.doc.text();
                let cased = name.constraints.as_ref().map_or(&[][..], |constraints| &constraints.cased);
                let same = tokens.len() == cased.len()
                    && tokens.iter().zip(cased).enumerate().all(|(at, (token, cased))| {
                        let end = if at + 1 == tokens.len() { candidate.end_byte } else { token.span.end() };
                        let surface = &text[token.span.start() as usize..end as usize];
                        surface == cased || !surface.is_ascii() && self.gazetteer.phrases.folder().cased_word(surface) == *cased
                    });
                same && !(name.short && self.among_capitals(candidate))
            }
        }
    }

    /// Whether the words on both sides are all in capitals (at the end of a line or text one side suffices).
    fn among_capitals(&self, candidate: &Hit) -> bool {
        let word = |token: &Token| token.kind == TokenKind::Word && token.span.len() > 1;
        let (first, end) = (candidate.first as usize, candidate.end as usize);
        let before = self.doc.tokens[first.saturating_sub(3)..first].iter().rev().find(|token| word(token));
        let after = self.doc.tokens[end..(end + 3).min(self.doc.tokens.len())].iter().find(|token| word(token));
        let upper = |token: Option<&Token>| token.map(|token| token.casing == Casing::Upper);
        matches!((upper(before), upper(after)), (Some(true), Some(true)) | (Some(true), None) | (None, Some(true)))
    }

    /// How many tokens lie between a stretch and the nearest of the words that a name needs; none if it needs none, or none is near enough.
    pub(crate) fn nearest_cue(&self, name: &NameRow, candidate: &Hit) -> Option<u32> {
        let needs = &name.constraints.as_ref()?.needs;
        if !needs.iter().any(|&cue| self.reach[cue as usize].is_some()) {
            return None;
        }
        let here = self.cues.partition_point(|hit| hit.token < candidate.first);
        let away = |hit: &CueHit| hit.token.abs_diff(candidate.first);
        let fits = |hit: &&CueHit| needs.contains(&hit.cue) && !(candidate.first..candidate.end).contains(&hit.token);
        let before = self.cues[..here].iter().rev().take_while(|hit| away(hit) <= FAR).find(fits);
        let behind = self.cues[here..].iter().take_while(|hit| away(hit) <= FAR).find(fits);
        before.into_iter().chain(behind).map(away).min()
    }

    /// The sentence, the paragraph, the document: the first that holds a cue decides.
    fn near(&self, constraints: &Constraints, candidate: &Hit, sentence: usize) -> Result<(), RejectionReason> {
        let inside = |token: u32| (candidate.first..candidate.end).contains(&token);
        let anywhere =
            |cues: &[u32]| cues.iter().any(|&cue| self.reach[cue as usize].is_some_and(|(first, last)| !inside(first) || !inside(last)));
        match (anywhere(&constraints.not), anywhere(&constraints.needs)) {
            (false, false) => return if constraints.needs.is_empty() { Ok(()) } else { Err(RejectionReason::Needs) },
            (true, false) => return Err(RejectionReason::Excluded),
            (false, true) => return Ok(()),
            (true, true) => {}
        }
        let whole = TokenRange::new(0, self.doc.tokens.len() as u32);
        let sentence = self.doc.sentences.get(sentence);
        let of = |sentence: &Sentence| self.doc.blocks.get(sentence.block.get()).map(|block: &Block| block.token_range);
        let scopes = [sentence.map(|s| s.token_range), sentence.and_then(of), Some(whole)];
        for scope in scopes.into_iter().flatten() {
            if self.holds(&constraints.not, scope, candidate) {
                return Err(RejectionReason::Excluded);
            }
            if self.holds(&constraints.needs, scope, candidate) {
                return Ok(());
            }
        }
        if constraints.needs.is_empty() { Ok(()) } else { Err(RejectionReason::Needs) }
    }

    /// Whether one of the cues stands in a range of tokens, but not in the name itself.
    fn holds(&self, cues: &[u32], range: TokenRange, candidate: &Hit) -> bool {
        let from = self.cues.partition_point(|hit| hit.token < range.start);
        self.cues[from..]
            .iter()
            .take_while(|hit| hit.token < range.end)
            .any(|hit| cues.contains(&hit.cue) && !(candidate.first..candidate.end).contains(&hit.token))
    }
}
