//! `chancery annotate`: JSON lines in, JSON lines out.

use super::pool;
use super::trace::Trace;
use crate::args::AnnotateArgs;
use crate::input::ReadItem;
use anyhow::Result;
use chancery_data::Data;
use chancery_export::{Content, Failure, RecordWriter, record};
use chancery_gazetteer::FuzzyMatcher;
use chancery_pipeline::{Limits, Outcome, Sink, Stages};
use chancery_read::{Decoder, Reading};
use std::io::{BufWriter, Write};
use std::process::ExitCode;
use std::sync::Arc;

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
                let mut record = record(&doc, self.stages.gazetteer(), self.content)?;
                Trace::of(&doc, &self.stages).add_to(&mut record, &doc, &self.stages);
                serde_json::to_writer(&mut self.line, &record)?;
                self.line.push(b'\n');
            }
            Outcome::Document(doc) => self.records.document(&doc, self.stages.gazetteer(), &mut self.line)?,
            Outcome::Failure(failure) => {
                self.failed = true;
                let failure = Failure { path: failure.path, record: failure.record, stage: failure.stage, reason: failure.reason };
                self.records.failure(&failure, &mut self.line)?;
            }
        }
        Ok(self.out.write_all(&self.line)?)
    }
}

pub(crate) fn annotate(args: &AnnotateArgs) -> Result<ExitCode> {
    let data = Data::with_layers(&args.data)?;
    let stages = Stages::new(data.tokenizer(), data.temporal_tagger(), data.gazetteer(), data.actor_extractor(), data.classifier())
        .keeping_rejections(args.rejected || args.trace);
    let fuzzy = args.fuzzy.then(|| FuzzyMatcher::new(data.gazetteer()));
    let stages = stages.with_fuzzy(fuzzy.as_ref());
    let reading = Arc::new(Reading {
        decoder: Decoder::new(None)?,
        pattern: None,
        fields: chancery_read::jsonl::Fields::default(),
        stdin: chancery_read::Format::Jsonl,
    });
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
    // Small batches, since the caller may wait for an answer.
    let mut limits = Limits::default();
    limits.batch_documents = 256;
    chancery_pipeline::run(&pool(args.threads)?, &stages, chancery_read::jsonl::standard_input(reading).map(ReadItem), limits, &mut lines)?;
    lines.out.flush()?;
    Ok(if lines.failed { ExitCode::from(1) } else { ExitCode::SUCCESS })
}
