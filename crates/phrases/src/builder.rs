//! From phrases to a phrase set.

use crate::filter::FilterBuilder;
use crate::phrases::Phrases;
use crate::trie::TrieBuilder;
use crate::vocabulary::Vocabulary;
use chancery_text::fold::Folder;
use chancery_text::{Gap, Token, TokenKind, WordBreaker, word_key};

/// There are more words than 31 bits can count, or more bytes in them than 32.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there are more than two thousand million words, or four thousand million bytes of them")]
pub struct TooLarge;

/// Which tokens a phrase may begin with. The fewer may, the faster is the search.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    /// Tokens whose first letter is a capital.
    Capital,
    /// All tokens.
    Any,
}

/// Collects phrases and builds a [`Phrases`].
#[derive(Clone, Debug)]
pub struct PhrasesBuilder {
    folder: Folder,
    clitics: Vec<String>,
    words: Vocabulary,
    trie: TrieBuilder,
    any: FilterBuilder,
    capital: FilterBuilder,
    tokens: Vec<Token>,
    cut: Vec<(u32, bool)>,
    buffer: String,
}

impl PhrasesBuilder {
    /// An empty builder that folds phrases and texts with this folder and knows no possessive endings.
    #[must_use]
    pub fn new(folder: Folder) -> Self {
        Self {
            folder,
            clitics: Vec::new(),
            words: Vocabulary::default(),
            trie: TrieBuilder::default(),
            any: FilterBuilder::default(),
            capital: FilterBuilder::default(),
            tokens: Vec::new(),
            cut: Vec::new(),
            buffer: String::new(),
        }
    }

    /// Lets a phrase be followed by this ending in the same token ("'s").
    #[must_use]
    pub fn with_clitic(mut self, clitic: &str) -> Self {
        self.clitics.push(self.folder.word(clitic));
        self
    }

    /// The folder.
    #[must_use]
    pub fn folder(&self) -> &Folder {
        &self.folder
    }

    /// Adds a phrase with a number, cut by `breaker`, which must be the one that cuts the texts. `None` (and nothing added) if nothing in it is a
    /// word, a number or an ideograph. One phrase may be added with several numbers.
    pub fn insert(&mut self, text: &str, breaker: &dyn WordBreaker, start: Start, value: u32) -> Option<()> {
        breaker.break_words(text, &mut self.tokens);
        if !self.tokens.iter().any(|token| matches!(token.kind, TokenKind::Word | TokenKind::Number | TokenKind::Ideograph)) {
            return None;
        }
        self.cut.clear();
        let (mut keys, mut before) = ([0; 2], None);
        for (at, token) in self.tokens.iter().enumerate() {
            self.buffer.clear();
            self.folder.word_into(token.text(text), &mut self.buffer);
            if let Some(key) = keys.get_mut(at) {
                *key = word_key(self.buffer.as_bytes());
                before = Some(at);
            }
            self.cut.push((self.words.insert(&self.buffer), token.gap != Gap::None));
        }
        let second = before.filter(|&at| at == 1).map(|_| keys[1]);
        self.capital.add(keys[0], second);
        if start == Start::Any {
            self.any.add(keys[0], second);
        }
        self.trie.insert(&self.cut, value);
        Some(())
    }

    /// Builds the phrase set.
    ///
    /// # Errors
    /// If there are more words than can be counted.
    pub fn build(self) -> Result<Phrases, TooLarge> {
        if self.words.len() > i32::MAX as usize || self.words.byte_len() > u32::MAX as usize {
            return Err(TooLarge);
        }
        let mut words = self.words;
        let (trie, numbers) = self.trie.build(&words.keys());
        words.renumber(&numbers);
        Ok(Phrases { folder: self.folder, clitics: self.clitics, words, trie, any: self.any.build(), capital: self.capital.build() })
    }
}
