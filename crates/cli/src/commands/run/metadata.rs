//! Reads the table that the option `--metadata` names.

use crate::printable::say;
use anyhow::{Context, Result};
use chancery_read::{MetadataTable, ReadOptions, Source};
use std::path::Path;
use std::sync::Arc;

/// Reads the metadata table in the file `path`, and adds the table to the options of the reader.
pub(super) fn read(path: &Path, options: &mut ReadOptions) -> Result<Arc<MetadataTable>> {
    let table = MetadataTable::read(path, options).with_context(|| format!("metadata table {}", path.display()))?;
    let table = Arc::new(table);
    options.metadata_table(table.clone());
    Ok(table)
}

/// Removes the metadata table from `sources`. The file of the table is not a document, but it may
/// be in a folder of documents.
pub(super) fn leave_out(table: &Path, sources: &mut Vec<Source>) {
    let Ok(file) = table.canonicalize() else { return };
    let same = |path: &Path| path.file_name() == table.file_name() && path.canonicalize().is_ok_and(|path| path == file);
    sources.retain(|source| !source.path.as_deref().is_some_and(same));
}

/// Maximum number of names that a warning lists.
const LISTED: usize = 3;

/// Warns of rows in the metadata table that match no document.
pub(super) fn warn_of_unmatched(table: &MetadataTable, sources: &[Source]) {
    let names = table.unmatched(sources);
    if names.is_empty() {
        return;
    }
    let more = if names.len() > LISTED { format!(" and {} more", names.len() - LISTED) } else { String::new() };
    let rows = if names.len() == 1 {
        "1 row of the metadata table matches".to_owned()
    } else {
        format!("{} rows of the metadata table match", names.len())
    };
    say(&format!("warning: {rows} no document: {}{more}\n", names[..names.len().min(LISTED)].join(", ")));
}
