//! `chancery annotate`: reads JSON lines and writes JSON lines.
//!
//! One thread reads lines. The other threads process the lines of a batch in parallel. The lines
//! that arrive in the meantime form the next batch. A program that writes one line and
//! waits for its record therefore gets the record without delay.

use super::data;
use super::engines::{pool, stages};
use super::trace::Trace;
use crate::args::AnnotateArgs;
use crate::input::{ReadItem, failure_row};
use anyhow::Result;
use chancery_export::{Content, RecordWriter, record};
use chancery_gazetteer::FuzzyMatcher;
use chancery_pipeline::{Outcome, Sink, Stages, run_part};
use chancery_read::{Format, ReadOptions, Source};
use rayon::prelude::*;
use std::io::Write;
use std::process::ExitCode;
use std::sync::mpsc::{Receiver, sync_channel};

/// The maximum number of lines in a batch.
const LINES: usize = 1024;
/// The size at which a batch is full, in bytes.
const BYTES: u64 = 4 << 20;
/// The maximum size, in bytes, of a group of lines. Each group is processed by one thread. A line
/// that is longer than this is a group by itself.
const GROUP: u64 = 128 << 10;

/// Writes documents and failures as lines of JSON.
struct Lines<'c> {
    stages: Stages<'c>,
    trace: bool,
    content: Content,
    records: RecordWriter,
    out: Vec<u8>,
    failed: bool,
}

impl Sink for Lines<'_> {
    type Error = anyhow::Error;

    fn take(&mut self, outcome: Outcome) -> Result<()> {
        match outcome {
            Outcome::Document(doc) if self.trace => {
                let mut record = record(&doc, self.stages.catalog(), self.content)?;
                Trace::of(&doc, &self.stages).add_to(&mut record, &doc, &self.stages);
                serde_json::to_writer(&mut self.out, &record)?;
                self.out.push(b'\n');
            }
            Outcome::Document(doc) => self.records.document(&doc, self.stages.catalog(), &mut self.out)?,
            Outcome::Failure(failure) => {
                self.failed = true;
                self.records.failure(&failure_row(failure), &mut self.out)?;
            }
        }
        Ok(())
    }
}

pub(crate) fn annotate(args: &AnnotateArgs) -> Result<ExitCode> {
    let options = read_options(args);
    // The memory of the data is not freed, because the program ends soon afterwards. In a run on a few documents, freeing it would take a tenth of the time.
    let data = std::mem::ManuallyDrop::new(data::load(&args.data)?.with_date_order(args.date_order));
    let fuzzy = args.fuzzy.then(|| FuzzyMatcher::new(data.gazetteer()));
    let stages = stages(&data, args.rejected || args.trace, fuzzy.as_ref())?;
    let content = Content::default()
        .with_tokens(!args.no_tokens)
        .with_rejected(args.rejected || args.trace)
        .with_char_offsets(args.offsets == crate::args::Offsets::Chars);
    let lines = || Lines { stages, trace: args.trace, content, records: RecordWriter::new(content), out: Vec::new(), failed: false };
    let pool = pool(args.threads)?;
    let (sender, receiver) = sync_channel::<ReadItem>(LINES);
    // The thread ends at the end of the input, or when the receiver is dropped.
    std::thread::spawn(move || {
        let items = chancery_read::items(vec![Source::stdin()], options).map(ReadItem);
        for item in items {
            if sender.send(item).is_err() {
                break;
            }
        }
    });
    let mut out = std::io::stdout().lock();
    let mut failed = false;
    while let Some(batch) = next_batch(&receiver) {
        let done: Result<Vec<Lines<'_>>> = pool.install(|| {
            let run = |group| {
                let mut lines = lines();
                run_part(&stages, &mut stages.scratch(), group, &mut lines)?;
                Ok(lines)
            };
            batch.into_par_iter().map(run).collect()
        });
        for lines in done? {
            failed |= lines.failed;
            out.write_all(&lines.out)?;
        }
        out.flush()?;
    }
    Ok(if failed { ExitCode::from(1) } else { ExitCode::SUCCESS })
}

/// Waits for a line. Returns a batch of this line and all later lines that have already arrived,
/// divided into groups. Returns `None` at the end of the input.
fn next_batch(lines: &Receiver<ReadItem>) -> Option<Vec<Vec<ReadItem>>> {
    let first = lines.recv().ok()?;
    let mut bytes = first.0.size();
    let (mut groups, mut group, mut count, mut of_group) = (Vec::new(), vec![first], 1, bytes);
    while count < LINES
        && bytes < BYTES
        && let Ok(item) = lines.try_recv()
    {
        let size = item.0.size();
        if of_group + size > GROUP {
            groups.push(std::mem::take(&mut group));
            of_group = 0;
        }
        bytes += size;
        of_group += size;
        count += 1;
        group.push(item);
    }
    groups.push(group);
    Some(groups)
}

fn read_options(args: &AnnotateArgs) -> ReadOptions {
    let mut options = ReadOptions::new();
    options.stdin_format(Format::Jsonl);
    args.fields.apply(&mut options);
    options
}
