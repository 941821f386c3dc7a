//! The builder of gazetteers.

use crate::compile::{CompileError, compile};
use crate::entry::{Entity, NameContext};
use crate::gazetteer::Gazetteer;
use crate::parts::{Parts, RegionPhrase};
use chancery_text::WordBreaker;
use chancery_text::fold::Folder;
use std::sync::Arc;

/// The error that [`GazetteerBuilder::build`] returns if a name has no letter or digit, or if the names or texts exceed a size limit.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct BuildError(#[from] CompileError);

/// Collects entities and words, and builds a [`Gazetteer`].
///
/// Pass words and phrases as they are written in texts; [`build`](Self::build) folds (normalises) them.
#[derive(Clone, Debug, Default)]
pub struct GazetteerBuilder {
    parts: Parts,
}

impl GazetteerBuilder {
    /// Creates an empty builder with the default [`Folder`].
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds an entity. Pass an [`Arc`] to share the entity with other builders.
    pub fn entity(&mut self, entity: impl Into<Arc<Entity>>) -> &mut Self {
        self.parts.entities.push(entity.into());
        self
    }

    /// Sets the [`Folder`], which normalises names and texts before they are compared. The default is [`Folder::default`].
    pub fn folder(&mut self, folder: Folder) -> &mut Self {
        self.parts.folder = folder;
        self
    }

    /// Adds a possessive or similar ending that may follow a name within the same token ("'s"). The ending does not become part of the mention.
    pub fn clitic(&mut self, clitic: &str) -> &mut Self {
        self.parts.clitics.push(clitic.to_owned());
        self
    }

    /// Adds a phrase with which a document introduces the definition of a short name ("hereinafter referred to as").
    pub fn definition_cue(&mut self, phrase: &str) -> &mut Self {
        self.parts.definition_cues.push(phrase.to_owned());
        self
    }

    /// Adds a noun that refers to several entities together ("Parties").
    ///
    /// If a document defines this noun ("hereinafter the Parties"), it does not become a short name of the entity that is named before the definition.
    pub fn collective(&mut self, word: &str) -> &mut Self {
        self.parts.collectives.push(word.to_owned());
        self
    }

    /// Adds an article that may precede a short name ("the").
    pub fn article(&mut self, word: &str) -> &mut Self {
        self.parts.articles.push(word.to_owned());
        self
    }

    /// Adds a phrase that shows that a name next to it is only part of a longer name, such as "Bank of" in "Bank of China". `context` is the kind of the
    /// phrase.
    pub fn name_context(&mut self, context: NameContext, phrase: &str) -> &mut Self {
        self.parts.contexts.push((context, phrase.to_owned()));
        self
    }

    /// Adds a word that joins names in a list ("and").
    pub fn join(&mut self, word: &str) -> &mut Self {
        self.parts.joins.push(word.to_owned());
        self
    }

    /// Adds a phrase that may come between a name and its year ("of" in "the Geneva Agreements of 1954").
    pub fn year_lead(&mut self, phrase: &str) -> &mut Self {
        self.parts.year_leads.push(phrase.to_owned());
        self
    }

    /// Adds a phrase that negates the name directly after it ("non-"). A negated name is not recognised as a mention, unless it names a state or territory.
    pub fn negation(&mut self, phrase: &str) -> &mut Self {
        self.parts.negations.push(phrase.to_owned());
        self
    }

    /// Adds a phrase that excludes the members of a group of states ("other than"). The name of a group after this phrase is not recognised as a mention. An
    /// article may come between the phrase and the name.
    pub fn exclusion(&mut self, phrase: &str) -> &mut Self {
        self.parts.exclusions.push(phrase.to_owned());
        self
    }

    /// Adds the name of a region ("Virginia"), as it is written after the name of a town. `country` is the ISO 3166-1 alpha-3 code of the state to which the
    /// region belongs. The same phrase may be added for several states.
    ///
    /// If a region of another state follows a place name ("Vienna, Virginia"), the name refers to a less well-known place. The gazetteer then does not
    /// recognise it as a mention of the well-known place.
    ///
    /// Set `doubtful` if the region has the same name as a town or state. After a comma, the name may then also be the next item of a list of places ("Paris,
    /// New York and Geneva").
    pub fn region(&mut self, country: &str, phrase: &str, doubtful: bool) -> &mut Self {
        self.parts.regions.push(RegionPhrase { phrase: phrase.to_owned(), country: country.to_owned(), doubtful });
        self
    }

    /// Adds a head noun, that is, the main noun of a name. A document may use it as a short name: "the Council" after "Security Council".
    ///
    /// `spellings` contains the spellings of the noun ("Organization", "Organisation"). The head noun is recognised only if an [`article`](Self::article)
    /// precedes it.
    ///
    /// If `of_organs` is true, the head noun may also refer to an organ that the document does not name ("the Secretariat"). The document must then name the
    /// body to which the organ belongs, and no other organ of that body may have this head noun.
    pub fn head_noun(&mut self, spellings: &[String], of_organs: bool) -> &mut Self {
        self.parts.head_nouns.push((spellings.to_vec(), of_organs));
        self
    }

    /// Adds a word that may follow the head noun of a name ("of" in "Council of Ministers").
    pub fn head_end(&mut self, word: &str) -> &mut Self {
        self.parts.head_ends.push(word.to_owned());
        self
    }

    /// Adds a determiner that refers to the body to which the document belongs ("this" in "this Assembly"). The determiner must also be added as an
    /// [`article`](Self::article).
    pub fn deictic(&mut self, word: &str) -> &mut Self {
        self.parts.deictics.push(word.to_owned());
        self
    }

    /// Adds a noun that denotes languages ("languages"). Adjectives before the noun refer to languages and not to states ("in the Thai and Lao languages").
    pub fn language_noun(&mut self, word: &str) -> &mut Self {
        self.parts.language_nouns.push(word.to_owned());
        self
    }

    /// Builds the gazetteer.
    ///
    /// `breaker` splits names into words. It must be the same breaker that splits the documents.
    ///
    /// # Errors
    /// Returns an error if a name has no letter or digit, if there are more than 2^29 names, if the names have too many distinct prefixes (see
    /// [`chancery_phrases::TooLarge`]), or if the ids, labels and other texts of all entities are longer than 4 GiB.
    pub fn build(&self, breaker: &dyn WordBreaker) -> Result<Gazetteer, BuildError> {
        Ok(Gazetteer { tables: compile(&self.parts, breaker)? })
    }
}
