//! The scan: every stretch of tokens that is a name or a cue when case and context are left aside.

use crate::gazetteer::Gazetteer;
use crate::starts::{Starts, first_key, pair_key};
use crate::trie::{Accept, Node};
use chancery_text::{Gap, Token, TokenKind};

/// A stretch of tokens at which names end in the trie.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Candidate {
    /// First token.
    pub(crate) first: u32,
    /// The token behind the last.
    pub(crate) end: u32,
    /// The byte behind the last; before the token's own end where a possessive ending follows.
    pub(crate) end_byte: u32,
    pub(crate) node: Node,
    /// Whether a word divided at a line end is among the tokens.
    pub(crate) joined: bool,
}

/// A cue found, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct CueHit {
    pub(crate) token: u32,
    pub(crate) cue: u32,
}

/// What one scan finds.
#[derive(Debug, Default)]
pub(crate) struct Found {
    /// By first token, then in order of length.
    pub(crate) candidates: Vec<Candidate>,
    /// By token.
    pub(crate) cues: Vec<CueHit>,
    /// First and last token of each cue in this document: most names with cues need no closer look.
    pub(crate) reach: Vec<Option<(u32, u32)>>,
}

impl Found {
    fn clear(&mut self, cues: usize) {
        self.candidates.clear();
        for hit in self.cues.drain(..) {
            self.reach[hit.cue as usize] = None;
        }
        self.reach.resize(cues, None);
    }

    fn add_cue(&mut self, token: u32, cue: u32) {
        let (first, last) = self.reach[cue as usize].get_or_insert((token, token));
        *first = token.min(*first);
        *last = token.max(*last);
        self.cues.push(CueHit { token, cue });
    }
}

/// A run of the scan over one document.
pub(crate) struct Scan<'a> {
    pub(crate) gazetteer: &'a Gazetteer,
    pub(crate) text: &'a str,
    /// Whether the whole text is ASCII.
    pub(crate) ascii: bool,
    pub(crate) tokens: &'a [Token],
    pub(crate) found: &'a mut Found,
    pub(crate) buffer: &'a mut String,
}

/// A token's word in the vocabulary, and its word without a possessive ending.
struct Looked {
    whole: Option<u32>,
    stripped: Option<(u32, u32)>,
}

impl Scan<'_> {
    pub(crate) fn run(&mut self) {
        self.found.clear(self.gazetteer.cue_capitals.len());
        for at in 0..self.tokens.len() {
            let token = &self.tokens[at];
            if !matches!(token.kind, TokenKind::Word | TokenKind::Number | TokenKind::Ideograph) {
                continue;
            }
            let bytes = &self.text.as_bytes()[token.span.range()];
            // Most words begin no name.
            if (self.ascii || bytes.is_ascii()) && !self.may_begin(at, bytes) && !self.divided(at) {
                continue;
            }
            self.from(at);
        }
    }

    /// Whether a name or cue may begin with an ASCII token. It may say yes wrongly, never no.
    #[inline]
    fn may_begin(&self, at: usize, word: &[u8]) -> bool {
        let gazetteer = self.gazetteer;
        let starts = if self.tokens[at].capital { &gazetteer.starts } else { &gazetteer.lower_starts };
        let first = first_key(word);
        if starts.may_begin(first) && self.goes_on(at, first, starts) {
            return true;
        }
        gazetteer.clitic_lengths.iter().any(|&length| word.len() > length && word[word.len() - length] == b'\'')
    }

    /// Whether a name or cue may be the one word of this key, or begin with it and the next token.
    #[inline]
    fn goes_on(&self, at: usize, first: u32, starts: &Starts) -> bool {
        if starts.may_hold(first) {
            return true;
        }
        let Some(next) = self.tokens.get(at + 1) else { return false };
        let bytes = &self.text.as_bytes()[next.span.range()];
        starts.may_hold(pair_key(first, bytes)) || !self.ascii && !bytes.is_ascii() || self.divided(at + 1)
    }

    /// Follows all names that begin at a token.
    fn from(&mut self, at: usize) {
        let looked = self.look_up(at);
        if let Some((word, end)) = looked.stripped
            && let Some(node) = self.gazetteer.trie.at_root(word)
        {
            self.accept(at, at + 1, end, node, false);
        }
        if let Some(node) = looked.whole.and_then(|word| self.gazetteer.trie.at_root(word)) {
            self.walk(at, at + 1, node, false);
        }
        if let Some(word) = self.joined(at)
            && let Some(node) = self.gazetteer.trie.at_root(word)
        {
            self.walk(at, at + 3, node, true);
        }
    }

    /// Goes on from `node`, which `first..end` led to.
    fn walk(&mut self, first: usize, mut end: usize, mut node: Node, joined: bool) {
        loop {
            self.accept(first, end, self.tokens[end - 1].span.end(), node, joined);
            if !self.gazetteer.trie.has_edges(node) || end >= self.tokens.len() {
                return;
            }
            let Some(blank) = self.blank_before(end) else { return };
            let looked = self.look_up(end);
            if let Some((word, end_byte)) = looked.stripped
                && let Some(next) = self.gazetteer.trie.next(node, word, blank)
            {
                self.accept(first, end + 1, end_byte, next, joined);
            }
            if let Some(word) = self.joined(end)
                && let Some(next) = self.gazetteer.trie.next(node, word, blank)
            {
                self.walk(first, end + 3, next, true);
            }
            let Some(next) = looked.whole.and_then(|word| self.gazetteer.trie.next(node, word, blank)) else { return };
            node = next;
            end += 1;
        }
    }

    fn accept(&mut self, first: usize, end: usize, end_byte: u32, node: Node, joined: bool) {
        let mut named = false;
        for accept in self.gazetteer.trie.accepts(node) {
            match accept {
                Accept::Name(_) => named = true,
                Accept::Cue(cue) if self.gazetteer.cue_capitals[*cue as usize] && !self.tokens[first].capital => {}
                Accept::Cue(cue) => self.found.add_cue(first as u32, *cue),
            }
        }
        if named {
            self.found.candidates.push(Candidate { first: first as u32, end: end as u32, end_byte, node, joined });
        }
    }

    /// Whether the gap before a token counts as a blank; `None` where no name reaches over it.
    fn blank_before(&self, at: usize) -> Option<bool> {
        let token = &self.tokens[at];
        match token.gap {
            Gap::None => Some(false),
            Gap::Blank => Some(true),
            // A line break counts as a blank, but not behind a hyphen, nor in scripts without blanks.
            Gap::Line => {
                let before = &self.tokens[at - 1];
                let bare = before.kind == TokenKind::Ideograph && token.kind == TokenKind::Ideograph
                    || self.is_hyphen(before) && before.gap == Gap::None;
                Some(!bare)
            }
            _ => None,
        }
    }

    fn is_hyphen(&self, token: &Token) -> bool {
        token.kind == TokenKind::Punctuation && matches!(token.text(self.text), "-" | "\u{2010}" | "\u{AD}")
    }

    /// Whether the word at `at` is divided by a hyphen at the end of its line.
    fn divided(&self, at: usize) -> bool {
        let [_, hyphen, rest, ..] = self.tokens.get(at..).unwrap_or_default() else { return false };
        hyphen.gap == Gap::None && rest.gap == Gap::Line && rest.kind == TokenKind::Word && self.is_hyphen(hyphen)
    }

    /// The word that a word divided at its line's end is without the hyphen.
    fn joined(&mut self, at: usize) -> Option<u32> {
        if !self.divided(at) {
            return None;
        }
        self.buffer.clear();
        for token in [self.tokens[at], self.tokens[at + 2]] {
            self.gazetteer.folder.word_into(token.text(self.text), self.buffer);
        }
        self.gazetteer.words.find(self.buffer.as_bytes())
    }

    fn look_up(&mut self, at: usize) -> Looked {
        let token = &self.tokens[at];
        let text = token.text(self.text);
        let words = &self.gazetteer.words;
        if text.is_ascii() {
            let whole = words.find(text.as_bytes());
            let stripped = if text.as_bytes().contains(&b'\'') { self.strip(text, token.span.start()) } else { None };
            return Looked { whole, stripped };
        }
        self.buffer.clear();
        self.gazetteer.folder.word_into(text, self.buffer);
        let whole = words.find(self.buffer.as_bytes());
        let stripped = if self.buffer.contains('\'') { self.strip(text, token.span.start()) } else { None };
        Looked { whole, stripped }
    }

    /// The word before a possessive ending, and the byte where it ends.
    fn strip(&self, text: &str, start: u32) -> Option<(u32, u32)> {
        let cut = text.rfind(['\'', '\u{2019}', '\u{2018}', '\u{02BC}'])?;
        let folder = &self.gazetteer.folder;
        let ending = folder.word(&text[cut..]);
        if !self.gazetteer.clitics.contains(&ending) {
            return None;
        }
        let word = self.gazetteer.words.find(folder.word(&text[..cut]).as_bytes())?;
        Some((word, start + cut as u32))
    }
}
