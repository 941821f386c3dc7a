//! Compares two finished datasets.

use super::compare::{Counts, TableDiff};
use super::records::{Record, TABLES, actor_of, event_of};
use chancery_dataset::DatasetError;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::Path;

/// The differences between two datasets.
#[derive(Clone, Debug, Serialize)]
pub struct DatasetDiff {
    /// Documents that are only in the first dataset.
    pub only_old: Vec<String>,
    /// Documents that are only in the second dataset.
    pub only_new: Vec<String>,
    /// The differences in each table. Only documents that are in both datasets are compared.
    pub tables: Vec<TableDiff>,
}

/// The records of a table, grouped by document id. Each record has its words from the text: the words
/// of the mention or actor, the trigger of the event, or the terms of the topic.
type ByDocument = BTreeMap<String, Vec<(Record, String)>>;

/// Compares the tables `mentions`, `actors`, `events` and `topics` of two datasets. In `topics`, only
/// the topics of sentences are compared. Keeps at most `examples` examples for each kind of difference.
///
/// # Errors
/// Returns an error if a table cannot be read (see [`chancery_dataset::each`]).
pub fn datasets(old: &Path, new: &Path, examples: usize) -> Result<DatasetDiff, DatasetError> {
    let (before, after) = (documents(old)?, documents(new)?);
    let only = |a: &BTreeSet<String>, b: &BTreeSet<String>| a.difference(b).cloned().collect::<Vec<_>>();
    let mut counts = Counts::new(examples);
    for (number, table) in TABLES.iter().enumerate() {
        let (was, is) = (read(old, table)?, read(new, table)?);
        let none = Vec::new();
        for doc in before.intersection(&after) {
            let (was, is) = (was.get(doc).unwrap_or(&none), is.get(doc).unwrap_or(&none));
            let records = |list: &[(Record, String)]| {
                let mut list: Vec<Record> = list.iter().map(|(record, _)| record.clone()).collect();
                list.sort();
                list
            };
            let (was_records, is_records) = (records(was), records(is));
            if was_records != is_records {
                let text = |start: u32, end: u32| {
                    let here = |(record, _): &&(Record, String)| record.start == start && record.end == end;
                    is.iter().chain(was).find(here).map(|(_, text)| text.clone()).unwrap_or_default()
                };
                counts.compare(number, doc, &was_records, &is_records, text);
            }
        }
    }
    Ok(DatasetDiff { only_old: only(&before, &after), only_new: only(&after, &before), tables: counts.tables() })
}

fn documents(dataset: &Path) -> Result<BTreeSet<String>, DatasetError> {
    let mut ids = BTreeSet::new();
    chancery_dataset::each(dataset, "documents", |columns, record| {
        ids.extend(cell(columns, record, "doc_id").map(str::to_owned));
        Ok(())
    })?;
    Ok(ids)
}

fn cell<'r>(columns: &csv::StringRecord, record: &'r csv::StringRecord, name: &str) -> Option<&'r str> {
    record.get(columns.iter().position(|column| column == name)?)
}

fn read(dataset: &Path, table: &str) -> Result<ByDocument, DatasetError> {
    let mut found = ByDocument::new();
    chancery_dataset::each(dataset, table, |columns, record| {
        let get = |name: &str| cell(columns, record, name).unwrap_or_default();
        let number = |name: &str| get(name).parse().unwrap_or(0);
        let what = match table {
            "mentions" => format!("{}{}", get("id"), if get("in_date") == "false" { " (out of date)" } else { "" }),
            "actors" => actor_of(get("kind"), get("of"), get("sector"), get("entity")),
            "topics" if get("scope") != "sentence" => return Ok(()),
            "topics" => get("topic").to_owned(),
            _ => event_of(
                Some(get("class")).filter(|class| !class.is_empty()).unwrap_or(get("act")),
                get("voice"),
                get("source_id"),
                get("target_id"),
            ),
        };
        let text = match table {
            "events" => get("trigger"),
            "topics" => get("terms"),
            _ => get("surface"),
        };
        let text = text.to_owned();
        let row = Record { start: number("start"), end: number("end"), what };
        match found.get_mut(get("doc_id")) {
            Some(list) => list.push((row, text)),
            None => {
                found.insert(get("doc_id").to_owned(), vec![(row, text)]);
            }
        }
        Ok(())
    })?;
    Ok(found)
}

impl fmt::Display for DatasetDiff {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (which, list) in [("first", &self.only_old), ("second", &self.only_new)] {
            if let Some(first) = list.first() {
                writeln!(f, "{} documents are only in the {which} dataset (for example, {first})", list.len())?;
            }
        }
        self.tables.iter().try_for_each(|table| table.fmt(f))
    }
}
