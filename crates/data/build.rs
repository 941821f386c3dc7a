//! Compiles the data files of the repository into what the library embeds.

use chancery_loader::Severity;
use std::path::{Path, PathBuf};

fn main() {
    let here = PathBuf::from(std::env::var("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    let out = PathBuf::from(std::env::var("OUT_DIR").expect("cargo sets it"));
    let linked = here.join("data");
    // Where links are not to be had, the link is a small file.
    let root = if linked.is_dir() { linked } else { here.join("../../data") };
    watch(&root);
    let files = match chancery_loader::read_folder(&root) {
        Ok(files) => files,
        Err(error) => panic!("the data folder cannot be read: {error}"),
    };
    let (contents, diagnostics) = chancery_loader::read(&files);
    let errors: Vec<String> = diagnostics.iter().filter(|d| d.severity == Severity::Error).map(ToString::to_string).collect();
    assert!(errors.is_empty(), "the data files have faults:\n{}", errors.join("\n"));
    let compiled = chancery_loader::build(&contents).expect("the data can be compiled");
    let (_, wrong) = chancery_loader::examples(&files, &contents, &compiled);
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
