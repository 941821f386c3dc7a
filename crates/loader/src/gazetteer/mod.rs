//! Loads `gazetteer/**/*.toml` and `.jsonl`: entries are read ([`read`]), expanded to all spellings ([`spell`]), merged by layer ([`merge`]) and checked
//! ([`check`], [`shared`]). Finally, variants of the names are added ([`variants`]).

mod check;
mod date;
mod entities;
mod form;
mod links;
mod listing;
mod merge;
mod raw;
mod read;
mod shared;
mod spell;
mod terms;
mod variants;

pub use listing::{Entry, Place as EntryPlace, Source, WrittenForm, WrittenRelation};
pub use raw::same_role;

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::files::File;
use crate::language::{self, Languages};
use crate::placement::{Place, place};
use crate::types::{self, Types};
use chancery_gazetteer::Entity;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The merged entries of all layers.
#[derive(Clone, Debug, Default)]
pub(crate) struct Entries {
    /// Sorted by id.
    pub(crate) entities: Vec<Arc<Entity>>,
    /// For each layer, the number of entries and the number of forms. Each spelling of a form is counted.
    pub(crate) counts: BTreeMap<u32, (usize, usize)>,
}

/// Reads, merges and checks all entries.
pub(crate) fn load(files: &[File], types: &Types, languages: &Languages, diagnostics: &mut Diagnostics) -> Entries {
    let (merged, counts) = merged(files, types, languages, diagnostics);
    Entries { entities: entities::entities(merged, types), counts }
}

/// Reads all entries and merges their layers. The result contains the file and line of every form and relation. The entries are sorted by id.
///
/// Of the errors and warnings, only those about entries are returned.
#[must_use]
pub fn entries(files: &[File]) -> (Vec<Entry>, Vec<Diagnostic>) {
    let types = types::load(files, &mut Diagnostics::default());
    let languages = language::load(files, &types, &mut Diagnostics::default());
    let mut diagnostics = Diagnostics::default();
    let (merged, _) = merged(files, &types, &languages, &mut diagnostics);
    (listing::list(files, merged, &types), diagnostics.finish(files))
}

/// Returns the names of all types of entities, in the order of the files.
#[must_use]
pub fn type_names(files: &[File]) -> Vec<String> {
    types::load(files, &mut Diagnostics::default()).names().map(str::to_owned).collect()
}

/// Estimates how many entries a file has, so that the memory for up to a million entries is allocated only once.
fn entries_in(file: &File) -> usize {
    if file.path.ends_with(".jsonl") { file.text.lines().count() } else { file.text.matches("[[entity]]").count() }
}

fn merged(
    files: &[File],
    types: &Types,
    languages: &Languages,
    diagnostics: &mut Diagnostics,
) -> (Vec<raw::RawEntry>, BTreeMap<u32, (usize, usize)>) {
    let mut entries = Vec::with_capacity(files.iter().filter(|file| place(file) == Place::Gazetteer).map(entries_in).sum());
    for (number, file) in files.iter().enumerate() {
        if place(file) == Place::Gazetteer {
            read::read(files, number, types, &languages.codes, diagnostics, &mut entries);
        }
    }
    let mut counts: BTreeMap<u32, (usize, usize)> = BTreeMap::new();
    for entry in &entries {
        counts.entry(entry.layer).or_default().0 += 1;
    }
    let mut merged = merge::merge(files, entries, languages, diagnostics);
    for form in merged.iter().flat_map(|entry| &entry.forms) {
        counts.entry(form.layer).or_default().1 += form.spelled.len();
    }
    // The checks do not depend on each other. Each of them takes seconds for a million entries.
    let entries = merged.as_slice();
    let (shared, variants) = std::thread::scope(|scope| {
        let shared = scope.spawn(|| {
            let mut diagnostics = Diagnostics::default();
            shared::check(entries, types, &mut diagnostics);
            diagnostics
        });
        check::check(entries, types, languages, diagnostics);
        terms::check(files, entries, diagnostics);
        let variants = variants::find(entries, types, languages);
        (shared.join(), variants)
    });
    match shared {
        Ok(shared) => diagnostics.append(shared),
        Err(panic) => std::panic::resume_unwind(panic),
    }
    variants::add(&mut merged, variants, types, languages);
    (merged, counts)
}
