//! Functions that are shared by the commands that convert files of other tools to data files.

use anyhow::{Context, Result, bail};
use chancery_import::{Error, Note};
use serde_json::{Value, json};
use std::io::Write;
use std::path::{Path, PathBuf};

/// The maximum number of notes that are printed without `--all`.
const TOLD: usize = 20;

/// Reads a file as UTF-8, or as Windows-1252 if it is not valid UTF-8. Dictionary files are usually in one of these encodings.
pub(super) fn text(path: &Path) -> Result<String> {
    let bytes = std::fs::read(path).with_context(|| format!("{} cannot be read", path.display()))?;
    String::from_utf8(bytes).or_else(|error| {
        let bytes = error.into_bytes();
        eprintln!("{}: the file is not UTF-8, so it was read as windows-1252", path.display());
        Ok(encoding_rs::WINDOWS_1252.decode(&bytes).0.into_owned())
    })
}

/// Prints the notes to standard error. Each note says what was left out or changed. Unless `all` is true, only the first
/// [`TOLD`] notes are printed. A note with line 0 concerns the whole file.
pub(super) fn tell<'n>(notes: impl ExactSizeIterator<Item = (&'n Path, &'n Note)>, all: bool) {
    let count = notes.len();
    let most = if all { usize::MAX } else { TOLD };
    for (path, note) in notes.take(most) {
        match note.line {
            0 => eprintln!("{}: {}", path.display(), note.text),
            line => eprintln!("{}:{line}: {}", path.display(), note.text),
        }
    }
    if count > most {
        eprintln!("and {} more remarks; use --all to print them", count - most);
    }
}

/// Prints what a conversion did as JSON: the file that was written, the counts, and all notes.
pub(super) fn print_json<'n>(
    out: Option<&PathBuf>,
    counts: &[(&str, usize)],
    notes: impl Iterator<Item = (&'n Path, &'n Note)>,
) -> Result<()> {
    let notes: Vec<Value> = notes
        .map(|(path, note)| json!({ "file": path.display().to_string(), "line": Some(note.line).filter(|line| *line > 0), "text": note.text }))
        .collect();
    let counts: serde_json::Map<String, Value> = counts.iter().map(|(name, count)| ((*name).to_owned(), json!(count))).collect();
    let whole = json!({ "file": out.map(|out| out.display().to_string()), "counts": counts, "remarks": notes });
    crate::json::print(&mut std::io::stdout(), &whole)?;
    Ok(())
}

/// Writes `content` to the file `out`, or to standard output if `out` is `None`. Returns an error if the file exists and
/// `force` is `false`.
pub(super) fn save(content: &str, out: Option<&PathBuf>, force: bool) -> Result<()> {
    match out {
        None => Ok(std::io::stdout().write_all(content.as_bytes())?),
        Some(path) if path.exists() && !force => {
            bail!("{} already exists; use --force to overwrite it, or name another file with --out", path.display());
        }
        Some(path) => write(path, content),
    }
}

/// Writes a file. Creates its folder if the folder does not exist.
pub(super) fn write(path: &Path, content: &str) -> Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).with_context(|| format!("{} cannot be created", folder.display()))?;
    }
    std::fs::write(path, content).with_context(|| format!("{} cannot be written", path.display()))
}

/// Returns an error whose message contains the path of the file, the line, the message of `error` and the cause of `error`.
pub(super) fn with_place(path: &Path, error: &Error) -> anyhow::Error {
    let cause = std::error::Error::source(error).map(|cause| format!(": {cause}")).unwrap_or_default();
    anyhow::anyhow!("{}:{}: {}{cause}", path.display(), error.line(), error.message())
}
