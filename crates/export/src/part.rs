//! The names of the files with rows.

/// The name of the file with this extension in a folder of the dataset.
pub(crate) fn part(extension: &str) -> String {
    format!("part-00000.{extension}")
}
