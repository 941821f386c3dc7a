//! A table with the metadata of files. Its rows are matched to the files by name.

use crate::Source;
use crate::source::without_ending;
use std::collections::HashMap;

/// The fields of a row. The keys are the names of the columns.
type Fields = serde_json::Map<String, serde_json::Value>;

/// The metadata of files, from a CSV or TSV file with one row for each document file.
///
/// The column `file`, `filename`, `file_name`, `path` or `doc_id` (in upper or lower case) contains
/// the names of the document files. If there is no such column, the first column contains them.
///
/// A row belongs to a file if the name in the row equals the path or the file name of that file, with
/// or without the extension. The path may be written as the user gave it, or relative to the folder
/// that the user gave.
///
/// The columns for the id, date and speaker (see [`ReadOptions`](crate::ReadOptions))
/// and the columns `language` and `title` have the same meaning as in JSON Lines and CSV files. All
/// other columns become fields of the metadata.
#[derive(Clone, Debug, Default)]
pub struct MetadataTable {
    rows: Vec<(String, Fields)>,
    /// The index of the row for each file name.
    by_name: HashMap<String, usize>,
    sha256: String,
}

impl MetadataTable {
    /// Creates an empty table. `sha256` is the SHA-256 hash of the file that contains the table.
    pub(crate) fn new(sha256: String) -> Self {
        Self { sha256, ..Self::default() }
    }

    /// Adds a row. Returns `false` if there already is a row with the same `name`.
    pub(crate) fn insert(&mut self, name: String, fields: Fields) -> bool {
        let new = self.by_name.insert(name.clone(), self.rows.len()).is_none();
        self.rows.push((name, fields));
        new
    }

    /// Returns the SHA-256 hash of the file, in lower-case hexadecimal digits.
    #[must_use]
    pub fn sha256(&self) -> &str {
        &self.sha256
    }

    /// Returns the fields of the row that belongs to a file, or `None` if there is no such row.
    pub(crate) fn fields(&self, source: &Source) -> Option<&Fields> {
        self.row(source).and_then(|row| self.rows.get(row)).map(|(_, fields)| fields)
    }

    /// Returns the file names in the table that do not belong to any of the `sources`, in the order
    /// of the table.
    #[must_use]
    pub fn unmatched(&self, sources: &[Source]) -> Vec<&str> {
        let mut matched = vec![false; self.rows.len()];
        for row in sources.iter().filter_map(|source| self.row(source)) {
            matched[row] = true;
        }
        self.rows.iter().zip(matched).filter(|(_, matched)| !matched).map(|((name, _), _)| name.as_str()).collect()
    }

    fn row(&self, source: &Source) -> Option<usize> {
        let full = source.name.trim_start_matches("./");
        let file = full.rsplit('/').next().unwrap_or(full);
        [full, source.relative(), without_ending(full), source.id(), file, without_ending(file)]
            .into_iter()
            .find_map(|name| self.by_name.get(name).copied())
    }
}
