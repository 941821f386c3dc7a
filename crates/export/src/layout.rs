//! The layout of a dataset: the names of its files and folders.

use crate::Format;
use crate::tables::TABLES;

/// The name of the manifest.
pub const MANIFEST: &str = "manifest.json";

/// Returns the names of all folders that a dataset may contain.
pub fn folders() -> impl Iterator<Item = &'static str> {
    TABLES.iter().map(|table| table.info().name).chain(Format::ALL.iter().filter_map(|format| format.folder()))
}

/// Returns whether a file name is that of a data file, as [`Dataset`](crate::Dataset) names them: `part-00000.csv`.
#[must_use]
pub fn is_part(name: &str) -> bool {
    name.strip_prefix("part-").and_then(|rest| rest.split_once('.')).is_some_and(|(number, extension)| {
        number.len() == 5 && number.bytes().all(|b| b.is_ascii_digit()) && Format::ALL.iter().any(|format| format.as_str() == extension)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::part::part;

    #[test]
    fn parts_and_folders() {
        for format in Format::ALL {
            assert!(is_part(&part(format.as_str())));
        }
        for name in ["part-0.csv", "part-00000.txt", "part-00000", "x.csv", "part-0000a.csv"] {
            assert!(!is_part(name), "{name}");
        }
        let folders: Vec<&str> = folders().collect();
        assert!(folders.contains(&"mentions") && folders.contains(&"jsonl") && !folders.contains(&"csv"), "{folders:?}");
    }
}
