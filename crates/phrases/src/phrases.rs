//! The finished phrase set.

use crate::filter::Filter;
use crate::scan::Scan;
use crate::trie::{Node, Trie};
use crate::vocabulary::Vocabulary;
use chancery_text::Token;
use chancery_text::fold::Folder;

/// Phrases compiled for finding. Immutable; share it between threads.
///
/// With the feature `serde` it can be stored and loaded, which is many times faster than building it. What is loaded must be what the same
/// version stored: other bytes may make a scan panic.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Phrases {
    pub(crate) folder: Folder,
    pub(crate) clitics: Vec<String>,
    pub(crate) words: Vocabulary,
    pub(crate) trie: Trie,
    /// How phrases begin that any token may begin.
    pub(crate) any: Filter,
    /// How all phrases begin.
    pub(crate) capital: Filter,
}

/// A stretch of tokens that is a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Index of the first token.
    pub first: u32,
    /// Index of the token behind the last.
    pub end: u32,
    /// The byte of the text behind the last; before the last token's own end where a possessive ending follows.
    pub end_byte: u32,
    /// Whether a word divided at a line end is among the tokens.
    pub joined: bool,
    pub(crate) node: Node,
}

/// Memory that scans share, one for each thread.
#[derive(Clone, Debug, Default)]
pub struct Scratch {
    pub(crate) places: Vec<u32>,
    pub(crate) buffer: String,
}

impl Phrases {
    /// Calls `take` for each phrase found, by first token, then by number of tokens; all that overlap are told. The tokens must be those of `text`.
    ///
    /// Time is linear in the tokens and all but independent of the number of phrases.
    pub fn scan(&self, text: &str, tokens: &[Token], scratch: &mut Scratch, take: impl FnMut(Hit)) {
        Scan { phrases: self, text, tokens, buffer: &mut scratch.buffer, take }.run(&mut scratch.places);
    }

    /// The numbers of the phrases that a hit is, in the order in which they were put in.
    #[inline]
    #[must_use]
    pub fn values(&self, hit: Hit) -> &[u32] {
        self.trie.values(hit.node)
    }

    /// The folder that words are folded with.
    #[must_use]
    pub fn folder(&self) -> &Folder {
        &self.folder
    }
}
