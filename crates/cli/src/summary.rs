//! The summary at the end of a run.

use crate::numbers::{bytes, counted, grouped};
use crate::printable::printable;
use chancery_export::{Failure, Skipped, Totals};
use chancery_text::Catalog;
use serde_json::{Value, json};
use std::io::{IsTerminal, Write};
use std::path::Path;
use std::time::Duration;

/// The maximum number of entries in each list of the summary (states, unknown speakers and
/// failures).
const SHOWN: usize = 10;

/// The results of a run.
pub(crate) struct Summary<'a> {
    pub(crate) totals: &'a Totals,
    pub(crate) failures: &'a [Failure],
    pub(crate) skipped: &'a [Skipped],
    pub(crate) catalog: &'a dyn Catalog,
    pub(crate) folder: &'a Path,
    pub(crate) elapsed: Duration,
    /// The value of `--speaker-field`, if the user gave one.
    pub(crate) speaker_field: Option<&'a str>,
}

impl Summary<'_> {
    /// Returns the states and territories with the most mentions, at most [`SHOWN`]. Each tuple
    /// contains the label, the country code, the number of mentions and the number of documents.
    fn top(&self) -> Vec<(&str, &str, u64, u64)> {
        let mut states: Vec<_> = self
            .totals
            .entities
            .iter()
            .filter_map(|(entity, (mentions, documents))| {
                let info = self.catalog.entity(*entity);
                matches!(info.kind, "state" | "territory").then_some((info.label, info.country.unwrap_or(""), *mentions, *documents))
            })
            .collect();
        states.sort_by(|a, b| b.2.cmp(&a.2).then(a.0.cmp(b.0)));
        states.truncate(SHOWN);
        states
    }

    fn rate(&self) -> f64 {
        self.totals.bytes as f64 / 1e6 / self.elapsed.as_secs_f64().max(1e-9)
    }

    pub(crate) fn json(&self) -> Value {
        json!({
            "out": self.folder.display().to_string(),
            "documents": self.totals.documents,
            "failures": self.totals.failures,
            "skipped": self.skipped.len(),
            "warnings": self.totals.rows.get("warnings").copied().unwrap_or(0),
            "repeated_ids": self.totals.repeated_ids,
            "undated": self.totals.undated,
            "speakers": self.totals.speakers,
            "unknown_speakers": self.totals.unknown_speakers,
            "bytes": self.totals.bytes,
            "rows": self.totals.rows,
            "mentions_by_type": self.totals.mentions_by_type,
            "top_states": self.top().iter().map(|(label, country, mentions, documents)| json!({"label": label, "country": country, "mentions": mentions, "documents": documents})).collect::<Value>(),
            "seconds": self.elapsed.as_secs_f64(),
            "mb_per_second": self.rate(),
        })
    }

    pub(crate) fn print(&self, out: &mut impl Write) -> std::io::Result<()> {
        let colour = std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
        let bold = |text: String| if colour { format!("\x1b[1m{text}\x1b[0m") } else { text };
        let rows = |table: &str| self.totals.rows.get(table).copied().unwrap_or(0);
        let documents = |number| counted(number, "document");
        writeln!(
            out,
            "{}, {} in {:.1} s ({:.0} MB/s)",
            bold(documents(self.totals.documents)),
            bytes(self.totals.bytes),
            self.elapsed.as_secs_f64(),
            self.rate()
        )?;
        let line = |out: &mut dyn Write, number, what: &str| writeln!(out, "  {:>12} {what}", grouped(number));
        line(out, rows("sentences"), "sentences")?;
        line(out, rows("mentions"), "mentions")?;
        let mut types: Vec<_> = self.totals.mentions_by_type.iter().collect();
        types.sort_by(|a, b| b.1.cmp(a.1).then(a.0.cmp(b.0)));
        for (kind, count) in types {
            line(out, *count, &format!("  {kind}"))?;
        }
        line(out, rows("actors"), "actors")?;
        line(out, rows("times"), "dates and times")?;
        line(out, rows("events"), "events")?;
        line(out, rows("instruments"), "treaties, resolutions and other instruments")?;
        line(out, rows("meetings"), "meetings")?;
        line(out, rows("points"), "points of enumerations")?;
        line(out, rows("amounts"), "amounts of money, shares and quantities")?;
        line(out, rows("topics"), "topics of sentences, sections and documents")?;
        let top = self.top();
        if let Some(most) = top.first().map(|row| row.2) {
            writeln!(out, "{}", bold("States with most mentions".to_owned()))?;
            for (label, _, mentions, in_documents) in top {
                let bar = "█".repeat(((mentions * 24).div_ceil(most.max(1))) as usize);
                writeln!(out, "  {:>12} {bar:24} {label} (in {})", grouped(mentions), documents(in_documents))?;
            }
        }
        if self.totals.repeated_ids > 0 {
            let have = if self.totals.repeated_ids == 1 { "has" } else { "have" };
            let repeated = bold(format!("{} {have} a duplicate id", documents(self.totals.repeated_ids)));
            writeln!(out, "{repeated}: the columns `path` and `record` of the table `documents` tell documents with the same id apart")?;
        }
        if self.totals.undated > 0 {
            let heading = bold(format!("{} without a date", documents(self.totals.undated)));
            writeln!(
                out,
                "{heading}: --name-pattern reads dates from file names, --metadata from a table, and --date-field from CSV or JSONL"
            )?;
        }
        if let Some(field) = self.speaker_field.filter(|_| self.totals.documents > 0 && self.totals.speakers == 0) {
            let heading = bold("No document has a speaker".to_owned());
            writeln!(out, "{heading}: no record has a value in the field \"{}\" that --speaker-field names", printable(field))?;
        }
        let unknown = &self.totals.unknown_speakers;
        if !unknown.is_empty() {
            let number = documents(unknown.values().sum());
            let names: Vec<&str> = unknown.keys().map(String::as_str).take(SHOWN).collect();
            let more = if unknown.len() > SHOWN { ", …" } else { "" };
            let heading = bold(format!("{number} with a speaker that is not in the gazetteer"));
            writeln!(
                out,
                "{heading}: {}{more}; a speaker must be an id, a code such as KAZ, or a name in the gazetteer",
                names.join(", ")
            )?;
        }
        let warnings = rows("warnings");
        if warnings > 0 {
            writeln!(
                out,
                "{}: see the table warnings",
                bold(format!("{} {} metadata that could not be used", documents(warnings), if warnings == 1 { "has" } else { "have" }))
            )?;
        }
        if let Some(first) = self.skipped.first() {
            writeln!(
                out,
                "{}: see the table skipped",
                bold(format!(
                    "{} in folders {} not read",
                    counted(self.skipped.len() as u64, "file"),
                    if self.skipped.len() == 1 { "was" } else { "were" }
                ))
            )?;
            writeln!(out, "  {}: {}", printable(&first.path), printable(&first.reason))?;
        }
        if self.totals.failures > 0 {
            writeln!(out, "{}", bold(format!("{} failed", documents(self.totals.failures))))?;
            for failure in self.failures.iter().take(SHOWN) {
                let record = failure.record.map_or(String::new(), |record| format!(":{record}"));
                writeln!(out, "  {}{record}: {}", printable(&failure.path), printable(&failure.reason))?;
            }
            if self.totals.failures > SHOWN as u64 {
                writeln!(out, "  … see the table failures for all of them")?;
            }
        }
        writeln!(out, "The dataset is in {}", self.folder.display())
    }
}
