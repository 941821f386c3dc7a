//! From words to a composer.

use crate::actor_extractor::ActorExtractor;
use crate::lexicon::{Class, Lexicon, Phrase};
use chancery_text::WordBreaker;
use chancery_text::fold::Folder;

/// Collects words and builds a [`ActorExtractor`].
#[derive(Debug, Default)]
pub struct ActorExtractorBuilder {
    folder: Folder,
    words: Vec<(String, Phrase)>,
    direct: Vec<String>,
}

impl ActorExtractorBuilder {
    /// An empty builder with the plain folder.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Folds words and texts with this folder.
    #[must_use]
    pub fn with_folder(mut self, folder: Folder) -> Self {
        self.folder = folder;
        self
    }

    /// Adds a word or phrase of a class, in any case. Of the same words in one class what is added last counts.
    pub fn word(&mut self, class: Class, text: &str) {
        self.add(class, text, "", false, 0);
    }

    /// Adds a word or phrase for a body with its sector ("GOV"), in any case; `several`: it is a plural ("ministries"), so that several states may share it.
    pub fn body(&mut self, text: &str, sector: &str, several: bool) {
        self.add(Class::Body, text, sector, several, 0);
    }

    /// Adds a number word.
    pub fn number(&mut self, text: &str, number: usize) {
        self.add(Class::Number, text, "", false, number);
    }

    fn add(&mut self, class: Class, text: &str, sector: &str, several: bool, number: usize) {
        self.words.push((text.to_owned(), Phrase { words: Vec::new(), class, sector: sector.to_owned(), several, number }));
    }

    /// Says that in this language (BCP 47) a name stands behind its office or body without a word between them ("министр иностранных дел Казахстана").
    pub fn direct(&mut self, language: &str) {
        self.direct.push(language.to_owned());
    }

    /// Builds the composer; phrases are cut into words by `breaker`, which must be the one that cuts the documents. Phrases without a word are left out.
    #[must_use]
    pub fn build(self, breaker: &dyn WordBreaker) -> ActorExtractor {
        let (mut tokens, mut phrases) = (Vec::new(), Vec::new());
        for (text, mut phrase) in self.words {
            breaker.break_words(&text, &mut tokens);
            phrase.words = tokens.iter().map(|token| self.folder.word(token.text(&text))).collect();
            phrases.retain(|known: &Phrase| known.class != phrase.class || known.words != phrase.words);
            if !phrase.words.is_empty() {
                phrases.push(phrase);
            }
        }
        ActorExtractor { lexicon: Lexicon::new(self.folder, phrases), direct: self.direct }
    }
}
