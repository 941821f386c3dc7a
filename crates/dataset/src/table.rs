//! Reads the rows of a table.

use crate::error::DatasetError;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// A row of a table. The keys are the names of the columns and the values are the cells.
pub type Row = BTreeMap<String, String>;

/// The name of the folder in which a run writes a dataset until it is complete.
const INCOMPLETE: &str = "_incomplete";
/// The name of the folder that contains one JSON file for each finished part. For example, the file `part-00000.json` belongs to the part whose
/// tables are in files called `part-00000.csv`.
const MARKS: &str = "_parts";

/// Returns the paths of the CSV files of a table, sorted by name. For example, the files of the table `mentions` are in the folder `mentions/`, or
/// in `csv/mentions/` if the dataset has several formats. If `dataset` is the folder of an unfinished run, only finished parts are included.
fn parts(dataset: &Path, table: &str) -> Result<Vec<PathBuf>, DatasetError> {
    let unfinished = dataset.file_name().is_some_and(|name| name == INCOMPLETE) && dataset.join(MARKS).is_dir();
    if dataset.is_dir() && !unfinished && !dataset.join("manifest.json").is_file() {
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
    if unfinished {
        parts.retain(|path| path.file_stem().is_some_and(|part| dataset.join(MARKS).join(part).with_extension("json").is_file()));
    }
    parts.sort();
    if parts.is_empty() { Err(DatasetError::NoCsv(folder)) } else { Ok(parts) }
}

/// Passes each row of a table to `take`, in order. The arguments of `take` are the names of the columns and the cells of the row.
///
/// # Errors
/// Returns an error if the folder is neither a finished dataset nor the folder `_incomplete` of an unfinished run, if the table has no CSV files,
/// if a file is damaged, or if `take` returns an error.
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
/// Returns an error if the folder is neither a finished dataset nor the folder `_incomplete` of an unfinished run, if the table has no CSV files,
/// or if a file is damaged.
pub fn rows(dataset: &Path, table: &str) -> Result<Vec<Row>, DatasetError> {
    let mut all = Vec::new();
    each(dataset, table, |columns, record| {
        all.push(columns.iter().map(str::to_owned).zip(record.iter().map(str::to_owned)).collect());
        Ok(())
    })?;
    Ok(all)
}
