//! Step 1 of a run: finds all matches of all rules. A rule is tried only at tokens that match its anchor, which is usually the rarest item of its pattern.

use crate::mask::Mask;
use crate::matcher::Match;
use crate::tables::{CompiledRule, Tables};
use crate::token_view::TokenView;
use crate::word_class_cache::WordClassCache;
use chancery_text::{Document, TokenKind};

/// A match, with the index of its rule in `Tables::rules`.
#[derive(Clone, Copy)]
pub(crate) struct Candidate {
    pub(crate) found: Match,
    pub(crate) rule: u32,
}

/// Finds all matches in a document, in the order of their anchors. Matches may overlap.
pub(crate) fn find(tables: &Tables, doc: &Document) -> Vec<Candidate> {
    let (text, tokens) = (doc.text(), &doc.tokens);
    let cache = WordClassCache::new(&tables.words, &tables.index);
    let view = TokenView { text, tokens, words: &tables.words, cache: &cache };
    let mut candidates = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let digit = token.kind == TokenKind::Number || text.as_bytes().get(token.span.start() as usize).is_some_and(u8::is_ascii_digit);
        let known = tables.anchors.may_contain(token.key);
        if !(digit | known) {
            continue;
        }
        let word = known && token.kind != TokenKind::Punctuation;
        let rules = if word { cache.get(token, text).rules } else { &[] };
        if digit || !rules.is_empty() {
            let around = [at.checked_sub(1).map_or(0, |before| view.mask(before)), view.mask(at), view.mask(at + 1)];
            let mut attempt = Attempt { tables, view: &view, at, own: around[1], candidates: &mut candidates };
            if digit {
                attempt.rules(&tables.by_digit, |rule| rule.need_at_digit.met(around));
            }
            attempt.rules(rules, |rule| rule.need.met(around));
        }
    }
    candidates
}

/// The attempt to match rules at one anchor.
struct Attempt<'a, 'v> {
    tables: &'a Tables,
    view: &'a TokenView<'v>,
    /// The index of the anchor token.
    at: usize,
    /// The mask of the anchor token.
    own: Mask,
    candidates: &'a mut Vec<Candidate>,
}

impl Attempt<'_, '_> {
    /// Tries the rules in `rules` for which `met` returns `true`. For each possible first token, adds the longest match that contains the anchor. Matches from
    /// all first tokens are needed: if the longest match overlaps a match of another rule, a shorter one may be kept instead.
    fn rules(&mut self, rules: &[u32], met: impl Fn(&CompiledRule) -> bool) {
        for &rule in rules {
            let compiled = &self.tables.rules[rule as usize];
            if !met(compiled) {
                continue;
            }
            for first in self.at.saturating_sub(compiled.lead)..=self.at {
                let mask = if first == self.at { self.own } else { self.view.mask(first) };
                if mask & compiled.first == 0 {
                    continue;
                }
                if let Some(found) = compiled.pattern.at(self.view, first).filter(|found| found.end > self.at) {
                    self.candidates.push(Candidate { found, rule });
                }
            }
        }
    }
}
