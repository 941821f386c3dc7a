//! A table with metadata of files, joined by the names of the files.

use crate::formats::{Fields, table_rows};
use crate::source::without_ending;
use crate::{ReadError, ReadErrorKind, ReadOptions, Source, sha256};
use std::collections::HashMap;
use std::path::Path;

/// Metadata of files: the rows of a CSV or TSV file, each with the name of a document file in one of its columns.
///
/// The column of the names is the first that is called `file`, `filename`, `file_name`, `path` or `doc_id`, in any case, or else the first column. A name may be the path as
/// given or from the folder that was given, or the name of the file alone, each with or without its ending. The columns of the options (id, date, speaker), `language` and `title`
/// are read as in records; all others become fields of the metadata.
#[derive(Clone, Debug, Default)]
pub struct FileTable {
    rows: Vec<(String, Fields)>,
    /// The numbers of rows by the names in them.
    by_name: HashMap<String, usize>,
    sha256: String,
}

/// The names of the column that contains the names of files.
const NAMES: [&str; 5] = ["file", "filename", "file_name", "path", "doc_id"];

impl FileTable {
    /// Reads a table from a file.
    ///
    /// # Errors
    /// If it cannot be read, if a row is malformed, or if two rows name the same file.
    pub fn read(path: &Path, options: &ReadOptions) -> Result<Self, ReadError> {
        let bytes = std::fs::read(path).map_err(ReadError::io)?;
        let mut table = Self { sha256: sha256(&bytes), ..Self::default() };
        let (names, rows) = table_rows(&bytes, options)?;
        let lower: Vec<String> = names.iter().map(|name| name.trim().to_lowercase()).collect();
        let key = NAMES.iter().find_map(|name| lower.iter().position(|column| column == name)).unwrap_or(0);
        for (line, cells) in rows {
            let mut fields: HashMap<&String, String> = names.iter().zip(cells).filter(|(_, cell)| !cell.is_empty()).collect();
            let Some(name) = names.get(key).and_then(|column| fields.remove(&column)) else {
                return Err(ReadError::new(ReadErrorKind::Malformed, format!("the row in line {line} names no file")));
            };
            let name = name.trim().trim_start_matches("./").replace('\\', "/");
            if table.by_name.insert(name.clone(), table.rows.len()).is_some() {
                return Err(ReadError::new(
                    ReadErrorKind::Malformed,
                    format!("the row in line {line} names \"{name}\", as another row does"),
                ));
            }
            let fields = names.iter().filter_map(|column| Some((column.clone(), fields.remove(column)?.into()))).collect();
            table.rows.push((name, fields));
        }
        Ok(table)
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
