//! One scan over the tokens of a document.

use crate::compiled::{Compiled, Hit};
use crate::filter::{Places, STRIDE};
use crate::fold_cache::{FoldCache, Folded};
use crate::hyphen;
use crate::table::{Target, Word};
use chancery_text::{Gap, Token, TokenKind};

/// The state of one scan over a text.
pub(crate) struct Scan<'a, F> {
    pub(crate) phrases: &'a Compiled,
    pub(crate) text: &'a str,
    pub(crate) tokens: &'a [Token],
    pub(crate) buffer: &'a mut String,
    pub(crate) recent: &'a mut FoldCache,
    pub(crate) take: F,
}

/// The hash of a token's word.
struct Looked {
    /// The first half of the hash.
    key: u32,
    /// The second half of the hash, if the word had to be folded. `None` for any other word, whose second half is computed only when it is needed.
    check: Option<u32>,
    /// If the word has a possessive ending, the hash of the part before the ending, and the byte offset in the text at which this part ends.
    stripped: Option<(Word, u32)>,
}

impl<F: FnMut(Hit)> Scan<'_, F> {
    pub(crate) fn run(&mut self) {
        if self.phrases.stems.is_empty() { self.all() } else { self.all_with_stems() }
    }

    /// Reports all matches of a phrase set without stems.
    fn all(&mut self) {
        let tokens = self.tokens;
        let mut from = 0;
        while let Some(ahead @ [_, ..]) = tokens.get(from..) {
            let Places { known, broken } = self.phrases.filter.places(ahead);
            let mut left = known | broken;
            while left != 0 {
                let bit = left & left.wrapping_neg();
                left ^= bit;
                let at = from + bit.trailing_zeros() as usize;
                let mark = matches!(tokens[at].kind, TokenKind::Punctuation | TokenKind::Symbol);
                if !mark && (known & bit != 0 || self.divided(at) || self.divided(at + 1)) {
                    self.follow(at);
                }
            }
            from += STRIDE;
        }
    }

    /// Reports all matches of a phrase set with stems.
    fn all_with_stems(&mut self) {
        for at in 0..self.tokens.len() {
            if self.goes_on(at) || !self.stems_at(at).is_empty() {
                self.follow(at);
            }
        }
    }

    /// Returns `true` if a phrase that has been matched up to `node` may continue with the token `at`.
    #[inline]
    fn may_go_on(&self, node: Target, at: usize) -> bool {
        // If a word is divided at a line end, the whole word has a different key from its first part.
        let goes_on = |token: &Token| node.may_go_on(token.key) || node.has_edges() && self.divided(at);
        self.tokens.get(at).is_some_and(goes_on)
    }

    /// Returns the stems that match the word at token `at`, each with the flag `false`. If the word is divided at a line end, the stems that match the whole
    /// word follow, each with the flag `true`.
    fn stems_at(&mut self, at: usize) -> Vec<(Word, bool)> {
        let token = &self.tokens[at];
        if self.phrases.stems.is_empty() || token.kind != TokenKind::Word {
            return Vec::new();
        }
        let (phrases, text) = (self.phrases, token.text(self.text));
        let mut stems: Vec<(Word, bool)> = if token.key == 0 {
            self.buffer.clear();
            phrases.folder.word_into(text, self.buffer);
            phrases.stems.of(self.buffer).map(|stem| (stem, false)).collect()
        } else {
            phrases.stems.of(text).map(|stem| (stem, false)).collect()
        };
        if self.divided(at) {
            self.join(at);
            stems.extend(phrases.stems.of(self.buffer).map(|stem| (stem, true)));
        }
        stems
    }

    /// Returns `true` if a phrase may begin with the token `at`.
    fn goes_on(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        !matches!(token.kind, TokenKind::Punctuation | TokenKind::Symbol)
            && (self.phrases.filter.begins(token, self.tokens.get(at + 1)) || self.divided(at) || self.divided(at + 1))
    }

    /// Returns `true` if the token `at` can be looked up by its key alone: the word needs no folding, it cannot be divided at a line end, and the phrase set
    /// has no stems.
    #[inline]
    fn is_plain(&self, at: usize) -> bool {
        self.tokens[at].key != 0 && self.tokens.get(at + 2).is_none_or(|rest| rest.gap != Gap::Line) && self.phrases.stems.is_empty()
    }

    /// Reports all matches that begin at the token `at`.
    #[inline]
    fn follow(&mut self, at: usize) {
        if self.is_plain(at) {
            let token = &self.tokens[at];
            let check = || token.check(self.text);
            if let Some(node) = self.phrases.trie.at_root(token.key, check) {
                self.walk(at, at + 1, node, false);
            }
        } else {
            self.follow_any(at);
        }
    }

    fn follow_any(&mut self, at: usize) {
        let looked = self.look_up(at);
        if let Some((word, end)) = looked.stripped
            && let Some(node) = self.phrases.trie.at_root(word.key, || word.check)
        {
            self.give(at, at + 1, end, node, false);
        }
        if let Some(node) = self.phrases.trie.at_root(looked.key, || self.check(&looked, at)) {
            self.walk(at, at + 1, node, false);
        }
        if let Some(word) = self.joined(at)
            && let Some(node) = self.phrases.trie.at_root(word.key, || word.check)
        {
            self.walk(at, at + 3, node, true);
        }
        for (stem, joined) in self.stems_at(at) {
            if let Some(node) = self.phrases.trie.at_root(stem.key, || stem.check) {
                self.walk(at, at + if joined { 3 } else { 1 }, node, joined);
            }
        }
    }

    /// Continues the search at `node`, which the tokens `first..end` have reached. Reports a match if a phrase ends at `node`, and then follows longer phrases
    /// from there.
    #[inline]
    fn walk(&mut self, first: usize, end: usize, node: Target, joined: bool) {
        self.give(first, end, self.tokens[end - 1].span.end(), node, joined);
        // Usually, no phrase continues with the next token.
        if self.may_go_on(node, end) {
            self.go_on(first, end, node, joined);
        }
    }

    /// Follows longer phrases from `node`, which the tokens `first..end` have reached. The next token to match is `end`.
    fn go_on(&mut self, first: usize, mut end: usize, mut node: Target, joined: bool) {
        loop {
            let Some(blank) = self.blank_before(end) else { return };
            if self.is_plain(end) {
                let token = &self.tokens[end];
                let check = || token.check(self.text);
                let Some(next) = self.phrases.trie.next(node, token.key, blank, check) else { return };
                node = next;
            } else {
                let Some(next) = self.go_on_any(first, end, node, blank, joined) else { return };
                node = next;
            }
            end += 1;
            self.give(first, end, self.tokens[end - 1].span.end(), node, joined);
            if !self.may_go_on(node, end) {
                return;
            }
        }
    }

    /// Does one step of [`go_on`](Self::go_on) for a token that must be folded, may be divided, or may match stems. A token of this kind can match in several
    /// ways: as written, without its possessive ending, joined with the next line, or by a stem. This function returns the node for the word as written, from
    /// which the caller continues. It follows all other ways itself and reports their matches.
    fn go_on_any(&mut self, first: usize, end: usize, node: Target, blank: bool, joined: bool) -> Option<Target> {
        let looked = self.look_up(end);
        if let Some((word, end_byte)) = looked.stripped
            && let Some(next) = self.phrases.trie.next(node, word.key, blank, || word.check)
        {
            self.give(first, end + 1, end_byte, next, joined);
        }
        if let Some(word) = self.joined(end)
            && let Some(next) = self.phrases.trie.next(node, word.key, blank, || word.check)
        {
            self.walk(first, end + 3, next, true);
        }
        for (stem, divided) in self.stems_at(end) {
            if let Some(next) = self.phrases.trie.next(node, stem.key, blank, || stem.check) {
                self.walk(first, end + if divided { 3 } else { 1 }, next, joined | divided);
            }
        }
        self.phrases.trie.next(node, looked.key, blank, || self.check(&looked, end))
    }

    fn give(&mut self, first: usize, end: usize, end_byte: u32, node: Target, joined: bool) {
        if node.is_end() {
            (self.take)(Hit { first: first as u32, end: end as u32, end_byte, joined, node: node.node() });
        }
    }

    /// Returns `Some(true)` if the gap before the token `at` counts as a space, `Some(false)` if it does not, and `None` if a phrase cannot continue across the
    /// gap.
    fn blank_before(&self, at: usize) -> Option<bool> {
        let token = &self.tokens[at];
        match token.gap {
            Gap::None => Some(false),
            // A space after a hyphen is a typing or scanning error ("Secretary- General").
            Gap::Blank => Some(!hyphen::sticks(self.tokens, at - 1, self.text)),
            // A line break counts as a space, except after a hyphen or between characters of a script without spaces.
            Gap::Line => {
                let ideographs = self.tokens[at - 1].kind == TokenKind::Ideograph && token.kind == TokenKind::Ideograph;
                Some(!ideographs && !hyphen::sticks(self.tokens, at - 1, self.text))
            }
            _ => None,
        }
    }

    /// Returns `true` if the word at token `at` is divided by a hyphen at the end of the line.
    #[inline]
    fn divided(&self, at: usize) -> bool {
        self.tokens.get(at + 2).is_some_and(|rest| rest.gap == Gap::Line && rest.kind == TokenKind::Word)
            && hyphen::sticks(self.tokens, at + 1, self.text)
    }

    /// If the word at token `at` is divided at a line end, returns the hash of the whole word without the hyphen; otherwise `None`.
    fn joined(&mut self, at: usize) -> Option<Word> {
        if !self.divided(at) {
            return None;
        }
        self.join(at);
        Some(Word::of(self.buffer.as_bytes()))
    }

    /// Writes the divided word at token `at` to the buffer: both of its parts, folded and without the hyphen.
    fn join(&mut self, at: usize) {
        self.buffer.clear();
        for token in [self.tokens[at], self.tokens[at + 2]] {
            self.phrases.folder.word_into(token.text(self.text), self.buffer);
        }
    }

    /// Returns the second half of the hash of the word at token `at`.
    #[inline]
    fn check(&self, looked: &Looked, at: usize) -> u32 {
        looked.check.unwrap_or_else(|| self.tokens[at].check(self.text))
    }

    #[inline]
    fn look_up(&mut self, at: usize) -> Looked {
        let token = &self.tokens[at];
        let text = token.text(self.text);
        if token.key != 0 {
            return Looked { key: token.key, check: None, stripped: None };
        }
        self.look_up_folded(text, token.span.start())
    }

    fn look_up_folded(&mut self, text: &str, start: u32) -> Looked {
        let (phrases, buffer) = (self.phrases, &mut *self.buffer);
        let Folded { whole, stripped } = self.recent.get(text, || {
            buffer.clear();
            phrases.folder.word_into(text, buffer);
            let whole = Word::of(buffer.as_bytes());
            Folded { whole, stripped: if buffer.contains('\'') { strip(phrases, text) } else { None } }
        });
        Looked { key: whole.key, check: Some(whole.check), stripped: stripped.map(|(word, end)| (word, start + end)) }
    }
}

/// If `text` has a possessive ending, returns the hash of the folded part before the ending, and the length in bytes that this part had before folding.
/// Otherwise, returns `None`.
fn strip(phrases: &Compiled, text: &str) -> Option<(Word, u32)> {
    let cut = text.rfind(['\'', '\u{2019}', '\u{2018}', '\u{02BC}'])?;
    let ending = phrases.folder.word(&text[cut..]);
    if !phrases.clitics.contains(&ending) {
        return None;
    }
    Some((Word::of(phrases.folder.word(&text[..cut]).as_bytes()), cut as u32))
}
