//! Where the files of a dataset lie in its folder.

use crate::Format;
use crate::tables::TABLES;

/// The name of the manifest.
pub const MANIFEST: &str = "manifest.json";

/// The folders that a dataset may have.
pub fn folders() -> impl Iterator<Item = &'static str> {
    TABLES.iter().map(|table| table.info().name).chain(Format::ALL.iter().filter_map(|format| format.folder()))
}

/// Whether a file name is that of a part of a table, as [`Dataset`](crate::Dataset) names them: `part-00000.csv`.
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
