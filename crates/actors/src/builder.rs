//! From words to a composer.

use crate::composer::Composer;
use crate::lexicon::{Class, Lexicon, Phrase};
use chancery_text::WordBreaker;
use chancery_text::fold::Folder;

/// Collects words and builds a [`Composer`].
#[derive(Debug, Default)]
pub struct ComposerBuilder {
    folder: Folder,
    words: Vec<(Class, String, String, bool)>,
    direct: Vec<String>,
}

impl ComposerBuilder {
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

    /// Adds a word or phrase of a class, in any case; `sector` is that of a body, and `several` whether it is a plural ("ministries"), so that several states
    /// may share it. Of the same words in one class the last counts.
    pub fn word(&mut self, class: Class, text: &str, sector: &str, several: bool) {
        self.words.push((class, text.to_owned(), sector.to_owned(), several));
    }

    /// Says that in this language (BCP 47) a name stands behind its office or body without a word between them ("министр иностранных дел Казахстана").
    pub fn direct(&mut self, language: &str) {
        self.direct.push(language.to_owned());
    }

    /// Builds the composer; phrases are cut into words by `breaker`, which must be the one that cuts the documents. Phrases without a word are left out.
    #[must_use]
    pub fn build(self, breaker: &dyn WordBreaker) -> Composer {
        let (mut tokens, mut phrases) = (Vec::new(), Vec::new());
        for (class, text, sector, several) in self.words {
            breaker.break_words(&text, &mut tokens);
            let words: Vec<String> = tokens.iter().map(|token| self.folder.word(token.text(&text))).collect();
            // What is said last of the same words counts.
            phrases.retain(|known: &Phrase| known.class != class || known.words != words);
            if !words.is_empty() {
                phrases.push(Phrase { words, class, sector, several });
            }
        }
        Composer { lexicon: Lexicon::new(self.folder, phrases), direct: self.direct }
    }
}
