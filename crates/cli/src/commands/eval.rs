//! `chancery eval`: compares the records that Chancery finds with a gold file, that is, a file of
//! correct records.

use super::data;
use super::engines::stages;
use crate::args::EvalArgs;
use crate::numbers::counted;
use anyhow::{Context, Result, bail};
use chancery_export::{Content, record, schema};
use chancery_read::{Format, ReadOptions};
use chancery_text::Span;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::process::ExitCode;

/// The maximum number of pairs of confused kinds that are printed for each layer. It is also the
/// maximum number of rules with errors that are printed.
const CONFUSIONS: usize = 20;

/// Counts of the records of one kind or rule.
#[derive(Clone, Copy, Debug, Default)]
struct Counts {
    /// The number of records in the gold file.
    gold: u32,
    /// The number of records that Chancery found.
    found: u32,
    /// The number of found records that agree with a record in the gold file.
    right: u32,
}

impl Counts {
    fn precision(self) -> f64 {
        f64::from(self.right) / f64::from(self.found.max(1))
    }

    fn recall(self) -> f64 {
        f64::from(self.right) / f64::from(self.gold.max(1))
    }

    fn f1(self) -> f64 {
        2.0 * f64::from(self.right) / f64::from((self.gold + self.found).max(1))
    }

    fn json(self) -> Value {
        json!({"gold": self.gold, "found": self.found, "right": self.right, "precision": self.precision(), "recall": self.recall(), "f1": self.f1()})
    }
}

/// The result for one layer, that is, one list of records, such as `events`.
#[derive(Debug, Default)]
struct Layer {
    all: Counts,
    /// Counts that ignore kinds and all other fields: a record is right if its span overlaps with the
    /// span of a gold record.
    spans: Counts,
    kinds: BTreeMap<String, Counts>,
    /// The number of records that each rule found, and how many of them are right.
    rules: BTreeMap<String, Counts>,
    /// How often each pair of kinds occurs among the records that do not agree: the kind of the gold
    /// record, and the kind of the record that was found in its place. The kind of a missing record
    /// is "-".
    confusions: BTreeMap<(String, String), u32>,
}

pub(crate) fn eval(args: &EvalArgs) -> Result<ExitCode> {
    let tables = schema::tables();
    let layers: BTreeMap<&str, &str> = tables
        .iter()
        .filter_map(|table| Some((table.name, table.class_column()?.json_key?)))
        .filter(|(name, _)| args.layer.is_empty() || args.layer.iter().any(|wanted| wanted == name))
        .collect();
    if let Some(unknown) = args.layer.iter().find(|wanted| !layers.contains_key(wanted.as_str())) {
        let known: Vec<&str> = tables.iter().filter(|table| table.class_column().is_some()).map(|table| table.name).collect();
        bail!("--layer {unknown}: there is no such layer; the layers are {}", known.join(", "));
    }
    let data = data::load(&args.data)?;
    let stages = stages(&data, false, None)?;
    let mut scratch = stages.scratch();
    let file = std::fs::File::open(&args.gold).with_context(|| format!("{} cannot be read", args.gold.display()))?;
    let mut errors = match &args.errors {
        None => None,
        Some(path) => Some(BufWriter::new(std::fs::File::create(path).with_context(|| format!("{} cannot be written", path.display()))?)),
    };
    let mut results: BTreeMap<&str, Layer> = BTreeMap::new();
    let mut documents = 0;
    for (number, line) in BufReader::new(file).lines().enumerate() {
        let line = line.with_context(|| format!("{} cannot be read", args.gold.display()))?;
        if line.trim().is_empty() {
            continue;
        }
        let place = || format!("{}, line {}", args.gold.display(), number + 1);
        let gold: Map<String, Value> = serde_json::from_str(&line).with_context(|| format!("{} is not a JSON object", place()))?;
        let item = chancery_read::records("gold", line.as_bytes(), Format::Jsonl, ReadOptions::new()).next();
        let item = item.with_context(|| format!("{} contains no document", place()))?;
        let mut doc = item.read().with_context(place)?;
        stages.annotate(&mut doc, &mut scratch);
        let found = record(&doc, stages.catalog(), Content::default())?;
        documents += 1;
        // The byte offset of each character; only needed if the offsets in the gold file count characters.
        let characters: Option<Vec<usize>> =
            (args.offsets == "chars").then(|| doc.text().char_indices().map(|(byte, _)| byte).chain([doc.text().len()]).collect());
        for (name, kind) in &layers {
            let Some(Value::Array(wanted)) = gold.get(*name) else { continue };
            let wanted: Vec<Value> = wanted.iter().map(|record| in_bytes(record, characters.as_deref())).collect();
            let none = Vec::new();
            let found = found.get(*name).and_then(Value::as_array).unwrap_or(&none);
            let layer = results.entry(name).or_default();
            for difference in layer.compare(&wanted, found, kind) {
                if let Some(errors) = &mut errors {
                    let text = |record: &Value| span(record).and_then(|span| doc.text().get(span.range())).map(str::to_owned);
                    let (gold, found) = difference;
                    let line = json!({"id": doc.id(), "layer": name, "gold": gold, "gold_text": gold.and_then(text), "found": found, "found_text": found.and_then(text)});
                    writeln!(errors, "{line}")?;
                }
            }
        }
    }
    if let Some(mut errors) = errors {
        errors.flush()?;
    }
    if results.is_empty() {
        let known: Vec<&str> = layers.keys().copied().collect();
        bail!("no line of {} contains any of the layers to compare ({})", args.gold.display(), known.join(", "));
    }
    let mut out = std::io::stdout().lock();
    if args.json {
        let layers: Map<String, Value> = results.iter().map(|(name, layer)| ((*name).to_owned(), layer.json())).collect();
        crate::json::print(&mut out, &json!({"documents": documents, "layers": layers}))?;
    } else {
        writeln!(out, "{}", counted(documents, "document"))?;
        for (name, layer) in &results {
            layer.print(name, &mut out)?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Returns a record of the gold file with its offsets converted to bytes. `characters` contains the
/// byte offset of each character if the offsets of the record count characters; it is `None` if
/// they already count bytes.
fn in_bytes(record: &Value, characters: Option<&[usize]>) -> Value {
    let mut record = record.clone();
    if let (Some(characters), Some(object)) = (characters, record.as_object_mut()) {
        for key in ["start", "end"] {
            let offset = object.get(key).and_then(Value::as_u64);
            if let Some(byte) = offset.and_then(|offset| characters.get(usize::try_from(offset).ok()?)) {
                object.insert(key.to_owned(), json!(byte));
            }
        }
    }
    record
}

fn span(record: &Value) -> Option<Span> {
    let offset = |key: &str| record.get(key).and_then(Value::as_u64).and_then(|offset| u32::try_from(offset).ok());
    let (start, end) = (offset("start")?, offset("end")?);
    (start <= end).then(|| Span::new(start, end))
}

impl Layer {
    /// Counts the records of one document and returns the differences. Each difference is a pair of a
    /// gold record and a found record. The gold record is `None` if the found record is not in the
    /// gold file. The found record is `None` if the gold record was not found. `kind` is the name of
    /// the field that contains the kind of a record.
    fn compare<'r>(&mut self, gold: &'r [Value], found: &'r [Value], kind: &str) -> Vec<(Option<&'r Value>, Option<&'r Value>)> {
        let kind_of = |record: &Value| record.get(kind).and_then(Value::as_str).unwrap_or("").to_owned();
        let mut free: Vec<bool> = vec![true; found.len()];
        let mut differences = Vec::new();
        let mut open = Vec::new();
        for record in gold {
            let name = kind_of(record);
            self.all.gold += 1;
            self.spans.gold += 1;
            self.kinds.entry(name).or_default().gold += 1;
        }
        for record in found {
            self.all.found += 1;
            self.spans.found += 1;
            self.kinds.entry(kind_of(record)).or_default().found += 1;
            if let Some(rule) = record.get("rule").and_then(Value::as_str) {
                self.rules.entry(rule.to_owned()).or_default().found += 1;
            }
        }
        // Records that agree are paired first, so that neither of them is paired with another record.
        for record in gold {
            let same = found.iter().enumerate().find(|(at, other)| free[*at] && touches(record, other) && agrees(record, other));
            let Some((at, other)) = same else {
                open.push(record);
                continue;
            };
            free[at] = false;
            self.all.right += 1;
            self.spans.right += 1;
            self.kinds.entry(kind_of(other)).or_default().right += 1;
            if let Some(rule) = other.get("rule").and_then(Value::as_str) {
                self.rules.entry(rule.to_owned()).or_default().right += 1;
            }
        }
        for record in open {
            let near = found.iter().enumerate().find(|(at, other)| free[*at] && span(record).is_some() && touches(record, other));
            let other = near.map(|(at, other)| {
                free[at] = false;
                self.spans.right += 1;
                other
            });
            *self.confusions.entry((kind_of(record), other.map_or("-".to_owned(), kind_of))).or_default() += 1;
            differences.push((Some(record), other));
        }
        for (_, other) in found.iter().enumerate().filter(|(at, _)| free[*at]) {
            *self.confusions.entry(("-".to_owned(), kind_of(other))).or_default() += 1;
            differences.push((None, Some(other)));
        }
        differences
    }

    fn json(&self) -> Value {
        let table = |counts: &BTreeMap<String, Counts>| -> Map<String, Value> {
            counts.iter().map(|(name, counts)| (name.clone(), counts.json())).collect()
        };
        let confusions: Vec<Value> =
            self.confusions.iter().map(|((gold, found), count)| json!({"gold": gold, "found": found, "count": count})).collect();
        json!({"all": self.all.json(), "spans": self.spans.json(), "kinds": table(&self.kinds), "rules": table(&self.rules), "confusions": confusions})
    }

    fn print(&self, name: &str, out: &mut impl Write) -> Result<()> {
        writeln!(out, "\n{name:<32} {:>7} {:>7} {:>7} {:>6} {:>6} {:>6}", "gold", "found", "right", "P", "R", "F1")?;
        let mut line = |what: &str, counts: Counts| {
            let (p, r, f) = (counts.precision() * 100.0, counts.recall() * 100.0, counts.f1() * 100.0);
            writeln!(out, "  {what:<30} {:>7} {:>7} {:>7} {p:>6.1} {r:>6.1} {f:>6.1}", counts.gold, counts.found, counts.right)
        };
        line("all", self.all)?;
        line("spans that overlap", self.spans)?;
        for (kind, counts) in &self.kinds {
            line(if kind.is_empty() { "(no kind)" } else { kind }, *counts)?;
        }
        let mut rules: Vec<_> = self.rules.iter().collect();
        rules.sort_by_key(|(name, counts)| (std::cmp::Reverse(counts.found - counts.right), *name));
        if !rules.is_empty() {
            writeln!(out, "\n  rules with the most errors {:>19} {:>7} {:>6}", "found", "right", "P")?;
        }
        for (rule, counts) in rules.into_iter().take(CONFUSIONS).filter(|(_, counts)| counts.found > counts.right) {
            writeln!(out, "  {rule:<38} {:>7} {:>7} {:>6.1}", counts.found, counts.right, counts.precision() * 100.0)?;
        }
        let mut confusions: Vec<_> = self.confusions.iter().collect();
        confusions.sort_by_key(|(pair, count)| (std::cmp::Reverse(**count), *pair));
        if !confusions.is_empty() {
            writeln!(out, "\n  {:<20} {:<20} {:>6}", "gold", "found", "count")?;
        }
        for ((gold, found), count) in confusions.into_iter().take(CONFUSIONS) {
            writeln!(out, "  {gold:<20} {found:<20} {count:>6}")?;
        }
        Ok(())
    }
}

/// Returns `true` if two records may be matched. This is the case if their spans overlap, or if the
/// gold record has no span.
fn touches(gold: &Value, found: &Value) -> bool {
    match (span(gold), span(found)) {
        (Some(gold), Some(found)) => gold.start() < found.end() && found.start() < gold.end(),
        (None, _) => true,
        (Some(_), None) => false,
    }
}

/// Returns `true` if the found record has the same value as the gold record in every field of the
/// gold record. Offsets, and the order of the items in a list, are not compared.
fn agrees(gold: &Value, found: &Value) -> bool {
    let Some(gold) = gold.as_object() else { return false };
    gold.iter().filter(|(key, _)| *key != "start" && *key != "end").all(|(key, value)| {
        let other = found.get(key);
        match (value, other) {
            (Value::Array(wanted), Some(Value::Array(found))) => {
                wanted.len() == found.len() && wanted.iter().all(|item| found.contains(item))
            }
            _ => other == Some(value),
        }
    })
}
