//! Reads a table that contains the metadata of input files.

use crate::formats::table_rows;
use crate::metadata_table::MetadataTable;
use crate::{ReadError, ReadErrorKind, ReadOptions, sha256};
use std::collections::HashMap;
use std::path::Path;

/// The possible names of the column that contains the file names.
const NAMES: [&str; 5] = ["file", "filename", "file_name", "path", "doc_id"];

impl MetadataTable {
    /// Reads a table of metadata from a file.
    ///
    /// # Errors
    /// Returns an error if the file cannot be read, if a row is malformed, or if two rows name the
    /// same file.
    pub fn read(path: &Path, options: &ReadOptions) -> Result<Self, ReadError> {
        let bytes = std::fs::read(path).map_err(ReadError::io)?;
        let mut table = Self::new(sha256(&bytes));
        let (names, rows) = table_rows(&bytes, options)?;
        let lower: Vec<String> = names.iter().map(|name| name.trim().to_lowercase()).collect();
        let key = NAMES.iter().find_map(|name| lower.iter().position(|column| column == name)).unwrap_or(0);
        for (line, cells) in rows {
            let mut fields: HashMap<&String, String> = names.iter().zip(cells).filter(|(_, cell)| !cell.is_empty()).collect();
            let Some(name) = names.get(key).and_then(|column| fields.remove(&column)) else {
                return Err(ReadError::new(
                    ReadErrorKind::Malformed,
                    format!("the row in line {line} does not name a file; add the file name, or remove the row"),
                ));
            };
            let name = name.trim().trim_start_matches("./").replace('\\', "/");
            let fields = names.iter().filter_map(|column| Some((column.clone(), fields.remove(column)?.into()))).collect();
            if !table.insert(name.clone(), fields) {
                return Err(ReadError::new(
                    ReadErrorKind::Malformed,
                    format!(
                        "the row in line {line} names the file \"{name}\", but another row already names it; remove one of the two rows"
                    ),
                ));
            }
        }
        Ok(table)
    }
}
