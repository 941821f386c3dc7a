//! `chancery panel`: counts the events of each year for each state or organisation, and for each pair of states or organisations. It also
//! writes a list of the events for programs that read event data.

use super::event_files::{Sheet, events};
use crate::args::PanelArgs;
use anyhow::Result;
use chancery_dataset::{Counts, EventRow, MergeOptions, Panel, merge};
use std::collections::BTreeSet;
use std::path::Path;
use std::process::ExitCode;

/// The columns that every table of counts has between its key columns (such as `year` and `source`) and its columns for the event classes.
const COUNTS: [&str; 6] = ["events", "verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict", "goldstein"];

pub(crate) fn panel(args: &PanelArgs) -> Result<ExitCode> {
    let all = events(&args.dataset, &args.filter, true)?;
    let counted: Vec<&EventRow> = match args.merge_days {
        None => all.iter().collect(),
        Some(days) => merge(&all, MergeOptions::days(days)).iter().filter_map(|group| all.get(*group.events.first()?)).collect(),
    };
    let panel = Panel::of(counted.iter().copied());
    let folder = args.out.clone().unwrap_or_else(|| args.dataset.join("panel"));
    let classes: BTreeSet<&str> = panel.edges.values().flat_map(|counts| counts.classes.keys().map(String::as_str)).collect();
    let classes: Vec<&str> = classes.into_iter().collect();

    let mut sheet = counts_sheet(&folder, "dyad_year.csv", &["year", "source", "target"], &classes)?;
    for ((year, source, target), counts) in &panel.dyads {
        counts_row(&mut sheet, &[&year.to_string(), source, target], counts, &classes)?;
    }
    sheet.finish()?;
    let mut sheet = counts_sheet(&folder, "country_year.csv", &["year", "country", "role"], &classes)?;
    for (role, side) in [("source", &panel.sources), ("target", &panel.targets)] {
        for ((year, country), counts) in side {
            counts_row(&mut sheet, &[&year.to_string(), country, role], counts, &classes)?;
        }
    }
    sheet.finish()?;
    let mut sheet = counts_sheet(&folder, "edges.csv", &["source", "target"], &classes)?;
    for ((source, target), counts) in &panel.edges {
        counts_row(&mut sheet, &[source, target], counts, &classes)?;
    }
    sheet.finish()?;
    let rows = event_rows(&folder, &counted)?;
    eprintln!(
        "{} events, {} pairs of states or organisations, {} rows in dyad_year.csv, {rows} rows in events.tsv; written to {}",
        counted.len(),
        panel.edges.len(),
        panel.dyads.len(),
        folder.display()
    );
    if panel.undated > 0 {
        eprintln!(
            "{} events have no date and are counted only in edges.csv; to give documents a date, use `chancery run` with --name-pattern, --metadata or --date-field",
            panel.undated
        );
    }
    Ok(ExitCode::SUCCESS)
}

fn counts_sheet(folder: &Path, name: &str, keys: &[&str], classes: &[&str]) -> Result<Sheet> {
    Sheet::create(folder, name, &[keys, &COUNTS, classes].concat())
}

fn counts_row(sheet: &mut Sheet, keys: &[&str], counts: &Counts, classes: &[&str]) -> Result<()> {
    let mut cells: Vec<String> = keys.iter().map(|key| (*key).to_owned()).collect();
    cells.push(counts.events.to_string());
    cells.extend(counts.quads.iter().map(u32::to_string));
    cells.push(counts.goldstein().map_or(String::new(), |mean| format!("{mean:.3}")));
    cells.extend(classes.iter().map(|class| counts.classes.get(*class).copied().unwrap_or(0).to_string()));
    sheet.row(&cells.iter().map(String::as_str).collect::<Vec<_>>())
}

/// Writes the tab-separated list of events, ordered by date, and returns the number of its rows. The
/// list has the core columns of the Phoenix and ICEWS event data.
fn event_rows(folder: &Path, events: &[&EventRow]) -> Result<usize> {
    let mut sheet =
        Sheet::create(folder, "events.tsv", &["date", "source", "target", "cameo", "quad", "goldstein", "class", "doc_id", "event"])?;
    let mut dated: Vec<&&EventRow> = events.iter().filter(|event| event.begin.is_some()).collect();
    dated.sort_by_key(|event| event.begin);
    let mut rows = 0;
    for event in dated {
        let date = event.begin.map_or(String::new(), |date| date.first_day().to_string().replace('-', ""));
        let quad = if event.quad > 0 { event.quad.to_string() } else { String::new() };
        let goldstein = event.goldstein.map_or(String::new(), |tenths| format!("{:.1}", f64::from(tenths) / 10.0));
        for source in &event.source {
            for target in event.target.iter().filter(|target| *target != source) {
                let number = event.event.to_string();
                sheet.row(&[&date, source, target, &event.cameo, &quad, &goldstein, &event.class, &event.doc_id, &number])?;
                rows += 1;
            }
        }
    }
    sheet.finish()?;
    Ok(rows)
}
