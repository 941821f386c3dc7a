//! What a dataset holds, in numbers, and its manifest.

use crate::Format;
use chancery_text::{Catalog, Document, EntityIx};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// What a dataset holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Totals {
    /// Documents.
    pub documents: u64,
    /// Documents that failed.
    pub failures: u64,
    /// Documents with the id of an earlier one.
    pub repeated_ids: u64,
    /// Bytes of source text (UTF-8).
    pub bytes: u64,
    /// Tokens found, whether written or not.
    pub tokens: u64,
    /// Rows of each table that has any.
    pub rows: BTreeMap<&'static str, u64>,
    /// Mentions by type of entity.
    pub mentions_by_type: BTreeMap<String, u64>,
    /// Records by the rule that found them, for each table with a column `rule`.
    pub records_by_rule: BTreeMap<&'static str, BTreeMap<String, u64>>,
    /// Mentions and documents of each entity that is mentioned.
    pub entities: BTreeMap<EntityIx, (u64, u64)>,
}

impl Totals {
    pub(crate) fn add_document(&mut self, doc: &Document, catalog: &dyn Catalog) {
        self.documents += 1;
        self.bytes += doc.text().len() as u64;
        self.tokens += doc.tokens.len() as u64;
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

    /// The manifest: `extra`, the formats and the counts. It holds nothing that changes between two runs of the same work.
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
