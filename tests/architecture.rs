//! Which crate may know which, and which crates may use what is not for all.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

/// The arrows: each crate and the crates of the workspace that it may depend on (to build or run; tests may not go further either).
const ARROWS: [(&str, &[&str]); 13] = [
    ("text", &[]),
    ("tokenizer", &["text"]),
    ("phrases", &["text"]),
    ("gazetteer", &["text", "phrases"]),
    ("actors", &["text"]),
    ("temporal", &["text"]),
    ("classifier", &["text", "phrases"]),
    ("export", &["text"]),
    ("import", &[]),
    ("data", &["text", "tokenizer", "gazetteer", "actors", "temporal", "classifier"]),
    ("pipeline", &["text", "tokenizer", "gazetteer", "actors", "temporal", "classifier"]),
    ("cli", &["text", "data", "pipeline", "export", "import", "gazetteer", "classifier", "temporal"]),
    ("tests", &["text", "tokenizer", "gazetteer", "temporal", "classifier", "export", "data", "pipeline"]),
];

/// Packages that only these crates may use.
const KEPT: [(&str, &[&str]); 8] = [
    ("anyhow", &["cli"]),
    ("rayon", &["pipeline", "cli"]),
    ("clap", &["cli"]),
    ("indicatif", &["cli"]),
    ("arrow-array", &["export"]),
    ("parquet", &["export"]),
    ("quick-xml", &["import"]),
    ("saphyr", &["import"]),
];

fn dependencies() -> BTreeMap<String, BTreeSet<String>> {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let output = Command::new(cargo)
        .args(["metadata", "--format-version=1", "--no-deps", "--offline"])
        .current_dir(chancery_tests::root())
        .output()
        .expect("cargo metadata");
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON of cargo metadata");
    let packages = metadata["packages"].as_array().expect("packages");
    let text = |value: &serde_json::Value| value.as_str().expect("a string").to_owned();
    packages
        .iter()
        .map(|package| {
            (text(&package["name"]), package["dependencies"].as_array().expect("dependencies").iter().map(|d| text(&d["name"])).collect())
        })
        .collect()
}

#[test]
fn arrows_run_one_way() {
    let found = dependencies();
    assert_eq!(found.len(), ARROWS.len(), "a crate is missing here or there: {:?}", found.keys());
    for (crate_, allowed) in ARROWS {
        let name = format!("chancery-{crate_}");
        for dependency in &found[&name] {
            if let Some(other) = dependency.strip_prefix("chancery-") {
                assert!(allowed.contains(&other), "{crate_} must not know {other}");
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
    for entry in walkdir::WalkDir::new(chancery_tests::root().join("crates")).into_iter().flatten() {
        let path = entry.path();
        if path.extension().is_some_and(|e| e == "rs") {
            let lines =
                std::fs::read_to_string(path).expect("a source file").lines().filter(|line| !line.trim_start().starts_with("//")).count();
            assert!(lines <= 500, "{} has {lines} lines of code", path.display());
        }
    }
}
