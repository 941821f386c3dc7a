//! Counts what a dataset contains, and writes its manifest.

use crate::Format;
use chancery_text::{Catalog, Document, EntityIx};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Counts of what a dataset contains.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Totals {
    /// Number of documents.
    pub documents: u64,
    /// Number of documents that failed.
    pub failures: u64,
    /// Number of documents whose id is that of an earlier document.
    pub repeated_ids: u64,
    /// Speakers that the gazetteer does not know, with the number of their documents.
    pub unknown_speakers: BTreeMap<String, u64>,
    /// Number of bytes of source text (UTF-8).
    pub bytes: u64,
    /// Number of tokens found, even if they are not written.
    pub tokens: u64,
    /// Number of rows of each table that has rows.
    pub rows: BTreeMap<&'static str, u64>,
    /// Number of mentions by type of entity.
    pub mentions_by_type: BTreeMap<String, u64>,
    /// Number of records by the rule that found them, for each table with a column `rule`.
    pub records_by_rule: BTreeMap<&'static str, BTreeMap<String, u64>>,
    /// For each mentioned entity, the number of its mentions and of the documents that mention it.
    pub entities: BTreeMap<EntityIx, (u64, u64)>,
}

impl Totals {
    pub(crate) fn add_document(&mut self, doc: &Document, catalog: &dyn Catalog) {
        self.documents += 1;
        self.bytes += doc.text().len() as u64;
        self.tokens += doc.tokens.len() as u64;
        if let (Some(speaker), None) = (&doc.metadata.speaker, doc.metadata.speaker_entity) {
            add(&mut self.unknown_speakers, speaker, 1);
        }
        let mut counts: BTreeMap<EntityIx, u64> = BTreeMap::new();
        for mention in &doc.mentions {
            *counts.entry(mention.entity).or_default() += 1;
        }
        for (entity, count) in counts {
            add(&mut self.mentions_by_type, catalog.entity(entity).kind, count);
            let total = self.entities.entry(entity).or_default();
            total.0 += count;
            total.1 += 1;
        }
    }

    pub(crate) fn add_rule(&mut self, table: &'static str, rule: &str) {
        add(self.records_by_rule.entry(table).or_default(), rule, 1);
    }

    /// Returns the manifest: `extra`, the formats and the counts. It contains nothing that differs between two runs of the same work.
    pub(crate) fn manifest(&self, formats: &[Format], extra: BTreeMap<String, Value>) -> Value {
        let mut out = serde_json::Map::new();
        out.insert("format_version".into(), 1.into());
        out.extend(extra);
        out.insert("formats".into(), formats.iter().map(|format| format.as_str()).collect());
        let counts = json!({
            "documents": self.documents, "failures": self.failures, "bytes": self.bytes, "tokens": self.tokens, "rows": self.rows,
            "mentions_by_type": self.mentions_by_type, "records_by_rule": self.records_by_rule,
        });
        out.insert("counts".into(), counts);
        Value::Object(out)
    }
}

fn add(counts: &mut BTreeMap<String, u64>, key: &str, number: u64) {
    match counts.get_mut(key) {
        Some(count) => *count += number,
        None => drop(counts.insert(key.to_owned(), number)),
    }
}
