//! Runs the cases of `cases/points/*.toml`, which list the points of the enumerations in a text.

use chancery_text::Document;
use chancery_tokenizer::Tokenizer;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Case {
    name: String,
    text: String,
    /// For each point, one line with its position (`5.2`), its marker and its text. "…" in the middle of the text stands for any words.
    points: Vec<String>,
    /// The kind of the marker of each point (`letter`, `roman` …), in cases that test it.
    #[serde(default)]
    kinds: Vec<String>,
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

fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn agrees(found: &str, expected: &str) -> bool {
    match expected.split_once(" … ") {
        Some((begin, end)) => found.starts_with(begin) && found.ends_with(end) && found.len() >= begin.len() + end.len(),
        None => found == expected,
    }
}

/// Returns the differences between the results and what the case expects, or an empty string if there are none.
pub(crate) fn differences(tokenizer: &Tokenizer, case: &Case) -> String {
    let mut doc = Document::new(case.name.as_str(), case.text.as_str());
    tokenizer.run(&mut doc);
    let mut paths: Vec<String> = Vec::new();
    for point in &doc.points {
        paths.push(point.parent.map_or_else(|| point.value.to_string(), |parent| format!("{}.{}", paths[parent as usize], point.value)));
    }
    let found: Vec<String> = doc
        .points
        .iter()
        .zip(&paths)
        .map(|(point, path)| format!("{path} [{}] {}", line(doc.slice(point.label)), line(doc.slice(point.span))))
        .collect();
    let kinds: Vec<&str> = doc.points.iter().map(|point| point.kind.as_str()).collect();
    if !case.kinds.is_empty() && case.kinds != kinds {
        return format!("  kinds {kinds:?}\n  expected {:?}\n", case.kinds);
    }
    if found.len() == case.points.len() && found.iter().zip(&case.points).all(|(found, expected)| agrees(found, expected)) {
        return String::new();
    }
    format!("  points {found:#?}\n  expected {:#?}\n", case.points)
}
