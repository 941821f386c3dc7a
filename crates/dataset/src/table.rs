//! Reads the rows of a table.

use crate::error::DatasetError;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// A row of a table. The keys are the names of the columns and the values are the cells.
pub type Row = BTreeMap<String, String>;

/// Returns the paths of the CSV files of a table, sorted by name. The files of the table `mentions`, for example, are in the folder
/// `mentions/`, or in `csv/mentions/` if the dataset has several formats.
fn parts(dataset: &Path, table: &str) -> Result<Vec<PathBuf>, DatasetError> {
    if dataset.is_dir() && !dataset.join("manifest.json").is_file() {
        return Err(DatasetError::Unfinished(dataset.to_owned()));
    }
    let several = dataset.join("csv");
    let folder = if several.is_dir() { several.join(table) } else { dataset.join(table) };
    let entries = std::fs::read_dir(&folder).map_err(|source| DatasetError::Folder {
        folder: folder.clone(),
        dataset: dataset.to_owned(),
        source,
    })?;
    let mut parts: Vec<PathBuf> =
        entries.flatten().map(|entry| entry.path()).filter(|path| path.extension().is_some_and(|ending| ending == "csv")).collect();
    parts.sort();
    if parts.is_empty() { Err(DatasetError::NoCsv(folder)) } else { Ok(parts) }
}

/// Passes each record of a table to `take`. The arguments of `take` are the names of the columns and the record.
///
/// # Errors
/// Returns an error if the folder is not a finished dataset, if the table has no CSV files, if a file is damaged, or if `take` fails.
pub fn each(
    dataset: &Path,
    table: &str,
    mut take: impl FnMut(&csv::StringRecord, &csv::StringRecord) -> Result<(), DatasetError>,
) -> Result<(), DatasetError> {
    for file in parts(dataset, table)? {
        let failed = |source| DatasetError::File { file: file.clone(), source };
        let mut reader = csv::Reader::from_path(&file).map_err(failed)?;
        let columns = reader.headers().map_err(failed)?.clone();
        let mut record = csv::StringRecord::new();
        while reader.read_record(&mut record).map_err(failed)? {
            take(&columns, &record)?;
        }
    }
    Ok(())
}

/// Reads all rows of a table, in order.
///
/// # Errors
/// Returns an error if the folder is not a finished dataset, if the table has no CSV files, or if a file is damaged.
pub fn rows(dataset: &Path, table: &str) -> Result<Vec<Row>, DatasetError> {
    let mut all = Vec::new();
    each(dataset, table, |columns, record| {
        all.push(columns.iter().map(str::to_owned).zip(record.iter().map(str::to_owned)).collect());
        Ok(())
    })?;
    Ok(all)
}
