//! Makes the parts of a dataset, using all threads. A part contains the results for a share of the input (usually about 8 MiB), in files of its own.

use crate::input::{ReadItem, failure_row};
use crate::progress::Progress;
use crate::shard::Shard;
use anyhow::{Context, Result, bail};
use chancery_export::staging::{DonePart, PartInputs, Staging};
use chancery_export::{ExportError, Failure, Options, PartWriter};
use chancery_pipeline::{Outcome, Part, Sink, Stages, run_part, run_parts};
use chancery_text::Catalog;
use serde_json::Value;
use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Mutex;

/// The maximum number of failures that are kept for each part. The summary shows at most this number
/// of failures for the whole run. The table `failures` contains all failures.
const KEPT: usize = 10;

/// Makes the parts of a dataset. All threads share one worker.
pub(super) struct Worker<'a> {
    stages: &'a Stages<'a>,
    options: &'a Options,
    shard: Option<Shard>,
    progress: &'a Progress,
    /// The parts that an earlier run has finished.
    done: BTreeMap<u32, PartInputs>,
    /// A hash of the inputs of each part.
    inputs: Mutex<BTreeMap<u32, u64>>,
    failures: Mutex<BTreeMap<u32, Vec<Failure>>>,
}

impl<'a> Worker<'a> {
    pub(super) fn new(stages: &'a Stages<'a>, options: &'a Options, shard: Option<Shard>, progress: &'a Progress) -> Self {
        Self { stages, options, shard, progress, done: BTreeMap::new(), inputs: Mutex::default(), failures: Mutex::default() }
    }

    /// Records the parts that an earlier run has finished.
    pub(super) fn finished(&mut self, parts: impl Iterator<Item = DonePart>) {
        self.done = parts.map(|part| (part.info.number, part.inputs)).collect();
    }

    /// Makes all parts of this shard that are not finished yet.
    pub(super) fn run(
        &self,
        pool: &rayon::ThreadPool,
        parts: impl Iterator<Item = Part<ReadItem>> + Send,
        staging: &Staging,
    ) -> Result<()> {
        run_parts(pool, parts, |part| self.part(part, staging))?;
        let mut seen = self.inputs.lock().map_err(|_| poisoned())?;
        if seen.is_empty() {
            // A dataset without documents still has one part, so that every table exists.
            seen.insert(0, 0);
            drop(seen);
            return if self.takes(0) { self.part(Part { number: 0, inputs: Vec::new() }, staging) } else { Ok(()) };
        }
        if let Some(number) = self.done.keys().find(|number| !seen.contains_key(number)) {
            bail!("there are fewer documents than when the run began (part {number} no longer exists); start again with --force");
        }
        Ok(())
    }

    fn takes(&self, number: u32) -> bool {
        self.shard.is_none_or(|shard| shard.takes(number))
    }

    fn part(&self, part: Part<ReadItem>, staging: &Staging) -> Result<()> {
        let number = part.number;
        let inputs = inputs_of(&part.inputs);
        self.inputs.lock().map_err(|_| poisoned())?.insert(number, inputs.hash);
        if !self.takes(number) {
            return Ok(());
        }
        if let Some(done) = self.done.get(&number) {
            if *done != inputs {
                bail!(
                    "the documents from {} to {} (part {number}) have changed since the run began; start again with --force",
                    done.first,
                    done.last
                );
            }
            self.progress.skip(part.inputs.iter().map(|input| input.0.size()).sum(), inputs.count);
            return Ok(());
        }
        self.make(number, part.inputs, &inputs, staging).context("fix the following problem, then continue the run with --resume")
    }

    /// Reads, annotates and writes a part, and marks it as done.
    fn make(&self, number: u32, items: Vec<ReadItem>, inputs: &PartInputs, staging: &Staging) -> Result<()> {
        let catalog = self.stages.catalog();
        let writer = PartWriter::create(staging.folder(), self.options, number)?;
        let mut writing = Writing { writer, catalog, progress: self.progress, failures: Vec::new() };
        run_part(self.stages, &mut self.stages.scratch(), items, &mut writing)?;
        let info = writing.writer.finish()?;
        staging.done(&info, inputs, catalog)?;
        if !writing.failures.is_empty() {
            self.failures.lock().map_err(|_| poisoned())?.insert(number, writing.failures);
        }
        Ok(())
    }

    /// Returns descriptions of the inputs of `parts`, in the same form as in the manifest of a
    /// dataset, without processing the parts.
    pub(super) fn inputs_only(&self, pool: &rayon::ThreadPool, parts: impl Iterator<Item = Part<ReadItem>> + Send) -> Result<Vec<Value>> {
        let found = Mutex::new(BTreeMap::new());
        run_parts(pool, parts, |part| {
            if self.takes(part.number) {
                found.lock().map_err(|_| poisoned())?.insert(part.number, inputs_of(&part.inputs).listing());
            }
            anyhow::Ok(())
        })?;
        let mut found = found.into_inner().map_err(|_| poisoned())?;
        if found.is_empty() && self.takes(0) {
            found.insert(0, inputs_of(&[]).listing());
        }
        Ok(found.into_values().collect())
    }

    /// Returns the hash of the inputs of each part of the run. The keys are the numbers of the
    /// parts.
    pub(super) fn inputs(&self) -> BTreeMap<u32, u64> {
        self.inputs.lock().map(|inputs| inputs.clone()).unwrap_or_default()
    }

    /// Returns the number of parts that belong to this run or shard.
    pub(super) fn expected(&self) -> usize {
        self.inputs.lock().map_or(0, |inputs| inputs.keys().filter(|number| self.takes(**number)).count())
    }

    /// Returns the first failures of the run, at most [`KEPT`], in the order of the inputs.
    pub(super) fn failures(self) -> Vec<Failure> {
        self.failures.into_inner().unwrap_or_default().into_values().flatten().take(KEPT).collect()
    }
}

fn poisoned() -> anyhow::Error {
    anyhow::anyhow!("internal error: a thread has panicked")
}

/// Describes the inputs of a part. The description is stored with the part, so that a later run can
/// check whether the inputs are still the same.
fn inputs_of(items: &[ReadItem]) -> PartInputs {
    let name = |item: Option<&ReadItem>| {
        let origin = item.map(|item| item.0.origin());
        origin.map_or(String::new(), |(path, record)| record.map_or(path.clone(), |record| format!("{path}#{record}")))
    };
    let (mut hash, mut modified) = (DefaultHasher::new(), DefaultHasher::new());
    for item in items {
        item.0.identify(&mut hash);
        item.0.modified().hash(&mut modified);
    }
    PartInputs {
        count: items.len() as u64,
        first: name(items.first()),
        last: name(items.last()),
        hash: hash.finish(),
        modified: modified.finish(),
    }
}

/// Writes the outcomes of a part to its tables.
struct Writing<'a> {
    writer: PartWriter,
    catalog: &'a dyn Catalog,
    progress: &'a Progress,
    failures: Vec<Failure>,
}

impl Sink for Writing<'_> {
    type Error = ExportError;

    fn take(&mut self, outcome: Outcome) -> Result<(), ExportError> {
        match outcome {
            Outcome::Document(doc) => {
                self.writer.document(&doc, self.catalog)?;
                self.progress.document(doc.text().len() as u64);
            }
            Outcome::Failure(failure) => {
                let failure = failure_row(failure);
                self.writer.failure(&failure)?;
                self.progress.failure();
                if self.failures.len() < KEPT {
                    self.failures.push(failure);
                }
            }
        }
        Ok(())
    }
}
