//! What the tests and benches over the whole project share: where things lie, texts to work on, names to look for.

use chancery_gazetteer::{Entity, Gazetteer, GazetteerBuilder, Name};
use chancery_text::{Form, WordBreaker};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The project's root.
#[must_use]
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The optional local corpus of speeches, where it lies beside the project. Without it, says so in a line.
#[must_use]
pub fn local_corpus() -> Option<PathBuf> {
    let path = root().join("../shared/corpora/ungd");
    if path.is_dir() {
        return Some(path);
    }
    println!("skipped what needs the optional local corpus: it is not here");
    None
}

/// The text files below a folder, by name.
///
/// # Panics
/// If one cannot be read.
#[must_use]
pub fn texts(folder: &Path) -> Vec<String> {
    let files = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().flatten();
    let texts = files.filter(|entry| entry.path().extension().is_some_and(|e| e == "txt"));
    texts.map(|entry| String::from_utf8_lossy(&std::fs::read(entry.path()).expect("a text")).into_owned()).collect()
}

/// A fixed list of distinct names of one to three words that look like the names in documents: words are made letter by letter, each letter drawn by the
/// two before it as they follow one another in the words of the sample documents (a Markov chain of order 2, drawn by a linear congruential
/// generator). One name of two hundred begins with a small letter, as a few names of places do. So the names begin like the words of a text, and a matcher has to look at more than their first letters.
///
/// # Panics
/// If the sample documents are not there.
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

/// A gazetteer of names.
///
/// # Panics
/// If a name has no letter.
#[must_use]
pub fn gazetteer_of(names: &[String], breaker: &dyn WordBreaker) -> Gazetteer {
    let mut builder = GazetteerBuilder::new();
    builder.clitic("'s");
    for (number, name) in names.iter().enumerate() {
        builder.entity(Entity::new(format!("place.{number}"), "place").with_name(Name::new(name, Form::Name)));
    }
    builder.build(breaker).expect("names with letters")
}

/// A case of `tests/cases/`.
pub trait Case: serde::de::DeserializeOwned {
    /// Its name, unique in its folder.
    fn name(&self) -> &str;
    /// Why it is not met yet. Such a case must fail: when it is met, the line comes out.
    fn unmet(&self) -> Option<&str>;
}

/// Runs the cases of all TOML files of a folder of `tests/cases/`. `faults` says what is wrong with a case, nothing if it is met.
///
/// # Panics
/// If a case is not as it says, two cases have one name, or there are fewer than `least`.
pub fn run_cases<C: Case>(folder: &str, least: usize, faults: impl Fn(&C) -> String) {
    #[derive(serde::Deserialize)]
    struct File<C> {
        case: Vec<C>,
    }
    let entries = std::fs::read_dir(root().join("tests/cases").join(folder)).expect("a folder of cases");
    let mut paths: Vec<PathBuf> =
        entries.map(|entry| entry.expect("an entry").path()).filter(|path| path.extension().is_some_and(|e| e == "toml")).collect();
    paths.sort();
    let (mut unmet, mut wrong, mut failed, mut names) = (0, 0, String::new(), BTreeSet::new());
    for path in paths {
        let text = std::fs::read_to_string(&path).expect("a file of cases");
        let file: File<C> = toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        for case in file.case {
            assert!(names.insert(case.name().to_owned()), "two cases are called {}", case.name());
            let faults = faults(&case);
            unmet += usize::from(case.unmet().is_some());
            if faults.is_empty() == case.unmet().is_some() {
                wrong += 1;
                let said = if faults.is_empty() { "  is met now: take out its line unmet\n" } else { &faults };
                failed += &format!("{} ({}):\n{said}", case.name(), path.display());
            }
        }
    }
    println!("{} cases, {unmet} of them not met yet", names.len());
    assert!(names.len() >= least, "only {} cases", names.len());
    assert!(failed.is_empty(), "{wrong} of {} cases fail:\n{failed}", names.len());
}
