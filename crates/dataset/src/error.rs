//! Errors that occur when a dataset is read.

use std::path::PathBuf;

/// The reason why a dataset cannot be read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DatasetError {
    /// The folder of a table cannot be read.
    #[error("{} cannot be read; give the folder of a dataset that `chancery run` wrote", .folder.display())]
    Folder {
        /// The folder of the table.
        folder: PathBuf,
        /// The folder of the dataset.
        dataset: PathBuf,
        /// The cause.
        source: std::io::Error,
    },
    /// The folder of a table contains no CSV files.
    #[error("{} contains no CSV files; write the dataset again with --format csv", .0.display())]
    NoCsv(PathBuf),
    /// A file cannot be read.
    #[error("{} is damaged or cannot be read", .file.display())]
    File {
        /// The file.
        file: PathBuf,
        /// The cause.
        source: csv::Error,
    },
    /// The run that wrote the dataset did not finish.
    #[error("{} has no manifest.json: it is not a dataset, or the run that writes it has not finished; to continue that run, repeat its command with --resume; to read the finished parts of the run, give the folder {} instead", .0.display(), .0.join("_incomplete").display())]
    Unfinished(PathBuf),
    /// A table does not have an expected column.
    #[error("the table {table} has no column {column}; write the dataset again with this version of chancery")]
    Column {
        /// The name of the table.
        table: String,
        /// The name of the column.
        column: &'static str,
    },
}
