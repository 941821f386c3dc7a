//! Shows how a change to the data affects the records of a corpus, and how two datasets differ.

mod changes;
mod compare;
mod datasets;
mod filter;
mod parts;
mod records;

pub use changes::Change;
pub use compare::{DiffLine, Example, TableDiff};
pub use datasets::{DatasetDiff, datasets};

use crate::book::Book;
use crate::corpus::{self, Unread};
use chancery_data::File;
use chancery_pipeline::{Input, Scratch, Stages};
use chancery_text::Document;
use chancery_text::fold::Folder;
use compare::Counts;
use filter::Filter;
use serde::Serialize;
use std::fmt;
use std::path::Path;

/// One version of the data: its files, its entries, and the engines built from it.
#[derive(Clone, Copy, Debug)]
pub struct State<'a> {
    /// The files of all layers.
    pub files: &'a [File],
    /// Folds (normalises) strings in the same way as the engines do before they compare strings.
    pub folder: &'a Folder,
    /// The entries of the gazetteer.
    pub book: &'a Book,
    /// The engines built from the files.
    pub stages: &'a Stages<'a>,
}

/// The effects of an edit.
#[derive(Clone, Debug, Serialize)]
pub struct EditDiff {
    /// The entries that differ.
    pub entries: Vec<Change>,
    /// The frames and topics that differ. If any other data outside the gazetteer differ, this list is
    /// empty, and all documents are processed (see `all_because`).
    pub parts: Vec<Change>,
    /// The reason why all documents were processed. Empty if only some were processed: those that
    /// contain a form of an entry in `entries`, or a word of a frame or topic in `parts`.
    pub all_because: String,
    /// The number of documents.
    pub documents: u64,
    /// The number of documents that were processed.
    pub affected: u64,
    /// The number of documents whose records differ.
    pub differing: u64,
    /// The differences by table.
    pub tables: Vec<TableDiff>,
    /// The documents that could not be read.
    #[serde(skip)]
    pub unread: Vec<Unread>,
}

/// Processes a corpus with two versions of the data, and compares the records. Skips documents that
/// the differences between the versions cannot affect. Keeps at most `examples` examples for each kind of
/// difference.
pub fn edit<I: Input>(
    pool: &rayon::ThreadPool,
    old: State<'_>,
    new: State<'_>,
    inputs: impl Iterator<Item = I>,
    examples: usize,
) -> EditDiff {
    let entries = changes::changes(old.book, new.book);
    let (parts, mut all_because) = match parts::changes(old.files, new.files) {
        Ok(parts) => (parts, String::new()),
        Err(reason) => (Vec::new(), reason),
    };
    let filter =
        Filter::new(new.folder.clone(), entries.iter().chain(&parts).flat_map(|change| change.spellings.iter().map(String::as_str)));
    if all_because.is_empty() && filter.is_err() {
        all_because = "too many forms differ to search for them".to_owned();
    }
    let nothing = all_because.is_empty() && entries.is_empty() && parts.is_empty();
    let filter = filter.ok().filter(|_| all_because.is_empty());
    let mut result =
        EditDiff { entries, parts, all_because, documents: 0, affected: 0, differing: 0, tables: Vec::new(), unread: Vec::new() };
    let mut counts = Counts::new(examples);
    let work = |(before, after): &mut (Scratch, Scratch), doc: Document| {
        if nothing || filter.as_ref().is_some_and(|filter| !filter.may_hold(doc.text())) {
            return None;
        }
        let mut other = doc.clone();
        old.stages.annotate(&mut other, before);
        let was = records::records(&other, old.stages.catalog());
        drop(other);
        let mut doc = doc;
        new.stages.annotate(&mut doc, after);
        let is = records::records(&doc, new.stages.catalog());
        Some((was, is, doc))
    };
    corpus::each(
        pool,
        inputs,
        |_| true,
        || (old.stages.scratch(), new.stages.scratch()),
        work,
        |_, done| match done {
            Ok(found) => {
                result.documents += 1;
                let Some((was, is, doc)) = found else { return };
                result.affected += 1;
                result.differing += u64::from(was != is);
                let place = place(&doc);
                for (table, (was, is)) in was.iter().zip(&is).enumerate() {
                    counts.compare(table, &place, was, is, |start, end| crate::context::around(doc.text(), start as usize, end as usize));
                }
            }
            Err(unread) => result.unread.push(unread),
        },
    );
    result.tables = counts.tables();
    result
}

/// Returns the path of the document's file, so that it can be given to `chancery explain`. If the file contains several documents, returns the document's id.
fn place(doc: &Document) -> String {
    let stem = |path: &str| Path::new(path).file_stem().map(|stem| stem.to_string_lossy().into_owned());
    let own = |path: &&String| stem(path).is_some() && doc.id().rsplit('/').next().map(str::to_owned) == stem(path);
    doc.metadata.path.as_ref().filter(own).cloned().unwrap_or_else(|| doc.id().to_owned())
}

/// The maximum number of entries that are printed.
const ENTRIES: usize = 20;

/// Prints the first changes of a list.
fn list(f: &mut fmt::Formatter<'_>, changes: &[Change]) -> fmt::Result {
    for change in changes.iter().take(ENTRIES) {
        let label = if change.label.is_empty() { String::new() } else { format!(" ({})", change.label) };
        writeln!(f, "  {}{label}: {}", change.id, change.what.join("; "))?;
    }
    if changes.len() > ENTRIES {
        writeln!(f, "  and {} more", changes.len() - ENTRIES)?;
    }
    Ok(())
}

impl fmt::Display for EditDiff {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.parts.is_empty() || !self.entries.is_empty() {
            writeln!(f, "{} {}", self.entries.len(), if self.entries.len() == 1 { "entry differs" } else { "entries differ" })?;
            list(f, &self.entries)?;
        }
        if !self.parts.is_empty() {
            let some = if self.parts.len() == 1 { "frame or topic differs" } else { "frames and topics differ" };
            writeln!(f, "{} {some}", self.parts.len())?;
            list(f, &self.parts)?;
        }
        if !self.all_because.is_empty() {
            writeln!(f, "all documents were processed again, because {}", self.all_because)?;
        }
        writeln!(
            f,
            "{} documents, {} of them possibly affected, {} with different records",
            self.documents, self.affected, self.differing
        )?;
        self.tables.iter().try_for_each(|table| table.fmt(f))
    }
}
