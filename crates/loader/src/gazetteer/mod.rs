//! `gazetteer/**/*.toml` and `.jsonl`: entries read ([`read`]), layered ([`layer`]), spelled out ([`spell`]) and checked ([`check`]).

pub(crate) mod braces;
mod check;
mod layer;
mod links;
mod raw;
mod read;
mod spell;

pub(crate) use raw::{SECTORS, TYPES};

use crate::diagnostic::Diagnostics;
use crate::files::File;
use crate::language::Languages;
use chancery_gazetteer::Entity;

/// All entries of all layers, sorted by id.
pub(crate) fn load(files: &[File], languages: &Languages, faults: &mut Diagnostics) -> Vec<Entity> {
    let mut entries = Vec::new();
    for (number, file) in files.iter().enumerate() {
        // In the user's own folders names need no folder of their own.
        if file.inner.starts_with("gazetteer/")
            || file.layer >= 2 && !["language/", "topics/", "rules/"].iter().any(|folder| file.inner.starts_with(folder))
        {
            read::read(files, number, faults, &mut entries);
        }
    }
    let merged = layer::merge(files, entries, languages, faults);
    check::check(files, &merged, faults);
    spell::entities(&merged)
}
