//! `chancery gazetteer check` and `chancery gazetteer stats`: check data folders, and count entries
//! and forms.

use crate::commands::data;
use crate::diagnostics;
use crate::numbers::counted;
use anyhow::Result;
use chancery_data::{Data, Diagnostic, Summary};
use serde_json::{Value, json};
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

pub(super) fn check(folders: &[PathBuf], short: bool, json: bool) -> Result<ExitCode> {
    let report = Data::check(folders)?;
    let mut out = std::io::stdout().lock();
    let errors = report.diagnostics.iter().filter(|diagnostic| diagnostic.is_error()).count();
    let code = if errors > 0 { ExitCode::from(1) } else { ExitCode::SUCCESS };
    if json {
        let problems: Vec<Value> = report.diagnostics.iter().map(problem).collect();
        let own =
            report.folders.iter().map(|(folder, summary)| json!({ "folder": folder.display().to_string(), "counts": counts(summary) }));
        let whole = json!({ "problems": problems, "embedded": counts(&report.embedded), "folders": own.collect::<Vec<_>>() });
        crate::json::print(&mut out, &whole)?;
        return Ok(code);
    }
    diagnostics::print(&report.diagnostics, short, &mut out)?;
    writeln!(out, "embedded: {}", report.embedded)?;
    for (folder, summary) in &report.folders {
        writeln!(out, "{}: {summary}", folder.display())?;
    }
    writeln!(out, "{}, {}", counted(errors as u64, "error"), counted((report.diagnostics.len() - errors) as u64, "warning"))?;
    Ok(code)
}

/// Corrects the mistakes that have only one possible correction. A correction may reveal further
/// mistakes, for example in a file that could not be read before. The check is therefore repeated
/// until there is nothing to correct, at most `ROUNDS` times.
pub(super) fn fix(folders: &[PathBuf]) -> Result<()> {
    const ROUNDS: usize = 4;
    for archive in folders.iter().filter(|folder| folder.is_file()) {
        eprintln!("warning: {}: --fix does not change .zip files; unpack the file and give the folder instead", archive.display());
    }
    for _ in 0..ROUNDS {
        let fixed = chancery_curate::fix(&Data::check(folders)?.diagnostics, folders)?;
        for done in &fixed {
            match &done.moved {
                Some(to) => eprintln!("{}: moved to {}", done.file.display(), to.display()),
                None => done.problems.iter().for_each(|problem| eprintln!("{}:{problem}: corrected", done.file.display())),
            }
        }
        if fixed.is_empty() {
            break;
        }
    }
    Ok(())
}

/// Describes a diagnostic as JSON.
pub(crate) fn problem(diagnostic: &Diagnostic) -> Value {
    json!({
        "file": diagnostic.file,
        "line": diagnostic.line,
        "column": diagnostic.column,
        "severity": diagnostic.severity().as_str(),
        "code": diagnostic.code.as_str(),
        "message": diagnostic.message,
        "help": diagnostic.help,
        "fix": diagnostic.fix,
    })
}

fn counts(summary: &Summary) -> Value {
    let Summary { files, entries, forms, topics, terms, rules, frames, words, .. } = summary;
    json!({ "files": files, "entries": entries, "forms": forms, "topics": topics, "terms": terms, "rules": rules, "frames": frames, "words": words })
}

pub(super) fn stats(folders: &[PathBuf], json: bool) -> Result<ExitCode> {
    let data = data::load(folders)?;
    let gazetteer = data.gazetteer();
    let mut out = std::io::stdout().lock();
    if json {
        let types = gazetteer
            .counts_by_type()
            .into_iter()
            .map(|(kind, entries, forms)| json!({ "type": kind, "entries": entries, "forms": forms }));
        let whole = json!({
            "entries": gazetteer.entity_count(),
            "forms": gazetteer.name_count(),
            "types": types.collect::<Vec<_>>(),
            "content_hash": data.content_hash(),
        });
        crate::json::print(&mut out, &whole)?;
        return Ok(ExitCode::SUCCESS);
    }
    writeln!(out, "{} entries, {} forms", gazetteer.entity_count(), gazetteer.name_count())?;
    for (kind, entries, forms) in gazetteer.counts_by_type() {
        writeln!(out, "  {kind:<12} {entries:>6} entries {forms:>7} forms")?;
    }
    writeln!(out, "content hash {}", data.content_hash())?;
    Ok(ExitCode::SUCCESS)
}
