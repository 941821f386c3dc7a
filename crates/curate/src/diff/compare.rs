//! Compares records and counts the differences.

use super::records::{Record, TABLES};
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt;

/// The maximum number of lines that are printed for each table.
const LINES: usize = 20;

/// The differences between the old and the new records of a table. The records were produced with
/// two versions of the data, or come from two datasets.
#[derive(Clone, Debug, Serialize)]
pub struct TableDiff {
    /// The name of the table.
    pub table: &'static str,
    /// The number of records that were added. They have no counterpart among the old records.
    pub gained: u64,
    /// The number of records that were removed. They have no counterpart among the new records.
    pub lost: u64,
    /// The number of changed records: an old and a new record have the same byte range, or
    /// overlapping byte ranges, but different content.
    pub relabelled: u64,
    /// The differences, grouped by kind. The most frequent kind comes first.
    pub lines: Vec<DiffLine>,
}

/// Differences of one kind.
#[derive(Clone, Debug, Serialize)]
pub struct DiffLine {
    /// The content of the old records; `None` if there are only new records.
    pub old: Option<String>,
    /// The content of the new records; `None` if there are only old records.
    pub new: Option<String>,
    /// The number of records.
    pub count: u64,
    /// Some of the positions at which the records occur.
    pub examples: Vec<Example>,
}

/// A position in a document at which records differ.
#[derive(Clone, Debug, Serialize)]
pub struct Example {
    /// The path of the document's file. If the file contains several documents, or if two datasets are compared, the id of the document.
    pub document: String,
    /// The byte offset at which the record begins.
    pub start: u32,
    /// The text around the record or, if two datasets are compared, only the text of the record.
    /// Empty if the text is not known.
    pub text: String,
}

/// A kind of difference: the content of the old record and the content of the new record. `None`
/// stands for a record that does not exist.
type Kind = (Option<String>, Option<String>);

/// Counts the differences of each kind, separately for each table.
#[derive(Debug)]
pub(crate) struct Counts {
    tables: [BTreeMap<Kind, (u64, Vec<Example>)>; 4],
    /// The maximum number of examples that are kept for each kind of difference.
    examples: usize,
}

impl Counts {
    /// Creates empty counts that keep at most `examples` examples for each kind of difference.
    pub(crate) fn new(examples: usize) -> Self {
        Counts { tables: Default::default(), examples }
    }

    /// Compares the records `old` and `new` of the document `doc` in one table. `table` is the
    /// index of the table. Both lists are sorted. `text` returns the text of a byte range.
    pub(crate) fn compare(&mut self, table: usize, doc: &str, old: &[Record], new: &[Record], text: impl Fn(u32, u32) -> String) {
        let (mut gone, mut came) = (minus(old, new), minus(new, old));
        let mut changed = Vec::new();
        // First, records with the same bounds are paired, then records that overlap.
        for same in [true, false] {
            gone.retain(|record| {
                let fits = |other: &&Record| {
                    if same {
                        other.start == record.start && other.end == record.end
                    } else {
                        other.start < record.end && record.start < other.end
                    }
                };
                match came.iter().position(fits) {
                    Some(at) => {
                        changed.push(((*record).clone(), came.remove(at).clone()));
                        false
                    }
                    None => true,
                }
            });
        }
        let mut add = |kind: Kind, record: &Record| {
            let (count, examples) = self.tables[table].entry(kind).or_default();
            *count += 1;
            if examples.len() < self.examples && examples.last().is_none_or(|last| last.document != doc) {
                examples.push(Example { document: doc.to_owned(), start: record.start, text: text(record.start, record.end) });
            }
        };
        for (old, new) in changed {
            add((Some(old.what), Some(new.what.clone())), &new);
        }
        for record in gone {
            add((Some(record.what.clone()), None), record);
        }
        for record in came {
            add((None, Some(record.what.clone())), record);
        }
    }

    /// Returns the differences of each table.
    pub(crate) fn tables(self) -> Vec<TableDiff> {
        let tables = TABLES.into_iter().zip(self.tables);
        tables
            .map(|(table, counts)| {
                let sum = |old: bool, new: bool| {
                    let fits = counts.iter().filter(|((o, n), _)| o.is_some() == old && n.is_some() == new);
                    fits.map(|(_, (count, _))| count).sum()
                };
                let (gained, lost, relabelled) = (sum(false, true), sum(true, false), sum(true, true));
                let mut lines: Vec<DiffLine> =
                    counts.into_iter().map(|((old, new), (count, examples))| DiffLine { old, new, count, examples }).collect();
                lines.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| (&a.old, &a.new).cmp(&(&b.old, &b.new))));
                TableDiff { table, gained, lost, relabelled, lines }
            })
            .collect()
    }
}

/// Returns the records of `a` that are not in `b`. Both lists are sorted. If a record occurs
/// several times, each occurrence in `b` cancels one in `a`.
fn minus<'r>(a: &'r [Record], b: &[Record]) -> Vec<&'r Record> {
    let mut other = b.iter().peekable();
    let mut left = Vec::new();
    for record in a {
        while other.peek().is_some_and(|next| *next < record) {
            other.next();
        }
        if other.peek() == Some(&record) {
            other.next();
        } else {
            left.push(record);
        }
    }
    left
}

impl fmt::Display for TableDiff {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}: {} gained, {} lost, {} changed", self.table, self.gained, self.lost, self.relabelled)?;
        for line in self.lines.iter().take(LINES) {
            match (&line.old, &line.new) {
                // Records with the same content differ only in their byte ranges.
                (Some(old), Some(new)) if old == new => writeln!(f, "  {:>6}  {old}  ⇒  the same, but with other words", line.count)?,
                (Some(old), Some(new)) => writeln!(f, "  {:>6}  {old}  ⇒  {new}", line.count)?,
                (Some(old), None) => writeln!(f, "  {:>6}  lost    {old}", line.count)?,
                (None, Some(new)) => writeln!(f, "  {:>6}  gained  {new}", line.count)?,
                (None, None) => {}
            }
            for example in &line.examples {
                writeln!(f, "            {}:{}  {}", example.document, example.start, example.text)?;
            }
        }
        if self.lines.len() > LINES {
            writeln!(f, "  and {} more kinds of difference; --json lists all", self.lines.len() - LINES)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(start: u32, end: u32, what: &str) -> Record {
        Record { start, end, what: what.to_owned() }
    }

    #[test]
    fn records_are_gained_lost_and_relabelled() {
        let old = [record(0, 5, "a"), record(10, 15, "b"), record(10, 15, "b"), record(20, 25, "c")];
        let new = [record(0, 5, "a"), record(10, 15, "b"), record(19, 25, "d"), record(30, 35, "e")];
        let mut counts = Counts::new(3);
        counts.compare(0, "1", &old, &new, |_, _| String::new());
        let mentions = counts.tables().remove(0);
        assert_eq!((mentions.gained, mentions.lost, mentions.relabelled), (1, 1, 1));
        let lines: Vec<_> = mentions.lines.iter().map(|line| (line.old.as_deref(), line.new.as_deref())).collect();
        assert_eq!(lines, [(None, Some("e")), (Some("b"), None), (Some("c"), Some("d"))]);
    }
}
