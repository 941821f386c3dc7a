//! Counts the contents of a dataset and creates its manifest.

use crate::Format;
use crate::tables::TABLES;
use chancery_text::{Catalog, Document, EntityIx};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// The counts of a dataset or of one of its parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Totals {
    /// The number of documents, without those that failed.
    pub documents: u64,
    /// The number of documents that failed.
    pub failures: u64,
    /// The number of documents without a date.
    pub undated: u64,
    /// The number of documents that have the same id as an earlier document.
    pub repeated_ids: u64,
    /// The number of documents whose metadata contain a speaker, even if the speaker is not in the gazetteer.
    pub speakers: u64,
    /// For each speaker who is not in the gazetteer, the number of documents with this speaker.
    pub unknown_speakers: BTreeMap<String, u64>,
    /// The number of bytes of source text (UTF-8).
    pub bytes: u64,
    /// The number of tokens, which are counted even if the table of tokens is not written.
    pub tokens: u64,
    /// For each table that has rows, the number of rows.
    pub rows: BTreeMap<&'static str, u64>,
    /// For each type of entity, the number of mentions.
    pub mentions_by_type: BTreeMap<String, u64>,
    /// For each table with a column `rule`, the number of records that each rule found.
    pub records_by_rule: BTreeMap<&'static str, BTreeMap<String, u64>>,
    /// For each mentioned entity, the number of its mentions and the number of documents that mention it.
    pub entities: BTreeMap<EntityIx, (u64, u64)>,
}

impl Totals {
    pub(crate) fn add_document(&mut self, doc: &Document, catalog: &dyn Catalog) {
        self.documents += 1;
        self.undated += u64::from(doc.metadata.date.is_none());
        self.speakers += u64::from(doc.metadata.speaker.is_some());
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

    /// Adds the counts of `part`, except `repeated_ids`. This count is set only after all parts have been added, because documents in different parts may have
    /// the same id.
    pub(crate) fn add(&mut self, part: &Self) {
        self.documents += part.documents;
        self.failures += part.failures;
        self.undated += part.undated;
        self.speakers += part.speakers;
        self.bytes += part.bytes;
        self.tokens += part.tokens;
        for (speaker, number) in &part.unknown_speakers {
            add(&mut self.unknown_speakers, speaker, *number);
        }
        for (table, rows) in &part.rows {
            *self.rows.entry(table).or_default() += rows;
        }
        for (kind, number) in &part.mentions_by_type {
            add(&mut self.mentions_by_type, kind, *number);
        }
        for (table, rules) in &part.records_by_rule {
            let all = self.records_by_rule.entry(table).or_default();
            rules.iter().for_each(|(rule, number)| add(all, rule, *number));
        }
        for (entity, (mentions, documents)) in &part.entities {
            let total = self.entities.entry(*entity).or_default();
            total.0 += mentions;
            total.1 += documents;
        }
    }

    /// Returns the counts as JSON. Entities are identified by their ids.
    pub(crate) fn to_json(&self, catalog: &dyn Catalog) -> Value {
        let entities = self.entities.iter().map(|(entity, counts)| (catalog.entity(*entity).id.to_owned(), json!([counts.0, counts.1])));
        json!({
            "documents": self.documents, "failures": self.failures, "undated": self.undated, "bytes": self.bytes, "tokens": self.tokens,
            "rows": self.rows, "speakers": self.speakers, "unknown_speakers": self.unknown_speakers, "mentions_by_type": self.mentions_by_type, "records_by_rule": self.records_by_rule,
            "entities": entities.collect::<serde_json::Map<_, _>>(),
        })
    }

    /// Reads the result of [`to_json`](Self::to_json). Returns `None` for any other value, or if the value names an entity that is not in the
    /// catalog.
    pub(crate) fn from_json(value: &Value, catalog: &dyn Catalog) -> Option<Self> {
        let number = |key: &str| value.get(key)?.as_u64();
        let counts = |value: &Value| -> Option<BTreeMap<String, u64>> {
            value.as_object()?.iter().map(|(key, number)| Some((key.clone(), number.as_u64()?))).collect()
        };
        let table = |name: &str| TABLES.iter().map(|table| table.info().name).find(|known| *known == name);
        let by_rule = value.get("records_by_rule")?.as_object()?.iter().map(|(name, rules)| Some((table(name)?, counts(rules)?)));
        let rows = counts(value.get("rows")?)?;
        let entity = |(id, counts): (&String, &Value)| {
            let counts = (counts.get(0)?.as_u64()?, counts.get(1)?.as_u64()?);
            Some((catalog.find(id)?, counts))
        };
        Some(Self {
            documents: number("documents")?,
            failures: number("failures")?,
            undated: number("undated")?,
            repeated_ids: 0,
            speakers: number("speakers")?,
            unknown_speakers: counts(value.get("unknown_speakers")?)?,
            bytes: number("bytes")?,
            tokens: number("tokens")?,
            rows: rows.iter().map(|(name, number)| Some((table(name)?, *number))).collect::<Option<_>>()?,
            mentions_by_type: counts(value.get("mentions_by_type")?)?,
            records_by_rule: by_rule.collect::<Option<_>>()?,
            entities: value.get("entities")?.as_object()?.iter().map(entity).collect::<Option<_>>()?,
        })
    }

    pub(crate) fn add_rule(&mut self, table: &'static str, rule: &str) {
        add(self.records_by_rule.entry(table).or_default(), rule, 1);
    }

    /// Returns the manifest: the entries of `extra`, the formats and the counts. Two runs with the same inputs, data and options produce the same manifest.
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
