//! The cases of `cases/segmentation/*.toml`: sentences, and blocks where a case gives them.

use chancery_data::Data;
use chancery_text::Document;
use serde::Deserialize;

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

impl chancery_tests::Case for Case {
    fn name(&self) -> &str {
        &self.name
    }

    fn unmet(&self) -> Option<&str> {
        self.unmet.as_deref()
    }
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
    let data = Data::embedded();
    chancery_tests::run_cases("segmentation", 100, |case| faults(&data, case));
}
