//! The builder of gazetteers.

use crate::compile::{CompileError, compile};
use crate::entry::{Entity, NameContext};
use crate::gazetteer::Gazetteer;
use crate::parts::{Parts, RegionPhrase};
use chancery_text::WordBreaker;
use chancery_text::fold::Folder;
use std::sync::Arc;

/// The error returned if a gazetteer cannot be built, because a name has no letter or digit or because there are too many names.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct BuildError(#[from] CompileError);

/// Collects entities and words, and builds a [`Gazetteer`].
///
/// Words and phrases are given as they are written; [`build`](Self::build) folds them.
#[derive(Clone, Debug, Default)]
pub struct GazetteerBuilder {
    parts: Parts,
}

impl GazetteerBuilder {
    /// An empty builder with the default folder.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds an entity, which may be shared.
    pub fn entity(&mut self, entity: impl Into<Arc<Entity>>) -> &mut Self {
        self.parts.entities.push(entity.into());
        self
    }

    /// Sets the folder for names and texts.
    pub fn folder(&mut self, folder: Folder) -> &mut Self {
        self.parts.folder = folder;
        self
    }

    /// Adds an ending that may follow a name in the same token ("'s").
    pub fn clitic(&mut self, clitic: &str) -> &mut Self {
        self.parts.clitics.push(clitic.to_owned());
        self
    }

    /// Adds a phrase after which a document defines a short name ("hereinafter referred to as").
    pub fn definition_cue(&mut self, phrase: &str) -> &mut Self {
        self.parts.definition_cues.push(phrase.to_owned());
        self
    }

    /// Adds a noun that refers to several entities together ("Parties"). A definition that ends with this noun does not define a short name of the entity named
    /// before it.
    pub fn collective(&mut self, word: &str) -> &mut Self {
        self.parts.collectives.push(word.to_owned());
        self
    }

    /// Adds an article that may stand before a short name ("the").
    pub fn article(&mut self, word: &str) -> &mut Self {
        self.parts.articles.push(word.to_owned());
        self
    }

    /// Adds a phrase that makes a name next to it part of another name.
    pub fn name_context(&mut self, context: NameContext, phrase: &str) -> &mut Self {
        self.parts.contexts.push((context, phrase.to_owned()));
        self
    }

    /// Adds a word that joins names in a list ("and").
    pub fn join(&mut self, word: &str) -> &mut Self {
        self.parts.joins.push(word.to_owned());
        self
    }

    /// Adds a phrase that may stand between a name and its year ("of" in "the Geneva Agreements of 1954").
    pub fn year_lead(&mut self, phrase: &str) -> &mut Self {
        self.parts.year_leads.push(phrase.to_owned());
        self
    }

    /// Adds a phrase that negates the name directly after it ("non-"). A negated name is not found, unless it names a state or territory.
    pub fn negation(&mut self, phrase: &str) -> &mut Self {
        self.parts.negations.push(phrase.to_owned());
        self
    }

    /// Adds a phrase that excludes the members of the group of states after it ("other than"). The name of the group is then not found.
    pub fn exclusion(&mut self, phrase: &str) -> &mut Self {
        self.parts.exclusions.push(phrase.to_owned());
        self
    }

    /// Adds a part of a state ("Virginia") as it is written after a town. If a part of another state follows the name of a place, the name refers to a different
    /// place ("Vienna, Virginia"). `country` is the ISO 3166-1 alpha-3 code of the state. `doubtful` is true for the names of towns or states, which may also follow
    /// a name in a list. The same phrase may be added for several states.
    pub fn region(&mut self, country: &str, phrase: &str, doubtful: bool) -> &mut Self {
        self.parts.regions.push(RegionPhrase { phrase: phrase.to_owned(), country: country.to_owned(), doubtful });
        self
    }

    /// Adds a head noun with its spellings: after "Security Council" the document may say "the Council". The head noun counts only after an [`article`](Self::article).
    ///
    /// With `of_organs`, the head noun may also refer to an organ if the document names only the body and exactly one of its organs has the head noun ("the
    /// Secretariat").
    pub fn head_noun(&mut self, spellings: &[String], of_organs: bool) -> &mut Self {
        self.parts.head_nouns.push((spellings.to_vec(), of_organs));
        self
    }

    /// Adds a word that ends the head of a name ("of" in "Council of Ministers").
    pub fn head_end(&mut self, word: &str) -> &mut Self {
        self.parts.head_ends.push(word.to_owned());
        self
    }

    /// Adds a determiner that refers to the subject of the document ("this Assembly"). It must also be added as an [`article`](Self::article).
    pub fn deictic(&mut self, word: &str) -> &mut Self {
        self.parts.deictics.push(word.to_owned());
        self
    }

    /// Adds a noun for languages. Adjectives before it refer to languages, not to states ("in the Thai and Lao languages").
    pub fn language_noun(&mut self, word: &str) -> &mut Self {
        self.parts.language_nouns.push(word.to_owned());
        self
    }

    /// Builds the gazetteer. `breaker` splits names into words; it must be the one that splits the documents.
    ///
    /// # Errors
    /// Returns an error if a name has no letter or digit, or if there are too many names: more than 2^29, or more beginnings of names than
    /// [`chancery_phrases::TooLarge`] allows.
    pub fn build(&self, breaker: &dyn WordBreaker) -> Result<Gazetteer, BuildError> {
        Ok(Gazetteer { tables: compile(&self.parts, breaker)? })
    }
}
