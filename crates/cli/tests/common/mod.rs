//! What the tests of the command share.

#![allow(dead_code, reason = "each test file uses some of it")]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

pub(crate) fn chancery() -> Command {
    Command::new(env!("CARGO_BIN_EXE_chancery"))
}

pub(crate) fn run(args: &[&str], folder: &Path) -> Output {
    chancery().args(args).current_dir(folder).output().expect("the command")
}

pub(crate) fn told(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

pub(crate) fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder")
}

/// Standard output as text.
pub(crate) fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// The rows of a CSV table of a dataset, by column.
pub(crate) fn table(dataset: &Path, name: &str) -> Vec<std::collections::BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_path(dataset.join(name).join("part-00000.csv")).expect("a table");
    reader.deserialize().map(|row| row.expect("a row")).collect()
}

/// Writes a file, with the folders above it.
pub(crate) fn write(path: &Path, bytes: &[u8]) {
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    fs::write(path, bytes).expect("a file");
}
