//! From files to what the engines take.

use crate::diagnostic::{Diagnostic, Faults};
use crate::files::{self, File};
use crate::gazetteer;
use crate::language::{self, Languages};
use crate::topics::{self, Terms};
use serde::{Deserialize, Serialize};

/// Data ready for the engines, and small enough to embed.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Compiled {
    /// Hash of the files it was made from.
    pub(crate) hash: String,
    pub(crate) languages: Languages,
    pub(crate) terms: Terms,
    pub(crate) entities: Vec<chancery_gazetteer::Entity>,
}

/// Reads all files and checks them. With errors among the diagnostics the result is incomplete.
pub(crate) fn compile(files: &[File]) -> (Compiled, Vec<Diagnostic>) {
    let mut faults = Faults::default();
    let languages = language::load(files, &mut faults);
    let terms = topics::load(files, &mut faults);
    let entities = gazetteer::load(files, &languages, &mut faults);
    let mut list = faults.list;
    list.sort_by(|a, b| (&a.file, a.line, a.column, a.code).cmp(&(&b.file, b.line, b.column, b.code)));
    list.dedup();
    (Compiled { hash: files::content_hash(files), languages, terms, entities }, list)
}
