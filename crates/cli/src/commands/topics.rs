//! `chancery topics import`: converts a dictionary to a topics file.

use crate::args::ImportArgs;
use anyhow::{Context, Result, bail};
use chancery_import::{Dictionary, Error, Format, Options, TopicsOptions};
use clap::ValueEnum;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

/// Maximum number of notes that are printed one by one.
const TOLD: usize = 20;

pub(crate) fn import(args: &ImportArgs) -> Result<ExitCode> {
    let format: Format = match args.format.and_then(|format| format.to_possible_value()) {
        Some(value) => value.get_name().parse()?,
        None => of_name(&args.file)?,
    };
    let bytes = std::fs::read(&args.file).with_context(|| args.file.display().to_string())?;
    let text = decode(bytes, args)?;
    let options = Options::default().with_whole_words(args.whole_words);
    let dictionary = format.read(&text, &options).map_err(|error| with_place(&args.file, &error))?;
    tell(args, &dictionary);
    if args.strict && dictionary.notes.iter().any(|note| note.line > 0) {
        bail!("nothing was written, since --strict wants every line to be understood");
    }
    let name = args.file.file_name().unwrap_or_default().to_string_lossy();
    let file = dictionary.to_topics(&TopicsOptions::default().with_prefix(&args.prefix).with_replace(args.replace).with_source(name));
    match &args.out {
        None => std::io::stdout().write_all(file.as_bytes())?,
        Some(path) if path.exists() && !args.force => {
            bail!("{} is there already; give --force to write over it, or another --out", path.display());
        }
        Some(path) => write(path, &file)?,
    }
    Ok(ExitCode::SUCCESS)
}

fn write(path: &Path, file: &str) -> Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
    }
    std::fs::write(path, file).with_context(|| path.display().to_string())
}

fn of_name(path: &Path) -> Result<Format> {
    let names: Vec<&str> = Format::ALL.iter().map(|format| format.as_str()).collect();
    Format::try_from(path).with_context(|| {
        format!("{}: the file extension does not determine the format; give --format {}", path.display(), names.join(", "))
    })
}

/// Returns the error with its file, line and cause.
fn with_place(path: &Path, error: &Error) -> anyhow::Error {
    let cause = std::error::Error::source(error).map(|cause| format!(": {cause}")).unwrap_or_default();
    anyhow::anyhow!("{}:{}: {}{cause}", path.display(), error.line(), error.message())
}

/// Decodes bytes as UTF-8, or as Windows-1252 if they are not valid UTF-8. Dictionary files are usually in one of these encodings.
fn decode(bytes: Vec<u8>, args: &ImportArgs) -> Result<String> {
    match String::from_utf8(bytes) {
        Ok(text) => Ok(text),
        Err(error) => {
            let bytes = error.into_bytes();
            if bytes.contains(&0) {
                bail!("{}: not a text file", args.file.display());
            }
            eprintln!("{}: not UTF-8; read as windows-1252", args.file.display());
            Ok(encoding_rs::WINDOWS_1252.decode(&bytes).0.into_owned())
        }
    }
}

fn tell(args: &ImportArgs, dictionary: &Dictionary) {
    let file = args.file.display();
    for note in dictionary.notes.iter().take(TOLD) {
        match note.line {
            0 => eprintln!("{file}: {}", note.text),
            line => eprintln!("{file}:{line}: {}", note.text),
        }
    }
    if dictionary.notes.len() > TOLD {
        eprintln!("{file}: and {} more remarks of this kind", dictionary.notes.len() - TOLD);
    }
    eprintln!("{} categories, {} terms, {} remarks", dictionary.categories.len(), dictionary.term_count(), dictionary.notes.len());
}
