//! From files to what the engines take.

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::files::{self, File};
use crate::gazetteer;
use crate::language::{self, Languages};
use crate::rules::{self, Rules, Tested};
use crate::topics::{self, Terms, TopicLabel};
use chancery_actors::ActorExtractor;
use chancery_classifier::Classifier;
use chancery_gazetteer::{Gazetteer, GazetteerBuilder};
use serde::{Deserialize, Serialize};

/// The files' content, read, layered and checked.
#[derive(Clone, Debug)]
pub struct Contents {
    /// Hash of the files.
    pub(crate) hash: String,
    pub(crate) languages: Languages,
    pub(crate) terms: Terms,
    pub(crate) entities: Vec<chancery_gazetteer::Entity>,
    pub(crate) rules: Rules,
}

/// The engines that take long to build, built; and the rest of what the others need. This is what a program embeds.
#[derive(Debug, Serialize, Deserialize)]
pub struct Compiled {
    /// Hash of the files it was made from.
    pub hash: String,
    /// Words of languages.
    pub languages: Languages,
    /// The topics.
    pub labels: Vec<TopicLabel>,
    /// Finds names.
    pub gazetteer: Gazetteer,
    /// Finds actors.
    pub actor_extractor: ActorExtractor,
    /// Finds topics and events.
    pub classifier: Classifier,
}

/// Reads all files and checks them. With errors among the diagnostics the result is incomplete.
pub fn read(files: &[File]) -> (Contents, Vec<Diagnostic>) {
    let mut faults = Diagnostics::default();
    let languages = language::load(files, &mut faults);
    let terms = topics::load(files, &mut faults);
    let entities = gazetteer::load(files, &languages, &mut faults);
    let rules = rules::load(files, &languages, &mut faults);
    rules::patterns(files, &rules, &mut faults);
    rules::topics(files, &rules, &terms.labels, &mut faults);
    let mut list = faults.list;
    list.sort_by(|a, b| (&a.file, a.line, a.column, a.code).cmp(&(&b.file, b.line, b.column, b.code)));
    list.dedup();
    (Contents { hash: files::content_hash(files), languages, terms, entities, rules }, list)
}

/// Engines that cannot be built.
#[derive(Debug, thiserror::Error)]
pub enum EngineError {
    /// The names.
    #[error(transparent)]
    Names(#[from] chancery_gazetteer::BuildError),
    /// The abbreviations.
    #[error(transparent)]
    Tokenizer(#[from] chancery_tokenizer::BuildError),
    /// The words beside names.
    #[error(transparent)]
    Actors(#[from] chancery_actors::BuildError),
    /// The rules.
    #[error(transparent)]
    Rules(#[from] chancery_classifier::BuildError),
}

/// Builds the engines.
///
/// # Errors
/// If an engine refuses what it is given.
pub fn build(contents: &Contents) -> Result<Compiled, EngineError> {
    let Contents { hash, languages, terms, entities, rules } = contents;
    let tokenizer = languages.tokenizer()?;
    let mut builder = GazetteerBuilder::new();
    builder.folder(languages.folder());
    let mut classifier = Classifier::builder();
    classifier.folder(languages.folder());
    for clitic in languages.clitics() {
        builder.clitic(clitic);
        classifier.clitic(clitic);
    }
    for cue in languages.definition_cues() {
        builder.definition_cue(cue);
    }
    for word in languages.collectives() {
        builder.collective(word);
    }
    for article in languages.articles() {
        builder.article(article);
    }
    for word in languages.joins() {
        builder.join(word);
    }
    for phrase in languages.year_leads() {
        builder.year_lead(phrase);
    }
    for (head, of_organs) in languages.heads() {
        builder.head_noun(&head, of_organs);
    }
    for word in languages.language_nouns() {
        builder.language_noun(word);
    }
    for word in languages.deictics() {
        builder.deictic(word);
    }
    for word in languages.head_ends() {
        builder.head_end(word);
    }
    for (beside, phrase) in languages.beside() {
        builder.name_context(*beside, phrase);
    }
    for entity in entities {
        builder.entity(entity.clone());
    }
    for (label, term, weight) in &terms.terms {
        classifier.term(label, term, *weight);
    }
    for phrase in &terms.cancels {
        classifier.cancel(phrase);
    }
    rules.fill(&mut classifier);
    Ok(Compiled {
        hash: hash.clone(),
        languages: languages.clone(),
        labels: terms.labels.clone(),
        gazetteer: builder.build(&tokenizer)?,
        actor_extractor: languages.actors().actor_extractor(languages.folder(), &tokenizer)?,
        classifier: classifier.build(&tokenizer)?,
    })
}

/// Tries the examples of all rules.
pub fn examples(files: &[File], contents: &Contents, compiled: &Compiled) -> (Tested, Vec<Diagnostic>) {
    let mut faults = Diagnostics::default();
    let tested = rules::check(files, &contents.rules, compiled, &mut faults);
    (tested, faults.list)
}
