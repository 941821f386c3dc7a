//! `chancery topics import`: converts a dictionary to a topics file.

use super::conversion;
use crate::args::ImportArgs;
use anyhow::{Context, Result, bail};
use chancery_import::{Format, Options, TopicsOptions};
use clap::ValueEnum;
use std::path::Path;
use std::process::ExitCode;

pub(crate) fn import(args: &ImportArgs) -> Result<ExitCode> {
    let format: Format = match args.format.and_then(|format| format.to_possible_value()) {
        Some(value) => value.get_name().parse()?,
        None => of_name(&args.file)?,
    };
    let text = conversion::text(&args.file)?;
    let options = Options::default().with_whole_words(args.whole_words);
    let dictionary = format.read(&text, &options).map_err(|error| conversion::with_place(&args.file, &error))?;
    let notes = || dictionary.notes.iter().map(|note| (args.file.as_path(), note));
    if !args.output.json {
        conversion::tell(notes(), args.output.all);
        eprintln!("categories: {}; terms: {}; remarks: {}", dictionary.categories.len(), dictionary.term_count(), dictionary.notes.len());
    }
    if args.output.strict && dictionary.notes.iter().any(|note| note.line > 0) {
        bail!(
            "nothing was written, because --strict requires that every line can be converted; correct the lines named above, or leave out --strict"
        );
    }
    let name = args.file.file_name().unwrap_or_default().to_string_lossy();
    let file = dictionary.to_topics(&TopicsOptions::default().with_prefix(&args.prefix).with_replace(args.replace).with_source(name));
    conversion::save(&file, args.output.out.as_ref(), args.output.force)?;
    if args.output.json {
        let counts = [("categories", dictionary.categories.len()), ("terms", dictionary.term_count()), ("remarks", dictionary.notes.len())];
        conversion::print_json(args.output.out.as_ref(), &counts, notes())?;
    }
    Ok(ExitCode::SUCCESS)
}

fn of_name(path: &Path) -> Result<Format> {
    let names: Vec<&str> = Format::ALL.iter().map(|format| format.as_str()).collect();
    Format::try_from(path).ok().with_context(|| {
        format!("{}: the file extension is not that of a known format; give --format with one of: {}", path.display(), names.join(", "))
    })
}
