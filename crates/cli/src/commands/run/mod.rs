//! `chancery run`: reads documents and writes a dataset.

mod metadata;
mod parts;
pub(super) mod settings;
pub(super) mod shard;
pub(super) mod target;

use super::engines::{pool, stages};
use crate::args::RunArgs;
use crate::commands::data;
use crate::config;
use crate::input::ReadItem;
use crate::printable::say;
use crate::progress::Progress;
use crate::summary::Summary;
use anyhow::{Context, Result, bail};
use chancery_export::staging::{self, PARTS, Staging};
use chancery_export::{Assembly, Options, Skipped, Totals};
use chancery_gazetteer::{FuzzyMatcher, Gazetteer};
use chancery_read::Found;
use parts::Worker;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;
use target::Target;

/// The exit code for a run with `--strict` in which files were skipped or metadata could not
/// be used.
const STRICT: u8 = 3;

pub(crate) fn run(args: RunArgs) -> Result<ExitCode> {
    let args = config::apply(args)?;
    let Some(out) = args.out.clone() else { bail!("no folder was given for the dataset; give --out DIR") };
    if args.documents.is_empty() {
        bail!("no documents were given; give files, folders or patterns such as \"*.txt\", or - for standard input");
    }
    let mut read_options = settings::read_options(&args)?;
    let table = args.metadata.as_ref().map(|path| metadata::read(path, &mut read_options)).transpose()?;
    let pool = pool(args.threads)?;
    let Found { mut sources, skipped, .. } = chancery_read::find(&args.documents)?;
    if let Some(path) = &args.metadata {
        metadata::leave_out(path, &mut sources);
    }
    if let Some(table) = table.as_ref().filter(|_| !args.quiet) {
        metadata::warn_of_unmatched(table, &sources);
    }
    // The memory of the data is not freed, because the program ends soon afterwards. In a run on a few documents, freeing it would take a tenth of the time.
    let data = std::mem::ManuallyDrop::new(data::load(&args.data)?.with_date_order(args.date_order));
    let out = args.shard.map_or(out.clone(), |shard| out.join(shard.folder()));
    let manifest = settings::manifest(&args, &data, table.as_deref());
    let key = Value::Object(manifest.clone().into_iter().collect());
    let target = target::open(&out, args.force, args.resume, &key, &sources)?;
    for warning in data.warnings().iter().filter(|_| !args.quiet) {
        say(&format!("{warning}\n"));
    }
    let options = settings::options(&args);
    let fuzzy = args.fuzzy.then(|| FuzzyMatcher::new(data.gazetteer()));
    let stages = stages(&data, args.rejected, fuzzy.as_ref())?;
    let catalog = data.gazetteer();
    // The time for loading the data is not counted, because the engines have been decoded before this line.
    let begin = Instant::now();
    let progress = Progress::new(sources.iter().map(|source| source.size).sum(), args.quiet);
    let inputs = chancery_read::items(sources, read_options).map(ReadItem);
    let parts = chancery_pipeline::parts(inputs, args.part_size());
    let mut worker = Worker::new(&stages, &options, args.shard, &progress);
    let staging = match target {
        Target::Finished => {
            progress.done();
            return finished(&out, worker.inputs_only(&pool, parts)?, args.quiet);
        }
        Target::New(staging) => staging,
        Target::Unfinished(staging) if staging.is_complete() => {
            progress.done();
            staging.publish(args.shard.is_some())?;
            say(&format!("The dataset in {} is complete", out.display()));
            return Ok(ExitCode::SUCCESS);
        }
        Target::Unfinished(staging) => {
            let parts = staging.folder().join(PARTS);
            worker.finished(staging::done_parts(staging.folder(), &parts, catalog)?);
            staging
        }
    };
    let result = worker.run(&pool, parts, &staging);
    progress.done();
    result.with_context(|| format!("the run has stopped; {} contains the finished parts", staging.folder().display()))?;
    let skipped: Vec<Skipped> = skipped.into_iter().map(|skip| Skipped { path: skip.name, reason: skip.reason }).collect();
    if let Some(shard) = args.shard {
        shard::describe(staging.folder(), shard, &worker.inputs(), &skipped)?;
    }
    let totals = assemble(&staging, &options, catalog, &skipped, manifest, worker.expected())?;
    staging
        .publish(args.shard.is_some())
        .context("the dataset is complete, but could not be moved into place; use --resume to try again")?;
    let failures = worker.failures();
    let summary = Summary {
        totals: &totals,
        failures: &failures,
        skipped: &skipped,
        catalog,
        folder: &out,
        elapsed: begin.elapsed(),
        speaker_field: args.fields.speaker_field.as_deref(),
    };
    if args.json {
        crate::json::print(&mut std::io::stdout(), &summary.json())?;
    } else if !args.quiet {
        let _ = summary.print(&mut std::io::stderr().lock());
    }
    let warnings = totals.rows.get("warnings").copied().unwrap_or(0);
    Ok(match (totals.failures > 0, args.strict && (warnings > 0 || !skipped.is_empty())) {
        (_, true) => ExitCode::from(STRICT),
        (true, false) => ExitCode::from(1),
        (false, false) => ExitCode::SUCCESS,
    })
}

/// Writes the manifest and the tables that describe the whole dataset. The information comes
/// from the data that were stored with each finished part.
fn assemble(
    staging: &Staging,
    options: &Options,
    catalog: &Gazetteer,
    skipped: &[Skipped],
    manifest: BTreeMap<String, Value>,
    expected: usize,
) -> Result<Totals> {
    let mut assembly = Assembly::default();
    for part in staging::done_parts(staging.folder(), &staging.folder().join(PARTS), catalog)? {
        add(&mut assembly, part);
    }
    if assembly.parts() != expected {
        bail!("files of the dataset were changed or removed during the run; use --resume to write them again");
    }
    assembly.finish(staging.folder(), options, skipped, catalog, manifest).context("the dataset is incomplete; use --resume to continue")
}

/// Adds a finished part to the dataset, including its entry in the manifest.
pub(super) fn add(assembly: &mut Assembly, part: staging::DonePart) {
    let mut listing = part.info.listing();
    if let Value::Object(listing) = &mut listing {
        listing.insert("inputs".to_owned(), part.inputs.listing());
    }
    assembly.add(part.info, listing);
}

/// Handles `--resume` for a finished dataset. If the dataset was made from the same inputs,
/// reports that it is complete. Otherwise, returns an error.
fn finished(out: &Path, inputs: Vec<Value>, quiet: bool) -> Result<ExitCode> {
    let manifest: PathBuf = out.join(chancery_export::layout::MANIFEST);
    let manifest: Value = serde_json::from_str(&std::fs::read_to_string(manifest)?)?;
    let old: Vec<&Value> = manifest["parts"].as_array().into_iter().flatten().map(|part| &part["inputs"]).collect();
    if old != inputs.iter().collect::<Vec<_>>() {
        bail!("the dataset in {} is complete, but the documents have changed since; use --force to write the dataset again", out.display());
    }
    if !quiet {
        say(&format!("The dataset in {} is complete", out.display()));
    }
    Ok(ExitCode::SUCCESS)
}
