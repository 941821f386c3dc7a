//! The cases of `cases/segmentation/*.toml`: sentences, and blocks where a case gives them.

use chancery_data::Data;
use chancery_text::Document;
use serde::Deserialize;

#[derive(Deserialize)]
struct File {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    text: String,
    sentences: Vec<String>,
    #[serde(default)]
    blocks: Vec<Vec<String>>,
    /// Why the case is not met yet. Such a case must fail: when it is met, the line comes out.
    #[serde(default)]
    unmet: Option<String>,
}

/// What is wrong with a case; empty if nothing is.
fn faults(data: &Data, case: &Case) -> String {
    let mut doc = Document::new(case.name.as_str(), case.text.as_str());
    data.tokenizer().run(&mut doc);
    let mut faults = String::new();
    let found: Vec<&str> = doc.sentences.iter().map(|s| doc.slice(s.span)).collect();
    if found != case.sentences {
        faults += &format!("  sentences {found:#?}\n  expected {:#?}\n", case.sentences);
    }
    if !case.blocks.is_empty() {
        let found: Vec<Vec<&str>> = doc
            .blocks
            .iter()
            .map(|b| match b.marker {
                Some(marker) if b.kind == chancery_text::BlockKind::ListItem => vec![b.kind.as_str(), doc.slice(marker), doc.slice(b.span)],
                _ => vec![b.kind.as_str(), doc.slice(b.span)],
            })
            .collect();
        let same = found.len() == case.blocks.len()
            && found.iter().zip(&case.blocks).all(|(found, expected)| {
                found.len() == expected.len()
                    && found[..found.len() - 1] == expected[..expected.len() - 1]
                    && found[found.len() - 1].starts_with(expected[expected.len() - 1].as_str())
            });
        if !same {
            faults += &format!("  blocks {found:#?}\n  expected {:#?}\n", case.blocks);
        }
    }
    faults
}

#[test]
fn cases() {
    let data = Data::embedded().expect("the embedded data");
    let folder = chancery_tests::root().join("tests/cases/segmentation");
    let (mut count, mut failed, mut names) = (0, String::new(), std::collections::BTreeSet::new());
    let (mut wrong, mut unmet) = (0, 0);
    let mut paths: Vec<_> = std::fs::read_dir(folder).expect("the folder of cases").map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    for path in paths.iter().filter(|path| path.extension().is_some_and(|e| e == "toml")) {
        let file: File = toml::from_str(&std::fs::read_to_string(path).expect("a case file")).expect("cases");
        for case in file.case {
            count += 1;
            assert!(names.insert(case.name.clone()), "two cases are called {}", case.name);
            let faults = faults(&data, &case);
            unmet += usize::from(case.unmet.is_some());
            if faults.is_empty() == case.unmet.is_some() {
                wrong += 1;
                failed += &format!(
                    "{} ({}):\n{}",
                    case.name,
                    path.file_name().unwrap_or_default().to_string_lossy(),
                    if faults.is_empty() { "  is met now: take out its line unmet\n" } else { &faults }
                );
            }
        }
    }
    println!("{count} cases, {unmet} of them not met yet");
    assert!(count >= 100, "only {count} cases");
    assert!(failed.is_empty(), "{wrong} of {count} cases fail:\n{failed}");
}
