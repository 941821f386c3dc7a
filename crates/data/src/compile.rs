//! From files to what the engines take.

use crate::diagnostic::{Diagnostic, Faults};
use crate::files::{self, File};
use crate::gazetteer;
use crate::language::{self, Languages};
use crate::topics::{self, Terms};
use chancery_gazetteer::{Gazetteer, GazetteerBuilder};
use serde::{Deserialize, Serialize};

/// The files' content, read, layered and checked.
#[derive(Clone, Debug)]
pub(crate) struct Contents {
    /// Hash of the files.
    pub(crate) hash: String,
    pub(crate) languages: Languages,
    pub(crate) terms: Terms,
    pub(crate) entities: Vec<chancery_gazetteer::Entity>,
}

/// The engines that take long to build, built; and the rest of what the others need. This is what a program embeds.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Compiled {
    /// Hash of the files it was made from.
    pub(crate) hash: String,
    pub(crate) languages: Languages,
    pub(crate) terms: Terms,
    pub(crate) gazetteer: Gazetteer,
}

/// Reads all files and checks them. With errors among the diagnostics the result is incomplete.
pub(crate) fn read(files: &[File]) -> (Contents, Vec<Diagnostic>) {
    let mut faults = Faults::default();
    let languages = language::load(files, &mut faults);
    let terms = topics::load(files, &mut faults);
    let entities = gazetteer::load(files, &languages, &mut faults);
    let mut list = faults.list;
    list.sort_by(|a, b| (&a.file, a.line, a.column, a.code).cmp(&(&b.file, b.line, b.column, b.code)));
    list.dedup();
    (Contents { hash: files::content_hash(files), languages, terms, entities }, list)
}

/// Builds the engines.
pub(crate) fn build(contents: Contents) -> Result<Compiled, chancery_gazetteer::BuildError> {
    let Contents { hash, languages, terms, entities } = contents;
    let mut builder = GazetteerBuilder::new().with_folder(languages.folder());
    for clitic in languages.clitics() {
        builder = builder.with_clitic(clitic);
    }
    for cue in languages.definition_cues() {
        builder = builder.with_definition_cue(cue);
    }
    for article in languages.articles() {
        builder = builder.with_article(article);
    }
    for entity in entities {
        builder.push(entity);
    }
    let gazetteer = builder.build(&languages.tokenizer())?;
    Ok(Compiled { hash, languages, terms, gazetteer })
}
