//! The location of the files of one part in one format.

use std::path::{Path, PathBuf};

/// The location of the files of one part in one format.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    /// The folder of the dataset.
    root: PathBuf,
    /// The path of the folder that contains the tables, relative to `root`, such as `csv/`; empty if the tables are directly in
    /// `root`.
    prefix: String,
    /// The number of the part.
    number: u32,
}

impl Place {
    pub(crate) fn new(root: &Path, prefix: String, number: u32) -> Self {
        Self { root: root.to_owned(), prefix, number }
    }

    /// Returns `true` if this is the first part. The first part has a file for every table, even if the table is empty.
    pub(crate) const fn is_first(&self) -> bool {
        self.number == 0
    }

    /// Returns the path of a data file, relative to the folder of the dataset, with `/` as the separator. `folder` is the folder
    /// of the table.
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
