//! From entries to a gazetteer.

use crate::entry::{CasePolicy, Entity};
use crate::gazetteer::{EntityRow, Gazetteer, NameRow};
use crate::starts::Starts;
use crate::trie::{Accept, TrieBuilder};
use crate::vocabulary::Vocabulary;
use chancery_text::fold::Folder;
use chancery_text::{Gap, Token, TokenKind, WordBreaker};
use std::collections::HashMap;

/// A gazetteer that cannot be built.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum BuildError {
    /// A form of this entity holds no letter or digit.
    #[error("the form \"{form}\" of {id} holds no letter or digit")]
    EmptyForm {
        /// The entity.
        id: String,
        /// The form.
        form: String,
    },
    /// There are more names, words or nodes than 31 bits can count.
    #[error("the gazetteer has more than two thousand million words of names")]
    TooLarge,
}

/// Collects entities and builds a [`Gazetteer`].
#[derive(Debug, Default)]
pub struct GazetteerBuilder {
    entities: Vec<Entity>,
    folder: Folder,
    clitics: Vec<String>,
}

impl GazetteerBuilder {
    /// An empty builder with the plain folder and no possessive endings.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Folds names and texts with this folder.
    #[must_use]
    pub fn with_folder(mut self, folder: Folder) -> Self {
        self.folder = folder;
        self
    }

    /// Lets a name be followed by this ending in the same token ("'s").
    #[must_use]
    pub fn with_clitic(mut self, clitic: &str) -> Self {
        self.clitics.push(self.folder.word(clitic));
        self
    }

    /// Adds an entity.
    pub fn push(&mut self, entity: Entity) {
        self.entities.push(entity);
    }

    /// Builds the gazetteer; names are cut into words by `breaker`, which must be the one that cuts the documents.
    ///
    /// # Errors
    /// If a form has no letter or digit, or there are more names than can be counted.
    pub fn build(self, breaker: &dyn WordBreaker) -> Result<Gazetteer, BuildError> {
        let mut work = Work {
            breaker,
            folder: &self.folder,
            tokens: Vec::new(),
            words: Vocabulary::default(),
            trie: TrieBuilder::default(),
            cues: HashMap::new(),
            starts: Starts::default(),
            lower_starts: Starts::default(),
            cue_capitals: Vec::new(),
        };
        let (mut entities, mut names, mut languages) = (Vec::new(), Vec::new(), vec![String::new()]);
        for entity in self.entities {
            let entity_ix = entities.len() as u32;
            for name in entity.names {
                let number = u32::try_from(names.len()).map_err(|_| BuildError::TooLarge)?;
                let cut = work.cut(&name.text);
                if cut.is_empty() {
                    return Err(BuildError::EmptyForm { id: entity.id, form: name.text });
                }
                let capitals = work.tokens.iter().take(64).enumerate().fold(0, |mask, (at, token)| mask | u64::from(token.capital) << at);
                let exact = name.case == CasePolicy::Exact;
                let cased = if exact {
                    work.tokens.iter().map(|token| self.folder.cased_word(token.text(&name.text))).collect()
                } else {
                    Vec::new()
                };
                work.start(&cut, name.case == CasePolicy::Any || capitals & 1 == 0);
                work.trie.insert(&cut, Accept::Name(number));
                let language = languages.iter().position(|known| *known == name.language).unwrap_or_else(|| {
                    languages.push(name.language);
                    languages.len() - 1
                });
                let needs = name.needs.iter().filter_map(|cue| work.cue(cue)).collect();
                let not = name.not.iter().filter_map(|cue| work.cue(cue)).collect();
                names.push(NameRow {
                    entity: entity_ix,
                    form: name.form,
                    language: language as u16,
                    case: name.case,
                    capitals,
                    cased,
                    short: name.text.chars().count() <= 3,
                    valid: name.valid.or(entity.valid),
                    needs,
                    not,
                    before: name.before.iter().map(|phrase| work.phrase(phrase)).collect(),
                    after: name.after.iter().map(|phrase| work.phrase(phrase)).collect(),
                    prior: name.prior,
                });
            }
            entities.push(EntityRow {
                label: if entity.label.is_empty() { entity.id.clone() } else { entity.label },
                id: entity.id,
                kind: entity.kind,
                country: entity.country,
                wikidata: entity.wikidata,
                silent: entity.silent,
            });
        }
        let Work { words, trie, mut starts, mut lower_starts, cue_capitals, .. } = work;
        starts.build();
        lower_starts.build();
        if words.len() > i32::MAX as usize {
            return Err(BuildError::TooLarge);
        }
        let trie = trie.build(words.len());
        let mut clitic_lengths: Vec<usize> = self.clitics.iter().map(String::len).collect();
        clitic_lengths.sort_unstable();
        clitic_lengths.dedup();
        Ok(Gazetteer {
            folder: self.folder,
            clitics: self.clitics,
            clitic_lengths,
            words,
            trie,
            starts,
            lower_starts,
            cue_capitals,
            entities,
            names,
            languages,
        })
    }
}

struct Work<'a> {
    breaker: &'a dyn WordBreaker,
    folder: &'a Folder,
    /// Tokens of the form cut last.
    tokens: Vec<Token>,
    words: Vocabulary,
    trie: TrieBuilder,
    cues: HashMap<String, u32>,
    starts: Starts,
    lower_starts: Starts,
    /// Whether each cue begins with a capital.
    cue_capitals: Vec<bool>,
}

impl Work<'_> {
    /// Cuts a form into numbered words. Empty if nothing in it is a word or number.
    fn cut(&mut self, text: &str) -> Vec<(u32, bool)> {
        let mut tokens = std::mem::take(&mut self.tokens);
        self.breaker.break_words(text, &mut tokens);
        let mut cut = Vec::with_capacity(tokens.len());
        for token in &tokens {
            cut.push((self.words.insert(&self.folder.word(token.text(text))), token.gap != Gap::None));
        }
        if !tokens.iter().any(|token| matches!(token.kind, TokenKind::Word | TokenKind::Number | TokenKind::Ideograph)) {
            cut.clear();
        }
        self.tokens = tokens;
        cut
    }

    /// Tells the filters of a name's first words.
    fn start(&mut self, cut: &[(u32, bool)], small: bool) {
        let Some((first, _)) = cut.first() else { return };
        let second = cut.get(1).map(|(word, _)| self.words.word(*word));
        self.starts.add(self.words.word(*first), second);
        if small {
            self.lower_starts.add(self.words.word(*first), second);
        }
    }

    /// The folded words of a phrase.
    fn phrase(&mut self, text: &str) -> Vec<String> {
        let mut tokens = std::mem::take(&mut self.tokens);
        self.breaker.break_words(text, &mut tokens);
        let words = tokens.iter().map(|token| self.folder.word(token.text(text))).collect();
        self.tokens = tokens;
        words
    }

    /// The number of a cue; `None` if it has no word.
    fn cue(&mut self, text: &str) -> Option<u32> {
        if let Some(known) = self.cues.get(text) {
            return Some(*known);
        }
        let cut = self.cut(text);
        cut.first()?;
        let capital = self.tokens[0].capital;
        self.start(&cut, !capital);
        let number = self.cues.len() as u32;
        self.cue_capitals.push(capital);
        self.trie.insert(&cut, Accept::Cue(number));
        self.cues.insert(text.to_owned(), number);
        Some(number)
    }
}
