//! The builder of an [`ActorExtractor`]. It collects words and settings.

use crate::actor_extractor::ActorExtractor;
use crate::class::Class;
use crate::error::BuildError;
use crate::lexicon::{Lexicon, Phrase};
use crate::tables::Tables;
use chancery_text::WordBreaker;
use chancery_text::fold::Folder;

/// Collects words and settings and builds an [`ActorExtractor`].
#[derive(Clone, Debug, Default)]
pub struct ActorExtractorBuilder {
    folder: Folder,
    words: Vec<(String, Phrase)>,
    direct_languages: Vec<String>,
    government_sector: String,
    organisation_sector: String,
    former_sector: String,
}

impl ActorExtractorBuilder {
    /// Creates a builder without words. It uses [`Folder::default`], and all sectors are empty.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets the [`Folder`], which normalises words and texts before they are compared. The default is [`Folder::default`].
    pub fn folder(&mut self, folder: Folder) -> &mut Self {
        self.folder = folder;
        self
    }

    /// Adds a word or phrase to a class. Upper and lower case are not distinguished. If the same phrase is added to a class twice, the second addition replaces
    /// the first.
    pub fn word(&mut self, class: Class, text: &str) -> &mut Self {
        self.add(class, text, "", false, 0)
    }

    /// Adds a word or phrase that denotes a body of a state ("ministry"). `sector` is the PLOVER code for this kind of actor, for example "GOV" for
    /// governments. Set `several` if the phrase is a plural ("ministries"), which may refer to the bodies of several states. Upper and lower case are not
    /// distinguished.
    pub fn body(&mut self, text: &str, sector: &str, several: bool) -> &mut Self {
        self.add(Class::Body, text, sector, several, 0)
    }

    /// Adds a number word ("five"). `number` is its value.
    pub fn number(&mut self, text: &str, number: usize) -> &mut Self {
        self.add(Class::Number, text, "", false, number)
    }

    fn add(&mut self, class: Class, text: &str, sector: &str, several: bool, number: usize) -> &mut Self {
        self.words.push((text.to_owned(), Phrase { words: Vec::new(), class, sector: sector.to_owned(), several, number }));
        self
    }

    /// Adds a language, given as a BCP 47 tag, in which the name of a state or organisation directly follows an office or body. No preposition such as "of"
    /// comes between them. Russian is an example: in "министр иностранных дел Казахстана", "Казахстана" (of Kazakhstan) directly follows the office (foreign
    /// minister).
    pub fn direct_language(&mut self, language: &str) -> &mut Self {
        self.direct_languages.push(language.to_owned());
        self
    }

    /// Sets the sector of governments, for example "GOV". A place that stands for a government ("the Kremlin") also gets this sector. If a person holds several
    /// offices, an office with this sector is preferred. Empty by default.
    pub fn government_sector(&mut self, sector: &str) -> &mut Self {
        sector.clone_into(&mut self.government_sector);
        self
    }

    /// Sets the sector of persons who hold an office in an organisation, for example "IGO". Empty by default.
    pub fn organisation_sector(&mut self, sector: &str) -> &mut Self {
        sector.clone_into(&mut self.organisation_sector);
        self
    }

    /// Sets the sector of persons who formerly held an office in a state, for example "ELI". Empty by default.
    pub fn former_sector(&mut self, sector: &str) -> &mut Self {
        sector.clone_into(&mut self.former_sector);
        self
    }

    /// Builds the extractor. `breaker` splits the added phrases into words. It must be the word breaker that also splits the documents.
    ///
    /// # Errors
    /// Returns an error if a phrase contains no word.
    pub fn build(&self, breaker: &dyn WordBreaker) -> Result<ActorExtractor, BuildError> {
        let (mut tokens, mut phrases) = (Vec::new(), Vec::new());
        for (text, phrase) in &self.words {
            breaker.break_words(text, &mut tokens);
            let mut phrase = phrase.clone();
            phrase.words = tokens.iter().map(|token| self.folder.word(token.text(text))).collect();
            if phrase.words.is_empty() {
                return Err(BuildError::new(text));
            }
            phrases.retain(|known: &Phrase| known.class != phrase.class || known.words != phrase.words);
            phrases.push(phrase);
        }
        let tables = Tables {
            lexicon: Lexicon::new(self.folder.clone(), phrases),
            direct_languages: self.direct_languages.clone(),
            government_sector: self.government_sector.clone(),
            organisation_sector: self.organisation_sector.clone(),
            former_sector: self.former_sector.clone(),
        };
        Ok(ActorExtractor { tables })
    }
}

impl ActorExtractor {
    /// Creates a builder without words.
    #[must_use]
    pub fn builder() -> ActorExtractorBuilder {
        ActorExtractorBuilder::new()
    }
}
