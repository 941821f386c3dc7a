//! The location of the files of one part in one format.

use std::path::{Path, PathBuf};

/// The location of the files of one part in one format.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    /// The folder of the dataset.
    root: PathBuf,
    /// The path, relative to `root`, of the folder that contains the tables: for example, `csv/`. The path is empty if the tables
    /// are directly in `root`.
    prefix: String,
    /// The number of the part.
    number: u32,
}

impl Place {
    pub(crate) fn new(root: &Path, prefix: String, number: u32) -> Self {
        Self { root: root.to_owned(), prefix, number }
    }

    /// Returns whether this is the first part, which has a file for every table.
    pub(crate) const fn is_first(&self) -> bool {
        self.number == 0
    }

    /// Returns the path of a file relative to the dataset, with `/` as the separator.
    pub(crate) fn relative(&self, folder: &str, extension: &str) -> String {
        format!("{}{folder}/part-{:05}.{extension}", self.prefix, self.number)
    }

    pub(crate) fn root(&self) -> &Path {
        &self.root
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_five_digits_or_more() {
        assert_eq!(Place::new(Path::new("out"), String::new(), 7).relative("mentions", "csv"), "mentions/part-00007.csv");
        assert_eq!(Place::new(Path::new("out"), "csv/".to_owned(), 123_456).relative("mentions", "csv"), "csv/mentions/part-123456.csv");
    }
}
