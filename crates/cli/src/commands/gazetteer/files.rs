//! `chancery gazetteer check` and `stats`.

use crate::commands::data;
use crate::diagnostics;
use anyhow::Result;
use chancery_data::Data;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

pub(super) fn check(folders: &[PathBuf], short: bool) -> Result<ExitCode> {
    let report = Data::check(folders)?;
    let mut out = std::io::stdout().lock();
    diagnostics::print(&report.diagnostics, short, &mut out)?;
    writeln!(out, "embedded: {}", report.embedded)?;
    for (folder, summary) in &report.folders {
        writeln!(out, "{}: {summary} of yours", folder.display())?;
    }
    let errors = report.diagnostics.iter().filter(|diagnostic| diagnostic.is_error()).count();
    writeln!(out, "{errors} errors, {} warnings", report.diagnostics.len() - errors)?;
    Ok(if errors > 0 { ExitCode::from(1) } else { ExitCode::SUCCESS })
}

pub(super) fn stats(folders: &[PathBuf]) -> Result<ExitCode> {
    let data = data::load(folders)?;
    let gazetteer = data.gazetteer();
    let mut out = std::io::stdout().lock();
    writeln!(out, "{} entries, {} forms", gazetteer.entity_count(), gazetteer.name_count())?;
    for (kind, entries, forms) in gazetteer.counts_by_type() {
        writeln!(out, "  {kind:<12} {entries:>6} entries {forms:>7} forms")?;
    }
    writeln!(out, "content hash {}", data.content_hash())?;
    Ok(ExitCode::SUCCESS)
}
