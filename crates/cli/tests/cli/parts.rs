//! Tests that a dataset has the same bytes with any number of threads, after the run was killed and
//! continued, and after shards were merged.

use crate::common::{bytes, chancery, folder, run, said, table, told, write};
use std::fs;
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

/// Writes about 5 MB of documents: 40 text files, and one file of JSON lines.
fn documents(root: &Path) {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../samples");
    let text = fs::read_to_string(samples.join("CHN_study_central_asia_ch3.txt")).expect("a sample");
    for number in 0..40 {
        write(&root.join(format!("{}/{number}.txt", number % 3)), text.repeat(100_000 / text.len() + number % 2).as_bytes());
    }
    let line = |number: usize| {
        let text = if number == 700 { "{".to_owned() } else { format!("\"Kenya and Ghana signed treaty {number}.\"") };
        format!("{{\"id\": \"{}\", \"text\": {text}}}\n", number.min(990))
    };
    write(&root.join("z.jsonl"), (0..1000).map(line).collect::<String>().as_bytes());
    write(&root.join("photo.jpg"), b"JFIF");
}

const OPTIONS: [&str; 5] = ["--part-size", "1", "--format", "csv,parquet,jsonl", "-q"];

#[test]
fn parts_are_the_same_for_any_number_of_threads() {
    let work = folder();
    documents(&work.path().join("docs"));
    for threads in ["1", "2", "8"] {
        let output = run(&[&["run", "docs", "--out", threads, "--threads", threads], &OPTIONS[..]].concat(), work.path());
        assert_eq!(output.status.code(), Some(1), "{}", told(&output));
    }
    let one = bytes(&work.path().join("1"));
    let parts = one.keys().filter(|path| path.starts_with("csv/mentions")).count();
    assert!((4..8).contains(&parts), "{parts} parts");
    assert!(one == bytes(&work.path().join("2")) && one == bytes(&work.path().join("8")));
    let manifest: serde_json::Value = serde_json::from_slice(&one[Path::new("manifest.json")]).expect("JSON");
    assert_eq!(manifest["parts"].as_array().map(Vec::len), Some(parts));
    assert_eq!(manifest["counts"]["documents"], 1039);
    assert_eq!(manifest["parts"][0]["inputs"]["first"], "docs/0/0.txt");
    let failures: Vec<_> = one.iter().filter(|(path, _)| path.starts_with("csv/failures")).collect();
    assert_eq!(failures.len(), 2, "the first part has every table, the others only tables with rows");
    let skipped = String::from_utf8_lossy(&one[Path::new("csv/skipped/part-00000.csv")]);
    assert_eq!(skipped, "path,reason\ndocs/photo.jpg,files that end in .jpg are not read\n");
}

#[test]
fn a_run_that_was_killed_can_be_continued() {
    let work = folder();
    documents(&work.path().join("docs"));
    let arguments =
        |out: &str| -> Vec<String> { [&["run", "docs", "--out", out], &OPTIONS[..]].concat().into_iter().map(str::to_owned).collect() };
    let run = |arguments: &[String]| run(&arguments.iter().map(String::as_str).collect::<Vec<_>>(), work.path());
    assert_eq!(run(&arguments("whole")).status.code(), Some(1));
    let whole = bytes(&work.path().join("whole"));
    // The number of times that the program is killed. To kill it more often, set CHANCERY_KILLS.
    let kills: u64 = std::env::var("CHANCERY_KILLS").ok().and_then(|number| number.parse().ok()).unwrap_or(4);
    let mut killed = 0;
    for number in 0..kills {
        let out = format!("out{number}");
        let mut child = chancery().args(arguments(&out)).current_dir(work.path()).stderr(Stdio::null()).spawn().expect("the command");
        std::thread::sleep(Duration::from_millis(150 + number * 3700 % 1700));
        child.kill().expect("killed or ended");
        child.wait().expect("ended");
        // The manifest is written last. After that, the folder `_incomplete` may remain if the run is killed before it removes the folder.
        let unfinished = !work.path().join(&out).join("manifest.json").exists();
        killed += u64::from(unfinished);
        if unfinished {
            assert!(work.path().join(&out).join("_incomplete").exists(), "kill {number}: no unfinished run");
            let refused = run(&arguments(&out));
            assert!(refused.status.code() == Some(2) && told(&refused).contains("--resume"), "{}", told(&refused));
        }
        let resumed = run(&[&arguments(&out)[..], &["--resume".to_owned()]].concat());
        assert!(matches!(resumed.status.code(), Some(0 | 1)), "{}", told(&resumed));
        assert!(whole == bytes(&work.path().join(&out)), "kill {number}");
        fs::remove_dir_all(work.path().join(&out)).expect("removed");
    }
    assert!(killed > 0, "no run was killed before its end");
}

#[test]
fn the_remnant_of_a_finished_run_is_removed() {
    let work = folder();
    documents(&work.path().join("docs"));
    let arguments = [&["run", "docs", "--out", "out"], &OPTIONS[..]].concat();
    assert_eq!(run(&arguments, work.path()).status.code(), Some(1));
    let whole = bytes(&work.path().join("out"));
    // The run was killed after it had moved the manifest: `run.json` may still be there, or not.
    for files in [&["lock", "publishing", "run.json"][..], &["lock"]] {
        let remnant = work.path().join("out/_incomplete");
        fs::create_dir(&remnant).expect("created");
        for file in files {
            fs::write(remnant.join(file), "{}").expect("written");
        }
        let resumed = run(&[&arguments[..], &["--resume"]].concat(), work.path());
        assert!(matches!(resumed.status.code(), Some(0 | 1)), "{}", told(&resumed));
        assert!(whole == bytes(&work.path().join("out")), "{files:?}");
    }
}

#[test]
fn a_run_is_continued_only_with_the_same_documents_and_options() {
    let work = folder();
    let docs = work.path().join("docs");
    documents(&docs);
    let mut child =
        chancery().args([&["run", "docs", "--out", "out"], &OPTIONS[..]].concat()).current_dir(work.path()).spawn().expect("the command");
    let mark = work.path().join("out/_incomplete/_parts/part-00000.json");
    while !mark.exists() && child.try_wait().expect("a child").is_none() {
        std::thread::sleep(Duration::from_millis(5));
    }
    // While a run writes to the folder, no other run may write to it.
    let second = run(&[&["run", "docs", "--out", "out", "--resume"], &OPTIONS[..]].concat(), work.path());
    assert!(second.status.code() == Some(2) && told(&second).contains("another program"), "{}", told(&second));
    child.kill().expect("killed");
    child.wait().expect("ended");
    // Commands that read datasets refuse an unfinished dataset. If they are given the folder of the unfinished run, however, they read its finished parts.
    let refused = run(&["sample", "out", "--n", "2"], work.path());
    assert!(refused.status.code() == Some(2) && told(&refused).contains("out/_incomplete"), "{}", told(&refused));
    let partly = run(&["sample", "out/_incomplete", "--n", "2"], work.path());
    assert!(partly.status.success() && said(&partly).lines().count() > 1, "{}", told(&partly));
    let resume = |options: &[&str]| run(&[&["run", "docs", "--out", "out", "--resume"], options].concat(), work.path());
    for (options, reason) in [
        (["--part-size", "1", "--format", "csv", "-q"], "different settings (formats)"),
        (["--part-size", "2", "--format", "csv,parquet,jsonl", "-q"], "different settings (part_bytes)"),
    ] {
        let output = resume(&options);
        assert!(output.status.code() == Some(2) && told(&output).contains(reason), "{}", told(&output));
    }
    fs::write(docs.join("0/0.txt"), "Chad.").expect("a file");
    let changed = resume(&OPTIONS);
    assert!(changed.status.code() == Some(2) && told(&changed).contains("have changed since the run began"), "{}", told(&changed));
    let again = run(&[&["run", "docs", "--out", "out", "--force"], &OPTIONS[..]].concat(), work.path());
    assert_eq!(again.status.code(), Some(1), "{}", told(&again));
    // If the dataset is finished, --resume does nothing. If the documents have changed since, it
    // reports an error.
    let finished = run(&["run", "docs", "--out", "out", "--resume", "--part-size", "1", "--format", "csv,parquet,jsonl"], work.path());
    assert!(finished.status.success() && told(&finished).contains("is complete"), "{}", told(&finished));
    fs::remove_file(docs.join("z.jsonl")).expect("removed");
    let other = resume(&OPTIONS);
    assert!(other.status.code() == Some(2) && told(&other).contains("have changed"), "{}", told(&other));
}

#[test]
fn shards_are_merged_to_the_dataset_of_a_single_run() {
    let work = folder();
    documents(&work.path().join("docs"));
    let run = |arguments: &[&str]| run(arguments, work.path());
    run(&[&["run", "docs", "--out", "whole"], &OPTIONS[..]].concat());
    for shard in ["1/3", "2/3"] {
        let output = run(&[&["run", "docs", "--out", "shards", "--shard", shard], &OPTIONS[..]].concat());
        assert!(matches!(output.status.code(), Some(0 | 1)), "{}", told(&output));
    }
    let missing = run(&["merge", "shards", "--out", "merged"]);
    assert!(
        missing.status.code() == Some(2) && told(&missing).contains("the run has shards 1 to 3, but 3 is missing"),
        "{}",
        told(&missing)
    );
    run(&[&["run", "docs", "--out", "elsewhere", "--shard", "3/3"], &OPTIONS[..]].concat());
    let merged = run(&["merge", "shards", "elsewhere", "--out", "merged"]);
    assert!(merged.status.success(), "{}", told(&merged));
    assert!(bytes(&work.path().join("whole")) == bytes(&work.path().join("merged")));
    // A shard that was made from other documents cannot be merged.
    fs::write(work.path().join("docs/0/0.txt"), "Chad.").expect("a file");
    run(&[&["run", "docs", "--out", "elsewhere", "--shard", "3/3", "--force"], &OPTIONS[..]].concat());
    let other = run(&["merge", "shards", "elsewhere", "--out", "other"]);
    assert!(other.status.code() == Some(2) && told(&other).contains("different documents"), "{}", told(&other));
    let none = run(&["merge", "docs", "--out", "other"]);
    assert!(none.status.code() == Some(2) && told(&none).contains("no finished shard"), "{}", told(&none));
}

#[test]
fn the_old_dataset_stays_until_the_new_one_is_complete() {
    let work = folder();
    write(&work.path().join("a.txt"), b"Kenya spoke.");
    assert!(run(&["run", "a.txt", "--out", "out", "-q"], work.path()).status.success());
    let before = bytes(&work.path().join("out"));
    documents(&work.path().join("docs"));
    let mut child =
        chancery().args(["run", "docs", "--out", "out", "--force", "-q"]).current_dir(work.path()).spawn().expect("the command");
    let parts = work.path().join("out/_incomplete/documents");
    while !parts.exists() && child.try_wait().expect("a child").is_none() {
        std::thread::sleep(Duration::from_millis(2));
    }
    child.kill().expect("killed");
    child.wait().expect("ended");
    let mut now = bytes(&work.path().join("out"));
    now.retain(|path, _| !path.starts_with("_incomplete"));
    assert!(before == now);
}

#[test]
fn what_is_skipped_or_not_used_is_told() {
    let work = folder();
    let docs = work.path().join("docs");
    write(&docs.join("KAZ_2001.txt"), b"Kenya spoke.");
    write(&docs.join("notes.txt"), b"Ghana spoke.");
    write(&docs.join("photo.jpg"), b"JFIF");
    write(&docs.join("lines.jsonl"), b"{\"id\": \"a\", \"date\": \"soon\", \"text\": \"Peru spoke.\"}\n");
    let arguments = ["run", "docs", "--out", "out", "--name-pattern", "{country}_{year}"];
    let output = run(&arguments, work.path());
    assert!(output.status.success(), "{}", told(&output));
    for line in [
        "2 documents have metadata that could not be used: see the table warnings",
        "1 file in folders was not read: see the table skipped",
    ] {
        assert!(told(&output).contains(line), "{line}\n{}", told(&output));
    }
    let out = work.path().join("out");
    assert_eq!(table(&out, "documents").len(), 3);
    let warnings: Vec<_> =
        table(&out, "warnings").into_iter().map(|row| (row["doc_id"].clone(), row["field"].clone(), row["value"].clone())).collect();
    let of = |doc: &str, field: &str, value: &str| (doc.to_owned(), field.to_owned(), value.to_owned());
    assert_eq!(warnings, [of("a", "date", "soon"), of("notes", "file name", "notes")]);
    let strict = run(&[&arguments[..], &["--force", "--strict", "--json"]].concat(), work.path());
    assert_eq!(strict.status.code(), Some(3), "{}", told(&strict));
    let json: serde_json::Value = serde_json::from_str(&said(&strict)).expect("JSON");
    assert_eq!((&json["skipped"], &json["warnings"]), (&1.into(), &2.into()));
    fs::remove_file(docs.join("KAZ_2001.txt")).expect("removed");
    fs::remove_file(docs.join("notes.txt")).expect("removed");
    fs::remove_file(docs.join("lines.jsonl")).expect("removed");
    let none = run(&["run", "docs", "--out", "none"], work.path());
    assert!(none.status.code() == Some(2) && told(&none).contains("(1 .jpg)"), "{}", told(&none));
}

#[test]
fn metadata_come_from_a_table() {
    let work = folder();
    let docs = work.path().join("docs");
    write(&docs.join("a/one.txt"), b"We thank Peru.");
    write(&docs.join("two.txt"), b"We thank Chad.");
    write(&docs.join("three.txt"), b"We thank Mali.");
    write(&docs.join("meta.csv"), b"Filename;Date;speaker;series;ID\na/one.txt;30 June 2021;KEN;A;first\ntwo;2020;;B;\nnone.txt;;;;\n");
    let arguments = ["run", "docs", "--out", "out", "--metadata", "docs/meta.csv", "--text"];
    let output = run(&arguments, work.path());
    assert!(output.status.success(), "{}", told(&output));
    let warning = "warning: 1 row of the metadata table matches no document: none.txt";
    assert!(told(&output).contains(warning), "{}", told(&output));
    let out = work.path().join("out");
    let rows: Vec<_> = table(&out, "documents")
        .into_iter()
        .map(|row| [&row["doc_id"], &row["date"], &row["speaker_id"], &row["fields"]].map(Clone::clone))
        .collect();
    let expected =
        [["first", "2021-06-30", "state.ke", "{\"series\":\"A\"}"], ["three", "", "", ""], ["two", "2020", "", "{\"series\":\"B\"}"]];
    assert_eq!(rows, expected);
    let warnings = table(&out, "warnings");
    assert!(warnings.len() == 1 && warnings[0]["doc_id"] == "three", "{warnings:?}");
    assert_eq!(table(&out, "texts")[1]["text"], "We thank Mali.");
    write(&docs.join("meta.csv"), b"file,date\none,2020\none,2021\n");
    let twice = run(&[&arguments[..], &["--force"]].concat(), work.path());
    let reason = "the row in line 3 names the file \"one\", but another row already names it";
    assert!(twice.status.code() == Some(2) && told(&twice).contains(reason), "{}", told(&twice));
}
