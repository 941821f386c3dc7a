//! Runs the cases of `cases/dates/*.toml`, which list the time expressions of a text with their values, and words that are not time
//! expressions.

use chancery_pipeline::Stages;
use chancery_text::{Document, Metadata, Span};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Case {
    name: String,
    text: String,
    date: Option<String>,
    /// The words, the value and, optionally, the first and last day of each time expression, in order. No other time expressions may be found.
    times: Option<Vec<Vec<String>>>,
    /// Words that must not be part of a time expression.
    #[serde(default)]
    none: Vec<String>,
    /// The reason why the program does not pass the case yet.
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

/// Returns the differences between the results and what the case expects, one per line, or an empty string if there are none.
pub(crate) fn differences(stages: &Stages<'_>, case: &Case) -> String {
    let metadata = Metadata { date: case.date.as_ref().map(|date| date.parse().expect("a date")), ..Metadata::default() };
    let mut doc = Document::new(case.name.as_str(), case.text.as_str()).with_metadata(metadata);
    stages.annotate(&mut doc, &mut stages.scratch());
    let day = |date: Option<chancery_text::Date>| date.map(|date| date.to_string()).unwrap_or_default();
    let found: Vec<[String; 4]> =
        doc.times.iter().map(|time| [doc.slice(time.span).to_owned(), time.value.to_string(), day(time.begin), day(time.end)]).collect();
    let mut differences = String::new();
    if let Some(times) = &case.times {
        let fits = |(found, expected): (&[String; 4], &Vec<String>)| found.iter().zip(expected).all(|(a, b)| a == b);
        if found.len() != times.len() || !found.iter().zip(times).all(fits) {
            differences += &format!("  found {found:?}, expected {times:?}\n");
        }
    }
    for word in &case.none {
        for (at, _) in case.text.match_indices(word.as_str()) {
            let span = Span::new(at as u32, (at + word.len()) as u32);
            if let Some(time) = doc.times.iter().find(|time| time.span.overlaps(span)) {
                differences += &format!("  {word:?} is part of {:?} ({})\n", doc.slice(time.span), time.value);
            }
        }
    }
    if case.times.is_none() && case.none.is_empty() {
        differences += "  the case expects nothing\n";
    }
    differences
}
