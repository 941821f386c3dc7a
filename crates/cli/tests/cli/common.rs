//! Helpers that are shared by the tests of the command.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The command under test.
pub(crate) fn chancery() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_chancery"));
    // The tests must not write to the user's cache.
    command.env("CHANCERY_CACHE", "");
    command
}

/// Runs the command in a folder.
pub(crate) fn run(args: &[&str], folder: &Path) -> Output {
    chancery().args(args).current_dir(folder).output().expect("the command")
}

/// Returns standard error as text.
pub(crate) fn told(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Creates a temporary folder, which is removed when it is dropped.
pub(crate) fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder")
}

/// Returns standard output as text.
pub(crate) fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// Reads the rows of a CSV table of a dataset. Each row maps the names of columns to values.
pub(crate) fn table(dataset: &Path, name: &str) -> Vec<std::collections::BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_path(dataset.join(name).join("part-00000.csv")).expect("a table");
    reader.deserialize().map(|row| row.expect("a row")).collect()
}

/// Writes a file and creates the folders above it.
pub(crate) fn write(path: &Path, bytes: &[u8]) {
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    fs::write(path, bytes).expect("a file");
}

/// Returns the content of each file in a folder and its subfolders, by relative path.
pub(crate) fn bytes(root: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let files = walkdir::WalkDir::new(root).into_iter().flatten().filter(|entry| entry.file_type().is_file());
    files.map(|entry| (entry.path().strip_prefix(root).expect("below").to_owned(), fs::read(entry.path()).expect("a file"))).collect()
}

/// Runs `chancery gazetteer` in a folder and returns what it prints.
pub(crate) fn gazetteer(args: &[&str], folder: &Path) -> String {
    let all: Vec<&str> = ["gazetteer"].into_iter().chain(args.iter().copied()).collect();
    let output = run(&all, folder);
    assert!(output.status.success(), "{args:?}\n{}{}", said(&output), told(&output));
    said(&output)
}

/// Runs `chancery gazetteer`, which must fail, and returns its message.
pub(crate) fn fails(args: &[&str], folder: &Path) -> String {
    let all: Vec<&str> = ["gazetteer"].into_iter().chain(args.iter().copied()).collect();
    let output = run(&all, folder);
    assert!(!output.status.success(), "{args:?}\n{}", said(&output));
    told(&output) + &said(&output)
}
