//! `chancery merge-events`: groups events that report the same act, even if they are in different
//! documents.

use super::event_files::{Sheet, events};
use crate::args::MergeArgs;
use anyhow::Result;
use chancery_dataset::{MergeOptions, merge};
use std::process::ExitCode;

pub(crate) fn merge_events(args: &MergeArgs) -> Result<ExitCode> {
    let events = events(&args.dataset, &args.filter, !args.all_sides)?;
    let groups = merge(&events, MergeOptions::days(if args.one_a_day { 0 } else { args.days }));
    let folder = args.out.clone().unwrap_or_else(|| args.dataset.join("merged"));
    let columns = ["group", "class", "voice", "source", "target", "cameo", "quad", "date", "date_end", "place", "events", "documents"];
    let mut heads = Sheet::create(&folder, "groups.csv", &columns)?;
    let mut members = Sheet::create(&folder, "members.csv", &["group", "doc_id", "event", "date", "dated_by"])?;
    for (number, group) in groups.iter().enumerate() {
        let number = number.to_string();
        let first = &events[group.events[0]];
        let date = |date: Option<chancery_text::Date>| date.map_or(String::new(), |date| date.to_string());
        heads.row(&[
            &number,
            &first.class,
            &first.voice,
            &first.source.join(";"),
            &first.target.join(";"),
            &first.cameo,
            &if first.quad > 0 { first.quad.to_string() } else { String::new() },
            &date(group.begin),
            &date(group.end),
            &group.place,
            &group.events.len().to_string(),
            &group.documents.to_string(),
        ])?;
        for event in group.events.iter().map(|event| &events[*event]) {
            members.row(&[&number, &event.doc_id, &event.event.to_string(), &date(event.begin), &event.dated_by])?;
        }
    }
    heads.finish()?;
    members.finish()?;
    let several = groups.iter().filter(|group| group.documents > 1).count();
    eprintln!(
        "{} events in {} groups, of which {several} have events from more than one document; written to {}",
        events.len(),
        groups.len(),
        folder.display()
    );
    Ok(ExitCode::SUCCESS)
}
