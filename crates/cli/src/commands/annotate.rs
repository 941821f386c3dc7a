//! `chancery annotate`: reads JSON lines and writes JSON lines.

use super::engines::{pool, stages};
use super::trace::Trace;
use crate::args::AnnotateArgs;
use crate::input::ReadItem;
use anyhow::Result;
use chancery_data::Data;
use chancery_export::{Content, Failure, RecordWriter, record};
use chancery_gazetteer::FuzzyMatcher;
use chancery_pipeline::{Limits, Outcome, Sink, Stages};
use chancery_read::{Format, ReadOptions, Source};
use std::io::{BufWriter, Write};
use std::process::ExitCode;

struct Lines<'c, W: Write> {
    out: W,
    stages: Stages<'c>,
    trace: bool,
    content: Content,
    records: RecordWriter,
    line: Vec<u8>,
    failed: bool,
}

impl<W: Write + Send> Sink for Lines<'_, W> {
    type Error = anyhow::Error;

    fn take(&mut self, outcome: Outcome) -> Result<()> {
        self.line.clear();
        match outcome {
            Outcome::Document(doc) if self.trace => {
                let mut record = record(&doc, self.stages.catalog(), self.content)?;
                Trace::of(&doc, &self.stages).add_to(&mut record, &doc, &self.stages);
                serde_json::to_writer(&mut self.line, &record)?;
                self.line.push(b'\n');
            }
            Outcome::Document(doc) => self.records.document(&doc, self.stages.catalog(), &mut self.line)?,
            Outcome::Failure(failure) => {
                self.failed = true;
                let stage = failure.stage.as_str();
                let failure = Failure { path: failure.path, record: failure.record, stage, reason: failure.reason };
                self.records.failure(&failure, &mut self.line)?;
            }
        }
        Ok(self.out.write_all(&self.line)?)
    }
}

pub(crate) fn annotate(args: &AnnotateArgs) -> Result<ExitCode> {
    let data = Data::with_layers(&args.data)?.with_date_order(args.date_order);
    let fuzzy = args.fuzzy.then(|| FuzzyMatcher::new(data.gazetteer()));
    let stages = stages(&data, args.rejected || args.trace, fuzzy.as_ref())?;
    let mut options = ReadOptions::new();
    options.stdin_format(Format::Jsonl);
    let content = Content::default().with_tokens(!args.no_tokens).with_rejected(args.rejected || args.trace);
    let mut lines = Lines {
        out: BufWriter::new(std::io::stdout()),
        stages,
        trace: args.trace,
        content,
        records: RecordWriter::new(content),
        line: Vec::new(),
        failed: false,
    };
    // Batches are small, because the program at the other end may wait for an answer.
    let limits = Limits::new().batch_documents(256);
    let inputs = chancery_read::items(vec![Source::stdin()], options).map(ReadItem);
    chancery_pipeline::run(&pool(args.threads)?, &stages, inputs, limits, &mut lines)?;
    lines.out.flush()?;
    Ok(if lines.failed { ExitCode::from(1) } else { ExitCode::SUCCESS })
}
