//! The builder of a phrase set.

use crate::compiled::Compiled;
use crate::filter::{Begin, FilterBuilder};
use crate::hyphen;
use crate::phrases::{Phrases, Singles};
use crate::stems::STAR;
use crate::table::Word;
use crate::trie::TrieBuilder;
use crate::vocabulary::Vocabulary;
use chancery_text::fold::Folder;
use chancery_text::{Gap, Token, TokenKind, WordBreaker};

/// The error returned when there are too many phrases: together, they have more than about 200 million distinct prefixes. The prefixes of a phrase are its
/// first word, its first two words, and so on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there are too many phrases: together, they have more than about 200 million distinct prefixes")]
pub struct TooLarge;

/// The tokens with which a phrase may begin. Scans are faster if few phrases use [`Start::Any`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    /// Tokens that begin with a capital letter.
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
    filter: FilterBuilder,
    tokens: Vec<Token>,
    cut: Vec<(u32, bool)>,
    buffer: String,
}

impl PhrasesBuilder {
    /// Creates a builder without phrases and without possessive endings. `folder` normalises phrases and texts before they are compared.
    #[must_use]
    pub fn new(folder: Folder) -> Self {
        Self {
            folder,
            clitics: Vec::new(),
            words: Vocabulary::default(),
            trie: TrieBuilder::default(),
            filter: FilterBuilder::default(),
            tokens: Vec::new(),
            cut: Vec::new(),
            buffer: String::new(),
        }
    }

    /// Adds an ending that may follow a phrase in the same token, such as the possessive ending "'s".
    pub fn clitic(&mut self, clitic: &str) -> &mut Self {
        self.clitics.push(self.folder.word(clitic));
        self
    }

    /// Returns the folder with which phrases and texts are folded.
    #[must_use]
    pub fn folder(&self) -> &Folder {
        &self.folder
    }

    /// Adds a phrase with a value. `breaker` splits the phrase into words; the texts must be split by the same breaker. `start` determines with which tokens
    /// the phrase may begin. The same phrase may be added several times, with different values.
    ///
    /// Returns `None` and adds nothing if the phrase contains no word, number or ideograph.
    pub fn insert(&mut self, text: &str, breaker: &dyn WordBreaker, start: Start, value: u32) -> Option<()> {
        self.put_text(text, breaker, start, value, false)
    }

    /// Like [`insert`](Self::insert), but a word that ends with a star is a stem, which matches all words that begin with it: `tariff*` matches tariff, tariffs
    /// and tariffed; `foreign polic*` matches foreign policy and foreign policies. If a phrase set has stems, scans are slower by a few tens of percent,
    /// because each word of a text must be compared with all stems.
    pub fn insert_stems(&mut self, text: &str, breaker: &dyn WordBreaker, start: Start, value: u32) -> Option<()> {
        self.put_text(text, breaker, start, value, true)
    }

    /// Like [`insert`](Self::insert), for a phrase that is already split into words: `tokens` contains the tokens of `text`.
    pub fn insert_tokens(&mut self, text: &str, tokens: &[Token], start: Start, value: u32) -> Option<()> {
        self.put(text, tokens, start, value, false)
    }

    fn put_text(&mut self, text: &str, breaker: &dyn WordBreaker, start: Start, value: u32, stems: bool) -> Option<()> {
        let mut tokens = std::mem::take(&mut self.tokens);
        breaker.break_words(text, &mut tokens);
        let done = self.put(text, &tokens, start, value, stems);
        self.tokens = tokens;
        done
    }

    fn put(&mut self, text: &str, tokens: &[Token], start: Start, value: u32, stems: bool) -> Option<()> {
        if !tokens.iter().any(|token| matches!(token.kind, TokenKind::Word | TokenKind::Number | TokenKind::Ideograph)) {
            return None;
        }
        self.cut.clear();
        // The first two words of the phrase, for the filter.
        let mut begin = [None; 2];
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            self.buffer.clear();
            self.folder.word_into(token.text(text), &mut self.buffer);
            let star = tokens.get(at + 1).is_some_and(|next| next.gap == Gap::None && next.text(text) == STAR);
            let stem = stems && star && token.kind == TokenKind::Word;
            if stem {
                self.buffer.push_str(STAR);
            }
            if let Some(begin) = begin.get_mut(self.cut.len()) {
                *begin = Some(if stem { Begin::Stem } else { Begin::of(&self.buffer) });
            }
            // A space after a hyphen is ignored. Scans of texts ignore it too.
            let blank = token.gap != Gap::None && !at.checked_sub(1).is_some_and(|before| hyphen::sticks(tokens, before, text));
            self.cut.push((self.words.insert(&self.buffer), blank));
            at += if stem { 2 } else { 1 };
        }
        if let [Some(Begin::Key(first)), second] = begin {
            self.filter.add(first, second, start == Start::Any);
        }
        self.trie.insert(&self.cut, value);
        Some(())
    }

    /// Builds the phrase set.
    ///
    /// # Errors
    /// Returns an error if the phrases have too many distinct prefixes (see [`TooLarge`]).
    pub fn build(&self) -> Result<Phrases, TooLarge> {
        if self.trie.len() > i32::MAX as usize {
            return Err(TooLarge);
        }
        // A word of letters with a star at its end is always a stem, because no token contains both letters and a star.
        let mut stems: Vec<String> = self.words.iter().filter_map(|(word, _)| word.strip_suffix(STAR).map(str::to_owned)).collect();
        stems.retain(|stem| !stem.is_empty());
        stems.sort_unstable();
        // Large phrase sets have millions of words. They are sorted while the trie is built.
        let sorted = || {
            let mut words: Vec<&str> = self.words.iter().map(|(word, _)| word).collect();
            words.sort_unstable();
            words
        };
        let (words, trie) = std::thread::scope(|scope| {
            let words = scope.spawn(sorted);
            let trie = self.trie.build(&self.words, STAR);
            (words.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)), trie)
        });
        let mut singles = Singles::default();
        for word in words {
            let hash = Word::of(word.as_bytes());
            if let Some(target) = trie.at_root(hash.key, || hash.check).filter(|target| target.is_end()) {
                singles.push(word, target.node());
            }
        }
        let manner = Word::of(format!("{:?} {:?}", self.folder, self.clitics).as_bytes());
        let (folder, clitics, filter) = (self.folder.clone(), self.clitics.clone(), self.filter.build());
        Ok(Phrases { compiled: Compiled { folder, clitics, manner, stems: stems.into(), trie, filter }, singles })
    }
}
