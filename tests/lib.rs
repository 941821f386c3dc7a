//! Helpers for the tests and benchmarks of the whole project: paths, texts, generated names, and the reader of test cases.

use chancery_data::Data;
use chancery_gazetteer::{Entity, Gazetteer, GazetteerBuilder, Name};
use chancery_pipeline::Stages;
use chancery_text::{Form, WordBreaker};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Returns the root folder of the project.
#[must_use]
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Returns the folder of the optional local corpora, or `None` if it does not exist. The environment variable `CHANCERY_CORPORA` names this folder; by default, it
/// is the folder (or link) `corpora` in the project. It contains speeches in `ungd/YEAR/ID.txt` and treaties in `treaties/ID.txt`.
#[must_use]
pub fn local_corpora() -> Option<PathBuf> {
    let path = std::env::var_os("CHANCERY_CORPORA").map_or_else(|| root().join("corpora"), PathBuf::from);
    Some(path).filter(|path| path.join("ungd").is_dir())
}

/// Returns the text files in a folder and its subfolders, sorted by name.
///
/// # Panics
/// If a file cannot be read.
#[must_use]
pub fn texts(folder: &Path) -> Vec<String> {
    let files = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().flatten();
    let texts = files.filter(|entry| entry.path().extension().is_some_and(|e| e == "txt"));
    texts.map(|entry| String::from_utf8_lossy(&std::fs::read(entry.path()).expect("a text")).into_owned()).collect()
}

/// Returns a list of distinct names of one to three words that look like the names in documents. The list is always the same.
///
/// The words come from a Markov chain of order 2 over the letters of the sample documents; a linear congruential generator with a fixed seed draws the
/// letters. The names therefore begin like the words of real texts, and a matcher cannot reject them by their first letters alone. One name in two hundred
/// begins with a lower-case letter, like some place names.
///
/// # Panics
/// If the sample documents are missing.
#[must_use]
pub fn generated_names(count: usize) -> Vec<String> {
    let mut follows: BTreeMap<[u8; 2], Vec<u8>> = BTreeMap::new();
    for text in texts(&root().join("samples")) {
        for word in text.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| word.len() > 1) {
            let mut before = [b'^'; 2];
            for letter in word.bytes().map(|b| b.to_ascii_lowercase()).chain([b'$']) {
                follows.entry(before).or_default().push(letter);
                before = [before[1], letter];
            }
        }
    }
    let mut state: u64 = 42;
    let mut next = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below
    };
    let mut names = BTreeSet::new();
    while names.len() < count {
        let mut name = String::new();
        let small = next(200) == 0;
        for _ in 0..=next(3) {
            let mut before = [b'^'; 2];
            let start = name.len();
            while let Some(letters) = follows.get(&before) {
                let letter = letters[next(letters.len())];
                if letter == b'$' || name.len() - start > 14 {
                    break;
                }
                let capital = name.len() == start && !(small && start == 0);
                name.push(if capital { letter.to_ascii_uppercase() } else { letter } as char);
                before = [before[1], letter];
            }
            name.push(' ');
        }
        let name = name.trim_end();
        if name.len() > 4 {
            names.insert(name.to_owned());
        }
    }
    names.into_iter().collect()
}

/// Builds a gazetteer of names.
///
/// # Panics
/// If a name contains no letter.
#[must_use]
pub fn gazetteer_of(names: &[String], breaker: &dyn WordBreaker) -> Gazetteer {
    let mut builder = GazetteerBuilder::new();
    builder.clitic("'s");
    for (number, name) in names.iter().enumerate() {
        builder.entity(Entity::new(format!("place.{number}"), "place").with_name(Name::new(name, Form::Name)));
    }
    builder.build(breaker).expect("names with letters")
}

/// A case in `tests/cases/`.
pub trait Case: serde::de::DeserializeOwned + Send + 'static {
    /// Returns the name of the case, which is unique in its folder.
    fn name(&self) -> &str;
    /// Returns the value of the key `unmet`, that is, the reason why the program does not pass the case yet. When the program passes the case, remove the key.
    fn unmet(&self) -> Option<&str>;
}

/// Returns the cases of all TOML files in a folder of `tests/cases/`, each with the path of its file relative to this folder.
///
/// # Panics
/// If a file cannot be read or two cases have the same name.
#[must_use]
pub fn cases<C: Case>(folder: &str) -> Vec<(String, C)> {
    #[derive(serde::Deserialize)]
    struct File<C> {
        case: Vec<C>,
    }
    let folder = root().join("tests/cases").join(folder);
    let files = walkdir::WalkDir::new(&folder).sort_by_file_name().into_iter().map(|entry| entry.expect("a folder of cases").into_path());
    let (mut cases, mut names) = (Vec::new(), BTreeSet::new());
    for path in files.filter(|path| path.extension().is_some_and(|e| e == "toml")) {
        let text = std::fs::read_to_string(&path).expect("a file of cases");
        let file: File<C> = toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let inner = path.strip_prefix(&folder).expect("a path in the folder").with_extension("").display().to_string();
        for case in file.case {
            assert!(names.insert(case.name().to_owned()), "two cases are called {}", case.name());
            cases.push((inner.clone(), case));
        }
    }
    cases
}

/// Checks the result of a case. `differences` must be empty or, if the case has the key `unmet`, must not be empty.
///
/// # Errors
/// Returns the differences. If the case has the key `unmet` but there are no differences, returns a message that the key must be removed.
pub fn judge(unmet: Option<&str>, differences: String) -> Result<(), String> {
    match (unmet, differences.is_empty()) {
        (None, true) | (Some(_), false) => Ok(()),
        (None, false) => Err(differences),
        (Some(reason), true) => Err(format!("the case passes now: remove the line unmet = {reason:?}")),
    }
}

/// Creates all stages of the pipeline with the engines of `data`.
///
/// # Panics
/// If a stage lacks an engine that it needs. This cannot happen, because `data` contains all engines.
#[must_use]
pub fn all_stages(data: &Data) -> Stages<'_> {
    let mut stages = Stages::builder();
    stages.tokenizer(data.tokenizer()).temporal(data.temporal_tagger()).gazetteer(data.gazetteer());
    stages
        .actors(data.actor_extractor())
        .classifier(data.classifier())
        .clauses(data.clause_reader())
        .events(data.event_coder())
        .records(data.record_finder())
        .outliner(data.outliner())
        .amounts(data.amount_finder());
    stages.build().expect("all engines")
}
