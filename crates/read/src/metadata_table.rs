//! A table with metadata of files, joined by the names of the files.

use crate::Source;
use crate::source::without_ending;
use std::collections::HashMap;

/// The fields of a row, by column.
type Fields = serde_json::Map<String, serde_json::Value>;

/// Metadata of files: the rows of a CSV or TSV file, each with the name of a document file in one of its columns.
///
/// The column of the names is the first that is called `file`, `filename`, `file_name`, `path` or `doc_id`, in any case, or else the first column. A row belongs
/// to a file if its name equals the path of the file (as given, or within the folder that was given) or the file name, with or without the ending. The columns of the options (id, date, speaker), `language` and `title`
/// are read as in records; all others become fields of the metadata.
#[derive(Clone, Debug, Default)]
pub struct MetadataTable {
    rows: Vec<(String, Fields)>,
    /// The numbers of rows by the names in them.
    by_name: HashMap<String, usize>,
    sha256: String,
}

impl MetadataTable {
    /// Creates an empty table from a file with this SHA-256.
    pub(crate) fn new(sha256: String) -> Self {
        Self { sha256, ..Self::default() }
    }

    /// Adds a row. Returns false if there is a row with the same name.
    pub(crate) fn insert(&mut self, name: String, fields: Fields) -> bool {
        let new = self.by_name.insert(name.clone(), self.rows.len()).is_none();
        self.rows.push((name, fields));
        new
    }

    /// Returns the SHA-256 of the file, in lower-case hexadecimal.
    #[must_use]
    pub fn sha256(&self) -> &str {
        &self.sha256
    }

    /// Returns the metadata of a file, or `None` if no row names it.
    pub(crate) fn fields(&self, source: &Source) -> Option<&Fields> {
        self.row(source).and_then(|row| self.rows.get(row)).map(|(_, fields)| fields)
    }

    /// Returns the names in rows that belong to none of the files, in the order of the table.
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
