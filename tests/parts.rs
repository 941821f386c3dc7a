//! Runs the cases of `cases/parts/*.toml`, which list the type of a document and its parts.

use chancery_pipeline::Stages;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Case {
    name: String,
    text: String,
    /// The type of the document and the evidence for it, separated by a colon.
    #[serde(default)]
    document_type: Option<String>,
    /// For each part: its kind, its act in parentheses if it has one, and its text on one line. " … " stands for any words.
    #[serde(default)]
    parts: Option<Vec<String>>,
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

fn agrees(found: &str, expected: &str) -> bool {
    match expected.split_once(" … ") {
        Some((begin, end)) => found.starts_with(begin) && found.ends_with(end) && found.len() >= begin.len() + end.len(),
        None => found == expected,
    }
}

/// Returns the differences between the results and what the case expects, or an empty string if there are none.
pub(crate) fn differences(stages: &Stages<'_>, case: &Case) -> String {
    let doc = stages.annotated(&case.name, &case.text);
    let mut differences = String::new();
    let found = doc.document_type.as_ref().map_or_else(|| "none".to_owned(), |found| format!("{}: {}", found.name, found.evidence));
    if let Some(expected) = case.document_type.as_ref().filter(|expected| **expected != found) {
        differences += &format!("  type {found:?}\n  expected {expected:?}\n");
    }
    if let Some(expected) = &case.parts {
        let line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let part = |part: &chancery_text::Part| {
            let act = if part.class.is_empty() || part.kind == "signature" { String::new() } else { format!(" ({})", part.class) };
            format!("{}{act} {}", part.kind, line(doc.slice(part.span)))
        };
        let found: Vec<String> = doc.parts.iter().map(part).collect();
        if found.len() != expected.len() || !found.iter().zip(expected).all(|(found, expected)| agrees(found, expected)) {
            differences += &format!("  parts {found:#?}\n  expected {expected:#?}\n");
        }
    }
    differences
}
