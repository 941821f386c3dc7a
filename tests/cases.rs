//! Runs each case of `cases/**/*.toml` as a separate test, and counts the names found in annotated sentences.
//!
//! `cargo test --release -p chancery-tests --test cases -- NAME` runs the cases whose name contains NAME; `--list` lists all cases.
//!
//! The key `unmet` marks a case that the program does not pass yet. Such a case is listed with the kind `unmet`. If the program passes it, its test fails with the
//! message that the key must be removed.

mod amounts;
mod annotated;
mod dates;
mod events;
mod names;
mod parts;
mod points;
mod records;
mod segmentation;

use chancery_data::Data;
use chancery_tests::Case;
use libtest_mimic::{Arguments, Failed, Trial};
use std::process::ExitCode;
use std::sync::Arc;

/// The minimum number of cases in each folder. Fewer cases mean that some files are no longer read.
const LEAST: [(&str, usize); 8] = [
    ("amounts", 8),
    ("parts", 11),
    ("dates", 170),
    ("events", 400),
    ("names", 730),
    ("points", 13),
    ("records", 36),
    ("segmentation", 185),
];

/// Creates one test for each case of a folder, and one that checks the number of cases. `differences` compares the results with those that the case expects.
fn trials<C: Case + Sync>(folder: &'static str, data: &Arc<Data>, differences: fn(&Data, &C) -> String) -> Vec<Trial> {
    let cases = chancery_tests::cases::<C>(folder);
    let (count, least) = (cases.len(), LEAST.iter().find(|(known, _)| *known == folder).map_or(0, |(_, least)| *least));
    let complete = move || if count < least { Err(format!("only {count} cases; at least {least} are expected").into()) } else { Ok(()) };
    let mut trials = vec![Trial::test(format!("{folder}::all_cases_are_read"), complete)];
    trials.extend(cases.into_iter().map(|(file, case)| {
        let (name, kind) = (format!("{folder}::{file}::{}", case.name()), if case.unmet().is_some() { "unmet" } else { "" });
        let data = data.clone();
        let run = move || chancery_tests::judge(case.unmet(), differences(&data, &case)).map_err(Failed::from);
        Trial::test(name, run).with_kind(kind)
    }));
    trials
}

fn names(data: &Data, case: &names::Case) -> String {
    let stages = chancery_tests::all_stages(data);
    names::differences(&stages, case)
}

fn dates(data: &Data, case: &dates::Case) -> String {
    let stages = chancery_tests::all_stages(data);
    dates::differences(&stages, case)
}

fn records(data: &Data, case: &records::Case) -> String {
    let stages = chancery_tests::all_stages(data);
    records::differences(&stages, case)
}

fn segmentation(data: &Data, case: &segmentation::Case) -> String {
    segmentation::differences(data.tokenizer(), case)
}

fn parts(data: &Data, case: &parts::Case) -> String {
    let stages = chancery_tests::all_stages(data);
    parts::differences(&stages, case)
}

fn amounts(data: &Data, case: &amounts::Case) -> String {
    let stages = chancery_tests::all_stages(data);
    amounts::differences(&stages, case)
}

fn points(data: &Data, case: &points::Case) -> String {
    points::differences(data.tokenizer(), case)
}

fn events(data: &Data, case: &events::Case) -> String {
    let stages = chancery_tests::all_stages(data);
    events::differences(&stages, case)
}

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let data = Arc::new(Data::embedded());
    let mut tests = trials("names", &data, names);
    tests.extend(trials("dates", &data, dates));
    tests.extend(trials("records", &data, records));
    tests.extend(trials("segmentation", &data, segmentation));
    tests.extend(trials("parts", &data, parts));
    tests.extend(trials("amounts", &data, amounts));
    tests.extend(trials("points", &data, points));
    tests.extend(trials("events", &data, events));
    let annotated = Trial::test("annotated::names_in_annotated_sentences", move || Ok(annotated::names_in_annotated_sentences(&data)?));
    tests.push(annotated.with_ignored_flag(chancery_tests::local_corpora().is_none()));
    tests.push(Trial::test("cases::unmet_cases_must_fail", || {
        let judge = chancery_tests::judge;
        let right = judge(None, String::new()).is_ok() && judge(Some("reason"), "different".to_owned()).is_ok();
        let wrong = judge(None, "different".to_owned()).is_err_and(|message| message == "different");
        let met = judge(Some("reason"), String::new()).is_err_and(|message| message.starts_with("the case passes now: remove the line"));
        if right && wrong && met { Ok(()) } else { Err("a result is judged wrongly".into()) }
    }));
    libtest_mimic::run(&arguments, tests).exit_code()
}
