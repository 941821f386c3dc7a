//! `chancery annotate`: JSON lines in, JSON lines out.

use super::trace::Trace;
use super::{pool, stages};
use crate::args::AnnotateArgs;
use crate::input::ReadItem;
use anyhow::Result;
use chancery_data::Data;
use chancery_export::record;
use chancery_gazetteer::FuzzyMatcher;
use chancery_pipeline::{Limits, Outcome, Sink, Stages};
use chancery_read::{Format, ReadOptions, Source};
use serde_json::json;
use std::io::{BufWriter, Write};
use std::process::ExitCode;

struct Lines<'c, W: Write> {
    out: W,
    stages: Stages<'c>,
    trace: bool,
    tokens: bool,
    rejected: bool,
    failed: bool,
}

impl<W: Write + Send> Sink for Lines<'_, W> {
    type Error = std::io::Error;

    fn take(&mut self, outcome: Outcome) -> std::io::Result<()> {
        let value = match outcome {
            Outcome::Document(doc) => {
                let mut record = record(&doc, self.stages.gazetteer(), self.tokens, self.rejected || self.trace);
                if self.trace {
                    Trace::of(&doc, &self.stages).add_to(&mut record, &doc, &self.stages);
                }
                record
            }
            Outcome::Failure(failure) => {
                self.failed = true;
                json!({"record": failure.record, "stage": failure.stage, "error": failure.reason})
            }
        };
        serde_json::to_writer(&mut self.out, &value)?;
        self.out.write_all(b"\n")
    }
}

pub(crate) fn annotate(args: &AnnotateArgs) -> Result<ExitCode> {
    let data = Data::with_layers(&args.data)?;
    let fuzzy = args.fuzzy.then(|| FuzzyMatcher::new(data.gazetteer()));
    let stages = stages(&data, args.rejected || args.trace).with_fuzzy(fuzzy.as_ref());
    let mut options = ReadOptions::new();
    options.stdin_format(Format::Jsonl);
    let mut lines = Lines {
        out: BufWriter::new(std::io::stdout()),
        stages,
        trace: args.trace,
        tokens: !args.no_tokens,
        rejected: args.rejected,
        failed: false,
    };
    // Small batches, since the program at the other end may wait for an answer.
    let mut limits = Limits::default();
    limits.batch_documents = 256;
    let inputs = chancery_read::items(vec![Source::stdin()], options).map(ReadItem);
    chancery_pipeline::run(&pool(args.threads)?, &stages, inputs, limits, &mut lines)?;
    lines.out.flush()?;
    Ok(if lines.failed { ExitCode::from(1) } else { ExitCode::SUCCESS })
}
