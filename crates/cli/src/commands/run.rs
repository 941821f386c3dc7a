//! `chancery run`: reads documents and writes a dataset.

use super::engines::{pool, stages};
use crate::args::RunArgs;
use crate::config;
use crate::input::ReadItem;
use crate::progress::Progress;
use crate::summary::Summary;
use anyhow::{Context, Result, bail};
use chancery_data::Data;
use chancery_export::{Content, Dataset, ExportError, Failure, Format, Options, layout};
use chancery_gazetteer::FuzzyMatcher;
use chancery_pipeline::{Limits, Outcome, Sink};
use chancery_read::{NamePattern, ReadOptions};
use chancery_text::Catalog;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

/// Maximum number of failures that are kept for the summary. The table of failures contains all of them.
const KEPT: usize = 10;

struct Writing<'a> {
    dataset: Dataset,
    catalog: &'a dyn Catalog,
    progress: &'a Progress,
    documents: u64,
    failed: u64,
    failures: Vec<Failure>,
}

impl Sink for Writing<'_> {
    type Error = ExportError;

    fn take(&mut self, outcome: Outcome) -> Result<(), ExportError> {
        match outcome {
            Outcome::Document(doc) => {
                self.dataset.document(&doc, self.catalog)?;
                self.documents += 1;
                self.progress.add(doc.text().len() as u64, self.documents, self.failed);
            }
            Outcome::Failure(failure) => {
                let failure = Failure { path: failure.path, record: failure.record, stage: failure.stage.as_str(), reason: failure.reason };
                self.dataset.failure(&failure)?;
                self.failed += 1;
                if self.failures.len() < KEPT {
                    self.failures.push(failure);
                }
            }
        }
        Ok(())
    }
}

pub(crate) fn run(args: RunArgs) -> Result<ExitCode> {
    let args = config::apply(args)?;
    let Some(out) = args.out.clone() else { bail!("there is no folder for the dataset. Give --out DIR") };
    if args.documents.is_empty() {
        bail!("what should be read? Give files, folders or glob patterns, or - for standard input");
    }
    let read_options = read_options(&args)?;
    let pool = pool(args.threads)?;
    let sources = chancery_read::find(&args.documents)?;
    let data = Data::with_layers(&args.data)?;
    prepare(&out, args.force, &sources)?;
    for warning in data.warnings().iter().filter(|_| !args.quiet) {
        eprintln!("{warning}\n");
    }
    let options = options(&args);
    let dataset = Dataset::create(&out, &options)?;
    let fuzzy = args.fuzzy.then(|| FuzzyMatcher::new(data.gazetteer()));
    let stages = stages(&data, args.rejected, fuzzy.as_ref())?;
    // The engines have been decoded at this point, so only the run itself is timed.
    let begin = Instant::now();
    let progress = Progress::new(sources.iter().map(|source| source.size).sum(), args.quiet);
    let mut writing = Writing { dataset, catalog: data.gazetteer(), progress: &progress, documents: 0, failed: 0, failures: Vec::new() };
    let result =
        chancery_pipeline::run(&pool, &stages, chancery_read::items(sources, read_options).map(ReadItem), Limits::default(), &mut writing);
    progress.done();
    result.context("the dataset is incomplete")?;
    let Writing { dataset, failures, .. } = writing;
    let totals = dataset.finish(data.gazetteer(), manifest(&args, &data)).context("the dataset is incomplete")?;
    let summary = Summary { totals: &totals, failures: &failures, catalog: data.gazetteer(), folder: &out, elapsed: begin.elapsed() };
    if args.json {
        writeln!(std::io::stdout(), "{}", serde_json::to_string_pretty(&summary.json())?)?;
    } else if !args.quiet {
        summary.print(&mut std::io::stderr().lock())?;
    }
    Ok(if totals.failures > 0 { ExitCode::from(1) } else { ExitCode::SUCCESS })
}

fn read_options(args: &RunArgs) -> Result<ReadOptions> {
    let mut options = ReadOptions::new();
    if let Some(label) = &args.encoding {
        options.encoding(label)?;
    }
    if let Some(pattern) = &args.name_pattern {
        options.name_pattern(NamePattern::new(pattern)?);
    }
    if let Some(format) = args.stdin_format {
        options.stdin_format(format);
    }
    if let Some(name) = &args.text_field {
        options.text_field(name);
    }
    if let Some(name) = &args.id_field {
        options.id_field(name);
    }
    if let Some(name) = &args.date_field {
        options.date_field(name);
    }
    if let Some(name) = &args.speaker_field {
        options.speaker_field(name);
    }
    Ok(options)
}

fn options(args: &RunArgs) -> Options {
    let mut formats: Vec<Format> = Vec::new();
    for format in if args.format.is_empty() { &[Format::Csv] as &[_] } else { &args.format } {
        if !formats.contains(format) {
            formats.push(*format);
        }
    }
    let content = Content::default()
        .with_tokens(args.tokens)
        .with_clauses(args.clauses)
        .with_sentence_text(args.sentence_text)
        .with_rejected(args.rejected);
    Options::new(formats).with_content(content)
}

/// Makes sure that no file is overwritten by mistake. If `force` is set, only the files of the old dataset are removed.
fn prepare(out: &Path, force: bool, sources: &[chancery_read::Source]) -> Result<()> {
    if !out.exists() {
        return Ok(());
    }
    if !out.is_dir() {
        bail!("{} is a file; give a folder to --out", out.display());
    }
    let empty = std::fs::read_dir(out).with_context(|| format!("{} cannot be read", out.display()))?.next().is_none();
    if empty {
        return Ok(());
    }
    if !force {
        bail!("{} is not empty; give another folder, or --force to overwrite the dataset in it", out.display());
    }
    let mut parts = Vec::new();
    let folders: Vec<_> = layout::folders().map(|name| out.join(name)).filter(|path| path.is_dir()).collect();
    for folder in &folders {
        let entries = std::fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))?;
        parts.extend(entries.filter_map(|entry| Some(entry.ok()?.path())).filter(|path| is_part(path)));
    }
    let manifest = out.join(layout::MANIFEST);
    if is_manifest(&manifest) {
        parts.push(manifest);
    }
    if parts.is_empty() {
        bail!("{} holds no dataset; --force overwrites datasets only", out.display());
    }
    let read = |part: &Path| {
        let named = |path: &&PathBuf| path.file_name() == part.file_name();
        sources.iter().filter_map(|source| source.path.as_ref()).filter(named).find(|path| same(part, path))
    };
    if let Some(source) = parts.iter().find_map(|part| read(part)) {
        bail!("{} is one of the documents to read; give another folder to --out", source.display());
    }
    // Files that do not belong to a dataset are kept.
    for path in &parts {
        std::fs::remove_file(path).with_context(|| format!("{} cannot be removed", path.display()))?;
    }
    for folder in folders {
        // This removes the folder only if it is empty.
        let _ = std::fs::remove_dir(folder);
    }
    Ok(())
}

/// Returns whether a file is a data file of a table, judging by its name.
fn is_part(path: &Path) -> bool {
    path.file_name().and_then(|name| name.to_str()).is_some_and(layout::is_part) && path.is_file()
}

/// Returns whether a file is the manifest of a dataset.
fn is_manifest(path: &Path) -> bool {
    let text = std::fs::read_to_string(path).unwrap_or_default();
    serde_json::from_str::<Value>(&text).is_ok_and(|value| value.get("chancery").is_some())
}

fn same(a: &Path, b: &Path) -> bool {
    matches!((a.canonicalize(), b.canonicalize()), (Ok(a), Ok(b)) if a == b)
}

/// Returns the version, data and options with which the dataset was produced. It contains nothing about the machine or the time, so that equal runs produce equal
/// bytes.
fn manifest(args: &RunArgs, data: &Data) -> BTreeMap<String, Value> {
    let options = json!({
        "encoding": args.encoding, "name_pattern": args.name_pattern, "text_field": args.text_field, "id_field": args.id_field, "date_field": args.date_field,
        "speaker_field": args.speaker_field,
        "tokens": args.tokens, "clauses": args.clauses, "sentence_text": args.sentence_text, "rejected": args.rejected, "fuzzy": args.fuzzy, "layers": args.data.len(),
    });
    BTreeMap::from([
        ("chancery".to_owned(), env!("CARGO_PKG_VERSION").into()),
        ("data_sha256".to_owned(), data.content_hash().into()),
        ("options".to_owned(), options),
    ])
}
