//! The names of the files that contain rows.

/// Returns the name of a data file with the given extension.
pub(crate) fn part(extension: &str) -> String {
    format!("part-00000.{extension}")
}
