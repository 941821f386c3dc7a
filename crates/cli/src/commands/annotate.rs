//! `chancery annotate`: JSON lines in, JSON lines out.

use super::pool;
use super::trace::Trace;
use crate::args::AnnotateArgs;
use crate::input::ReadItem;
use anyhow::Result;
use chancery_data::Data;
use chancery_export::record;
use chancery_gazetteer::FuzzyMatcher;
use chancery_pipeline::{Limits, Outcome, Sink, Stages};
use chancery_read::{Decoder, Reading};
use serde_json::json;
use std::io::{BufWriter, Write};
use std::process::ExitCode;
use std::sync::Arc;

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
                let mut record = record(&doc, self.stages.catalog(), self.tokens, self.rejected || self.trace);
                if self.trace {
                    Trace::of(&doc, &self.stages).add_to(&mut record, &doc, &self.stages);
                }
                record
            }
            Outcome::Failure(failure) => {
                self.failed = true;
                json!({"record": failure.record, "stage": failure.stage.as_str(), "error": failure.reason})
            }
        };
        serde_json::to_writer(&mut self.out, &value)?;
        self.out.write_all(b"\n")
    }
}

pub(crate) fn annotate(args: &AnnotateArgs) -> Result<ExitCode> {
    let data = Data::with_layers(&args.data)?;
    let fuzzy = args.fuzzy.then(|| FuzzyMatcher::new(data.gazetteer()));
    let mut stages = Stages::builder();
    stages.tokenizer(data.tokenizer()).temporal(data.temporal_tagger()).gazetteer(data.gazetteer());
    stages.actors(data.actor_extractor()).classifier(data.classifier()).keep_rejections(args.rejected || args.trace);
    if let Some(fuzzy) = &fuzzy {
        stages.fuzzy(fuzzy);
    }
    let stages = stages.build()?;
    let reading = Arc::new(Reading {
        decoder: Decoder::new(None)?,
        pattern: None,
        fields: chancery_read::jsonl::Fields::default(),
        stdin: chancery_read::Format::Jsonl,
    });
    let mut lines = Lines {
        out: BufWriter::new(std::io::stdout()),
        stages,
        trace: args.trace,
        tokens: !args.no_tokens,
        rejected: args.rejected,
        failed: false,
    };
    // Small batches: whoever feeds us may wait for an answer.
    let limits = Limits::new().batch_documents(256);
    chancery_pipeline::run(&pool(args.threads)?, &stages, chancery_read::jsonl::standard_input(reading).map(ReadItem), limits, &mut lines)?;
    lines.out.flush()?;
    Ok(if lines.failed { ExitCode::from(1) } else { ExitCode::SUCCESS })
}
