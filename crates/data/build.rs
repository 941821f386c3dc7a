//! Compiles the data files of the repository. For each engine (gazetteer, classifier and so on) whose feature is enabled, this script writes a file with the
//! compiled data to `OUT_DIR`. The library embeds these files.

use chancery_loader::Diagnostic;
use serde::Serialize;
use std::path::{Path, PathBuf};

fn main() {
    let here = PathBuf::from(std::env::var("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    let linked = here.join("data");
    // On systems without symbolic links, the link `data` is checked out as a small text file.
    let root = if linked.is_dir() { linked } else { here.join("../../data") };
    watch(&root);
    let files = match chancery_loader::read_folder(&root) {
        Ok(files) => files,
        Err(error) => panic!("the data folder cannot be read: {error}"),
    };
    let (contents, diagnostics) = chancery_loader::read(&files);
    let errors: Vec<String> = diagnostics.iter().filter(|d| d.is_error()).map(Diagnostic::to_string).collect();
    assert!(errors.is_empty(), "the data files have errors:\n{}", errors.join("\n"));
    let compiled = chancery_loader::build(&contents).expect("the data can be compiled");
    let (_, wrong) = chancery_loader::examples(&files, &contents, &compiled);
    let wrong: Vec<String> = wrong.iter().map(ToString::to_string).collect();
    assert!(wrong.is_empty(), "rules fail on their examples:\n{}", wrong.join("\n"));
    pack("words", &compiled.words);
    write("hash", compiled.hash.as_bytes());
    if has("TEMPORAL") {
        pack("times", &compiled.times);
    }
    if has("GAZETTEER") {
        pack("gazetteer", &compiled.gazetteer);
    }
    if has("ACTORS") {
        pack("actors", &compiled.actor_extractor);
    }
    if has("CLASSIFIER") {
        pack("classifier", &compiled.classifier);
        pack("labels", &compiled.labels);
    }
    if has("CLAUSES") {
        pack("clauses", &compiled.clauses);
    }
    if has("EVENTS") {
        pack("events", &compiled.events);
    }
    if has("OUTLINE") {
        pack("outline", &compiled.outliner);
    }
    if has("AMOUNTS") {
        pack("amounts", &compiled.amounts);
    }
    if has("RECORDS") {
        pack("records", &compiled.records);
    }
    if has("LAYERS") {
        write("build", build_id().as_bytes());
        pack("sources", &files);
        write("attribution", &std::fs::read(root.join("ATTRIBUTION.md")).unwrap_or_default());
    }
}

/// Returns a hash of the compiled build script. The build script includes the code of all engines, so the hash changes whenever the format of
/// the compiled data may have changed.
fn build_id() -> String {
    let script = std::env::current_exe().and_then(std::fs::read).unwrap_or_default();
    chancery_loader::sha256(&script)
}

/// Returns `true` if a feature of the crate is enabled.
fn has(feature: &str) -> bool {
    std::env::var_os(format!("CARGO_FEATURE_{feature}")).is_some()
}

/// Serializes a value to the file `name` in `OUT_DIR`.
fn pack(name: &str, value: &impl Serialize) {
    write(name, &postcard::to_stdvec(value).expect("plain data can be written"));
}

fn write(name: &str, bytes: &[u8]) {
    let out = PathBuf::from(std::env::var("OUT_DIR").expect("cargo sets it"));
    std::fs::write(out.join(name), bytes).expect("OUT_DIR can be written");
}

/// Tells Cargo to run this script again when the folder, or any file or folder inside it, changes.
fn watch(folder: &Path) {
    for entry in walkdir::WalkDir::new(folder).follow_links(true).into_iter().flatten() {
        println!("cargo:rerun-if-changed={}", entry.path().display());
    }
}
