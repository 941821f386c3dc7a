//! Tests reading, merging and counting the events of a dataset.

use chancery_dataset::{DatasetError, Filter, MergeOptions, Panel, events, merge};

const HEAD: &str = "doc_id,event,event_group,class,voice,source,target,cameo,quad,goldstein,date,date_end,dated_by,place\n";

fn dataset(rows: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::create_dir(folder.path().join("events")).expect("a folder");
    std::fs::write(folder.path().join("events/part-00000.csv"), format!("{HEAD}{rows}")).expect("written");
    std::fs::write(folder.path().join("manifest.json"), "{}").expect("written");
    folder
}

const ROWS: &str = "\
a,0,0,CONSULT,asserted,KAZ;CHN,KAZ;CHN,042,1,1.9,2015-05-04,2015-05-04,clause,city.kz-astana
a,1,0,CONSULT,asserted,KAZ;CHN,KAZ;CHN,042,1,1.9,2015-05-04,2015-05-04,clause,
b,0,0,CONSULT,asserted,CHN;KAZ,CHN;KAZ,042,1,1.9,2015-05-05,2015-05-05,document,
b,1,1,CONSULT,asserted,CHN;KAZ,CHN;KAZ,042,1,1.9,2015-05-05,2015-05-05,clause,city.almaty
c,0,0,CONSULT,asserted,CHN;KAZ,CHN;KAZ,042,1,1.9,2015-01-01,2015-12-31,clause,
c,1,1,ASSAULT,negated,RUS,UKR,190,4,-10.0,2015-02-01,2015-02-28,clause,
d,0,0,ACCUSE,asserted,UKR,RUS,111,3,-2.0,,,,
d,1,1,,asserted,UKR,RUS,,,,2015-01-01,2015-01-01,document,
d,2,2,ACCUSE,asserted,UKR,,111,3,-2.0,2016,2016,document,
";

#[test]
fn a_dataset_of_several_formats_has_its_tables_in_a_folder_for_each() {
    let folder = dataset(ROWS);
    std::fs::create_dir(folder.path().join("csv")).expect("a folder");
    std::fs::rename(folder.path().join("events"), folder.path().join("csv/events")).expect("moved");
    assert_eq!(chancery_dataset::rows(folder.path(), "events").expect("rows").len(), ROWS.lines().count());
    std::fs::remove_file(folder.path().join("manifest.json")).expect("removed");
    assert!(matches!(chancery_dataset::rows(folder.path(), "events"), Err(DatasetError::Unfinished(_))));
}

#[test]
fn the_filter_drops_repeated_events_other_voices_unknown_sides_and_events_without_class() {
    let folder = dataset(ROWS);
    let read = |filter: &Filter| -> Vec<String> {
        let all = events(folder.path(), filter).expect("a dataset");
        assert_eq!(all.taken.len() + all.left_out, 9);
        all.taken.iter().map(|event| format!("{}{}", event.doc_id, event.event)).collect()
    };
    assert_eq!(read(&Filter::default()), ["a0", "b0", "b1", "c0", "d0"]);
    let mut all = Filter::default();
    (all.voices, all.both_sides, all.repeated) = (Vec::new(), false, true);
    assert_eq!(read(&all), ["a0", "a1", "b0", "b1", "c0", "c1", "d0", "d2"]);
    let mut dated = Filter::default();
    dated.document_dates = false;
    assert_eq!(read(&dated), ["a0", "b1", "c0", "d0"]);
}

#[test]
fn events_are_merged_by_class_sides_date_and_place() {
    let folder = dataset(ROWS);
    let all = events(folder.path(), &Filter::default()).expect("a dataset").taken;
    let numbers = |days| -> Vec<Vec<usize>> { merge(&all, MergeOptions::days(days)).into_iter().map(|group| group.events).collect() };
    // Three events are not merged with a0: b1 has a different place, c0 covers a whole year, and d0 has no date.
    assert_eq!(numbers(1), [vec![0, 1], vec![2], vec![3], vec![4]]);
    assert_eq!(numbers(0), [vec![0], vec![1, 2], vec![3], vec![4]]);
    let first = &merge(&all, MergeOptions::default())[0];
    assert_eq!((first.documents, first.place.as_str()), (2, "city.kz-astana"));
    assert_eq!(
        (first.begin.map(|date| date.to_string()), first.end.map(|date| date.to_string())),
        (Some("2015-05-04".to_owned()), Some("2015-05-05".to_owned()))
    );
}

#[test]
fn a_panel_counts_each_pair_and_never_a_side_with_itself() {
    let folder = dataset(ROWS);
    let all = events(folder.path(), &Filter::default()).expect("a dataset").taken;
    let panel = Panel::of(&all);
    let keys: Vec<String> =
        panel.dyads.iter().map(|((year, source, target), counts)| format!("{year} {source} {target} {}", counts.events)).collect();
    assert_eq!(keys, ["2015 CHN KAZ 4", "2015 KAZ CHN 4"]);
    assert_eq!(panel.undated, 1);
    let edge = &panel.edges[&("UKR".to_owned(), "RUS".to_owned())];
    assert_eq!((edge.events, edge.quads, edge.goldstein()), (1, [0, 0, 1, 0], Some(-2.0)));
}

#[test]
fn what_is_no_finished_dataset_is_an_error() {
    let folder = dataset(ROWS);
    std::fs::remove_file(folder.path().join("manifest.json")).expect("removed");
    assert!(matches!(events(folder.path(), &Filter::default()), Err(DatasetError::Unfinished(_))));
    assert!(matches!(events(&folder.path().join("none"), &Filter::default()), Err(DatasetError::Folder { .. })));
    let old = dataset("");
    std::fs::write(old.path().join("events/part-00000.csv"), "doc_id,event\na,0\n").expect("written");
    assert_eq!(
        events(old.path(), &Filter::default()).expect_err("an old dataset").to_string(),
        "the table events has no column event_group; write the dataset again with this version of chancery"
    );
}
