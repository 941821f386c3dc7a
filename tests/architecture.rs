//! Tests that crates depend only on the crates and packages that are listed here, and that the files of a crate do not refer to one another in cycles.

mod cycles;
mod lexer;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

/// The allowed dependencies: each crate with the workspace crates that it may depend on. Dependencies of its build script and tests are included.
const ARROWS: [(&str, &[&str]); 23] = [
    ("text", &[]),
    ("tokenizer", &["text"]),
    ("phrases", &["text"]),
    ("gazetteer", &["text", "phrases"]),
    ("actors", &["text"]),
    ("clauses", &["text", "tokenizer"]),
    ("events", &["text"]),
    ("records", &["text"]),
    ("outline", &["text"]),
    ("amounts", &["text"]),
    ("temporal", &["text"]),
    ("classifier", &["text", "phrases"]),
    ("read", &["text"]),
    ("export", &["text"]),
    ("import", &[]),
    ("dataset", &["text"]),
    (
        "loader",
        &["text", "tokenizer", "gazetteer", "actors", "temporal", "classifier", "clauses", "events", "records", "outline", "amounts"],
    ),
    (
        "data",
        &[
            "text",
            "tokenizer",
            "gazetteer",
            "actors",
            "temporal",
            "classifier",
            "clauses",
            "events",
            "records",
            "outline",
            "amounts",
            "loader",
        ],
    ),
    (
        "pipeline",
        &["text", "tokenizer", "gazetteer", "actors", "temporal", "classifier", "clauses", "events", "records", "outline", "amounts"],
    ),
    ("curate", &["text", "gazetteer", "data", "dataset", "import", "pipeline"]),
    (
        "cli",
        &[
            "text",
            "curate",
            "data",
            "dataset",
            "pipeline",
            "read",
            "export",
            "import",
            "gazetteer",
            "classifier",
            "clauses",
            "events",
            "temporal",
        ],
    ),
    ("fuzz", &["text", "tokenizer", "read", "loader", "data", "pipeline", "temporal", "classifier", "import"]),
    ("tests", &["text", "tokenizer", "gazetteer", "temporal", "classifier", "clauses", "events", "export", "data", "loader", "pipeline"]),
];

/// Packages that only the listed crates may use.
const KEPT: [(&str, &[&str]); 19] = [
    ("annotate-snippets", &["cli"]),
    ("anyhow", &["cli"]),
    ("clap", &["cli"]),
    ("indicatif", &["cli"]),
    ("rayon", &["pipeline", "curate", "cli"]),
    ("toml_edit", &["curate"]),
    ("zip", &["data", "read", "fuzz"]),
    ("parquet", &["export"]),
    ("quick-xml", &["import", "read"]),
    ("saphyr", &["import"]),
    ("oxttl", &["import"]),
    ("oxrdf", &["import"]),
    ("chardetng", &["read"]),
    ("globset", &["read"]),
    ("html5gum", &["read"]),
    ("pulldown-cmark", &["read"]),
    ("whatlang", &["read"]),
    ("postcard", &["data", "tests"]),
    ("libtest-mimic", &["tests"]),
];

fn metadata() -> serde_json::Value {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let output = Command::new(cargo)
        .args(["metadata", "--format-version=1", "--no-deps", "--offline"])
        .current_dir(chancery_tests::root())
        .output()
        .expect("cargo metadata");
    serde_json::from_slice(&output.stdout).expect("JSON of cargo metadata")
}

/// Returns the packages of the workspace, each with the names of its dependencies.
fn dependencies() -> BTreeMap<String, BTreeSet<String>> {
    let metadata = metadata();
    let text = |value: &serde_json::Value| value.as_str().expect("a string").to_owned();
    let packages = metadata["packages"].as_array().expect("packages").iter();
    let names =
        |package: &serde_json::Value| package["dependencies"].as_array().expect("dependencies").iter().map(|d| text(&d["name"])).collect();
    packages.map(|package| (text(&package["name"]), names(package))).collect()
}

/// Returns the text of all Rust files in a folder and its subfolders, by their path relative to the folder.
fn sources(folder: &Path) -> BTreeMap<String, String> {
    let files = walkdir::WalkDir::new(folder).into_iter().flatten().filter(|entry| entry.path().extension().is_some_and(|e| e == "rs"));
    let inner = |path: &Path| path.strip_prefix(folder).expect("a path in the folder").display().to_string();
    files.map(|entry| (inner(entry.path()), std::fs::read_to_string(entry.path()).expect("a source file"))).collect()
}

#[test]
fn crates_depend_on_one_another_one_way() {
    let found = dependencies();
    assert_eq!(found.len(), ARROWS.len(), "a crate is missing in ARROWS or in the workspace: {:?}", found.keys());
    for (crate_, allowed) in ARROWS {
        let name = format!("chancery-{crate_}");
        for dependency in &found[&name] {
            if let Some(other) = dependency.strip_prefix("chancery-") {
                assert!(allowed.contains(&other), "{crate_} must not depend on {other}");
            }
        }
    }
    for (package, allowed) in KEPT {
        for (name, dependencies) in &found {
            let crate_ = name.strip_prefix("chancery-").unwrap_or(name);
            assert!(!dependencies.contains(package) || allowed.contains(&crate_), "{crate_} must not use {package}");
        }
    }
}

#[test]
fn engines_can_be_shared_between_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<chancery_tokenizer::Tokenizer>();
    shared::<chancery_gazetteer::Gazetteer>();
    shared::<chancery_temporal::TemporalTagger>();
    shared::<chancery_classifier::Classifier>();
    shared::<chancery_data::Data>();
    shared::<chancery_pipeline::Stages<'_>>();
    shared::<chancery_text::Document>();
}

#[test]
fn source_files_keep_to_one_idea() {
    for folder in ["crates", "tests", "fuzz"] {
        for (path, text) in sources(&chancery_tests::root().join(folder)) {
            let code = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//")).count();
            assert!(code <= 500, "{folder}/{path} has {code} lines of code");
        }
    }
}

#[test]
fn files_of_a_crate_refer_to_one_another_one_way() {
    let mut found = Vec::new();
    for (crate_, _) in ARROWS.into_iter().filter(|(crate_, _)| !["fuzz", "tests"].contains(crate_)) {
        let files = sources(&chancery_tests::root().join("crates").join(crate_).join("src"));
        assert!(!files.is_empty(), "{crate_} has no files");
        found.extend(cycles::cycles(&files).into_iter().map(|cycle| (crate_.to_owned(), cycle)));
    }
    let shown: String = found.iter().map(|(crate_, cycle)| format!("  {crate_}: {}\n", cycle.join(", "))).collect();
    assert!(found.is_empty(), "files refer to one another in a cycle:\n{shown}");
}

#[test]
fn targets_without_tests_have_none_that_are_left_out() {
    for package in metadata()["packages"].as_array().expect("packages") {
        for target in package["targets"].as_array().expect("targets") {
            let main = Path::new(target["src_path"].as_str().expect("a path"));
            if !["lib", "bin"].iter().any(|kind| target["kind"][0] == *kind) || !main.parent().is_some_and(|folder| folder.ends_with("src"))
            {
                continue;
            }
            for (path, text) in sources(main.parent().expect("a folder")) {
                let (tests, examples) = (
                    text.contains("#[test]"),
                    text.lines().any(|line| line.trim_start().starts_with("/// ```") || line.starts_with("//! ```")),
                );
                assert!(target["test"] == true || !tests, "{} does not run the tests of {path}", package["name"]);
                assert!(
                    target["doctest"] == true || target["kind"][0] == "bin" || !examples,
                    "{} does not run the examples of {path}",
                    package["name"]
                );
            }
        }
    }
}
