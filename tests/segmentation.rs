//! Runs the cases of `cases/segmentation/*.toml`, which list the sentences of a text and, optionally, its blocks (headings, paragraphs and list items).

use chancery_text::Document;
use chancery_tokenizer::Tokenizer;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Case {
    name: String,
    text: String,
    sentences: Vec<String>,
    #[serde(default)]
    blocks: Vec<Vec<String>>,
    /// The reason why the program does not pass the case yet.
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

/// Returns the differences between the results and what the case expects, or an empty string if there are none.
pub(crate) fn differences(tokenizer: &Tokenizer, case: &Case) -> String {
    let mut doc = Document::new(case.name.as_str(), case.text.as_str());
    tokenizer.run(&mut doc);
    let mut differences = String::new();
    let found: Vec<&str> = doc.sentences.iter().map(|s| doc.slice(s.span)).collect();
    if found != case.sentences {
        differences += &format!("  sentences {found:#?}\n  expected {:#?}\n", case.sentences);
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
            differences += &format!("  blocks {found:#?}\n  expected {:#?}\n", case.blocks);
        }
    }
    differences
}
