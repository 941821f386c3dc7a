//! `chancery gazetteer lookup`, `coverage`, `stale` and `licenses`: reports on entries.

use crate::args::{CoverageArgs, LookupArgs, StaleArgs};
use crate::numbers::counted;
use anyhow::{Context, Result, bail};
use chancery_curate::Book;
use chancery_data::{Data, Diagnostic};
use chancery_text::Date;
use serde::Serialize;
use std::fmt::Display;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

/// Prints a report as text for people, or as JSON if `json` is `true`.
pub(super) fn print(report: &(impl Display + Serialize), json: bool) -> Result<()> {
    let mut out = std::io::stdout().lock();
    if json {
        crate::json::print(&mut out, report)?;
    } else {
        write!(out, "{report}")?;
    }
    Ok(())
}

/// Loads the entries of the embedded data and of `folders`. Errors in the files are reported, but loading continues,
/// because the entries without errors are still useful.
pub(super) fn book(folders: &[PathBuf]) -> Result<Book> {
    let book = Book::load(folders)?;
    let errors = book.problems().iter().filter(|problem| problem.is_error()).count();
    if let Some(first) = book.problems().iter().find(|problem: &&Diagnostic| problem.is_error()) {
        eprintln!("{first}\n");
        let folders: String = folders.iter().map(|folder| format!(" --data {}", folder.display())).collect();
        eprintln!("the data files have {}; `chancery gazetteer check{folders}` shows all of them\n", counted(errors as u64, "error"));
    }
    Ok(book)
}

pub(super) fn lookup(args: &LookupArgs) -> Result<ExitCode> {
    let date = args.date.clone().unwrap_or_else(today);
    let date: Date = date.parse().with_context(|| format!("--date {date} is not a valid date; write it as YYYY-MM-DD"))?;
    let folders = &args.data.data;
    let upper = book(folders)?;
    let mut found = chancery_curate::lookup_on(&upper, &args.name, Some(date));
    found.all = args.all;
    for (number, folder) in folders.iter().enumerate().rev() {
        if !found.entries.is_empty() || found.add_removed(&upper, &Book::load(&folders[..number])?, folder) {
            break;
        }
    }
    if found.entries.is_empty() && found.removed.is_empty() {
        for (number, folder) in folders.iter().enumerate().rev() {
            if let Some(id) = chancery_curate::switched_off(folder, &folders[..number], &args.name)? {
                found.add_own_removed(id, folder);
            }
        }
    }
    print(&found, args.json)?;
    Ok(if found.entries.is_empty() { ExitCode::from(1) } else { ExitCode::SUCCESS })
}

pub(super) fn coverage(args: &CoverageArgs) -> Result<ExitCode> {
    let mut coverage = chancery_curate::coverage(&book(&args.data.data)?, &args.dataset)?;
    if args.own {
        coverage.only_own();
    }
    if args.unused {
        coverage.only_unused();
    }
    print(&coverage, args.json)?;
    Ok(ExitCode::SUCCESS)
}

pub(super) fn stale(args: &StaleArgs) -> Result<ExitCode> {
    let date = args.date.clone().unwrap_or_else(today);
    let date: Date = date.parse().with_context(|| format!("--date {date} is not a valid date; write it as YYYY-MM-DD"))?;
    let book = book(&args.data.data)?;
    let mut stale = chancery_curate::stale(&book, date, months_before(date, args.months));
    if !args.about.is_empty() {
        let ids: Vec<String> = args.about.iter().map(|name| id_of("--about", &book, name)).collect::<Result<_>>()?;
        stale.only_about(&ids);
    }
    if args.own {
        stale.only_own();
    }
    print(&stale, args.json)?;
    Ok(ExitCode::SUCCESS)
}

/// Returns the id of the entry that the value of an option identifies.
fn id_of(option: &str, book: &Book, name: &str) -> Result<String> {
    match book.identified(name) {
        Ok(id) => Ok(id.to_owned()),
        Err(ids) if ids.is_empty() => {
            bail!("{option} {name}: no entry has this name or id; `chancery gazetteer lookup` shows similar names")
        }
        Err(ids) => bail!("{option} {name}: several entries have this name: {}; give the id of one of them", ids.join(", ")),
    }
}

/// Returns the first day of the month that is `months` months before the month of `date`. The
/// result is never before 0001-01-01.
fn months_before(date: Date, months: u32) -> Date {
    let all = u32::from(date.year()) * 12 + u32::from(date.month().unwrap_or(1)) - 1;
    let month = all.saturating_sub(months).max(12);
    Date::new((month / 12) as u16, Some((month % 12 + 1) as u8), Some(1)).unwrap_or(date)
}

pub(super) fn licences(folders: &[PathBuf], json: bool) -> Result<ExitCode> {
    let packs = Data::packs_of(folders)?;
    let names: Vec<String> = folders.iter().map(|folder| folder.display().to_string()).collect();
    print(&chancery_curate::licences(&book(folders)?, &names, &packs), json)?;
    Ok(ExitCode::SUCCESS)
}

/// Returns today's date in UTC, as `YYYY-MM-DD`.
pub(super) fn today() -> String {
    let seconds = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let (year, month, day) = chancery_curate::civil(i64::try_from(seconds / 86_400).unwrap_or(0));
    format!("{year:04}-{month:02}-{day:02}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_counted_back_over_years() {
        let date: Date = "2026-01-15".parse().expect("a date");
        assert_eq!(months_before(date, 24).to_string(), "2024-01-01");
        assert_eq!(months_before(date, 1).to_string(), "2025-12-01");
        assert_eq!(months_before(date, u32::MAX).to_string(), "0001-01-01");
    }
}
