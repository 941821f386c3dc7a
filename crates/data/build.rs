//! Compiles the repository's data files into what the library embeds.
//!
//! The loading code is the library's own (the modules below are the same files), so that what is embedded and what a user loads are read alike.

#![allow(missing_docs, dead_code, unreachable_pub)]

#[path = "src/compile.rs"]
mod compile;
#[path = "src/diagnostic.rs"]
mod diagnostic;
#[path = "src/engines.rs"]
mod engines;
#[path = "src/files.rs"]
mod files;
#[path = "src/gazetteer/mod.rs"]
mod gazetteer;
#[path = "src/language/mod.rs"]
mod language;
#[path = "src/rules/mod.rs"]
mod rules;
#[path = "src/topics.rs"]
mod topics;
#[path = "src/value.rs"]
mod value;

use std::path::{Path, PathBuf};

fn main() {
    let here = PathBuf::from(std::env::var("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    let out = PathBuf::from(std::env::var("OUT_DIR").expect("cargo sets it"));
    let linked = here.join("data");
    // Where links are not to be had, the link is a small file.
    let root = if linked.is_dir() { linked } else { here.join("../../data") };
    watch(&root);
    println!("cargo:rerun-if-changed=src");
    let files = match files::read_folder(&root) {
        Ok(files) => files,
        Err(error) => panic!("the data folder cannot be read: {error}"),
    };
    let (contents, diagnostics) = compile::read(&files);
    let errors: Vec<String> = diagnostics.iter().filter(|d| d.severity == diagnostic::Severity::Error).map(ToString::to_string).collect();
    assert!(errors.is_empty(), "the data files have faults:\n{}", errors.join("\n"));
    let compiled = compile::build(&contents).expect("the data can be compiled");
    let (_, wrong) = compile::examples(&files, &contents, &compiled);
    let wrong: Vec<String> = wrong.iter().map(ToString::to_string).collect();
    assert!(wrong.is_empty(), "rules fail on their examples:\n{}", wrong.join("\n"));
    let packed = postcard::to_stdvec(&compiled).expect("plain data can be written");
    std::fs::write(out.join("compiled.bin"), packed).expect("OUT_DIR can be written");
    let sources = postcard::to_stdvec(&files).expect("plain data can be written");
    std::fs::write(out.join("sources.bin"), sources).expect("OUT_DIR can be written");
}

/// Cargo looks at the modification time of a folder only, so each one is named.
fn watch(folder: &Path) {
    for entry in walkdir::WalkDir::new(folder).follow_links(true).into_iter().flatten() {
        println!("cargo:rerun-if-changed={}", entry.path().display());
    }
}
