//! The commands `chancery gazetteer import` and `chancery gazetteer export`.

use super::super::conversion;
use super::report::{book, today};
use crate::args::{ExportArgs, NamesImportArgs};
use anyhow::{Context, Result, bail};
use chancery_curate::{Book, ExportFormat, ExportOptions, ImportOptions};
use chancery_data::{Data, Diagnostic};
use chancery_import::{Names, NamesFormat, NamesOptions, Note};
use serde_json::json;
use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

pub(super) fn export(args: &ExportArgs) -> Result<ExitCode> {
    let format = match args.format.as_deref() {
        None => {
            let files = chancery_curate::export_embedded(&args.out)?;
            if args.json {
                crate::json::print(&mut std::io::stdout(), &json!({ "file": args.out.display().to_string(), "files": files }))?;
            } else {
                writeln!(std::io::stdout(), "{}: {files} files", args.out.display())?;
            }
            return Ok(ExitCode::SUCCESS);
        }
        Some("csv") => ExportFormat::Csv,
        Some("spacy") => ExportFormat::Spacy,
        Some("gate") => ExportFormat::Gate,
        Some("skos") => ExportFormat::Skos,
        Some(_) => ExportFormat::Quanteda,
    };
    let types = Data::entity_types(&args.data.data)?;
    if let Some(kind) = args.kind.iter().find(|kind| !types.contains(kind)) {
        bail!("there is no type \"{kind}\"; the types are {}", types.join(", "));
    }
    let options = ExportOptions { own: args.own, kinds: args.kind.clone(), languages: args.language.clone() };
    let book = book(&args.data.data)?;
    if book.problems().iter().any(Diagnostic::is_error) {
        bail!("nothing was written, because the data files have errors");
    }
    let done = chancery_curate::export(&book, format, &options);
    if args.out.exists() && !args.force {
        bail!("{} already exists; choose another name, or give --force to replace it", args.out.display());
    }
    for (name, content) in &done.files {
        let path = if name.is_empty() { args.out.clone() } else { args.out.join(name) };
        conversion::write(&path, content)?;
    }
    if args.json {
        let file = args.out.display().to_string();
        crate::json::print(
            &mut std::io::stdout(),
            &json!({ "file": file, "files": done.files.len(), "entries": done.entries, "names": done.names, "left_out": done.lost }),
        )?;
        return Ok(ExitCode::SUCCESS);
    }
    for lost in &done.lost {
        eprintln!("{lost}");
    }
    writeln!(std::io::stdout(), "{}: {} entries, {} names", args.out.display(), done.entries, done.names)?;
    Ok(ExitCode::SUCCESS)
}

pub(super) fn import(args: &NamesImportArgs) -> Result<ExitCode> {
    let mut options = NamesOptions {
        language: args.language.clone(),
        kind: args.kind.clone(),
        separator: args.separator,
        countries: args.country.iter().map(|code| code.to_uppercase()).collect(),
        population: args.min_population,
        ..NamesOptions::default()
    };
    for label in &args.label {
        let (label, kind) =
            label.split_once('=').with_context(|| format!("--label {label}: the equals sign is missing; write, for example, ORG=igo"))?;
        options.labels.insert(label.to_owned(), kind.to_owned());
    }
    let files = lists(&args.file, args.format.as_deref(), &options)?;
    let mut all = Names::default();
    let mut notes: Vec<(PathBuf, Note)> = Vec::new();
    let mut read = 0;
    for (path, format, options) in files {
        let text = if is_spreadsheet(&path) { as_csv(&path)? } else { conversion::text(&path)? };
        let names = format.read(&text, &options).map_err(|error| conversion::with_place(&path, &error));
        match names {
            Ok(names) => {
                read += 1;
                notes.extend(names.notes.into_iter().map(|note| (path.clone(), note)));
                all.entries.extend(names.entries);
            }
            // A GATE index (`lists.def`) names several lists. An error in one of them, such as an empty list, does not stop the import.
            Err(error) if format == NamesFormat::Gate && path != args.file => eprintln!("{error:#}"),
            Err(error) => return Err(error),
        }
    }
    if read == 0 {
        bail!("{}: none of the lists that this file names could be read", args.file.display());
    }
    let name = args.file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let types = Data::entity_types(&args.data.data)?;
    if let Some(kind) = [&args.kind].into_iter().chain(options.labels.values()).find(|kind| !types.contains(kind)) {
        bail!("there is no type \"{kind}\"; the types are {}", types.join(", "));
    }
    // The file that will be replaced may be in one of the data folders. Its names do not count as known.
    let known = match &args.output.out {
        Some(out) => Book::load_without(&args.data.data, out)?,
        None => book(&args.data.data)?,
    };
    let done = chancery_curate::import(&known, &all, &ImportOptions { source: args.source.clone().unwrap_or(name), today: today(), types });
    notes.extend(done.notes.iter().map(|note| (args.file.clone(), note.clone())));
    let shown = || notes.iter().map(|(path, note)| (path.as_path(), note));
    if !args.output.json {
        conversion::tell(shown(), args.output.all);
        eprintln!(
            "new entries: {}; known entries extended: {}; new names: {}; names already known: {}; remarks: {}",
            done.new,
            done.extended,
            done.forms,
            done.known,
            notes.len()
        );
    }
    if args.output.strict && !notes.is_empty() {
        bail!(
            "nothing was written, because --strict requires that every line can be converted; correct the lines named above, or leave out --strict"
        );
    }
    conversion::save(&done.toml, args.output.out.as_ref(), args.output.force)?;
    if args.output.json {
        let counts = [
            ("new_entries", done.new),
            ("extended_entries", done.extended),
            ("new_names", done.forms),
            ("known_names", done.known),
            ("remarks", notes.len()),
        ];
        conversion::print_json(args.output.out.as_ref(), &counts, shown())?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The file name extensions of spreadsheets.
const SPREADSHEETS: [&str; 2] = ["xlsx", "ods"];

fn is_spreadsheet(path: &Path) -> bool {
    path.extension().is_some_and(|ending| SPREADSHEETS.iter().any(|known| ending.eq_ignore_ascii_case(known)))
}

/// Returns the first sheet of a spreadsheet as CSV.
fn as_csv(path: &Path) -> Result<String> {
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
    for row in chancery_read::spreadsheet_rows(path).with_context(|| path.display().to_string())? {
        writer.write_record(row)?;
    }
    Ok(String::from_utf8(writer.into_inner()?)?)
}

/// Returns the files to read, each with its format and options. If `path` is a GATE index (`lists.def`), these are the lists in the index,
/// with the type and language that the index gives for each of them. Otherwise, the only file is `path`.
fn lists(path: &Path, format: Option<&str>, options: &NamesOptions) -> Result<Vec<(PathBuf, NamesFormat, NamesOptions)>> {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    if !name.ends_with(".def") {
        let format = match format {
            Some(format) => format.parse::<NamesFormat>()?,
            None if is_spreadsheet(path) => NamesFormat::Csv,
            None => NamesFormat::of_file(&name).with_context(|| {
                let known: Vec<&str> = NamesFormat::ALL.iter().map(|(_, name)| *name).collect();
                format!(
                    "{}: the file extension is not that of a known format; give --format with one of: {}",
                    path.display(),
                    known.join(", ")
                )
            })?,
        };
        return Ok(vec![(path.to_owned(), format, options.clone())]);
    }
    let mut files = Vec::new();
    for line in conversion::text(path)?.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let parts: BTreeMap<usize, &str> = line.split(':').map(str::trim).enumerate().collect();
        let part = |at: usize| parts.get(&at).copied().filter(|text| !text.is_empty());
        let (Some(file), major) = (part(0), part(1).unwrap_or_default()) else { continue };
        let both = format!("{major}:{}", part(2).unwrap_or_default());
        // A GATE index gives each list a major type. Without --label, this is taken as the type of the entries in the list.
        let kind = options.labels.get(&both).or_else(|| options.labels.get(major)).cloned();
        let Some(kind) = kind.or_else(|| Some(major.to_owned()).filter(|_| options.labels.is_empty())) else {
            eprintln!("{}: {file} was left out; to read this list, give --label {major}=TYPE", path.display());
            continue;
        };
        let language = part(3).map_or_else(|| options.language.clone(), str::to_owned);
        files.push((path.with_file_name(file), NamesFormat::Gate, NamesOptions { language, kind, ..options.clone() }));
    }
    Ok(files)
}
