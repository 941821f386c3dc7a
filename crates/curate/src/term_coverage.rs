//! Counts the sentences of a dataset in which the user's own topic terms were found.

use crate::word_use::is_phrase;
use chancery_data::FIRST_OWN;
use chancery_data::File;
use chancery_dataset::DatasetError;
use serde::Serialize;
use std::collections::HashMap;
use std::path::Path;
use toml_edit::{Document, Item, Value};

/// The character that separates the items of a list in a CSV cell.
const SEPARATOR: char = ';';

/// A term that one of the user's files lists under a topic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct TermCoverage {
    /// The id of the topic.
    pub topic: String,
    /// The term, as it is written in the file.
    pub term: String,
    /// The number of sentences that have the topic and contain the term.
    pub sentences: u64,
    /// The file and line in which the term is written.
    pub written: String,
}

/// Counts, for each topic term in the user's files, the sentences of the dataset in which the term was found. The terms without sentences come last.
///
/// # Errors
/// Returns an error if the folder is not a finished dataset with CSV files, or if a file is damaged.
pub fn own_terms(files: &[File], dataset: &Path) -> Result<Vec<TermCoverage>, DatasetError> {
    let mut terms: Vec<TermCoverage> = files.iter().filter(|file| file.layer >= FIRST_OWN).flat_map(terms_of).collect();
    if terms.is_empty() {
        return Ok(terms);
    }
    let mut found: HashMap<(String, String), u64> = HashMap::new();
    chancery_dataset::each(dataset, "topics", |columns, record| {
        let get = |name: &str| columns.iter().position(|column| column == name).and_then(|at| record.get(at)).unwrap_or_default();
        if get("scope") == "sentence" && terms.iter().any(|term| term.topic == get("topic")) {
            for text in get("terms").split(SEPARATOR) {
                *found.entry((get("topic").to_owned(), text.trim().to_lowercase())).or_default() += 1;
            }
        }
        Ok(())
    })?;
    for term in &mut terms {
        let same = found.iter().filter(|((topic, text), _)| *topic == term.topic && is_phrase(&term.term, text));
        term.sentences = same.map(|(_, count)| count).sum();
    }
    terms.sort_by(|a, b| b.sentences.cmp(&a.sentences).then_with(|| a.written.cmp(&b.written)));
    Ok(terms)
}

/// Returns the terms in a file of topics, with a count of 0.
fn terms_of(file: &File) -> Vec<TermCoverage> {
    let mut found = Vec::new();
    let parsed = Document::parse(file.text.as_str()).ok().filter(|_| file.inner.starts_with("topics/") && file.inner.ends_with(".toml"));
    let Some(document) = parsed else { return found };
    for topic in document.get("topic").and_then(Item::as_array_of_tables).into_iter().flatten() {
        let id = topic.get("id").and_then(Item::as_str).unwrap_or_default();
        for term in topic.get("terms").and_then(Item::as_array).into_iter().flatten() {
            let text = term.as_str().or_else(|| term.as_inline_table()?.get("n").and_then(Value::as_str));
            let at = term.span().map_or(0, |span| span.start);
            found.extend(text.map(|text| TermCoverage {
                topic: id.to_owned(),
                term: text.to_owned(),
                sentences: 0,
                written: format!("{}:{}", file.path, file.text[..at].matches('\n').count() + 1),
            }));
        }
    }
    found
}
