//! The layout of a dataset: the names of its files and folders.
//!
//! If the tables are written in only one format, the folders of the tables are at the top level of the dataset: `mentions/part-00000.csv`. If they are written
//! in several formats, each format has its own folder: `csv/mentions/part-00000.csv` and `parquet/mentions/part-00000.parquet`. The folder of a table therefore
//! never contains files of different formats. JSONL files are always in the folder `jsonl`: `jsonl/part-00000.jsonl`.

use crate::Format;
use crate::tables::TABLES;

/// The name of the manifest.
pub const MANIFEST: &str = "manifest.json";

/// Returns the names of all folders that may be at the top level of a dataset.
pub fn folders() -> impl Iterator<Item = &'static str> {
    TABLES.iter().map(|table| table.info().name).chain(Format::ALL.iter().map(|format| format.as_str()))
}

/// Returns `true` if a file name has the form of a data file, such as `part-00000.csv`. The number has at least five digits.
#[must_use]
pub fn is_part(name: &str) -> bool {
    name.strip_prefix("part-").and_then(|rest| rest.split_once('.')).is_some_and(|(number, extension)| {
        number.len() >= 5 && number.bytes().all(|b| b.is_ascii_digit()) && Format::ALL.iter().any(|format| format.extension() == extension)
    })
}

/// Returns the path of the folder that contains the tables in the format `format`, such as `csv/`, relative to the dataset. The path is empty if the tables are at
/// the top level of the dataset. `formats` contains all formats of the dataset.
pub(crate) fn prefix(formats: &[Format], format: Format) -> String {
    let tables = formats.iter().filter(|format| **format != Format::Jsonl).count();
    if tables > 1 && format != Format::Jsonl { format!("{}/", format.as_str()) } else { String::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_and_folders() {
        assert_eq!(prefix(&[Format::Csv, Format::Jsonl], Format::Csv), "");
        assert_eq!(prefix(&[Format::Csv, Format::Tsv], Format::Csv), "csv/");
        assert!(is_part("part-00007.csv") && is_part("part-123456.jsonl"));
        for name in ["part-0.csv", "part-00000.txt", "part-00000", "x.csv", "part-0000a.csv"] {
            assert!(!is_part(name), "{name}");
        }
        let folders: Vec<&str> = folders().collect();
        assert!(folders.contains(&"mentions") && folders.contains(&"jsonl") && folders.contains(&"csv"), "{folders:?}");
    }
}
