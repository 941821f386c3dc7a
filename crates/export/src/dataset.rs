//! A dataset in a folder.

use crate::ExportError;
use crate::formats::{CsvTable, TableWriter};
use crate::rows::{self, Cell, RowSink, Wanted};
use crate::schema::{self, TABLES, Table};
use chancery_text::{Catalog, Document, EntityIx};
use serde_json::{Value, json};
use std::collections::{BTreeMap, HashSet};
use std::fs::{self, File};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

/// A format of a dataset.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Format {
    /// Tables as CSV.
    Csv,
    /// One JSON object a document.
    Jsonl,
    /// Tables as Parquet.
    #[cfg(feature = "parquet")]
    Parquet,
}

impl Format {
    /// Its name: `csv`, `jsonl`, `parquet`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Jsonl => "jsonl",
            #[cfg(feature = "parquet")]
            Self::Parquet => "parquet",
        }
    }
}

/// What is to be written.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Options {
    /// Formats.
    pub formats: Vec<Format>,
    /// Whether tokens are written too; they outweigh all else.
    pub tokens: bool,
    /// Whether rows carry the text of their sentence.
    pub sentence_text: bool,
    /// Whether mentions carry the names that rejected.
    pub rejected: bool,
}

impl Options {
    /// These formats, and nothing that is on request only.
    #[must_use]
    pub fn new(formats: Vec<Format>) -> Self {
        Self { formats, ..Self::default() }
    }
}

/// A document that could not be read or analysed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The file, as given.
    pub path: String,
    /// The record in it, from 1.
    pub record: Option<u64>,
    /// `read` or `analyse`.
    pub stage: &'static str,
    /// What went wrong.
    pub reason: String,
}

/// What a dataset holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Totals {
    /// Documents.
    pub documents: u64,
    /// Documents that failed.
    pub failures: u64,
    /// Documents with the id of one before them.
    pub repeated_ids: u64,
    /// Bytes of source text.
    pub bytes: u64,
    /// Tokens found (written or not).
    pub tokens: u64,
    /// Rows of each table.
    pub rows: BTreeMap<&'static str, u64>,
    /// Mentions by type of entity.
    pub mentions_by_type: BTreeMap<String, u64>,
    /// Records by the rule that made them, of each table (`times`, `events`).
    pub records_by_rule: BTreeMap<&'static str, BTreeMap<String, u64>>,
    /// Mentions and documents of each entity mentioned.
    pub entities: BTreeMap<EntityIx, (u64, u64)>,
}

/// A dataset being written. Documents go to it in order; with [`Dataset::finish`] it gets its entities and its manifest.
pub struct Dataset {
    folder: PathBuf,
    options: Options,
    tables: Tables,
    jsonl: Option<(PathBuf, BufWriter<File>)>,
    totals: Totals,
    /// Hashes of all ids: 64 bits tell them apart well enough for a warning.
    ids: HashSet<u64>,
}

/// Writers of all tables, in the order of [`TABLES`].
struct Tables {
    all: Vec<TableInWork>,
    /// The table of the last row: most rows follow one of the same table.
    last: usize,
}

struct TableInWork {
    name: &'static str,
    rows: u64,
    writers: Vec<Box<dyn TableWriter>>,
}

impl RowSink for Tables {
    type Error = ExportError;

    fn row(&mut self, table: &'static Table, cells: &[Cell<'_>]) -> Result<(), ExportError> {
        debug_assert_eq!(table.columns.len(), cells.len());
        if self.all.get(self.last).is_none_or(|last| last.name != table.name) {
            let Some(at) = self.all.iter().position(|known| known.name == table.name) else { return Ok(()) };
            self.last = at;
        }
        let table = &mut self.all[self.last];
        table.rows += 1;
        table.writers.iter_mut().try_for_each(|writer| writer.row(cells))
    }
}

static ENTITIES: Table = schema::ENTITIES;
static FAILURES: Table = schema::FAILURES;

impl Dataset {
    /// Begins a dataset in a folder, which is made if it does not exist. What lies in it is written over.
    ///
    /// # Errors
    /// If the folder or a file cannot be made.
    pub fn create(folder: &Path, options: &Options) -> Result<Self, ExportError> {
        let make = |path: &Path| fs::create_dir_all(path).map_err(|e| ExportError::new(path, e));
        make(folder)?;
        let mut all = Vec::new();
        for table in &TABLES {
            if table.name == "tokens" && !options.tokens {
                continue;
            }
            let mut writers: Vec<Box<dyn TableWriter>> = Vec::new();
            for format in &options.formats {
                let path = folder.join(table.name).join(format!("part-00000.{}", format.as_str()));
                match format {
                    Format::Jsonl => continue,
                    Format::Csv => {
                        make(&folder.join(table.name))?;
                        writers.push(Box::new(CsvTable::create(&path, table)?));
                    }
                    #[cfg(feature = "parquet")]
                    Format::Parquet => {
                        make(&folder.join(table.name))?;
                        writers.push(Box::new(crate::formats::ParquetTable::create(&path, table)?));
                    }
                }
            }
            all.push(TableInWork { name: table.name, rows: 0, writers });
        }
        let jsonl = if options.formats.contains(&Format::Jsonl) {
            make(&folder.join("jsonl"))?;
            let path = folder.join("jsonl/part-00000.jsonl");
            let file = File::create(&path).map_err(|e| ExportError::new(&path, e))?;
            Some((path, BufWriter::with_capacity(1 << 18, file)))
        } else {
            None
        };
        let tables = Tables { all, last: 0 };
        Ok(Self { folder: folder.to_owned(), options: options.clone(), tables, jsonl, totals: Totals::default(), ids: HashSet::new() })
    }

    /// Adds a document.
    ///
    /// # Errors
    /// If a file cannot be written (the disk is full, say).
    pub fn document(&mut self, doc: &Document, catalog: &dyn Catalog) -> Result<(), ExportError> {
        let wanted = Wanted { tokens: self.options.tokens, sentence_text: self.options.sentence_text, rejected: self.options.rejected };
        rows::document(doc, catalog, wanted, &mut self.tables)?;
        if let Some((path, file)) = &mut self.jsonl {
            let record = crate::record(doc, catalog, self.options.tokens, self.options.rejected);
            serde_json::to_writer(&mut *file, &record).map_err(|e| ExportError::new(path, e))?;
            file.write_all(b"\n").map_err(|e| ExportError::new(path, e))?;
        }
        self.totals.documents += 1;
        let mut hasher = DefaultHasher::new();
        doc.id().hash(&mut hasher);
        self.totals.repeated_ids += u64::from(!self.ids.insert(hasher.finish()));
        self.totals.bytes += doc.text().len() as u64;
        self.totals.tokens += doc.tokens.len() as u64;
        let rules = doc.times.iter().map(|time| ("times", &time.rule)).chain(doc.events.iter().map(|event| ("events", &event.rule)));
        for (table, rule) in rules {
            let counts = self.totals.records_by_rule.entry(table).or_default();
            match counts.get_mut(rule) {
                Some(count) => *count += 1,
                None => drop(counts.insert(rule.clone(), 1)),
            }
        }
        let mut counts: BTreeMap<EntityIx, u64> = BTreeMap::new();
        for mention in &doc.mentions {
            *counts.entry(mention.entity).or_default() += 1;
        }
        for (entity, count) in counts {
            let kind = catalog.entity(entity).kind;
            match self.totals.mentions_by_type.get_mut(kind) {
                Some(known) => *known += count,
                None => drop(self.totals.mentions_by_type.insert(kind.to_owned(), count)),
            }
            let total = self.totals.entities.entry(entity).or_default();
            total.0 += count;
            total.1 += 1;
        }
        Ok(())
    }

    /// Adds a document that failed.
    ///
    /// # Errors
    /// If a file cannot be written.
    pub fn failure(&mut self, failure: &Failure) -> Result<(), ExportError> {
        self.totals.failures += 1;
        if let Some((path, file)) = &mut self.jsonl {
            let record = json!({"path": failure.path, "record": failure.record, "stage": failure.stage, "error": failure.reason});
            writeln!(file, "{record}").map_err(|e| ExportError::new(path, e))?;
        }
        let record = failure.record.map_or(Cell::Null, |record| Cell::Count(u32::try_from(record).unwrap_or(u32::MAX)));
        let text = |text: &str| Cell::Text(text.to_owned().into());
        self.tables.row(&FAILURES, &[text(&failure.path), record, text(failure.stage), text(&failure.reason)])
    }

    /// Writes the entities and the manifest and closes all files. `extra` goes into the manifest as it is: versions, options, the hash of the data.
    ///
    /// # Errors
    /// If a file cannot be written.
    pub fn finish(mut self, catalog: &dyn Catalog, extra: BTreeMap<String, Value>) -> Result<Totals, ExportError> {
        let mut entities: Vec<_> = self.totals.entities.iter().map(|(entity, counts)| (catalog.entity(*entity), *counts)).collect();
        entities.sort_by_key(|(entity, _)| entity.id);
        let count = |number: u64| Cell::Count(u32::try_from(number).unwrap_or(u32::MAX));
        for (entity, (mentions, documents)) in entities {
            let text = |text: Option<&str>| text.map_or(Cell::Null, |text| Cell::Text(text.to_owned().into()));
            let cells = [
                text(Some(entity.id)),
                text(Some(entity.label)),
                text(Some(entity.kind)),
                text(entity.country),
                text(entity.wikidata),
                count(mentions),
                count(documents),
            ];
            self.tables.row(&ENTITIES, &cells)?;
        }
        for table in self.tables.all {
            if table.rows > 0 {
                self.totals.rows.insert(table.name, table.rows);
            }
            table.writers.into_iter().try_for_each(|writer| writer.finish())?;
        }
        if let Some((path, mut file)) = self.jsonl {
            file.flush().map_err(|e| ExportError::new(&path, e))?;
        }
        let manifest = manifest(&self.totals, &self.options, extra);
        let path = self.folder.join("manifest.json");
        let text = serde_json::to_string_pretty(&manifest).map_err(|e| ExportError::new(&path, e))?;
        fs::write(&path, text + "\n").map_err(|e| ExportError::new(&path, e))?;
        Ok(self.totals)
    }
}

/// Nothing in it changes between two runs of the same work.
fn manifest(totals: &Totals, options: &Options, extra: BTreeMap<String, Value>) -> Value {
    let mut out = serde_json::Map::new();
    out.insert("format_version".into(), 1.into());
    for (key, value) in extra {
        out.insert(key, value);
    }
    out.insert("formats".into(), options.formats.iter().map(|format| format.as_str()).collect());
    let counts = json!({"documents": totals.documents, "failures": totals.failures, "bytes": totals.bytes, "tokens": totals.tokens, "rows": totals.rows, "mentions_by_type": totals.mentions_by_type, "records_by_rule": totals.records_by_rule});
    out.insert("counts".into(), counts);
    Value::Object(out)
}
